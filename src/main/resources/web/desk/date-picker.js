// A date that can be typed as people say it, or picked from a month of the desk's own calendar. Every
// <input data-date-picker> becomes one, also those that come into the page later:
//
//   <label for="at">…</label> <input id="at" name="at" data-date-picker="time" data-after="now">
//
// data-date-picker="time"  asks for the time of day as well
// data-after="now"         days that have passed cannot be picked
//
// The field is an ordinary one, sent as it stands and read by DateParser; without scripts it is typed into. The label
// stands beside the field (for="…"), not around it. Whoever listens hears «input» and «change» when a day is picked.

import { word } from "./words.js";

const calendar = "/desk/calendar";
const persian = document.documentElement.lang.startsWith("fa");
const made = new WeakSet();

const latin = (text) =>
  text.replace(/[۰-۹]/g, (digit) => digit.charCodeAt(0) - 0x6f0).replace(/[\u0660-\u0669]/g, (digit) => digit.charCodeAt(0) - 0x660);
const shown = (text) => (persian ? text.replace(/[0-9]/g, (digit) => "۰۱۲۳۴۵۶۷۸۹"[digit]) : text);

/** Minutes of the day, or null for what is no time of day. */
function minutes(text) {
  const found = /([0-9]{1,2}):([0-9]{2})/.exec(latin(text));
  return found && found[1] < 24 && found[2] < 60 ? found[1] * 60 + Number(found[2]) : null;
}

const clock = (all) => {
  const hour = String(Math.floor(all / 60));
  return shown((persian ? hour : hour.padStart(2, "0")) + ":" + String(all % 60).padStart(2, "0"));
};

const plusDays = (iso, days) => new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);

function element(name, attributes, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

export function datePicker(field) {
  if (made.has(field)) return;
  made.add(field);
  const withTime = field.dataset.datePicker === "time";
  const id = (field.id ||= "date-" + Math.random().toString(36).slice(2));
  const opener = element(
    "button",
    { type: "button", class: "quiet", "aria-haspopup": "dialog", "aria-expanded": "false", "aria-controls": id + "-picker" },
    word("date.open"),
  );
  const dialog = element("div", { id: id + "-picker", class: "dates", role: "dialog", "aria-label": word("date.name") });
  const reading = element("span", { id: id + "-reading", class: "reading", role: "status" });
  const month = element("div", {});
  dialog.hidden = true;
  dialog.append(month);

  const focused = document.activeElement === field;
  const frame = element("span", { class: "date-field" });
  field.before(frame);
  frame.append(field, opener, dialog, reading);
  field.autocomplete = "off";
  field.setAttribute("aria-describedby", [field.getAttribute("aria-describedby"), reading.id].filter(Boolean).join(" "));
  if (focused) field.focus();

  let time;
  let back = field;
  let drawing = 0;

  if (withTime) {
    time = element("input", { type: "text", inputmode: "numeric", id: id + "-time", autocomplete: "off", size: "5", maxlength: "5" });
    const done = element("button", { type: "button" }, word("date.done"));
    dialog.append(element("p", { class: "time" }, element("label", { for: time.id }, word("date.time")), time, done));
    time.addEventListener("keydown", (event) => {
      const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (step) {
        event.preventDefault();
        const now = minutes(time.value) ?? 0;
        const by = event.shiftKey ? 60 : 5;
        const next = step > 0 ? Math.floor(now / by) * by + by : Math.ceil(now / by) * by - by;
        time.value = clock((next + 1440) % 1440);
        time.dispatchEvent(new Event("input"));
      } else if (event.key === "Enter") {
        event.preventDefault();
        close();
      }
    });
    time.addEventListener("input", () => minutes(time.value) !== null && chosen() && take(chosen()));
    done.addEventListener("click", () => close());
  }

  const chosen = () => month.querySelector("[aria-selected=true] button");
  const day = (iso) => month.querySelector(`button[data-iso="${iso}"]`);

  /** Draws a month and puts the keyboard's place on a day; answers that day's button. */
  async function draw(query, iso, ordinal) {
    const mine = ++drawing;
    const selected = chosen()?.dataset.iso;
    const asked = new URLSearchParams({ ...query, ...(field.dataset.after && { after: field.dataset.after }) });
    const answer = await fetch(calendar + "?" + asked, { headers: { Accept: "text/html" } });
    if (!answer.ok || mine !== drawing) return null;
    month.innerHTML = await answer.text();
    if (!("text" in query)) mark(selected && day(selected));
    const inMonth = [...month.querySelectorAll("button[data-iso]:not(.other)")];
    const place =
      (iso && day(iso)) ||
      (ordinal && inMonth[Math.min(ordinal, inMonth.length) - 1]) ||
      chosen() ||
      month.querySelector("[aria-current=date]") ||
      inMonth[0];
    settle(place);
    return place;
  }

  function mark(button) {
    month.querySelectorAll("[aria-selected]").forEach((cell) => cell.setAttribute("aria-selected", "false"));
    button?.closest("td").setAttribute("aria-selected", "true");
  }

  /** Tab reaches one day of the month, the arrows the others. */
  function settle(button) {
    month.querySelectorAll("button[data-iso]").forEach((other) => (other.tabIndex = other === button ? 0 : -1));
  }

  async function open(from) {
    back = from;
    const place = await draw({ text: field.value });
    if (!place) return;
    if (time) time.value = clock(minutes(field.value) ?? minutes(month.querySelector("table").dataset.time));
    dialog.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    place.focus();
    document.addEventListener("keydown", onEscape, true);
    document.addEventListener("pointerdown", onPointer, true);
  }

  function close(giveBack = true) {
    if (dialog.hidden) return;
    dialog.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    document.removeEventListener("keydown", onEscape, true);
    document.removeEventListener("pointerdown", onPointer, true);
    if (giveBack) back.focus();
  }

  function onEscape(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }

  function onPointer(event) {
    if (!frame.contains(event.target)) close(false);
  }

  /** Puts a day, with the time beside it, into the field. */
  function take(button) {
    mark(button);
    settle(button);
    const hour = minutes(time ? time.value : field.value) ?? (time ? 0 : null);
    field.value = button.dataset.date + (hour === null ? "" : " - " + clock(hour));
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  async function go(iso) {
    const there = day(iso);
    const place = there && !there.classList.contains("other") ? there : await draw({ date: iso }, iso);
    if (place) {
      settle(place);
      place.focus();
    }
  }

  async function turn(months, keep) {
    const table = month.querySelector("table");
    const all = table.dataset.year * 12 + Number(table.dataset.month) - 1 + months;
    const place = await draw({ year: Math.floor(all / 12), month: (all % 12) + 1 }, null, keep);
    return place;
  }

  month.addEventListener("keydown", async (event) => {
    const button = event.target.closest("button[data-iso]");
    if (!button) return;
    const iso = button.dataset.iso;
    const forward = document.documentElement.dir === "rtl" ? -1 : 1;
    const days = { ArrowRight: forward, ArrowLeft: -forward, ArrowDown: 7, ArrowUp: -7 }[event.key];
    const pages = { PageDown: 1, PageUp: -1 }[event.key];
    const week = [...button.closest("tr").querySelectorAll("button")];
    if (days) {
      event.preventDefault();
      await go(plusDays(iso, days));
    } else if (pages) {
      event.preventDefault();
      (await turn(event.shiftKey ? pages * 12 : pages, Number(latin(button.textContent))))?.focus();
    } else if (event.key === "Home" || event.key === "End") {
      event.preventDefault();
      await go(week.at(event.key === "Home" ? 0 : -1).dataset.iso);
    }
  });

  month.addEventListener("click", async (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.turn) {
      const by = button.dataset.turn;
      await turn(Number(by));
      month.querySelector(`[data-turn="${by}"]`)?.focus();
    } else if (button?.dataset.iso && button.getAttribute("aria-disabled") !== "true") {
      take(button);
      if (time) {
        time.focus();
        time.select();
      } else close();
    }
  });

  dialog.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !frame.contains(event.relatedTarget)) close(false);
  });
  opener.addEventListener("click", () => (dialog.hidden ? open(opener) : close()));
  field.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && dialog.hidden) {
      event.preventDefault();
      open(field);
    }
  });

  // What the field says, said back in whole words: a slip of the finger is seen before it is sent.
  let waiting;
  async function read() {
    const text = field.value;
    if (!text.trim()) {
      reading.textContent = "";
      field.removeAttribute("aria-invalid");
      return;
    }
    const answer = await fetch(calendar + "/reading?" + new URLSearchParams({ text, ...(withTime && { time: "yes" }) }));
    if (!answer.ok || field.value !== text) return;
    const { words, understood } = await answer.json();
    reading.textContent = words;
    field.setAttribute("aria-invalid", String(!understood));
  }
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(read, 250);
  });
  if (field.value) read();
}

const all = (within) => within.querySelectorAll("input[data-date-picker]").forEach(datePicker);
all(document);
new MutationObserver((changes) =>
  changes.forEach((change) =>
    change.addedNodes.forEach((node) => {
      if (node.nodeType !== Node.ELEMENT_NODE) return;
      if (node.matches("input[data-date-picker]")) datePicker(node);
      else all(node);
    }),
  ),
).observe(document.body, { childList: true, subtree: true });
