// What the editor says in words. The lines have a place of their own: nothing moves when they change.
import { make } from "./elements.js";
import { word } from "./words.js";

const states = make("p", { class: "saving", role: "status" });
const notes = make("p", { class: "note", role: "status" });
const counts = make("p", { class: "counts" });

/** The bar below the story. */
export const statusBar = make("footer", { class: "status-bar" }, states, notes, counts);

/** Says where the writing is kept: one of the keys below `editor.saving.`. */
export function saying(state, ...values) {
  const text = word(`editor.saving.${state}`, ...values);
  states.dataset.state = state;
  if (states.textContent !== text) states.textContent = text;
}

/** One quiet line about what was just done. */
export function note(text) {
  notes.textContent = text;
}

/** Words and minutes; not announced, since they change with every word. */
export function count(text) {
  if (counts.textContent !== text) counts.textContent = text;
}
