-- The few live stories that are being written anew, so that words of their new headlines are found without a look at all cards.
CREATE INDEX story_card_newer ON story_card (position, story) WHERE mark = 'newer-draft';
