// The board by hand: keys, dragging, tabs on a phone, and the panel that every card opens. What others do is told by
// board-live.js. Without any of it the board is a page of links and forms.
import { follow } from "./board-live.js";
import { register } from "./palette.js";
import { csrf, word } from "./words.js";

const board = document.getElementById("board");
const workflow = document.getElementById("workflow");
const keys = document.getElementById("keys");
const said = document.getElementById("said");
const rightToLeft = document.documentElement.dir === "rtl";

const columns = () => [...board.querySelectorAll(".column")];
const cards = (column) => [...column.querySelectorAll(".card")];
const link = (card) => card.querySelector("h3 a");
const current = () => document.activeElement?.closest?.("#board .card");

const say = (words) => {
  said.textContent = "";
  requestAnimationFrame(() => (said.textContent = words));
};

// ---- focus: one stop for each column; arrows go on from there

const rove = (column, chosen) => {
  const all = cards(column);
  const stop = chosen ?? all.find((card) => link(card).tabIndex === 0 && card.dataset.stop) ?? all[0];
  for (const card of all) {
    link(card).tabIndex = card === stop ? 0 : -1;
    delete card.dataset.stop;
  }
  if (stop) stop.dataset.stop = "here";
};

const focus = (card) => {
  if (!card) return;
  rove(card.closest(".column"), card);
  link(card).focus();
  card.scrollIntoView({ block: "nearest", inline: "nearest" });
};

const step = (by) => {
  const card = current();
  if (!card) return focus(columns().flatMap(cards)[0]);
  if (board.classList.contains("list")) {
    const all = columns().flatMap(cards);
    return focus(all[all.indexOf(card) + by]);
  }
  const all = cards(card.closest(".column"));
  focus(all[all.indexOf(card) + by]);
};

// to the next column that has cards, at about the same height
const stepAside = (by) => {
  const card = current();
  if (!card) return step(0);
  const row = cards(card.closest(".column")).indexOf(card);
  const all = columns();
  for (let at = all.indexOf(card.closest(".column")) + by; all[at]; at += by) {
    const there = cards(all[at]);
    if (there.length) return focus(there[Math.min(row, there.length - 1)]);
  }
};

board.addEventListener("focusin", (event) => {
  const card = event.target.closest(".card");
  if (card) rove(card.closest(".column"), card);
});

// ---- the panel of a card

const show = async (answer, field) => {
  workflow.querySelector(".panel").innerHTML = await answer.text();
  if (!workflow.open) workflow.showModal();
  const form = field && workflow.querySelector(`[data-field="${field}"]`);
  form?.querySelector("select, textarea, button")?.focus();
};

const open = async (card, field) => {
  const answer = await fetch(`/desk/stories/${card.dataset.number}/panels/workflow`);
  if (answer.ok) await show(answer, field);
  else say(word("board.failed"));
};

// what the desk refuses, or wants to know more about, is shown in the card's panel
const send = async (card, act, fields, field = act) => {
  const body = new URLSearchParams({ csrf, ...fields });
  try {
    const answer = await fetch(`/desk/stories/${card.dataset.number}/${act}`, { method: "POST", body });
    if (answer.status === 422 || answer.status === 409) await show(answer, field);
    else if (!answer.ok) say(word("board.failed"));
    else document.dispatchEvent(new CustomEvent("titr:changed", { detail: [card.dataset.number] }));
  } catch {
    say(word("board.offline"));
  }
};

const move = (card, stage) => {
  if (!stage || stage === card.dataset.stage) return;
  send(card, "stage", { seen: card.dataset.stage, stage });
};

const carry = (card, by) => {
  const stages = columns().map((column) => column.dataset.stage).filter(Boolean);
  const at = stages.indexOf(card.dataset.stage);
  if (at >= 0) move(card, stages[at + by]);
};

const claim = (card) => send(card, "claim", card.dataset.claimed === "me" ? { release: "1" } : {});

workflow.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method === "dialog") return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  const answer = await fetch(form.action, { method: "POST", body });
  const number = workflow.querySelector(".workflow").dataset.number;
  await show(answer, form.dataset.field);
  if (answer.ok) {
    document.dispatchEvent(new CustomEvent("titr:changed", { detail: [number] }));
    workflow.close();
  }
});

// going back to draft needs a reason; the field is pointed at before the desk has to refuse
workflow.addEventListener("click", (event) => {
  if (event.target === workflow) workflow.close();
  const button = event.target.closest("[data-asks-why]");
  const note = button?.form.elements.note;
  if (note && !note.value.trim()) {
    event.preventDefault();
    note.required = true;
    note.reportValidity();
    note.required = false;
    note.focus();
  }
});

// the focus goes back to the card, which may have been drawn anew meanwhile
workflow.addEventListener("close", () => {
  const number = workflow.querySelector(".workflow")?.dataset.number;
  focus(document.getElementById(`card-${number}`));
});

board.addEventListener("click", (event) => {
  const card = event.target.closest(".open-panel")?.closest(".card");
  if (card) open(card);
});

// ---- the next page of a column

board.addEventListener("click", async (event) => {
  const more = event.target.closest("[data-more]");
  if (!more) return;
  event.preventDefault();
  const column = more.closest(".column");
  const answer = await fetch(more.href);
  if (!answer.ok) return say(word("board.failed"));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = [...page.querySelectorAll(".card")].filter((card) => !document.getElementById(card.id));
  column.querySelector(".cards").append(...fresh);
  const next = page.querySelector(".next");
  if (next) more.closest(".next").replaceWith(next);
  else more.closest(".next").remove();
  ready(column);
  focus(fresh[0]);
});

// ---- dragging

let dragged = null;
const ready = (column) => {
  rove(column);
  for (const card of cards(column)) card.draggable = true;
};
const isBusy = () => dragged !== null;

board.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.(".card");
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", link(dragged).href);
  board.classList.add("dragging");
});
board.addEventListener("dragover", (event) => {
  const column = event.target.closest(".column");
  for (const each of columns()) each.classList.toggle("over", each === column && takes(column));
  if (takes(column)) event.preventDefault();
});
board.addEventListener("drop", (event) => {
  const column = event.target.closest(".column");
  if (takes(column)) {
    event.preventDefault();
    move(dragged, column.dataset.stage);
  }
});
board.addEventListener("dragend", () => {
  dragged = null;
  board.classList.remove("dragging");
  for (const each of columns()) each.classList.remove("over");
});
const takes = (column) => dragged && column?.dataset.stage && column.dataset.stage !== dragged.dataset.stage;

// ---- what can be done with the card that has the focus, or had it before the palette opened

let last = null;
board.addEventListener("focusin", (event) => (last = event.target.closest(".card")?.dataset.number ?? last));
const chosen = () => {
  const open = document.querySelector("dialog.palette[open]");
  return current() ?? (open && last ? document.getElementById(`card-${last}`) : null);
};
const onCard = (id, keys, act) =>
  register({ id: `board-${id}`, label: word(`board.${id}`), keys, when: () => chosen() !== null, run: () => act(target()) });
// the palette has closed when its command runs
const target = () => current() ?? document.getElementById(`card-${last}`);

onCard("move", "m", (card) => open(card, "stage"));
onCard("assign", "a", (card) => open(card, "assignee"));
onCard("claim", "t", claim);
onCard("next", rightToLeft ? "Shift+ArrowLeft" : "Shift+ArrowRight", (card) => carry(card, 1));
onCard("previous", rightToLeft ? "Shift+ArrowRight" : "Shift+ArrowLeft", (card) => carry(card, -1));
for (const level of ["1", "2", "3", "4", "5"]) {
  onCard(`priority-${level}`, level, (card) => send(card, "priority", { priority: level }));
}
register({
  id: "board-search",
  label: word("board.search"),
  keys: "/",
  run: () => document.querySelector(".filter [name=q]").focus(),
});

// ---- keys that go from card to card. By their place on the keyboard, so that they work when it types Persian

const steps = {
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  KeyJ: () => step(1),
  KeyK: () => step(-1),
  ArrowLeft: () => stepAside(rightToLeft ? 1 : -1),
  ArrowRight: () => stepAside(rightToLeft ? -1 : 1),
  KeyH: () => stepAside(rightToLeft ? 1 : -1),
  KeyL: () => stepAside(rightToLeft ? -1 : 1),
};

document.addEventListener("keydown", (event) => {
  const elsewhere = event.target.closest("input, select, textarea, [contenteditable], dialog");
  const held = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
  if (elsewhere || held || event.defaultPrevented || !steps[event.code]) return;
  // arrows scroll the page until a card has the focus
  if (/^Arrow/.test(event.code) && !current()) return;
  event.preventDefault();
  steps[event.code]();
});

document.querySelector("[data-command=keys]").addEventListener("click", () => keys.showModal());

// ---- tabs of a phone: the board scrolls sideways from column to column, and the tabs say where it is

const tabs = [...document.querySelectorAll(".column-tabs a")];
for (const tab of tabs) {
  tab.addEventListener("click", (event) => {
    event.preventDefault();
    document.querySelector(tab.hash).scrollIntoView({ inline: "start", block: "nearest" });
  });
}
const seen = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      for (const tab of tabs) {
        if (tab.hash === `#${entry.target.id}`) {
          tab.setAttribute("aria-current", "true");
          tab.scrollIntoView({ inline: "center", block: "nearest" });
        } else tab.removeAttribute("aria-current");
      }
    }
  },
  { root: board, threshold: 0.6 },
);

for (const column of columns()) {
  ready(column);
  seen.observe(column);
}

follow({ board, rove, ready, say, isBusy });
