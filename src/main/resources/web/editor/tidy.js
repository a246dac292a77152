// What the house's copy editor would mend, shown in place and as a list: take one, all, or all of a kind. Nothing is ever changed
// by itself.
import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { json, ofStory } from "./server.js";
import { later, make } from "./elements.js";
import { withText } from "./find.js";
import { word } from "./words.js";

const key = new PluginKey("tidy");
const AT_ONCE = 120;

/** The suggestions by the text of a block: what is known of a text stays right wherever it stands. */
const known = new Map();

export const tidying = new Plugin({
  key,
  state: {
    init: () => DecorationSet.empty,
    apply(tr, shown) {
      const asked = tr.getMeta(key);
      if (asked) return asked;
      return tr.docChanged ? shown.map(tr.mapping, tr.doc) : shown;
    },
  },
  props: { decorations: (state) => key.getState(state) },
});

/** The panel. It looks at the story while it is open, a moment after somebody has stopped typing. */
export class TidyPanel {
  constructor(view) {
    this.view = view;
    this.rejected = new Set();
    this.said = make("p", { class: "quiet", role: "status" });
    this.list = make("ul", { class: "offers" });
    this.kinds = make("div", { class: "kinds" });
    this.dom = make("div", { class: "tidy-panel" }, this.said, this.kinds, this.list);
    this.soon = later(700, () => this.look());
  }

  open() {
    this.isOpen = true;
    this.look();
  }

  close() {
    this.isOpen = false;
    this.view.dispatch(this.view.state.tr.setMeta(key, DecorationSet.empty));
  }

  changed() {
    if (this.isOpen) this.soon();
  }

  async look() {
    const unknown = [...new Set(this.blocks().map(({ text }) => text))].filter((text) => !known.has(text));
    if (unknown.length) this.said.textContent = word("editor.tidy.looking");
    try {
      for (let i = 0; i < unknown.length; i += AT_ONCE) {
        const texts = unknown.slice(i, i + AT_ONCE);
        const { edits } = await json(ofStory("tidying"), { texts });
        texts.forEach((text, k) => known.set(text, edits[k]));
      }
    } catch {
      this.said.textContent = word("editor.tidy.not-reached");
      return;
    }
    // somebody may have typed on meanwhile: what is not known by now comes with the next look
    if (this.isOpen) this.show();
  }

  blocks() {
    const found = [];
    this.view.state.doc.descendants((node, position) => {
      if (!node.isTextblock) return true;
      if (node.content.size) found.push({ text: node.textContent, position: position + 1 });
      return false;
    });
    return found;
  }

  /** Every suggestion for the story as it is, but those that were rejected. */
  offers() {
    return this.blocks().flatMap(({ text, position }) =>
      (known.get(text) ?? []).map((edit) => ({ ...edit, from: position + edit.start, to: position + edit.end, id: idOf(text, edit) })),
    ).filter(({ id }) => !this.rejected.has(id));
  }

  show() {
    const offers = this.offers();
    this.view.dispatch(this.view.state.tr.setMeta(key, DecorationSet.create(this.view.state.doc, offers.map(decorationOf))));
    this.said.textContent = offers.length ? word("editor.tidy.count", offers.length) : word("editor.tidy.none");
    this.kinds.replaceChildren(...this.kindButtons(offers));
    this.list.replaceChildren(...offers.slice(0, 300).map((offer) => this.item(offer)));
  }

  kindButtons(offers) {
    if (offers.length < 2) return [];
    const kinds = Object.entries(Object.groupBy(offers, ({ kind }) => kind));
    const all = make("button", { type: "button", onclick: () => this.take(offers) }, word("editor.tidy.take-all"));
    if (kinds.length < 2) return [all];
    return [
      all,
      ...kinds.map(([kind, those]) =>
        make(
          "span",
          { class: "kind" },
          word(`editor.tidy.kind.${kind}`, those.length),
          " ",
          make("button", { type: "button", class: "quiet", onclick: () => this.take(those) }, word("editor.tidy.take")),
          make("button", { type: "button", class: "quiet", onclick: () => this.reject(those) }, word("editor.tidy.reject")),
        ),
      ),
    ];
  }

  item(offer) {
    return make(
      "li",
      {},
      make(
        "button",
        { type: "button", class: "change", onclick: () => this.goTo(offer), title: offer.reason },
        make("del", {}, offer.wordBefore),
        " ",
        make("ins", {}, offer.wordAfter),
      ),
      make("small", {}, offer.reason),
      make("span", { class: "acts" },
        make("button", { type: "button", class: "quiet", onclick: () => this.take([offer]) }, word("editor.tidy.take")),
        make("button", { type: "button", class: "quiet", onclick: () => this.reject([offer]) }, word("editor.tidy.reject")),
      ),
    );
  }

  goTo({ from, to }) {
    const { tr } = this.view.state;
    this.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from, to)).scrollIntoView());
    this.view.focus();
  }

  /** Makes the mends that still fit: the text may have changed since they were offered. */
  take(chosen) {
    const ids = new Set(chosen.map(({ id }) => id));
    const still = this.offers().filter(({ id }) => ids.has(id));
    const { tr } = this.view.state;
    for (const { from, to, after } of still.sort((a, b) => b.from - a.from)) withText(tr, { from, to }, after);
    this.view.dispatch(tr);
    this.look();
  }

  reject(chosen) {
    chosen.forEach(({ id }) => this.rejected.add(id));
    this.show();
  }
}

/** A mend is known again by what stands around it, so that it stays rejected while the rest of the paragraph changes. */
function idOf(text, { start, end, after }) {
  return [text.slice(Math.max(0, start - 12), start), text.slice(start, end), after, text.slice(end, end + 12)].join("\u0000");
}

function decorationOf({ from, to, after, reason }) {
  const text = { class: "mend", title: reason, "data-after": after };
  if (from < to) return Decoration.inline(from, to, text);
  return Decoration.widget(from, () => make("span", { class: "mend put-in", title: reason, "aria-hidden": "true" }), {
    side: 0,
    ignoreSelection: true,
    key: `mend-${after}`,
  });
}
