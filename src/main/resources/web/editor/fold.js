// Letters that readers take for the same, as language/Fold does for the server.
const SAME = [
  ["ی", "\u064a\u0649ئ"],
  ["ک", "\u0643"],
  ["ه", "ةۀ"],
  ["ا", "آأإٱ"],
  ["و", "ؤ"],
];

/** For comparing short texts: without marks, spaces and half-spaces. */
export function fold(text) {
  let folded = text.normalize("NFKC").toLowerCase();
  for (const [letter, others] of SAME) folded = folded.replace(new RegExp(`[${others}]`, "g"), letter);
  return folded
    .replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) => String(digit.codePointAt(0) & 0xf))
    .replace(/[\u200c\u0640\s\p{M}]/gu, "");
}

/** A pattern that finds a text in all its spellings: both kinds of ی, with and without half-space, digits of any kind. */
export function foldedPattern(text) {
  const characters = [...text.normalize("NFC").trim()];
  const between = "[\\u200c\\u0640\\u064b-\\u065f\\u0670]*";
  const pattern = characters
    .map((character) => {
      if (character === "\u200c") return "[\\u200c ]?";
      if (/\s/.test(character)) return "[\\s\\u200c]+";
      const digit = /[0-9\u06f0-\u06f9\u0660-\u0669]/.test(character) ? character.codePointAt(0) & 0xf : -1;
      if (digit >= 0) return `[${digit}${String.fromCharCode(0x6f0 + digit)}${String.fromCharCode(0x660 + digit)}]`;
      const same = SAME.find(([letter, others]) => letter === character || others.includes(character));
      return same ? `[${same[0]}${same[1]}]` : escape(character);
    })
    .join(between);
  return new RegExp(pattern, "giu");
}

/** A pattern that finds a text letter by letter. */
export const exactPattern = (text) => new RegExp([...text].map(escape).join(""), "gu");

const escape = (character) => character.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
