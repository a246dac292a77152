// Everything that can be done to the text, each with its name, its keys and whether it is on: toolbar, slash menu, palette and
// the list of keys all show these.
import { toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { liftListItem, sinkListItem } from "prosemirror-schema-list";
import { schema } from "./schema.js";
import * as blocks from "./blocks.js";
import { areHalfSpacesShown, insertHalfSpace, toggleHalfSpaces } from "./persian.js";
import { newTable, tableActs, isInTable } from "./tables.js";
import { choosePicture, insertPicture } from "./pictures.js";
import { insertEmbed } from "./embeds.js";
import { insertReadAlso } from "./related.js";
import { editLanguage, editLink } from "./links.js";
import { openFind } from "./find.js";

const { nodes, marks } = schema;

const hasMark = (type) => (state) => {
  const { from, to, empty, $from } = state.selection;
  return empty ? Boolean(type.isInSet(state.storedMarks ?? $from.marks())) : state.doc.rangeHasMark(from, to, type);
};
const within = (type, attrs) => (state) => blocks.isIn(state, type, attrs);

/** A ProseMirror command as something that is done to a view. */
const command = (act) => (view) => {
  const done = act(view.state, view.dispatch);
  view.focus();
  return done;
};
const can = (act) => (state) => act(state);

/** Not everything goes everywhere: fields have text only, cells no blocks. */
const inText = (state) => blocks.inBody(state) && !isInTable(state);

async function insertChosenPicture(view) {
  const picture = await choosePicture();
  if (picture) insertPicture(view, picture);
  view.focus();
}

/**
 * The acts: `id` is the end of their word's key, `run(view)` does it, `keys` as ProseMirror names them, `on(state)` whether
 * it is in force, `can(state)` whether it goes here, `insert` whether the slash menu offers it, `icon` for the toolbar.
 */
export const acts = [
  { id: "undo", keys: "Mod-z", icon: "undo", run: command(undo), can: can(undo) },
  { id: "redo", keys: "Mod-y", icon: "redo", run: command(redo), can: can(redo) },
  { id: "strong", keys: "Mod-b", icon: "strong", run: command(toggleMark(marks.strong)), on: hasMark(marks.strong), can: blocks.inBody },
  { id: "emphasis", keys: "Mod-i", icon: "emphasis", run: command(toggleMark(marks.emphasis)), on: hasMark(marks.emphasis), can: blocks.inBody },
  { id: "link", keys: "Mod-Shift-l", icon: "link", run: editLink, on: hasMark(marks.link), can: (state) => blocks.inBody(state) && (!state.selection.empty || hasMark(marks.link)(state)) },
  { id: "language", icon: "language", run: editLanguage, on: hasMark(marks.language), can: (state) => blocks.inBody(state) && (!state.selection.empty || hasMark(marks.language)(state)) },
  { id: "half-space", icon: "half-space", keys: "Shift-Space", ownKey: true, run: command(insertHalfSpace), can: () => true },

  { id: "paragraph", keys: "Mod-Alt-0", insert: true, run: command(blocks.asParagraph), can: inText },
  { id: "subhead", keys: "Mod-Alt-2", icon: "subhead", insert: true, run: command(blocks.asSubhead(2)), on: within(nodes.subhead, { level: 2 }), can: inText },
  { id: "subhead-small", keys: "Mod-Alt-3", insert: true, run: command(blocks.asSubhead(3)), on: within(nodes.subhead, { level: 3 }), can: inText },
  { id: "subhead-kicker", insert: true, run: focusKicker, can: within(nodes.subhead) },
  { id: "quote", keys: "Mod-Shift-9", icon: "quote", insert: true, run: command(blocks.asQuote), on: within(nodes.quote), can: inText },
  { id: "list", keys: "Mod-Shift-8", icon: "list", insert: true, run: command(blocks.asList(false)), on: within(nodes.list, { numbered: false }), can: inText },
  { id: "numbered", keys: "Mod-Shift-7", icon: "numbered", insert: true, run: command(blocks.asList(true)), on: within(nodes.list, { numbered: true }), can: inText },
  { id: "indent", keys: "Tab", ownKey: true, run: command(sinkListItem(nodes.list_item)), can: can(sinkListItem(nodes.list_item)) },
  { id: "outdent", keys: "Shift-Tab", ownKey: true, run: command(liftListItem(nodes.list_item)), can: can(liftListItem(nodes.list_item)) },
  { id: "picture", keys: "Mod-Alt-p", icon: "picture", insert: true, run: insertChosenPicture, can: inText },
  { id: "embed", keys: "Mod-Alt-v", icon: "embed", insert: true, run: insertEmbed, can: inText },
  { id: "table", keys: "Mod-Alt-t", icon: "table", insert: true, run: command(blocks.insertBlock(newTable)), can: inText },
  { id: "read-also", keys: "Mod-Alt-r", icon: "read-also", insert: true, run: insertReadAlso, can: inText },
  { id: "separator", keys: "Mod-Alt-s", icon: "separator", insert: true, run: command(blocks.insertBlock(() => nodes.separator.create())), can: inText },
  { id: "subheadline", keys: "Mod-Alt-h", insert: true, run: command(blocks.addSubheadline), can: () => true },

  { id: "move-up", keys: "Alt-ArrowUp", run: command(blocks.moveBlock(-1)), can: can(blocks.moveBlock(-1)) },
  { id: "move-down", keys: "Alt-ArrowDown", run: command(blocks.moveBlock(1)), can: can(blocks.moveBlock(1)) },
  { id: "duplicate", keys: "Mod-Shift-d", run: command(blocks.duplicateBlock), can: can(blocks.duplicateBlock) },
  { id: "remove-block", keys: "Mod-Shift-Backspace", run: command(blocks.removeBlock), can: can(blocks.removeBlock) },
  { id: "find", keys: "Mod-f", icon: "find", run: openFind, can: () => true },
  { id: "half-spaces", keys: "Mod-Shift-h", icon: "half-spaces", run: command(toggleHalfSpaces), on: areHalfSpacesShown, can: () => true },
  ...Object.entries(tableActs).map(([id, act]) => ({ id, table: true, run: command(act), can: can(act) })),
];

export const act = (id) => acts.find((one) => one.id === id);

/** The keys of all acts, for ProseMirror's keymap. */
export const actKeys = Object.fromEntries(
  acts
    .filter((one) => one.keys && !one.ownKey)
    .map((one) => [one.keys, (state, _dispatch, view) => one.can(state) && (one.run(view), true)]),
);

/** Shows the kicker of the subhead that the caret is in, and goes there. */
function focusKicker(view) {
  const at = blocks.blockAt(view.state);
  const dom = at && view.nodeDOM(at.position);
  const kicker = dom?.querySelector?.(".attribute.kicker");
  if (kicker) {
    dom.classList.remove("without-kicker");
    kicker.focus();
  }
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Keys as they are printed on the keyboard. */
export function keysShown(keys) {
  return keys
    .replace("Mod", isMac ? "⌘" : "Ctrl")
    .replace("ArrowUp", "↑")
    .replace("ArrowDown", "↓")
    .replaceAll("-", "+")
    .replace(/\+([a-z])$/, (_, letter) => `+${letter.toUpperCase()}`);
}
