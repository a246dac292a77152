// The library: files come in by the button, by drag and by paste, each with its progress. Without this script the form
// sends them all at once.

import { filesOf, goOn, sendAll } from "./picture-upload.js";
import { word } from "./words.js";

const form = document.getElementById("bring-in");
const input = document.getElementById("files");
const list = document.getElementById("uploads");

form.classList.add("scripted");
input.addEventListener("change", () => {
  bring([...input.files]);
  input.value = "";
});
form.addEventListener("submit", (event) => event.preventDefault());

let over = 0;
addEventListener("dragenter", (event) => {
  if (!event.dataTransfer?.types.includes("Files")) return;
  over++;
  form.classList.add("over");
});
addEventListener("dragleave", () => {
  over = Math.max(0, over - 1);
  if (!over) form.classList.remove("over");
});
addEventListener("dragover", (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
addEventListener("drop", (event) => {
  over = 0;
  form.classList.remove("over");
  const files = filesOf(event.dataTransfer);
  if (!files.length) return;
  event.preventDefault();
  bring(files);
});
addEventListener("paste", (event) => {
  const files = filesOf(event.clipboardData);
  if (!files.length) return;
  event.preventDefault();
  bring(files);
});

let waiting = 0;
function finished(picture) {
  if (waiting) return;
  // the grid shows what is new once all is there, and only when somebody asks: a screen never moves by itself
  if (document.getElementById("show-new")) return;
  const show = Object.assign(document.createElement("a"), { id: "show-new", className: "button", href: "/desk/pictures", textContent: word("picture.show-new") });
  list.after(show);
}

async function bring(files) {
  waiting++;
  await sendAll(files, list);
  waiting--;
  if (list.querySelector(".finished")) finished();
}

waiting++;
goOn(list).then(() => {
  waiting--;
  if (list.querySelector(".finished")) finished();
});
