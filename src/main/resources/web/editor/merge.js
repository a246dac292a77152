// Side by side: what I wrote and what is there now, block by block, where the two could not be brought together by themselves.
// Nothing of mine goes until somebody has decided.
import { DOMSerializer } from "prosemirror-model";
import { TextSelection } from "prosemirror-state";
import { Mapping } from "prosemirror-transform";
import { schema } from "./schema.js";
import { make } from "./elements.js";
import { word } from "./words.js";

/** The parts of a document that are compared: fields, then blocks, each with its place. */
function partsOf(doc) {
  const parts = [];
  doc.forEach((field, position) => {
    if (field.type !== schema.nodes.body) parts.push({ node: field, position });
    else field.forEach((block, offset) => parts.push({ node: block, position: position + 1 + offset }));
  });
  return parts;
}

/**
 * The rows of a comparison: `{mine, theirs}`, either of which may be missing; rows that are alike on both sides are left
 * out. Longest common subsequence, with what changed in the same gap put side by side.
 */
export function compare(mine, theirs) {
  const a = partsOf(mine);
  const b = partsOf(theirs);
  const rows = [];
  let i = 0;
  let j = 0;
  for (const [nextA, nextB] of [...common(a, b), [a.length, b.length]]) {
    const gapA = a.slice(i, nextA);
    const gapB = b.slice(j, nextB);
    pair(gapA, gapB, b[j - 1], rows);
    i = nextA + 1;
    j = nextB + 1;
  }
  return rows;
}

/** Blocks of the same kind stand beside each other; the rest stands alone. */
function pair(gapA, gapB, before, rows) {
  let anchor = before;
  const rest = [...gapB];
  for (const mine of gapA) {
    const at = rest.findIndex((theirs) => theirs.node.type === mine.node.type);
    for (const alone of at > 0 ? rest.splice(0, at) : []) {
      rows.push({ theirs: alone });
      anchor = alone;
    }
    const theirs = at >= 0 ? rest.shift() : undefined;
    rows.push({ mine, theirs, anchor });
    anchor = theirs ?? anchor;
  }
  for (const theirs of rest) rows.push({ theirs });
}

function common(a, b) {
  let start = 0;
  while (start < a.length && start < b.length && a[start].node.eq(b[start].node)) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end].node.eq(b[b.length - 1 - end].node)) end++;
  const n = a.length - start - end;
  const m = b.length - start - end;
  const pairs = Array.from({ length: start }, (_, k) => [k, k]);
  const length = Array.from({ length: n + 1 }, () => new Uint16Array(m + 1));
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      length[i][j] = a[start + i].node.eq(b[start + j].node)
        ? length[i + 1][j + 1] + 1
        : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
  for (let i = 0, j = 0; i < n && j < m; ) {
    if (a[start + i].node.eq(b[start + j].node)) pairs.push([start + i++, start + j++]);
    else if (length[i + 1][j] >= length[i][j + 1]) i++;
    else j++;
  }
  for (let k = end; k > 0; k--) pairs.push([a.length - k, b.length - k]);
  return pairs;
}

/** Puts my part where it belongs in the document as it is now. Answers the transaction, or null when there is no place. */
export function bringOver(state, row, mapping) {
  const { mine, theirs, anchor } = row;
  const tr = state.tr;
  if (theirs) {
    const { pos, deleted } = mapping.mapResult(theirs.position, 1);
    const now = state.doc.nodeAt(pos);
    if (!deleted && now?.type === theirs.node.type) return tr.replaceWith(pos, pos + now.nodeSize, mine.node);
  }
  return insertMine(tr, mine.node, anchor, mapping);
}

function insertMine(tr, node, anchor, mapping) {
  const { doc } = tr;
  const isField = !node.type.isInGroup("block");
  if (isField && node.type !== schema.nodes.subheadline) return null;
  let position = anchor ? mapping.map(anchor.position + anchor.node.nodeSize, -1) : bodyStart(doc);
  const $position = doc.resolve(Math.min(position, doc.content.size));
  if (isField) position = doc.child(0).nodeSize + doc.child(1).nodeSize;
  else if (!$position.parent.canReplaceWith($position.index(), $position.index(), node.type) || $position.depth === 0) {
    position = bodyStart(doc);
  }
  return tr.insert(position, node);
}

const bodyStart = (doc) => doc.content.size - doc.lastChild.nodeSize + 1;

/** What only they have is in the story already: nothing of mine hangs on it. */
const hasWordsOfMine = ({ mine }) => mine && (mine.node.content.size > 0 || mine.node.isAtom);

/** The screen: it stays until every row is decided or somebody leaves the rest for later. */
export class Merge {
  constructor(view, mine, done) {
    this.view = view;
    this.rows = compare(mine, view.state.doc).filter(hasWordsOfMine);
    this.mapping = null;
    this.done = done;
    if (this.rows.length) this.open();
    else done();
  }

  /** Every later change to the document moves the places that the rows point to. */
  follow(tr) {
    this.mapping.appendMapping(tr.mapping);
  }

  open() {
    this.mapping = new Mapping();
    const serializer = DOMSerializer.fromSchema(schema);
    const side = (part) =>
      make("div", { class: "side", dir: "auto" }, part ? serializer.serializeNode(part.node) : make("p", { class: "quiet" }, "—"));
    this.list = make(
      "ol",
      { class: "merge-rows" },
      ...this.rows.map((row) => {
        const take = make("button", { type: "button", onclick: () => this.take(row, item) }, word("editor.merge.take"));
        const leave = make("button", { type: "button", class: "quiet", onclick: () => this.decided(item) }, word("editor.merge.leave"));
        const item = make("li", {}, side(row.mine), side(row.theirs), make("p", { class: "acts" }, take, leave));
        return item;
      }),
    );
    this.dialog = make(
      "dialog",
      { class: "editor-dialog merge", "aria-label": word("editor.merge") },
      make("header", {}, make("h2", {}, word("editor.merge"))),
      make("p", {}, word("editor.merge.why")),
      make("div", { class: "merge-heads", "aria-hidden": "true" }, make("strong", {}, word("editor.merge.mine")), make("strong", {}, word("editor.merge.theirs"))),
      this.list,
      make("footer", {}, make("button", { type: "button", class: "quiet", onclick: () => this.dialog.close() }, word("editor.merge.later"))),
    );
    // one key each: Enter or «b» brings mine over, «l» leaves it, arrows walk
    this.dialog.addEventListener("keydown", (event) => this.key(event));
    this.dialog.addEventListener("close", () => this.dialog.remove());
    document.body.append(this.dialog);
    this.dialog.showModal();
    this.list.querySelector("button")?.focus();
  }

  key(event) {
    const items = [...this.list.children];
    const item = document.activeElement.closest("li") ?? items[0];
    const walk = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (walk) items[items.indexOf(item) + walk]?.querySelector("button").focus();
    else if (event.code === "KeyB") item.querySelector("button").click();
    else if (event.code === "KeyL") item.querySelector("button.quiet").click();
    else return;
    event.preventDefault();
  }

  take(row, item) {
    const tr = bringOver(this.view.state, row, this.mapping);
    if (tr) this.view.dispatch(tr.setSelection(TextSelection.near(tr.selection.$head)));
    this.decided(item);
  }

  decided(item) {
    const next = item.nextElementSibling ?? item.previousElementSibling;
    item.remove();
    if (next) next.querySelector("button").focus();
    else {
      this.dialog.close();
      this.done();
    }
  }
}
