// What every page of the desk has. Pages that need more bring modules of their own.

import "./palette.js";

// On a wide screen the menu is a sidebar and always open; on a phone it opens by touch.
const menu = document.querySelector(".sidebar .menu");
if (menu) {
  const wide = matchMedia("(min-width: 60rem)");
  const fit = () => (menu.open = wide.matches);
  wide.addEventListener("change", fit);
  fit();
}

// The date picker: the server draws the month, in whatever calendar the newspaper keeps.
for (const opener of document.querySelectorAll("[data-calendar]")) {
  const fieldset = opener.closest("fieldset");
  const field = fieldset.querySelector("[name=published-at]");
  const place = fieldset.querySelector(".calendar");
  opener.hidden = false;

  const show = async (address) => {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (answer.ok) {
      place.innerHTML = await answer.text();
      place.hidden = false;
      opener.setAttribute("aria-expanded", "true");
    }
  };
  const close = () => {
    place.hidden = true;
    opener.setAttribute("aria-expanded", "false");
  };

  opener.addEventListener("click", () => (place.hidden ? show(opener.dataset.calendar) : close()));
  place.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.month) {
      await show(button.dataset.month);
      place.querySelector("button").focus();
    } else if (button?.dataset.date) {
      const time = field.value.match(/[-،]\s*([\d۰-۹]{1,2}:[\d۰-۹]{2})/u);
      field.value = button.dataset.date + (time ? " - " + time[1] : "");
      fieldset.querySelector("[value=at]").checked = true;
      close();
      field.focus();
    }
  });
  place.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
      opener.focus();
    }
  });
  field.addEventListener("input", () => (fieldset.querySelector("[value=at]").checked = true));
}

// Leaving the page with something unsaved asks first; sending the form is not leaving.
const editor = document.getElementById("editor");
if (editor) {
  let unsaved = false;
  editor.addEventListener("input", () => (unsaved = true));
  editor.addEventListener("submit", () => (unsaved = false));
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
