// Words and minutes, counted as language/WordCount counts them for readers.
const WORDS_PER_MINUTE = 200;

const WORD = /[\p{L}\p{Nd}](?:[\p{L}\p{Nd}\u0640\p{Mn}\p{Mc}\p{Cf}]|(?<=\p{L})['’](?=\p{L})|(?<=\p{Nd})[.,٫٬/:](?=\p{Nd}))*/gu;

/** Runs of letters and digits; half-spaces, marks, apostrophes and decimal points do not end a word. */
export const countWords = (text) => text.match(WORD)?.length ?? 0;

export const minutes = (words) => Math.ceil(words / WORDS_PER_MINUTE);
