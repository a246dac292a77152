// What is pasted or dropped becomes clean blocks: the words and their shape, and nothing that came hidden with them.
import { Plugin, TextSelection } from "prosemirror-state";
import { Fragment, Slice } from "prosemirror-model";
import { schema, isSafeLink, isSound } from "./schema.js";
import { cleanText, paragraphs } from "./clean-text.js";
import { readPage } from "./paste-page.js";
import { isPicture, uploadInto } from "./pictures.js";
import { embedOf } from "./embeds.js";
import { fieldAt } from "./blocks.js";
import { note } from "./status.js";
import { word } from "./words.js";

/** Our own blocks go through the clipboard whole, with what HTML cannot say. */
const OWN = "application/x-titr-blocks";

const { nodes } = schema;

export const pasting = new Plugin({
  props: {
    handlePaste: (view, event) => take(view, event.clipboardData, event),
    handleDrop(view, event, _slice, moved) {
      if (moved || !event.dataTransfer) return false;
      const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
      if (place) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place.pos))));
      return take(view, event.dataTransfer, event);
    },
    handleDOMEvents: { copy: putOwn, cut: putOwn, dragstart: putOwn },
  },
});

/** Adds our own form to what ProseMirror puts on the clipboard. */
function putOwn(view, event) {
  const data = event.clipboardData ?? event.dataTransfer;
  const { selection } = view.state;
  if (selection.empty || !data || !view.dom.contains(event.target)) return false;
  const own = JSON.stringify(selection.content());
  // after ProseMirror has cleared the clipboard and written its HTML
  const setData = data.setData.bind(data);
  data.setData = (type, value) => {
    setData(type, value);
    if (type === "text/html" || type === "Text" || type === "text/plain") setData(OWN, own);
  };
  return false;
}

function take(view, data, event) {
  if (!data || !view.editable) return false;
  const files = [...data.files].filter(isPicture);
  const html = data.getData("text/html");
  const text = data.getData("text/plain");
  const own = data.getData(OWN);
  event.preventDefault();
  if (own && takeOwn(view, own)) return true;
  // spreadsheets put a picture of the cells beside the cells; a copied picture comes with its address as HTML
  const onlyPicture = files.length > 0 && !text.trim();
  if (onlyPicture) {
    uploadInto(view, files);
    return true;
  }
  if (html && !event.shiftKey) takePage(view, html);
  else if (text) takeText(view, text);
  return true;
}

function takeOwn(view, json) {
  try {
    const slice = Slice.fromJSON(schema, JSON.parse(json));
    slice.content.forEach((node) => node.check());
    if (!slice.content.content.every((node) => isSound(schema.nodes.body.create(null, Fragment.from(node))) )) return false;
    put(view, slice);
    return true;
  } catch {
    return false;
  }
}

function takePage(view, html) {
  const { blocks, pictures, dropped } = readPage(html);
  insertBlocks(view, blocks);
  note(told(dropped));
  if (pictures.length) uploadInto(view, pictures);
}

/** What stayed behind, in words: nothing goes without being said. */
function told(dropped) {
  const parts = [];
  if (dropped.pictures.length) {
    parts.push(word("editor.dropped.pictures", dropped.pictures.length, dropped.pictures.slice(0, 3).join("، ")));
  }
  for (const kind of ["comments", "hidden", "links", "frames", "deletions"]) {
    if (dropped[kind]) parts.push(word(`editor.dropped.${kind}`, dropped[kind]));
  }
  return parts.join(" ");
}

function takeText(view, text) {
  const address = text.trim();
  if (/^https?:\/\/\S+$/.test(address) && takeAddress(view, address)) return;
  insertBlocks(view, paragraphs(text).map((line) => nodes.paragraph.create(null, schema.text(line))));
  note("");
}

/** One address alone: over selected words it is their link, in an empty paragraph perhaps a card. */
function takeAddress(view, address) {
  const { state } = view;
  const { $from, empty } = state.selection;
  if (!isSafeLink(address) || fieldAt(state)) return false;
  if (!empty && state.selection instanceof TextSelection) {
    view.dispatch(state.tr.addMark(state.selection.from, state.selection.to, schema.marks.link.create({ href: address })));
    return true;
  }
  const alone = $from.parent.type === nodes.paragraph && $from.parent.content.size === 0;
  view.dispatch(state.tr.replaceSelectionWith(schema.text(address, [schema.marks.link.create({ href: address })]), false));
  if (alone) embedOf(address).then((embed) => embed && replaceAddress(view, address, embed));
  return true;
}

/** Once the server has known the address for a card, the paragraph that still holds nothing else becomes one. */
function replaceAddress(view, address, embed) {
  view.state.doc.descendants((node, position) => {
    if (node.type !== nodes.paragraph || node.textContent !== address) return true;
    const tr = view.state.tr.replaceWith(position, position + node.nodeSize, nodes.embed.create(embed));
    if (!tr.doc.resolve(position + 1).nodeAfter) tr.insert(position + 1, nodes.paragraph.create());
    view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(position + 1), 1)));
    return false;
  });
}

function insertBlocks(view, blocks) {
  if (!blocks.length) return;
  const ends = (block) => (block.type === nodes.paragraph ? 1 : 0);
  put(view, new Slice(Fragment.from(blocks), ends(blocks[0]), ends(blocks.at(-1))));
}

/** Puts a slice in place of the selection; where only text fits, its text. */
function put(view, slice) {
  const { state } = view;
  const { $from } = state.selection;
  const inCell = $from.parent.type === nodes.paragraph && $from.depth > 1 && $from.node(-1).type.spec.tableRole;
  let tr = state.tr;
  if (fieldAt(state) && state.selection.$to.sameParent($from)) {
    tr.insertText(textOf(slice, " "));
  } else if (inCell && !slice.content.firstChild?.type.spec.tableRole) {
    tr.insertText(textOf(slice, "\n"));
  } else {
    tr = tr.replaceSelection(slice);
  }
  view.dispatch(tr.scrollIntoView().setMeta("paste", true).setMeta("uiEvent", "paste"));
}

function textOf(slice, separator) {
  const text = slice.content.textBetween(0, slice.content.size, separator, (leaf) => leaf.attrs.caption ?? "");
  return cleanText(separator === " " ? text.replace(/\s+/g, " ") : text);
}
