// The front page by keys and by dragging. Without this file every act is a form; here its answer takes the place of the
// page's content, so that nothing jumps and the focus stays where it was.
//
// In the small front page: arrows go from place to place, Alt+arrow moves the story there, Enter chooses the place and
// goes to the search, Delete lets it fill itself, p goes to «stays until». Stories are dragged from place to place and from
// the list.

import { register } from "./palette.js";
import { csrf, word } from "./words.js";

const page = () => document.getElementById("front-desk");
const narrow = () => matchMedia("(max-width: 74.99rem)").matches;
let running = Promise.resolve();

/** Puts the answer in place of what is shown; whoever had the focus has it again. */
async function show(answer, focus, options = {}) {
  const html = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = html.getElementById("front-desk");
  if (!fresh) {
    location.assign(answer.url);
    return;
  }
  const scrolled = document.querySelector(".candidates")?.scrollTop ?? 0;
  page().replaceWith(document.adoptNode(fresh));
  document.title = html.title;
  if (answer.ok && !answer.url.includes("/draft")) history.replaceState(null, "", answer.url);
  const list = document.querySelector(".candidates");
  if (list) list.scrollTop = scrolled;
  const target = focus && document.getElementById(focus);
  target?.focus({ preventScroll: true });
  // where page and side stand below each other, the place that has changed is shown
  if (target?.dataset.slot && options.act && narrow()) target.scrollIntoView({ block: "center" });
}

/** One after the other: each act names the version that the one before has made. */
function ask(address, options, focus) {
  running = running
    .then(async () =>
      show(await fetch(address, { headers: { Accept: "text/html" }, ...options }), focus, { act: options.method === "POST" }),
    )
    .catch(() => {
      const notice = document.createElement("p");
      notice.className = "problem";
      notice.setAttribute("role", "alert");
      notice.textContent = word("front.offline");
      page().querySelector(".problem[role=alert]")?.remove();
      page().querySelector(".heading").after(notice);
    });
  return running;
}

/** Sends one act on the version that is shown when its turn has come. */
function act(fields, focus) {
  running = running.then(() => {
    const version = page().querySelector("[data-version]").dataset.version;
    return fetch(page().querySelector(".front-acts").getAttribute("action"), {
      method: "POST",
      body: new URLSearchParams({ csrf, version, ...fields }),
    }).then((answer) => show(answer, focus, { act: true }));
  }).catch(() => ask(location.pathname + location.search, {}, focus));
  return running;
}

const placeId = (slot) => "place-" + slot;

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-front]");
  if (!form) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  const slot = fields.get("slot");
  if (form.method === "get") ask(form.getAttribute("action") + "?" + fields, {}, "find");
  else
    ask(
      event.submitter?.getAttribute("formaction") ?? form.getAttribute("action"),
      { method: "POST", body: fields },
      slot ? placeId(slot) : null,
    );
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-front]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  ask(link.getAttribute("href"), {}, link.id || null).then(() => {
    if (narrow()) document.querySelector(".front-side")?.scrollIntoView({ block: "start" });
    else if (event.detail === 0 && link.dataset.slot) document.getElementById("find")?.focus();
  });
});

// ---- searching while typing

let typing;
document.addEventListener("input", (event) => {
  if (event.target.id !== "find") return;
  clearTimeout(typing);
  const form = event.target.form;
  const caret = event.target.selectionEnd;
  typing = setTimeout(
    () =>
      ask(form.getAttribute("action") + "?" + new URLSearchParams(new FormData(form)), {}, "find").then(() =>
        document.getElementById("find")?.setSelectionRange(caret, caret),
      ),
    250,
  );
});

// ---- keys

const centre = (element) => {
  const box = element.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, box };
};

/** The nearest place in a direction, as the eye finds it. */
function neighbour(place, key) {
  const from = centre(place);
  const ahead = {
    ArrowUp: (to) => from.box.top - to.box.bottom,
    ArrowDown: (to) => to.box.top - from.box.bottom,
    ArrowLeft: (to) => from.box.left - to.box.right,
    ArrowRight: (to) => to.box.left - from.box.right,
  }[key];
  const upright = key === "ArrowUp" || key === "ArrowDown";
  let best;
  for (const other of document.querySelectorAll("a.place")) {
    if (other === place) continue;
    const to = centre(other);
    const distance = ahead(to);
    if (distance < -4) continue;
    const aside = upright ? Math.abs(to.x - from.x) : Math.abs(to.y - from.y);
    const cost = distance + aside * 2;
    if (!best || cost < best.cost) best = { other, cost };
  }
  return best?.other;
}

document.addEventListener("keydown", (event) => {
  const place = event.target.closest?.("a.place");
  if (!place || event.ctrlKey || event.metaKey) return;
  const { slot, story } = place.dataset;
  if (event.key.startsWith("Arrow")) {
    const next = neighbour(place, event.key);
    event.preventDefault();
    if (!next) return;
    if (!event.altKey) next.focus();
    else if (story !== "0") {
      act({ act: "move", from: slot, slot: next.dataset.slot, story }, placeId(next.dataset.slot));
    }
  } else if (event.key === "Delete" || event.key === "Backspace") {
    event.preventDefault();
    act({ act: "remove", slot }, placeId(slot));
  } else if (event.code === "KeyP" && !event.altKey) {
    event.preventDefault();
    ask(place.getAttribute("href"), {}, "until");
  }
});

// ---- dragging

let dragged;
document.addEventListener("dragstart", (event) => {
  const source = event.target.closest?.("[data-story]");
  if (!source || !page()?.contains(source)) return;
  dragged = { story: source.dataset.story, slot: source.dataset.slot };
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", source.dataset.story);
});
document.addEventListener("dragover", (event) => {
  const target = event.target.closest?.("a.place");
  if (!dragged || !target) return;
  event.preventDefault();
  document.querySelectorAll(".place.over").forEach((other) => other !== target && other.classList.remove("over"));
  target.classList.add("over");
});
document.addEventListener("dragend", () => {
  dragged = undefined;
  document.querySelectorAll(".place.over").forEach((place) => place.classList.remove("over"));
});
document.addEventListener("drop", (event) => {
  const target = event.target.closest?.("a.place");
  if (!dragged || !target) return;
  event.preventDefault();
  const { story, slot: from } = dragged;
  const slot = target.dataset.slot;
  dragged = undefined;
  if (from === slot) return;
  act(from ? { act: "move", from, slot, story } : { act: "place", slot, story }, placeId(slot));
});

register({ id: "front-find", label: word("front.find"), keys: "s", run: () => document.getElementById("find")?.focus() });
