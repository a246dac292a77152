// The board as others change it. The server says which stories changed; the page asks for their cards and puts them where
// they belong. Nothing moves under the pointer, the focus stays on its card, and what changed is marked for a while.

import { word } from "./words.js";

const MARKED_FOR = 8000;
const TOGETHER_WITHIN = 120;
const TYPED_WITHIN = 800;

export function follow({ board, rove, ready, say, isBusy }) {
  const waiting = document.querySelector(".waiting");
  const changed = new Set();
  const typed = new Set();
  let typing = 0;
  let timer = 0;
  let held = []; // moves that wait until the pointer has gone
  const words = board.dataset;

  // ---- what the server says

  let position = Number(words.position);
  let source;
  const listen = () => {
    source = new EventSource(`/desk/board/events?since=${position}`);
    source.addEventListener("cards", (event) => {
      const told = JSON.parse(event.data);
      position = Math.max(position, told.position);
      told.numbers.forEach((number) => changed.add(String(number)));
      soon();
    });
    // somebody types: their card follows, but not at every key
    source.addEventListener("typed", (event) => {
      typed.add(event.data);
      typing ||= setTimeout(() => {
        typing = 0;
        typed.forEach((number) => changed.add(number));
        typed.clear();
        soon();
      }, TYPED_WITHIN);
    });
    // too much has happened since: looking anew is quicker than hearing it all
    source.addEventListener("stale", () => location.reload());
    // after a break it goes on from what was heard last
    source.addEventListener("error", () => {
      source.close();
      setTimeout(listen, 1500);
    });
  };
  document.addEventListener("titr:changed", (event) => {
    event.detail.forEach((number) => changed.add(String(number)));
    soon();
  });
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(fetchCards, TOGETHER_WITHIN);
  };

  async function fetchCards() {
    const numbers = [...changed].slice(0, 100);
    if (!numbers.length) return;
    numbers.forEach((number) => changed.delete(number));
    const asked = numbers.map((number) => `number=${number}`).join("&");
    let page;
    try {
      const answer = await fetch(`/desk/board/cards?${asked}${words.query ? "&" + words.query : ""}`);
      if (!answer.ok) throw new Error(answer.status);
      page = new DOMParser().parseFromString(await answer.text(), "text/html");
    } catch {
      // asked for again when the line is back
      numbers.forEach((number) => changed.add(number));
      setTimeout(soon, 2000);
      return;
    }
    for (const data of page.querySelectorAll("data")) {
      for (const count of document.querySelectorAll(`[data-count="${data.value}"]`)) count.textContent = data.textContent;
    }
    take(numbers.map((number) => ({ number, card: page.getElementById(`card-${number}`) })));
    if (changed.size) soon();
  }

  // ---- putting cards where they belong

  const columnOf = (name) => document.getElementById(`column-${name}`);
  const underPointer = (column) => column?.matches(":hover") ?? false;

  function take(changes) {
    const told = [];
    for (const change of changes) {
      held = held.filter((other) => other.number !== change.number);
      const old = document.getElementById(`card-${change.number}`);
      const from = old?.closest(".column");
      const to = change.card && columnOf(change.card.dataset.column);
      const stays = old && to === from && old.dataset.position === change.card.dataset.position;
      if (stays) replace(old, change.card, told);
      else if (isBusy() || underPointer(from) || underPointer(to)) hold(change, old);
      else settle(change, told);
    }
    tell(told);
    sayWaiting();
  }

  function replace(old, card, told) {
    if (old.innerHTML.trim() === card.innerHTML.trim()) return;
    swap(old, () => old.replaceWith(card), card);
    mark(card);
    told.push(word("board.changed", title(card)));
  }

  // its content is brought up to date where it is; it moves when the pointer has left
  function hold(change, old) {
    held.push(change);
    old?.classList.add("leaving");
  }

  function settle(change, told) {
    const old = document.getElementById(`card-${change.number}`);
    const from = old?.closest(".column");
    const to = change.card && columnOf(change.card.dataset.column);
    if (!to) {
      if (old) {
        swap(old, () => old.remove(), null);
        told.push(word("board.gone", title(old)));
      }
    } else {
      const place = placeIn(to, change.card);
      if (place === undefined) {
        // beyond what is shown of its column: it comes with the next page
        if (old) swap(old, () => old.remove(), null);
      } else {
        swap(old, () => {
          old?.remove();
          to.querySelector(".cards").insertBefore(change.card, place);
        }, change.card);
        mark(change.card);
      }
      if (from !== to) told.push(word("board.moved", title(change.card), change.card.dataset.columnWords));
    }
    for (const column of [from, to]) if (column) settled(column);
  }

  // the card before which it belongs: null for the end, undefined when the end is not shown
  function placeIn(column, card) {
    const behind = [...column.querySelectorAll(".card")]
      .filter((other) => other.id !== card.id)
      .find((other) => comesBefore(card, other));
    return behind ?? (column.querySelector("[data-more]") ? undefined : null);
  }
  const comesBefore = (one, other) => {
    const apart = Number(one.dataset.position) - Number(other.dataset.position);
    return apart < 0 || (apart === 0 && Number(one.dataset.number) < Number(other.dataset.number));
  };

  // does something to a card without the page jumping or the focus getting lost
  function swap(old, act, card) {
    const had = old?.contains(document.activeElement);
    const next = old?.nextElementSibling ?? old?.previousElementSibling;
    const scrolls = [...document.querySelectorAll(".column")].map((column) => [column, column.scrollTop]);
    act();
    for (const [column, top] of scrolls) column.scrollTop = top;
    const heir = card ?? next;
    if (had) heir?.querySelector("h3 a")?.focus({ preventScroll: true });
  }

  function settled(column) {
    const empty = !column.querySelector(".card");
    column.querySelector(".nothing").hidden = !empty;
    ready(column);
  }

  function mark(card) {
    card.classList.add("fresh");
    card.draggable = true;
    rove(card.closest(".column"));
    setTimeout(() => card.classList.remove("fresh"), MARKED_FOR);
  }

  const title = (card) => card.querySelector("h3").textContent.trim();

  function tell(told) {
    if (told.length > 3) say(word("board.changed-many", told.length));
    else if (told.length) say(told.join(" "));
  }

  // ---- what waits for the pointer

  function sayWaiting() {
    waiting.hidden = held.length === 0;
    if (held.length) waiting.textContent = word("board.changed-many", held.length);
  }
  const letGo = () => {
    if (!held.length || isBusy()) return;
    const changes = held;
    held = [];
    take(changes);
  };
  for (const column of document.querySelectorAll(".column")) column.addEventListener("pointerleave", letGo);
  board.addEventListener("dragend", letGo);
  waiting.addEventListener("click", () => {
    const changes = held;
    held = [];
    const told = [];
    changes.forEach((change) => settle(change, told));
    tell(told);
    sayWaiting();
  });

  // ---- ages grow while the board stands open

  const ages = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });
  setInterval(() => {
    for (const time of board.querySelectorAll(".card time")) {
      const minutes = Math.trunc((new Date(time.dateTime) - Date.now()) / 60000);
      const size = Math.abs(minutes);
      if (size >= 1 && size < 60) time.textContent = ages.format(minutes, "minute");
      else if (size >= 60 && size < 360) time.textContent = ages.format(Math.trunc(minutes / 60), "hour");
    }
  }, 30000);

  listen();
}
