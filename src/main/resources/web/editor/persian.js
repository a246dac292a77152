// Typing Persian: the half-space, digits and marks as the house writes them, the direction of each paragraph.
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { closeHistory } from "prosemirror-history";

export const HALF_SPACE = "\u200c";

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const LATIN = /\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}/u;
const LETTER = /\p{L}/u;

/** Puts a half-space in, unless one stands there already. */
export const insertHalfSpace = (state, dispatch) => {
  const { $from, from, to } = state.selection;
  if (!$from.parent.isTextblock) return false;
  const around = state.doc.textBetween(Math.max($from.start(), from - 1), Math.min($from.end(), to + 1));
  if (dispatch && !around.includes(HALF_SPACE)) dispatch(state.tr.insertText(HALF_SPACE).scrollIntoView());
  else if (dispatch) dispatch(state.tr.deleteSelection());
  return true;
};

/** Ctrl+Shift+2 by the key's place, whatever the layout has there; Shift+Space. */
const isHalfSpaceKey = (event) =>
  (event.code === "Space" && event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey) ||
  (event.code === "Digit2" && event.shiftKey && (event.ctrlKey || event.metaKey) && !event.altKey);

// ---- digits and marks

const LETTERS = { "\u064a": "ی", "\u0649": "ی", "\u0643": "ک" };
const MARKS = { ",": "،", ";": "؛", "?": "؟" };

/**
 * What the house would write for a character, or null to leave it.
 *
 * @param before the text of the paragraph before it
 * @param typed one character
 */
export function houseForm(before, typed, style) {
  const word = /\S*$/.exec(before)[0];
  // nothing in links, addresses, Latin words and what looks like code
  if (/[@#\\_=<>{}]|:\/\/|^www\./.test(word) || LATIN.test(word)) return null;
  const persian = isPersian(before);
  if (style.letters && persian && LETTERS[typed]) return LETTERS[typed];
  if (/[0-9\u0660-\u0669]/.test(typed)) return digit(before, word, typed, style, persian);
  if (typed === '"' && style.quotes === "guillemets" && persian) return opens(before) ? "«" : "»";
  if (style.punctuation && MARKS[typed] && LETTER.test(before.at(-1) ?? "") && persian) return MARKS[typed];
  if (style.punctuation && typed === "." && before.endsWith("..") && persian) return "…";
  return null;
}

function digit(before, word, typed, style, persian) {
  // a word that goes on with plain digits was left that way on purpose
  if (style.digits !== "persian" || !persian || /[0-9]/.test(word)) return null;
  const value = typed.codePointAt(0) & 0xf;
  return String.fromCharCode(0x06f0 + value);
}

/** Persian unless the last letter before was of another script. */
function isPersian(before) {
  for (const character of [...before].reverse()) {
    if (RIGHT_TO_LEFT.test(character)) return true;
    if (LATIN.test(character)) return false;
  }
  return true;
}

const opens = (before) => before === "" || /[\s«([{\u200c—–-]$/.test(before);

/** Digits that turned Persian become plain again when a Latin letter makes a word of them: 5G, 4K. */
function latinAfterDigits(before, typed) {
  const digits = /(?:^|[\s(«])([\u06f0-\u06f9]+)$/.exec(before)?.[1];
  return digits && LATIN.test(typed)
    ? [...digits].map((digit) => String(digit.codePointAt(0) & 0xf)).join("")
    : null;
}

/** Writes as the house does. The plain character goes in first, so that one undo brings it back. */
export function houseStyle(style) {
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (!isHalfSpaceKey(event)) return false;
        event.preventDefault();
        return insertHalfSpace(view.state, view.dispatch);
      },
      handleTextInput(view, from, to, typed) {
        if ([...typed].length !== 1 || view.composing) return false;
        const $from = view.state.doc.resolve(from);
        const before = $from.parent.textBetween(0, $from.parentOffset);
        const plain = latinAfterDigits(before, typed);
        const form = plain === null ? houseForm(before, typed, style) : null;
        if (form === null && plain === null) return false;
        view.dispatch(view.state.tr.insertText(typed, from, to));
        const back = plain?.length ?? (form === "…" ? 2 : 0);
        const tr = closeHistory(view.state.tr);
        tr.insertText(plain === null ? form : plain + typed, from - back, from + typed.length);
        view.dispatch(tr.scrollIntoView());
        return true;
      },
    },
  });
}

// ---- half-spaces shown

const shownKey = new PluginKey("half-spaces");

/** Shows every half-space while it is asked for. */
export const halfSpacesShown = new Plugin({
  key: shownKey,
  state: {
    init: () => null,
    apply(tr, shown, _old, state) {
      const asked = tr.getMeta(shownKey);
      if (asked !== undefined) return asked ? halfSpaces(state.doc, 0, state.doc.content.size, DecorationSet.empty) : null;
      if (!shown || !tr.docChanged) return shown;
      let all = shown.map(tr.mapping, tr.doc);
      for (const { from, to } of changed(tr)) {
        all = all.remove(within(all, from, to));
        all = halfSpaces(tr.doc, from, to, all);
      }
      return all;
    },
  },
  props: { decorations: (state) => shownKey.getState(state) },
});

export const areHalfSpacesShown = (state) => Boolean(shownKey.getState(state));

export const toggleHalfSpaces = (state, dispatch) => {
  dispatch?.(state.tr.setMeta(shownKey, !areHalfSpacesShown(state)));
  return true;
};

function halfSpaces(doc, from, to, all) {
  const found = [];
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isText) return;
    for (let at = node.text.indexOf(HALF_SPACE); at >= 0; at = node.text.indexOf(HALF_SPACE, at + 1)) {
      const start = position + at;
      if (start >= from && start < to) found.push(Decoration.inline(start, start + 1, { class: "half-space" }));
    }
  });
  return all.add(doc, found);
}

// ---- direction

const directionKey = new PluginKey("direction");

/** The direction that doc/HtmlRenderer gives a text: against the page only when none of its letters goes with it. */
export function direction(text, pageIsRightToLeft) {
  if (RIGHT_TO_LEFT.test(text)) return "rtl";
  return LETTER.test(text) || !pageIsRightToLeft ? "ltr" : "rtl";
}

/** Sets each paragraph that runs against the story in its own direction. */
export function directions(storyIsRightToLeft) {
  const own = storyIsRightToLeft ? "rtl" : "ltr";
  const against = (doc, from, to, all) => {
    const found = [];
    doc.nodesBetween(from, to, (node, position) => {
      if (!node.isTextblock) return true;
      const its = direction(node.textContent, storyIsRightToLeft);
      if (its !== own) found.push(Decoration.node(position, position + node.nodeSize, { dir: its }));
      return false;
    });
    return all.add(doc, found);
  };
  return new Plugin({
    key: directionKey,
    state: {
      init: (_, { doc }) => against(doc, 0, doc.content.size, DecorationSet.empty),
      apply(tr, all) {
        if (!tr.docChanged) return all;
        let mapped = all.map(tr.mapping, tr.doc);
        for (const { from, to } of changed(tr)) {
          mapped = mapped.remove(within(mapped, from, to));
          mapped = against(tr.doc, from, to, mapped);
        }
        return mapped;
      },
    },
    props: { decorations: (state) => directionKey.getState(state) },
  });
}

/** The decorations of a range, without those that only touch it. */
const within = (all, from, to) => all.find(from, to).filter((one) => one.from < to && one.to > from);

/** The textblocks that a transaction has touched, as ranges of its document. */
export function changed(tr) {
  const ranges = [];
  tr.mapping.maps.forEach((map, i) => {
    map.forEach((_oldStart, _oldEnd, newStart, newEnd) => {
      const rest = tr.mapping.slice(i + 1);
      const size = tr.doc.content.size;
      const $from = tr.doc.resolve(Math.min(size, rest.map(newStart, -1)));
      const $to = tr.doc.resolve(Math.min(size, rest.map(newEnd, 1)));
      ranges.push({
        from: $from.parent.isTextblock ? $from.before() : $from.pos,
        to: $to.parent.isTextblock ? $to.after() : $to.pos,
      });
    });
  });
  return ranges;
}
