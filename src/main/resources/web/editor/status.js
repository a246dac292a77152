// What the editor says in words. The lines have a place of their own: nothing moves when they change.
import { make } from "./elements.js";
import { word } from "./words.js";

const states = make("p", { class: "saving" });
/** «Saved» after every few words would drown everything else a screen reader has to say: only trouble is announced, and its end. */
const trouble = make("p", { class: "hidden", role: "status" });
const notes = make("p", { class: "note", role: "status" });
const counts = make("p", { class: "counts" });

/** The bar below the story. */
export const statusBar = make("footer", { class: "status-bar" }, states, trouble, notes, counts);

/** Says where the writing is kept: one of the keys below `editor.saving.`. */
export function saying(state, ...values) {
  const text = word(`editor.saving.${state}`, ...values);
  states.dataset.state = state;
  if (states.textContent !== text) states.textContent = text;
  const isTrouble = ["offline", "offline-nothing", "signed-out", "refused"].includes(state);
  if (isTrouble || (state === "saved" && trouble.textContent)) {
    if (trouble.textContent !== text) trouble.textContent = text;
  }
}

/** One quiet line about what was just done. */
export function note(text) {
  notes.textContent = text;
}

/** Words and minutes; not announced, since they change with every word. */
export function count(text) {
  if (counts.textContent !== text) counts.textContent = text;
}
