// The command palette (Ctrl+K) and the keys of the desk. Everything that can be done on a page stands in it: links and
// buttons that carry data-command, and what other modules register.

import { word } from "./words.js";

const registered = new Map();
const opener = document.getElementById("open-palette");
let dialog;
let before;

/**
 * Adds a command, or replaces the one with this id; answers a function that takes it away again.
 *
 * @param {{id: string, label: string, keys?: string, run: () => void, when?: () => boolean}} command
 *   keys as they are pressed outside of fields: «n», «g b» (one after the other), «Ctrl+Enter» (also inside of them);
 *   letters are those of the Latin keyboard, whatever layout is on
 */
export function register(command) {
  registered.set(command.id, command);
  return () => registered.delete(command.id);
}

function fromPage() {
  return [...document.querySelectorAll("[data-command]")]
    .filter((element) => !element.disabled && element.closest("[hidden]") === null)
    .map((element) => ({
      id: "page:" + element.dataset.command,
      label: element.dataset.label ?? element.textContent.trim(),
      keys: element.dataset.keys,
      run: () => element.click(),
    }));
}

/** What can be done now, each thing once. */
export function commands() {
  const all = new Map(fromPage().map((command) => [command.id, command]));
  for (const command of registered.values()) {
    if (!command.when || command.when()) all.set(command.id, command);
  }
  return [...all.values()];
}

// ---- keys

const isField = (element) =>
  element instanceof HTMLElement &&
  (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));

/** «Ctrl+Shift+K», «g»: by the place on the keyboard, so that a Persian layout changes nothing. */
export function pressed(event) {
  const place = /^(Key|Digit)(.)$/.exec(event.code);
  const key = place ? place[2].toLowerCase() : event.code === "Slash" ? (event.shiftKey ? "?" : "/") : event.key;
  const shift = event.shiftKey && key !== "?" ? "Shift+" : "";
  return (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") + shift + key;
}

let first = "";
let firstAt = 0;

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.defaultPrevented) return;
  const key = pressed(event);
  if (key === "Ctrl+k" || key === "Ctrl+Shift+p") {
    event.preventDefault();
    openPalette();
    return;
  }
  const inField = isField(event.target);
  if (dialog?.open || (inField && !/^(Ctrl|Alt)\+/.test(key))) return;
  if (key === "?") {
    event.preventDefault();
    openPalette();
    return;
  }
  const sequence = first && event.timeStamp - firstAt < 1500 ? first + " " + key : key;
  const all = commands();
  const found = all.find((command) => command.keys === sequence) ?? all.find((command) => command.keys === key);
  if (found) {
    event.preventDefault();
    first = "";
    found.run();
  } else {
    first = /^[a-z]$/.test(key) ? key : "";
    firstAt = event.timeStamp;
  }
});

// ---- the dialog

function build() {
  dialog = document.createElement("dialog");
  dialog.className = "palette";
  dialog.setAttribute("aria-label", word("palette.name"));
  const field = document.createElement("input");
  field.type = "text";
  field.autocomplete = "off";
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-expanded", "true");
  field.setAttribute("aria-controls", "palette-list");
  field.setAttribute("aria-label", word("palette.search"));
  field.placeholder = word("palette.search");
  const list = document.createElement("ul");
  list.id = "palette-list";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", word("palette.name"));
  const empty = document.createElement("p");
  empty.className = "empty";
  empty.setAttribute("role", "status");
  dialog.append(field, list, empty);
  document.body.append(dialog);

  field.addEventListener("input", () => show(field.value));
  field.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      move(step);
    } else if (event.key === "Enter") {
      event.preventDefault();
      list.querySelector("[aria-selected=true]")?.click();
    }
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => before?.focus?.());
}

/** Compares as readers do: Arabic letters, half-spaces and digits make no difference. */
const folded = (text) =>
  text
    .toLowerCase()
    .replace(/[\u064A\u0649]/g, "ی")
    .replace(/\u0643/g, "ک")
    .replace(/[\u200c\s]+/g, " ")
    .trim();

function show(wanted) {
  const words = folded(wanted).split(" ");
  const found = commands().filter((command) => words.every((part) => folded(command.label).includes(part)));
  const list = dialog.querySelector("ul");
  list.replaceChildren(
    ...found.map((command, index) => {
      const item = document.createElement("li");
      item.id = "palette-" + index;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", String(index === 0));
      item.append(command.label);
      if (command.keys) {
        const keys = document.createElement("kbd");
        keys.textContent = command.keys.replace(/\+/g, " ");
        item.append(keys);
      }
      item.addEventListener("click", () => {
        before = null;
        dialog.close();
        command.run();
      });
      return item;
    }),
  );
  dialog.querySelector(".empty").textContent = found.length ? "" : word("palette.nothing");
  select(0);
}

function select(index) {
  const items = [...dialog.querySelectorAll("li")];
  items.forEach((item, at) => item.setAttribute("aria-selected", String(at === index)));
  const field = dialog.querySelector("input");
  if (items[index]) {
    field.setAttribute("aria-activedescendant", items[index].id);
    items[index].scrollIntoView({ block: "nearest" });
  } else {
    field.removeAttribute("aria-activedescendant");
  }
}

function move(step) {
  const items = [...dialog.querySelectorAll("li")];
  const now = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  if (items.length) select((now + step + items.length) % items.length);
}

export function openPalette() {
  if (!dialog) build();
  if (dialog.open) return;
  before = document.activeElement;
  const field = dialog.querySelector("input");
  field.value = "";
  dialog.showModal();
  show("");
  field.focus();
}

if (opener) {
  opener.hidden = false;
  opener.addEventListener("click", openPalette);
}
