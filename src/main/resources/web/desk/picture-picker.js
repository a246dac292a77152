// Lets somebody choose a picture from the library, or bring one in, and hands it over.
//
//   import { pickPicture, uploadPicture } from "./picture-picker.js";
//   const picture = await pickPicture();          // null when they changed their mind
//   const picture = await uploadPicture(file);    // a file that was pasted or dropped into a story
//
// A picture is {asset, kind, alt, caption, credit, width, height, address, name, page}: asset goes into the document's picture node,
// with alt, caption and credit as this use of it begins; address, width and height show it at once. uploadPicture throws an
// error whose message can be shown when the file is not taken in.

import { filesOf, sendAll, uploadPicture } from "./picture-upload.js";
import { word } from "./words.js";

export { uploadPicture };

function element(name, properties, ...content) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
}

export function pickPicture() {
  return new Promise((resolve) => {
    const search = element("input", { type: "search", placeholder: word("picture.search") });
    search.setAttribute("aria-label", word("picture.search"));
    const file = element("input", { type: "file", multiple: true, hidden: true, accept: "image/*,video/*,audio/*,.heic,.avif" });
    const bring = element("button", { type: "button", textContent: word("picture.bring-in") });
    const close = element("button", { type: "button", className: "quiet", textContent: word("picture.close") });
    const heading = element("h2", { id: "picker-heading", textContent: word("picture.pick") });
    const uploads = element("ul", { className: "uploads" });
    const found = element("div", { className: "found" });
    const dialog = element("dialog", { className: "picker" }, element("header", {}, heading, search, bring, close, file), uploads, found);
    dialog.setAttribute("aria-labelledby", heading.id);
    const opener = document.activeElement;

    let picked = null;
    const choose = (picture) => {
      picked = picture;
      dialog.close();
    };

    let asked = 0;
    async function show(address, more) {
      const mine = ++asked;
      const answer = await fetch(address);
      if (!answer.ok || mine !== asked) return;
      const html = await answer.text();
      if (more) {
        more.closest(".pages").remove();
        found.insertAdjacentHTML("beforeend", html);
      } else {
        found.innerHTML = html;
        found.scrollTop = 0;
      }
    }
    const look = () => show("/desk/pictures/picker?" + new URLSearchParams({ q: search.value }));

    let typing;
    search.addEventListener("input", () => {
      clearTimeout(typing);
      typing = setTimeout(look, 200);
    });
    search.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      look();
    });
    found.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button?.dataset.picture) choose(JSON.parse(button.dataset.picture));
      else if (button?.dataset.next) show(button.dataset.next, button);
    });

    async function take(files) {
      if (!files.length) return;
      const came = [];
      await sendAll(files, uploads, (picture) => came.push(picture));
      if (files.length === 1 && came.length === 1) choose(came[0]);
      else look();
    }
    bring.addEventListener("click", () => file.click());
    file.addEventListener("change", () => take([...file.files]));
    dialog.addEventListener("dragover", (event) => {
      event.preventDefault();
      dialog.classList.add("over");
    });
    dialog.addEventListener("dragleave", () => dialog.classList.remove("over"));
    dialog.addEventListener("drop", (event) => {
      event.preventDefault();
      event.stopPropagation();
      dialog.classList.remove("over");
      take(filesOf(event.dataTransfer));
    });
    dialog.addEventListener("paste", (event) => {
      event.stopPropagation();
      if (filesOf(event.clipboardData).length) {
        event.preventDefault();
        take(filesOf(event.clipboardData));
      }
    });
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      dialog.remove();
      opener?.focus?.();
      resolve(picked);
    });

    document.body.append(dialog);
    dialog.showModal();
    search.focus();
    look();
  });
}
