// From a problem in the checks panel to its place in the text.
import { NodeSelection, TextSelection } from "prosemirror-state";

export function jumpFromChecks(view, panels) {
  document.addEventListener("titr-panel", ({ detail }) => {
    if (detail.name !== "checks") return;
    detail.place.addEventListener("click", (event) => {
      const button = event.target.closest("[data-place]");
      if (!button) return;
      const position = positionOf(view.state.doc, button.dataset.place);
      if (position === null) panels.open("details");
      else select(view, position);
    });
  });
}

/** Before the node of a place such as `headline` or `body.3.0.1`; null for what stands in the details. */
export function positionOf(doc, place) {
  const [field, ...path] = place.split(".");
  let position = 0;
  for (let i = 0; i < doc.childCount; i++) {
    const child = doc.child(i);
    if (child.type.name === field) return inside(child, position, path.map(Number));
    position += child.nodeSize;
  }
  return null;
}

function inside(node, position, path) {
  if (!path.length) return position;
  const [index, ...rest] = path;
  if (index >= node.childCount) return position;
  let at = position + 1;
  for (let i = 0; i < index; i++) at += node.child(i).nodeSize;
  return inside(node.child(index), at, rest);
}

function select(view, position) {
  const { doc, tr } = view.state;
  const node = doc.nodeAt(position);
  const selection = node.isAtom && NodeSelection.isSelectable(node) ? NodeSelection.create(doc, position) : TextSelection.near(doc.resolve(position + 1));
  view.dispatch(tr.setSelection(selection).scrollIntoView());
  view.focus();
}
