// A live coverage at the desk: quick to write from a phone, and nothing typed is lost. What is sent waits in this browser until
// the server has it; each entry carries an id of its own, so that sending it twice writes it once. What others write appears.
import { Node } from "prosemirror-model";
import { Selection } from "prosemirror-state";
import { makeView } from "../editor/view.js";
import { schema } from "../editor/schema.js";
import { toolbar } from "../editor/toolbar.js";
import { make } from "../editor/elements.js";
import { NotReached, reach, renewToken } from "../editor/server.js";
import { settings } from "../editor/words.js";
import { word } from "./words.js";
import { register } from "./palette.js";

const page = document.getElementById("coverage");
const form = document.getElementById("story-editor");
const { address } = page.dataset;

// ---- what this browser keeps

const kept = {
  read(key, otherwise) {
    try {
      return JSON.parse(localStorage.getItem(key)) ?? otherwise;
    } catch {
      return otherwise;
    }
  },
  write(key, value) {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(value));
    } catch {
      // a private window may have no storage: what is on the screen is then all there is
    }
  },
};

/** POSTs a form; answers what the server said, or throws NotReached. */
async function post(path, fields) {
  const send = () =>
    reach(path, {
      method: "POST",
      headers: { Accept: "application/json", "X-CSRF": settings.csrf },
      body: new URLSearchParams(fields),
    });
  let answer = await send();
  // somebody who has signed in again in another tab has a new token
  if ((answer.status === 401 || answer.status === 403) && (await renewToken())) answer = await send();
  const said = await answer.json().catch(() => ({}));
  return { ok: answer.ok, status: answer.status, ...said };
}

// ---- the list, as others change it

let reading = false;
let readAgain = false;

async function readList() {
  if (reading) {
    readAgain = true;
    return;
  }
  reading = true;
  try {
    const answer = await reach(`${address}/entries${location.search.includes("before=") ? location.search : ""}`, {
      headers: { Accept: "text/html" },
    });
    if (answer.ok) take(new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".written"));
  } catch {
    // the next event, or the next time that the line is back, tells it again
  }
  reading = false;
  if (readAgain) {
    readAgain = false;
    readList();
  }
}

/** Puts in what has changed, and leaves alone what somebody may be reading or filling in. */
function take(fresh) {
  const written = page.querySelector(".written");
  if (!fresh || !written) return;
  const list = written.querySelector(".entries");
  const entries = [...fresh.querySelectorAll(".entries > li")];
  const numbers = new Set(entries.map((entry) => entry.id));
  for (const old of [...list.children]) if (!numbers.has(old.id)) old.remove();
  let place = list.firstElementChild;
  for (const entry of entries) {
    const old = document.getElementById(entry.id);
    if (old?.dataset.change === entry.dataset.change) {
      if (old !== place) list.insertBefore(old, place);
      place = old.nextElementSibling;
      continue;
    }
    const next = old === place ? old.nextElementSibling : place;
    old?.remove();
    list.insertBefore(document.importNode(entry, true), next);
    place = next;
  }
  written.querySelector(".empty")?.remove();
}

// marks and removals without leaving the page
page.addEventListener("submit", async (event) => {
  const sent = event.target;
  if (!sent.closest(".entries")) return;
  event.preventDefault();
  const line = sent.closest("li");
  try {
    const answer = await post(sent.action, [...new FormData(sent)]);
    if (!answer.ok) say(answer.problems?.join(" ") || word("coverage.signed-out"), line);
    else await readList();
  } catch {
    say(word("coverage.offline-act"), line);
  }
});

function say(words, line) {
  let place = line ? line.querySelector(".problem") : form?.querySelector(".said");
  if (!place && line) line.append((place = make("p", { class: "problem", role: "alert" })));
  if (place) place.textContent = words;
}

function listen() {
  const stream = new EventSource(`/desk/stories/${settings.number}/events`);
  stream.addEventListener("coverage", readList);
  stream.addEventListener("story", () => readList());
  stream.addEventListener("open", readList);
  stream.addEventListener("error", () => {
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 5000);
  });
}

// ---- writing

function compose() {
  const entry = form.elements.entry.value;
  const plain = form.querySelector(".plain");
  const draftKey = `titr-coverage/${settings.person}/${settings.number}/${entry || "new"}`;
  const queueKey = `titr-coverage/${settings.person}/${settings.number}/waiting`;
  const authorKey = `titr-coverage/${settings.person}/author`;
  const blank = Node.fromJSON(schema, JSON.parse(form.dataset.blank));

  const place = make("div", { class: "text-place" });
  let view = null;
  let bar = null;
  const documentOf = (json) => {
    try {
      return Node.fromJSON(schema, json);
    } catch {
      return blank;
    }
  };

  const draft = kept.read(draftKey, null);
  // what was being edited may have been edited by somebody else since
  const goesOn = draft && (!entry || draft.version === form.elements.version.value);
  const begin = goesOn ? documentOf(draft.document) : documentOf(JSON.parse(form.dataset.document));
  if (goesOn) {
    form.elements.headline.value = draft.headline;
    form.elements.key.checked = draft.key;
    form.elements.at.value = draft.at;
  }
  if (!entry) form.elements.author.value = goesOn ? draft.author : kept.read(authorKey, "");
  form.querySelector(".more").open = Boolean(entry);

  view = makeView(place, {
    doc: blank,
    version: 0,
    client: "entry",
    rightToLeft: settings.direction === "rtl",
    language: settings.edition,
    style: settings.houseStyle,
    follow: (tr) => {
      if (tr.docChanged) keep();
      if (tr.docChanged || tr.selectionSet) bar?.refresh();
    },
  });
  bar = toolbar(view, [], [["strong", "emphasis", "link", "half-space"], ["quote", "list", "picture", "embed", "read-also"]]);
  plain.replaceWith(make("p", { class: "label" }, plain.querySelector("span").textContent), bar.bar, place);
  view.dom.setAttribute("aria-label", word("coverage.text"));

  const bodyOf = (doc) => doc.lastChild;

  /** Puts a text in, with the caret at its end. */
  function write(doc) {
    const tr = view.state.tr.replaceWith(0, view.state.doc.content.size, doc.content).setMeta("addToHistory", false);
    view.dispatch(tr.setSelection(Selection.atEnd(tr.doc)));
  }

  const isEmpty = () =>
    form.elements.headline.value.trim() === "" && bodyOf(view.state.doc).textContent.trim() === "" && bodyOf(view.state.doc).childCount === 1 && bodyOf(view.state.doc).firstChild.isTextblock;

  const now = () => ({
    version: form.elements.version.value,
    headline: form.elements.headline.value,
    document: view.state.doc.toJSON(),
    author: form.elements.author.value,
    key: form.elements.key.checked,
    at: form.elements.at.value,
  });
  const keep = () => kept.write(draftKey, isEmpty() ? null : now());
  form.addEventListener("input", keep);

  // before the editor's own keys: Ctrl+Enter sends, and no caret goes to the fields of a story that an entry lacks
  form.addEventListener(
    "keydown",
    (event) => {
      const isSend = event.key === "Enter" && (event.ctrlKey || event.metaKey);
      const { selection, doc } = view.state;
      const atStart = selection.empty && selection.$from.parentOffset === 0 && selection.$from.index(1) === 0 && selection.$from.depth === 2;
      if (isSend) form.requestSubmit();
      else if (!(event.key === "Backspace" && view.hasFocus() && atStart && bodyOf(doc).firstChild.isTextblock)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
  form.elements.headline.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      view.focus();
    }
  });

  const fieldsOf = (item) => [
    ["id", item.id],
    ["headline", item.headline],
    ["document", JSON.stringify(item.document)],
    ["author", item.author],
    ["at", item.at],
    ...(item.key ? [["key", "yes"]] : []),
  ];

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isEmpty()) {
      say(word("coverage.write-something"));
      return;
    }
    if (entry) change();
    else send();
  });

  // ---- a new entry: into the queue, and from there to the server

  function send() {
    const item = { ...now(), id: newId(), made: Date.now() };
    kept.write(queueKey, [...kept.read(queueKey, []), item]);
    kept.write(authorKey, item.author);
    clear();
    showQueue();
    flush();
  }

  function clear() {
    form.elements.headline.value = "";
    form.elements.at.value = "";
    form.elements.key.checked = false;
    write(blank);
    kept.write(draftKey, null);
    say("");
    view.focus();
  }

  let sending = false;
  let again = 0;

  async function flush() {
    if (sending || entry) return;
    sending = true;
    clearTimeout(again);
    let wait = 0;
    for (let item = next(); item && !wait; item = next()) wait = await deliver(item);
    sending = false;
    showQueue();
    if (wait) again = setTimeout(flush, wait);
  }

  const next = () => kept.read(queueKey, []).find((item) => !item.problems);

  /** Sends one; answers how long to wait before the next attempt, zero to go on. */
  async function deliver(item) {
    let answer;
    try {
      answer = await post(`${address}/entries`, [...fieldsOf(item), ["waited", String(Math.max(0, Date.now() - item.made))]]);
    } catch (problem) {
      if (!(problem instanceof NotReached)) throw problem;
      say(word("coverage.offline"));
      return 4000;
    }
    if (answer.ok) {
      without(item.id);
      say(answer.warnings || word("coverage.sent"));
      readList();
      return 0;
    }
    if (answer.status === 401 || answer.status === 403 || answer.status >= 500) {
      say(word("coverage.signed-out"));
      return 15_000;
    }
    kept.write(
      queueKey,
      kept.read(queueKey, []).map((one) => (one.id === item.id ? { ...one, problems: answer.problems?.join(" ") || word("coverage.refused") } : one)),
    );
    return 0;
  }

  function without(id) {
    kept.write(queueKey, kept.read(queueKey, []).filter((one) => one.id !== id));
    showQueue();
  }

  function showQueue() {
    const list = page.querySelector(".waiting");
    list.replaceChildren(
      ...kept.read(queueKey, []).map((item) =>
        make(
          "li",
          {},
          make("p", {}, item.problems ?? word("coverage.waiting")),
          make("p", { class: "text" }, [item.headline, documentOf(item.document).lastChild.textContent].filter(Boolean).join(" — ").slice(0, 200)),
          item.problems && make("button", { type: "button", onclick: () => takeBack(item) }, word("coverage.mend")),
        ),
      ),
    );
  }

  /** What was refused goes back to where it was written; what stands there meanwhile takes its place in the queue's order. */
  function takeBack(item) {
    if (!isEmpty()) {
      say(word("coverage.finish-first"));
      return;
    }
    without(item.id);
    form.elements.headline.value = item.headline;
    form.elements.at.value = item.at;
    form.elements.author.value = item.author;
    form.elements.key.checked = item.key;
    write(documentOf(item.document));
    say(item.problems);
    view.focus();
  }

  // ---- another text for an entry

  async function change() {
    say(word("coverage.sending"));
    let answer;
    try {
      answer = await post(`${address}/entries/${entry}`, [
        ...fieldsOf({ ...now(), id: "" }),
        ["version", form.elements.version.value],
        ["shown-at", form.elements["shown-at"].value],
      ]);
    } catch {
      // it stays where it is, and in this browser
      say(word("coverage.offline-act"));
      return;
    }
    if (answer.ok) {
      kept.write(draftKey, null);
      location.assign(address);
      return;
    }
    say(answer.problems?.join(" ") || word("coverage.signed-out"));
    if (answer.theirs === undefined) return;
    // whoever sends once more has seen what the other has written
    form.elements.version.value = answer.version;
    keep();
    const theirs = new DOMParser().parseFromString(answer.theirs, "text/html").body;
    showBeside(word("coverage.theirs"), ...document.importNode(theirs, true).childNodes);
  }

  /** Another text than the one that is being written. */
  function showBeside(title, ...content) {
    const place = form.querySelector(".theirs");
    place.hidden = false;
    place.replaceChildren(make("h3", {}, title), ...content);
  }

  write(begin);
  if (draft && !goesOn) showBeside(word("coverage.earlier"), make("p", {}, bodyOf(documentOf(draft.document)).textContent));

  addEventListener("online", flush);
  document.addEventListener("visibilitychange", () => document.hidden || flush());
  register({ id: "coverage:send", label: word("coverage.send"), keys: "Ctrl+Enter", run: () => form.requestSubmit() });
  showQueue();
  flush();
  if (!entry && matchMedia("(min-width: 60rem)").matches) view.focus();
  form.dataset.ready = "";
}

/** A UUID of version 7. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = Date.now();
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = (bytes[6] & 0x0f) | 0x70;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

if (form) compose();
if (page.querySelector(".written")) listen();
