// Small things that every part of the screen is made of.
import { word } from "./words.js";

/** An element: `make("button", { class: "quiet", onclick: close }, "text", other)`. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A field with its label. */
export function field(label, input, ...more) {
  return make("label", { class: "field" }, make("span", {}, label), input, ...more);
}

/** A dialog with a title; answers what `close(value)` was called with, or undefined when it was left. */
export function ask(title, build) {
  return new Promise((resolve) => {
    const dialog = make("dialog", { class: "editor-dialog", "aria-label": title });
    let answer;
    const close = (value) => {
      answer = value;
      dialog.close();
    };
    dialog.append(
      make(
        "header",
        {},
        make("h2", {}, title),
        make("button", { type: "button", class: "quiet", onclick: () => close() }, word("editor.close")),
      ),
      build(close),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(answer);
    });
    dialog.addEventListener("click", (event) => event.target === dialog && close());
    document.body.append(dialog);
    dialog.showModal();
    dialog.querySelector("[autofocus]")?.focus();
  });
}

/** Calls `act` once things have been quiet for so many milliseconds. */
export function later(milliseconds, act) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...values), milliseconds);
  };
}

/** Calls `act` when the browser has nothing better to do: never between two keys. */
export function whenIdle(act) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    const run = () => {
      waiting = false;
      act();
    };
    if (window.requestIdleCallback) requestIdleCallback(run, { timeout: 1000 });
    else setTimeout(run, 200);
  };
}
