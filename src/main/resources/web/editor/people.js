// Who else is in the story, and where: carets in the text, names in words.
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { NotReached, json, ofStory } from "./server.js";
import { later, make } from "./elements.js";
import { word } from "./words.js";

const key = new PluginKey("people");
const COLOURS = 8;

/** The same person has the same colour in every window. */
function colour(name) {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + character.codePointAt(0)) >>> 0;
  return sum % COLOURS;
}

export const people = new Plugin({
  key,
  state: {
    init: () => [],
    apply(tr, others) {
      const told = tr.getMeta(key);
      if (told) return told.map((one) => within(one, tr.doc));
      if (!tr.docChanged) return others;
      return others.map((one) => ({ ...one, anchor: tr.mapping.map(one.anchor), head: tr.mapping.map(one.head) }));
    },
  },
  props: {
    decorations(state) {
      const others = key.getState(state).filter((one) => one.head !== null);
      if (!others.length) return null;
      return DecorationSet.create(state.doc, others.flatMap((one) => carets(one)));
    },
  },
});

function within(one, doc) {
  const fits = Number.isInteger(one.head) && one.head >= 0 && one.head <= doc.content.size;
  const head = fits ? one.head : null;
  const anchor = fits && one.anchor >= 0 && one.anchor <= doc.content.size ? one.anchor : head;
  return { ...one, head, anchor };
}

function carets({ client, name, anchor, head }) {
  const number = colour(name);
  const caret = Decoration.widget(
    head,
    () => make("span", { class: `other-caret colour-${number}`, "data-name": name, "aria-hidden": "true" }),
    { key: `${client}-${name}`, side: 10, ignoreSelection: true },
  );
  if (anchor === head) return [caret];
  const [from, to] = [Math.min(anchor, head), Math.max(anchor, head)];
  return [caret, Decoration.inline(from, to, { class: `other-selection colour-${number}` })];
}

/** The list of who is here, in words; and what tells the others where I am. */
export class Presence {
  constructor(view, client) {
    this.view = view;
    this.client = client;
    this.list = make("p", { class: "people", role: "status" });
    this.tell = later(250, () => this.say());
    // the server forgets who has not been heard of for half a minute
    setInterval(() => !document.hidden && this.say(), 12_000);
    this.say();
  }

  async say() {
    const { anchor, head } = this.view.state.selection;
    try {
      await json(ofStory("presence"), { client: this.client, anchor, head });
    } catch (problem) {
      if (!(problem instanceof NotReached)) this.list.textContent = "";
    }
  }

  /** Everybody who is here, as the server has it. */
  heard(everybody) {
    const others = everybody.filter((one) => one.client !== this.client);
    this.view.dispatch(this.view.state.tr.setMeta(key, others));
    const names = [...new Set(others.map((one) => one.name))];
    const text = names.length ? word("editor.people", new Intl.ListFormat(document.documentElement.lang).format(names)) : "";
    if (this.list.textContent !== text) {
      this.list.replaceChildren(
        ...(text ? [make("span", { class: "dots", "aria-hidden": "true" }, ...names.map((name) => make("i", { class: `colour-${colour(name)}` }))), text] : []),
      );
    }
  }
}
