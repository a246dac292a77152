// Text from elsewhere, without what nobody can see.

const LETTER = "[\\u0620-\\u06ef\\u06fa-\\u06ff\\u0750-\\u077f]";

/** Word's optional hyphen and «not» sign, where they stand for a half-space. */
const OLD_HALF_SPACE = new RegExp(`(?<=${LETTER})[\\u00ac\\u00ad](?=${LETTER})`, "g");

/** A joiner is right between Persian letters («ه‍» before a mark as well) and within an emoji. */
const JOINER = new RegExp(`(?<!${LETTER}|\\p{Extended_Pictographic}|\\ufe0f|\\p{Emoji_Modifier})\\u200d`, "gu");

const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\uffff\u{e0000}-\u{e0fff}]/gu;

/**
 * The text with its half-spaces kept and everything else that is invisible gone: bidi marks, zero-width spaces, soft
 * hyphens, private tags. Half a surrogate pair goes as well.
 */
export function cleanText(text) {
  return text
    .toWellFormed()
    .replaceAll("\ufffd", "")
    .replace(OLD_HALF_SPACE, "\u200c")
    .replace(JOINER, "")
    .replace(INVISIBLE, "")
    .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .replace(/\u200c{2,}/g, "\u200c")
    .replace(/\u200c(?=\s|$)|(^|\s)\u200c/g, "$1");
}

/**
 * The paragraphs of plain text. Lines that were broken at a width are one paragraph; else each line is one, as in
 * messengers.
 */
export function paragraphs(text) {
  const found = [];
  for (const part of cleanText(text.replace(/\r\n?|\u2028|\u2029/g, "\n").replace(/\t/g, " ")).split(/\n\s*\n/)) {
    const lines = part.split("\n").map((line) => line.trim()).filter(Boolean);
    if (isWrapped(lines)) found.push(lines.join(" "));
    else found.push(...lines);
  }
  return found;
}

/** Three lines at least, nearly as long as each other but for the last, and not each a sentence. */
function isWrapped(lines) {
  if (lines.length < 3) return false;
  const full = lines.slice(0, -1);
  const longest = Math.max(...full.map((line) => line.length));
  return (
    longest >= 40 &&
    longest <= 110 &&
    full.every((line) => line.length >= longest * 0.75) &&
    full.filter((line) => /[.!؟?:…»"]$/.test(line)).length <= full.length / 2
  );
}
