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
