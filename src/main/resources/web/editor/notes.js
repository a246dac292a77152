// Notes on passages: marks in the text, writing one from the selection, going from one to the next, calling a colleague by name.
import { Plugin, PluginKey, TextSelection } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { make } from "./elements.js";
import { json, ofStory } from "./server.js";

const key = new PluginKey("notes");

/** Marks of the open notes; they follow what is typed until the server tells them anew. */
export const notes = new Plugin({
  key,
  state: {
    init: () => ({ chosen: null, marks: DecorationSet.empty }),
    apply(tr, old) {
      const told = tr.getMeta(key);
      if (told) return { chosen: told.chosen, marks: DecorationSet.create(tr.doc, told.notes.map((note) => mark(note, told.chosen))) };
      return tr.docChanged ? { ...old, marks: old.marks.map(tr.mapping, tr.doc) } : old;
    },
  },
  props: { decorations: (state) => key.getState(state).marks },
});

function mark(note, chosen) {
  return Decoration.inline(note.from, note.to, { class: note.id === chosen ? "noted chosen" : "noted" }, { id: note.id, inclusiveStart: false });
}

export class Notes {
  constructor(view, panels, conversation) {
    this.view = view;
    this.panels = panels;
    this.conversation = conversation;
    view.dom.addEventListener("click", (event) => event.target.closest(".noted") && this.show(this.at(view.posAtDOM(event.target, 0))));
    document.addEventListener("titr-panel", (event) => event.detail.name === "notes" && this.drawn(event.detail.place));
    this.refresh();
  }

  /** The notes as the server has them; told for a version that this window has, or asked for again. */
  async refresh() {
    try {
      const all = (await json(ofStory("notes"))).filter((note) => note.open && note.to > note.from);
      if (all.some((note) => note.version > this.conversation.version)) await this.conversation.pull();
      // what is typed here and not sent yet moves them on
      const { pending } = this.conversation;
      const fits = all
        .map((note) => pending.reduce(moved, note))
        .filter((note) => note.from < note.to && note.to <= this.view.state.doc.content.size);
      this.put(fits, key.getState(this.view.state).chosen);
    } catch {
      // the next event tells it again
    }
  }

  put(all, chosen) {
    this.view.dispatch(this.view.state.tr.setMeta(key, { notes: all, chosen }).setMeta("addToHistory", false));
  }

  /** As they stand now. */
  marks() {
    return key
      .getState(this.view.state)
      .marks.find()
      .map(({ from, to, spec }) => ({ from, to, id: spec.id }))
      .sort((one, other) => one.from - other.from);
  }

  at(position) {
    return this.marks().find((note) => note.from <= position && position <= note.to)?.id;
  }

  /** Goes to a note's passage, and marks its line in the panel. */
  go(id) {
    const note = this.marks().find((one) => one.id === id);
    if (!note) return;
    const { state } = this.view;
    this.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, note.from, note.to)).scrollIntoView());
    this.put(this.marks(), id);
    this.view.focus();
  }

  /** The next note behind the caret, or the first. */
  next(step = 1) {
    const all = this.marks();
    if (!all.length) return false;
    const { from } = this.view.state.selection;
    const place = step > 0 ? all.findIndex((note) => note.from > from) : all.findLastIndex((note) => note.to < from);
    this.go(all.at(place < 0 ? (step > 0 ? 0 : -1) : place).id);
    return true;
  }

  show(id) {
    if (!id) return;
    this.chosen = id;
    if (this.panels.current === "notes" && !this.panels.dom.hidden) this.choose();
    else this.panels.open("notes");
  }

  choose() {
    for (const line of this.panels.place.querySelectorAll("[data-note-line]")) {
      const isChosen = line.dataset.noteLine === this.chosen;
      line.classList.toggle("chosen", isChosen);
      if (isChosen) line.scrollIntoView({ block: "nearest" });
    }
  }

  /** Opens the panel for a note on what is selected. */
  async begin() {
    const { from, to } = this.view.state.selection;
    if (from === to) return false;
    this.selected = { from, to };
    this.wanted = true;
    this.panels.open("notes");
    return true;
  }

  /** The panel was drawn: its form takes the selection, its lines lead into the text. */
  drawn(place) {
    const form = place.querySelector("[data-add-note]");
    if (!form) return;
    this.refresh();
    this.choose();
    place.addEventListener("click", (event) => {
      const button = event.target.closest("[data-note]");
      if (button) this.go(button.dataset.note);
    });
    for (const field of place.querySelectorAll("[data-mentions]")) suggestNames(field, JSON.parse(place.querySelector("[data-names]").dataset.names));
    const take = () => this.take(form);
    form.addEventListener("focusin", take);
    take();
    if (this.wanted) {
      this.wanted = false;
      form.elements.text.focus();
    }
    // positions are of the version that the server has then: everything typed is sent before
    form.addEventListener("submit", () => take(), { capture: true });
  }

  take(form) {
    const { state } = this.view;
    const { from, to } = state.selection;
    const quote = form.querySelector("[data-passage]");
    if (from !== to) {
      form.elements.from.value = from;
      form.elements.to.value = to;
      form.elements.version.value = this.conversation.version + this.conversation.pending.length;
      form.elements.quote.value = state.doc.textBetween(from, to, " ").slice(0, 300);
      quote.textContent = form.elements.quote.value;
    }
    quote.hidden = !form.elements.quote.value;
    form.querySelector("[data-no-passage]").hidden = !quote.hidden;
  }
}

function moved(note, step) {
  const map = step.getMap();
  return { ...note, from: map.map(note.from, 1), to: map.map(note.to, -1) };
}

/** Behind an @, names are offered: arrows choose, Enter or Tab takes one. */
function suggestNames(field, names) {
  const list = make("ul", { class: "mentions", role: "listbox", hidden: true });
  field.after(list);
  let chosen = 0;
  const typed = () => /@([^@\n]{0,40})$/u.exec(field.value.slice(0, field.selectionStart))?.[1];
  const fitting = () => {
    const begun = typed();
    return begun === undefined ? [] : names.filter((name) => name.startsWith(begun) && name !== begun).slice(0, 6);
  };
  const take = (name) => {
    const begun = typed() ?? "";
    field.setRangeText(`${name} `, field.selectionStart - begun.length, field.selectionStart, "end");
    draw();
    field.focus();
  };
  const draw = () => {
    const found = fitting();
    chosen = Math.min(chosen, Math.max(found.length - 1, 0));
    list.hidden = !found.length;
    list.replaceChildren(
      ...found.map((name, i) =>
        make(
          "li",
          { role: "option", "aria-selected": String(i === chosen) },
          make("button", { type: "button", tabindex: -1, onmousedown: (event) => event.preventDefault(), onclick: () => take(name) }, name),
        ),
      ),
    );
  };
  field.addEventListener("input", () => {
    chosen = 0;
    draw();
  });
  field.addEventListener("blur", () => (list.hidden = true));
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const found = fitting();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      chosen = (chosen + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length;
      draw();
    } else if (event.key === "Enter" || event.key === "Tab") take(found[chosen]);
    else if (event.key === "Escape") list.hidden = true;
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
