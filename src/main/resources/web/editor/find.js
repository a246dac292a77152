// Find and replace, in all of the story's texts.
import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { exactPattern, foldedPattern } from "./fold.js";
import { field, later, make } from "./elements.js";
import { word } from "./words.js";

const key = new PluginKey("find");

/** Where a pattern is found: `[{from, to}]`. Texts are looked at block by block, so nothing is found across two. */
export function findAll(doc, pattern) {
  const found = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    for (const match of node.textContent.matchAll(pattern)) {
      if (match[0]) found.push({ from: position + 1 + match.index, to: position + 1 + match.index + match[0].length });
    }
    return false;
  });
  return found;
}

export const finding = new Plugin({
  key,
  state: {
    init: () => null,
    apply(tr, before) {
      const asked = tr.getMeta(key);
      if (asked !== undefined) return asked;
      if (!before || !tr.docChanged) return before;
      return { ...before, found: findAll(tr.doc, before.pattern) };
    },
  },
  props: {
    decorations(state) {
      const search = key.getState(state);
      if (!search) return null;
      const { from, to } = state.selection;
      return DecorationSet.create(
        state.doc,
        search.found.map((one) =>
          Decoration.inline(one.from, one.to, { class: one.from === from && one.to === to ? "found current" : "found" }),
        ),
      );
    },
  },
});

let bar = null;

/** Opens the bar, with the selected words in it. */
export function openFind(view) {
  bar ??= new FindBar(view);
  bar.open();
}

class FindBar {
  constructor(view) {
    this.view = view;
    this.what = make("input", { type: "search", dir: "auto", autocomplete: "off", oninput: later(120, () => this.search()) });
    this.by = make("input", { dir: "auto", autocomplete: "off" });
    this.folded = make("input", { type: "checkbox", checked: true, onchange: () => this.search() });
    this.said = make("p", { class: "quiet", role: "status" });
    const button = (id, act) => make("button", { type: "button", onclick: act }, word(`editor.${id}`));
    this.dom = make(
      "search",
      { class: "find-bar", "aria-label": word("editor.act.find") },
      field(word("editor.find.what"), this.what),
      field(word("editor.find.by"), this.by),
      make(
        "div",
        { class: "buttons" },
        make("label", { class: "check" }, this.folded, " ", word("editor.find.folded")),
        button("find.next", () => this.go(1)),
        button("find.previous", () => this.go(-1)),
        button("find.replace", () => this.replace()),
        button("find.replace-all", () => this.replaceAll()),
        make("button", { type: "button", class: "quiet", onclick: () => this.close() }, word("editor.close")),
      ),
      this.said,
    );
    this.dom.addEventListener("keydown", (event) => this.key(event));
    view.dom.parentNode.prepend(this.dom);
  }

  open() {
    const { state } = this.view;
    const { from, to } = state.selection;
    const selected = state.doc.textBetween(from, to, "\n");
    if (selected && !selected.includes("\n") && selected.length < 200) this.what.value = selected;
    this.dom.hidden = false;
    this.what.focus();
    this.what.select();
    this.search();
  }

  close() {
    this.dom.hidden = true;
    this.view.dispatch(this.view.state.tr.setMeta(key, null));
    this.view.focus();
  }

  key(event) {
    if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && event.target === this.what) this.go(event.shiftKey ? -1 : 1);
    else if (event.key === "Enter" && event.target === this.by) this.replace();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  search() {
    const text = this.what.value;
    const pattern = text.trim() ? (this.folded.checked ? foldedPattern(text) : exactPattern(text)) : null;
    const found = pattern ? findAll(this.view.state.doc, pattern) : [];
    this.view.dispatch(this.view.state.tr.setMeta(key, pattern && { pattern, found }));
    this.said.textContent = pattern ? word("editor.find.count", found.length) : "";
  }

  get found() {
    return key.getState(this.view.state)?.found ?? [];
  }

  /** To the next one from the caret on, around the end if need be. */
  go(direction) {
    const { found } = this;
    if (!found.length) return;
    const { from, to } = this.view.state.selection;
    const next =
      direction > 0
        ? (found.find((one) => one.from >= to && !(one.from === from && one.to === to)) ?? found[0])
        : (found.findLast((one) => one.to <= from) ?? found.at(-1));
    this.select(next);
    this.said.textContent = word("editor.find.at", found.indexOf(next) + 1, found.length);
  }

  select({ from, to }) {
    const { tr } = this.view.state;
    this.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from, to)));
    const place = this.view.domAtPos(from).node;
    (place instanceof Element ? place : place.parentElement)?.scrollIntoView({ block: "center" });
  }

  replace() {
    const { from, to } = this.view.state.selection;
    if (this.found.some((one) => one.from === from && one.to === to)) {
      this.view.dispatch(withText(this.view.state.tr, { from, to }, this.by.value));
    }
    this.go(1);
  }

  replaceAll() {
    const { found } = this;
    const { tr } = this.view.state;
    for (const one of [...found].reverse()) withText(tr, one, this.by.value);
    this.view.dispatch(tr);
    this.said.textContent = word("editor.find.replaced", found.length);
  }
}

/** Puts a text in place of a range, in the marks of what stood there. */
export function withText(tr, { from, to }, text) {
  return text ? tr.insertText(text, from, to) : tr.delete(from, to);
}
