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
let refused = 0;

/** The field that is being written in, and what stands in it. */
const writing = () => {
  const field = document.activeElement;
  return field?.id && field.matches("input") && page().contains(field) ? { id: field.id, value: field.value, caret: field.selectionEnd } : {};
};

/** Puts the answer in place of what is shown; whoever had the focus has it again, and whoever wrote on meanwhile goes on. */
async function show(answer, focus, before, options = {}) {
  const html = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = html.getElementById("front-desk");
  if (!fresh) {
    location.assign(answer.url);
    return;
  }
  if (options.act && !answer.ok) refused++;
  const scrolled = document.querySelector(".candidates")?.scrollTop ?? 0;
  const now = writing();
  page().replaceWith(document.adoptNode(fresh));
  document.title = html.title;
  if (answer.ok && !answer.url.includes("/draft")) history.replaceState(null, "", answer.url);
  const list = document.querySelector(".candidates");
  if (list) list.scrollTop = scrolled;
  const field = now.id && document.getElementById(now.id);
  if (field && (now.id === focus || now.id !== before.id || now.value !== before.value)) {
    if (now.id !== before.id || now.value !== before.value) field.value = now.value;
    field.focus({ preventScroll: true });
    field.setSelectionRange(now.caret, now.caret);
    return;
  }
  const target = focus && document.getElementById(focus);
  target?.focus({ preventScroll: true });
  // where page and side stand below each other, the place that has changed is shown
  if (target?.dataset.slot && options.act && narrow()) target.scrollIntoView({ block: "center" });
}

/** One after the other, so that the answer that is shown last is that to the last question. */
function ask(address, focus) {
  const before = writing();
  running = running
    .then(async () => show(await fetch(address, { headers: { Accept: "text/html" } }), focus, before))
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

/**
 * Sends one act when its turn has come, on the version that the one before has made. When that one was refused, what was
 * ordered behind it is not done: the answer is read first.
 */
function act(fields, focus, address = page().querySelector(".front-acts").getAttribute("action")) {
  const before = writing();
  const sofar = refused;
  running = running
    .then(async () => {
      if (refused !== sofar) return;
      const body = new URLSearchParams(fields);
      body.set("csrf", csrf);
      body.set("version", page().querySelector("[data-version]").dataset.version);
      await show(await fetch(address, { method: "POST", headers: { Accept: "text/html" }, body }), focus, before, { act: true });
    })
    .catch(() => ask(location.pathname + location.search, focus));
  return running;
}

const placeId = (slot) => "place-" + slot;

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-front]");
  if (!form) return;
  event.preventDefault();
  const fields = new URLSearchParams(new FormData(form, event.submitter));
  const slot = fields.get("slot");
  if (form.method === "get") ask(form.getAttribute("action") + "?" + fields, "find");
  else act(fields, slot ? placeId(slot) : null, event.submitter?.getAttribute("formaction") ?? form.getAttribute("action"));
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-front]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  ask(link.getAttribute("href"), link.id || null).then(() => {
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
  typing = setTimeout(() => ask(form.getAttribute("action") + "?" + new URLSearchParams(new FormData(form)), "find"), 250);
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
    ask(place.getAttribute("href"), "until");
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

// ---- what others do

/** Elements that are the same thing on the page as it was and as it is. */
function counterpart(element) {
  if (element.id) return document.getElementById(element.id);
  const { name, value, dataset } = element;
  return [...page().querySelectorAll(element.localName)].find(
    (other) => other.name === name && other.value === value && other.dataset.command === dataset.command && other.textContent === element.textContent,
  );
}

/** Somebody is writing in the side, or has chosen something there that is not sent yet: it is left as it is. */
function isInUse() {
  const side = document.querySelector(".front-side");
  return (
    side.contains(document.activeElement) ||
    [...side.querySelectorAll("input:not([type=hidden], [type=checkbox])")].some((field) => field.value !== field.defaultValue) ||
    [...side.querySelectorAll("input[type=checkbox]")].some((box) => box.checked !== box.defaultChecked) ||
    [...side.querySelectorAll("option")].some((option) => option.selected !== option.defaultSelected && side.querySelector("option[selected]"))
  );
}

const PARTS = [".heading", ".small-front", ".standing", ".unpublished"];

/** Takes the page as it is now, without what somebody is doing at this moment. */
async function refresh() {
  const html = new DOMParser().parseFromString(await (await fetch(location.href, { headers: { Accept: "text/html" } })).text(), "text/html");
  const fresh = html.getElementById("front-desk");
  if (!fresh || dragged || page().querySelector(".conflict")) return;
  const focused = document.activeElement;
  const scrolled = { page: scrollY, list: document.querySelector(".candidates")?.scrollTop ?? 0 };
  if (isInUse()) {
    for (const part of PARTS) {
      const [there, now] = [page().querySelector(part), fresh.querySelector(part)];
      if (there && now) there.replaceWith(document.adoptNode(now));
    }
    const { version, ordinal } = fresh.querySelector("[data-version]").dataset;
    Object.assign(page().querySelector("[data-version]").dataset, { version, ordinal });
    page().querySelectorAll("input[name=version]").forEach((field) => (field.value = version));
    page().querySelectorAll("input[name=ordinal]").forEach((field) => (field.value = ordinal));
  } else {
    page().replaceWith(document.adoptNode(fresh));
    const list = document.querySelector(".candidates");
    if (list) list.scrollTop = scrolled.list;
  }
  if (!focused.isConnected) counterpart(focused)?.focus({ preventScroll: true });
  scrollTo({ top: scrolled.page });
}

let told;
function catchUp() {
  running = running
    .then(() => {
      const shown = page().querySelector("[data-version]").dataset;
      // one's own acts have been answered before this is looked at
      if (told && !dragged && (shown.version !== String(told.version) || shown.ordinal !== String(told.ordinal))) return refresh();
    })
    .catch(() => {});
}
new EventSource("/desk/front/events").addEventListener("front", (event) => {
  told = JSON.parse(event.data);
  catchUp();
});
document.addEventListener("dragend", catchUp);

register({ id: "front-find", label: word("front.find"), keys: "s", run: () => document.getElementById("find")?.focus() });
