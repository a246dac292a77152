// What every page of the desk has. Pages that need more bring modules of their own.

import "./date-picker.js";
import "./palette.js";

// On a wide screen the menu is a sidebar and always open; on a phone it opens by touch.
const menu = document.querySelector(".sidebar .menu");
if (menu) {
  const wide = matchMedia("(min-width: 60rem)");
  const fit = () => (menu.open = wide.matches);
  wide.addEventListener("change", fit);
  fit();
}

// Leaving the page with something unsaved asks first; sending the form is not leaving.
const editor = document.getElementById("editor");
if (editor) {
  let unsaved = false;
  editor.addEventListener("input", () => (unsaved = true));
  editor.addEventListener("submit", () => (unsaved = false));
  // a date that is typed or picked is meant
  editor.elements["published-at"].addEventListener("input", () => (editor.elements.published.value = "at"));
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
  // Shift+Space types the half-space, as on a Persian keyboard
  editor.addEventListener("keydown", (event) => {
    const field = event.target;
    if (event.key === " " && event.shiftKey && typeof field.setRangeText === "function") {
      event.preventDefault();
      field.setRangeText("\u200c", field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }
  });
}

// What was typed into a password's field can be looked at.
for (const field of document.querySelectorAll("[data-show]")) {
  const label = document.createElement("label");
  const box = document.createElement("input");
  label.className = "shown";
  box.type = "checkbox";
  label.append(box, " ", field.dataset.show);
  field.closest("label").after(label);
  box.addEventListener("change", () => (field.type = box.checked ? "text" : "password"));
  // browsers offer to keep what is sent as a password
  field.form.addEventListener("submit", () => (field.type = "password"));
}
