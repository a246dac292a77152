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
