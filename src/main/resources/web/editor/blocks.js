// Acts on blocks and fields: what keys, toolbar, slash menu and palette have in common. Each is a ProseMirror command.
import { Selection, TextSelection, NodeSelection } from "prosemirror-state";
import { lift, setBlockType, wrapIn } from "prosemirror-commands";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { schema } from "./schema.js";

const { nodes } = schema;

/** The block that the caret stands in (the innermost that may be moved), as `{node, position, depth}`, or null. */
export function blockAt(state) {
  const { $from } = state.selection;
  if (state.selection instanceof NodeSelection && state.selection.node.isBlock) {
    return { node: state.selection.node, position: $from.pos, depth: $from.depth + 1 };
  }
  for (let depth = $from.depth; depth > 1; depth--) {
    const node = $from.node(depth);
    if (node.type.isInGroup("block") && $from.node(depth - 1).type !== nodes.table_cell && $from.node(depth - 1).type !== nodes.table_header) {
      return { node, position: $from.before(depth), depth };
    }
  }
  return null;
}

/** The field above the body that the caret stands in, or null. */
export function fieldAt(state) {
  const { $from } = state.selection;
  const field = $from.depth >= 1 ? $from.node(1) : null;
  return field && field.type !== nodes.body ? field : null;
}

export const inBody = (state) => state.selection.$from.depth >= 1 && state.selection.$from.node(1).type === nodes.body;

export const isIn = (state, type, attrs = {}) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type === type && Object.entries(attrs).every(([name, value]) => node.attrs[name] === value)) return true;
  }
  return false;
};

/** A textblock as a paragraph, or as a subhead of a level; once more makes a paragraph of it again. */
export const asSubhead = (level) => (state, dispatch) =>
  isIn(state, nodes.subhead, { level })
    ? setBlockType(nodes.paragraph)(state, dispatch)
    : setBlockType(nodes.subhead, (node) => ({ level, kicker: node.attrs.kicker ?? "" }))(state, dispatch);

export const asParagraph = (state, dispatch) =>
  setBlockType(nodes.paragraph)(state, dispatch) || (isIn(state, nodes.quote) && lift(state, dispatch));

export const asQuote = (state, dispatch) =>
  isIn(state, nodes.quote) ? lift(state, dispatch) : wrapIn(nodes.quote)(state, dispatch);

/** A list, the other kind of list, or no list any more. */
export const asList = (numbered) => (state, dispatch) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type !== nodes.list) continue;
    if (node.attrs.numbered === numbered) return liftListItem(nodes.list_item)(state, dispatch);
    if (dispatch) dispatch(state.tr.setNodeAttribute($from.before(depth), "numbered", numbered));
    return true;
  }
  return wrapInList(nodes.list, { numbered })(state, dispatch);
};

/** Puts a block in: in place of an empty paragraph, else behind the block that the caret stands in. */
export const insertBlock = (make) => (state, dispatch) => {
  const at = blockAt(state);
  if (!at) return false;
  if (dispatch) {
    const node = make();
    const tr = state.tr;
    const emptyParagraph = at.node.type === nodes.paragraph && at.node.content.size === 0;
    const position = emptyParagraph ? at.position : at.position + at.node.nodeSize;
    tr.replaceWith(position, emptyParagraph ? position + at.node.nodeSize : position, node);
    const behind = position + node.nodeSize;
    if (node.isAtom && !tr.doc.resolve(behind).nodeAfter) tr.insert(behind, nodes.paragraph.create());
    tr.setSelection(Selection.near(tr.doc.resolve(node.isAtom ? behind : position + 1), 1));
    dispatch(tr.scrollIntoView());
  }
  return true;
};

/** Takes the block past its neighbour. */
export const moveBlock = (direction) => (state, dispatch) => {
  const at = blockAt(state);
  if (!at) return false;
  const $position = state.doc.resolve(at.position);
  const index = $position.index();
  const parent = $position.parent;
  const other = index + direction;
  if (other < 0 || other >= parent.childCount) return false;
  if (dispatch) {
    const neighbour = parent.child(other);
    const target = direction < 0 ? at.position - neighbour.nodeSize : at.position + neighbour.nodeSize;
    const caret = state.selection.from - at.position;
    const tr = state.tr.delete(at.position, at.position + at.node.nodeSize).insert(target, at.node);
    tr.setSelection(
      state.selection instanceof NodeSelection
        ? NodeSelection.create(tr.doc, target)
        : TextSelection.near(tr.doc.resolve(target + caret)),
    );
    dispatch(tr.scrollIntoView());
  }
  return true;
};

export const duplicateBlock = (state, dispatch) => {
  const at = blockAt(state);
  if (at && dispatch) dispatch(state.tr.insert(at.position + at.node.nodeSize, at.node).scrollIntoView());
  return at !== null;
};

export const removeBlock = (state, dispatch) => {
  const at = blockAt(state);
  if (!at) return false;
  if (dispatch) {
    const tr = state.tr;
    const alone = state.doc.resolve(at.position).parent.childCount === 1;
    if (alone) tr.replaceWith(at.position, at.position + at.node.nodeSize, nodes.paragraph.create());
    else tr.delete(at.position, at.position + at.node.nodeSize);
    tr.setSelection(Selection.near(tr.doc.resolve(Math.min(at.position, tr.doc.content.size - 1)), 1));
    dispatch(tr.scrollIntoView());
  }
  return true;
};

export const selectBlock = (state, dispatch) => {
  const at = blockAt(state);
  if (!at || state.selection instanceof NodeSelection) return false;
  if (dispatch) dispatch(state.tr.setSelection(NodeSelection.create(state.doc, at.position)));
  return true;
};

// ---- the fields above the body

const fieldStart = (state, index) => {
  let position = 0;
  for (let i = 0; i < index; i++) position += state.doc.child(i).nodeSize;
  return position;
};

/** Enter in a field leads to the next one. */
export const nextField = (state, dispatch) => {
  if (!fieldAt(state)) return false;
  const { $from } = state.selection;
  if (dispatch) {
    dispatch(state.tr.setSelection(Selection.near(state.doc.resolve($from.after(1) + 1), 1)).scrollIntoView());
  }
  return true;
};

/** Backspace at the start of a field or of the body leads to the end of the one before; an empty sub-headline goes. */
export const previousField = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.depth < 1) return false;
  const index = $from.index(0);
  const atStart = $from.parentOffset === 0 && $from.pos <= Selection.atStart(state.doc.child(index)).from + $from.start(1);
  if (!atStart || index === 0) return false;
  const field = $from.node(1);
  if (field.type === nodes.body && (field.firstChild.type !== nodes.paragraph || field.firstChild.content.size === 0) && field.childCount > 1) {
    return false;
  }
  if (dispatch) {
    const before = $from.before(1);
    const tr = state.tr;
    if (field.type === nodes.subheadline && field.content.size === 0) tr.delete(before, before + field.nodeSize);
    tr.setSelection(Selection.near(tr.doc.resolve(before), -1));
    dispatch(tr.scrollIntoView());
  }
  return true;
};

/** A sub-headline more, below the one that the caret is in or below the headline. */
export const addSubheadline = (state, dispatch) => {
  if (dispatch) {
    const index = state.selection.$from.index(0);
    const isSubheadline = state.doc.child(index).type === nodes.subheadline;
    const position = fieldStart(state, isSubheadline ? index + 1 : 2);
    const tr = state.tr.insert(position, nodes.subheadline.create());
    dispatch(tr.setSelection(TextSelection.create(tr.doc, position + 1)).scrollIntoView());
  }
  return true;
};

/** The whole field first, then the whole story. */
export const selectField = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.depth < 1) return false;
  const from = Selection.near(state.doc.resolve($from.start(1)), 1).from;
  const to = Selection.near(state.doc.resolve($from.end(1)), -1).to;
  if (state.selection.from <= from && state.selection.to >= to) return false;
  if (dispatch) dispatch(state.tr.setSelection(TextSelection.create(state.doc, from, to)));
  return true;
};

/** A line break within a paragraph; fields of one line have none. */
export const lineBreak = (state, dispatch) => {
  if (!inBody(state) || !state.selection.$from.parent.isTextblock) return false;
  if (dispatch) dispatch(state.tr.insertText("\n").scrollIntoView());
  return true;
};

/** Backspace at the start of a subhead makes a paragraph of it before anything is joined. */
export const plainFirst = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.parent.type !== nodes.subhead) return false;
  return setBlockType(nodes.paragraph)(state, dispatch);
};
