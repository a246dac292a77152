// What belongs into an empty field, in quiet letters.
import { Plugin } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { schema } from "./schema.js";
import { word } from "./words.js";

const FIELDS = new Set(["kicker", "headline", "subheadline", "lead"]);

/** The empty fields of a document, and its body while that is one empty paragraph. */
function empty(doc) {
  const found = [];
  const mark = (node, position, name) =>
    found.push(Decoration.node(position, position + node.nodeSize, { class: "empty", "data-placeholder": word(`editor.empty.${name}`) }));
  doc.forEach((field, position) => {
    if (FIELDS.has(field.type.name) && field.content.size === 0) mark(field, position, field.type.name);
    if (field.type === schema.nodes.body && field.childCount === 1 && field.firstChild.isTextblock && field.content.size === 2) {
      mark(field.firstChild, position + 1, "body");
    }
  });
  return DecorationSet.create(doc, found);
}

export const placeholders = new Plugin({
  state: {
    init: (_, { doc }) => empty(doc),
    apply: (tr, shown) => (tr.docChanged ? empty(tr.doc) : shown),
  },
  props: {
    decorations(state) {
      return this.getState(state);
    },
  },
});
