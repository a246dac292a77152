// The editor page, put together.
import { Node } from "prosemirror-model";
import { TextSelection } from "prosemirror-state";
import { register } from "../desk/palette.js";
import { schema } from "./schema.js";
import { makeView } from "./view.js";
import { acts, keysShown } from "./acts.js";
import { Conversation, restored } from "./collab.js";
import { Draft, hold, leftBehind, putAsideBefore } from "./storage.js";
import { Merge } from "./merge.js";
import { Presence } from "./people.js";
import { Panels } from "./panels.js";
import { DetailsPanel } from "./details.js";
import { TidyPanel } from "./tidy.js";
import { Notes } from "./notes.js";
import { jumpFromChecks } from "./checks.js";
import { toolbar } from "./toolbar.js";
import { meters } from "./meters.js";
import { statusBar, saying, note } from "./status.js";
import { icon } from "./icons.js";
import { ask, later, make } from "./elements.js";
import { freshPage, json, ofStory, Refused } from "./server.js";
import { settings, word } from "./words.js";

const page = document.getElementById("story-editor");

/** What this window is called in the step log. A window that goes on where another broke off takes its name. */
const newClient = () => [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(36).padStart(2, "0")).join("");

async function begin() {
  saying("opening");
  const [server, left, aside] = await Promise.all([
    json(ofStory("document")),
    leftBehind(settings.person, settings.number).catch(() => []),
    putAsideBefore(settings.person, settings.number).catch(() => []),
  ]);
  const { draft, from } = await takeUp(left, server.version);
  const client = from?.client ?? newClient();
  if (!from) await hold(new Draft(settings.person, settings.number, client));
  open(server, { draft, from }, client, left.filter((one) => one !== from), aside);
}

/** The first of the windows that broke off whose place this one can take; the others are compared. */
async function takeUp(left, version) {
  for (const from of left) {
    const draft = canGoOn(from, version) && safely(() => restored(from));
    if (draft && (await hold(new Draft(settings.person, settings.number, from.client)))) return { draft, from };
  }
  return {};
}

const canGoOn = (draft, version) => draft.version + draft.confirmed.length <= version;

function safely(act) {
  try {
    return act();
  } catch {
    return null;
  }
}

function open(server, { draft, from }, client, otherDrafts, aside) {
  const place = make("div", { class: "text-place" });
  const followers = [];
  const view = makeView(place, {
    doc: draft?.doc ?? Node.fromJSON(schema, server.document),
    version: draft?.version ?? server.version,
    client,
    rightToLeft: settings.direction === "rtl",
    language: settings.edition,
    style: settings.houseStyle,
    editable: settings.mayWrite,
    follow: (tr) => followers.forEach((follow) => follow(tr)),
  });
  if (draft) for (const step of draft.steps) safely(() => view.dispatch(view.state.tr.step(step)));

  const merges = [];
  const waiting = [...aside];
  const merge = (mine, done) => {
    merges.push(new Merge(view, mine, done));
  };
  const conversation = new Conversation(view, client, (mine) => {
    conversation.draft.putAside(mine.toJSON());
    merge(mine, () => conversation.draft.clearAside());
  });

  const details = new DetailsPanel(view);
  const tidy = new TidyPanel(view);
  const state = { revision: server.revision, live: server.live, type: server.type };
  const panels = new Panels(
    { details, tidy },
    () => conversation.flush(),
    () => reload(state),
  );
  panels.version = () => conversation.version;
  const notes = new Notes(view, panels, conversation);
  jumpFromChecks(view, panels);
  const presence = new Presence(view, client);
  const meter = meters(view);
  const bar = toolbar(view, buttons(panels));
  panels.onclosed = () => view.focus();

  followers.push((tr) => {
    merges.forEach((one) => one.mapping && one.follow(tr));
    if (tr.docChanged) {
      if (!tr.getMeta("remote")) conversation.changed();
      if (view.state.doc.attrs !== details.seen) details.refresh();
      tidy.changed();
    }
    if (tr.docChanged || tr.selectionSet) {
      presence.tell();
      meter.refresh();
      bar.refresh();
    }
  });
  // another document in place of this one comes as no transaction
  conversation.replaced = () => {
    details.refresh();
    tidy.changed();
    meter.refresh();
    bar.refresh();
  };
  const titleSoon = later(1000, () => {
    const headline = view.state.doc.child(1).textContent || word("editor.no-headline");
    document.title = document.title.replace(/^.*(?= \| )/s, headline);
  });
  followers.push((tr) => tr.docChanged && titleSoon());
  const checksSoon = later(2500, () => panels.outdated("checks"));
  followers.push((tr) => tr.docChanged && checksSoon());
  conversation.heard = (name, data) => {
    if (name === "people") presence.heard(data);
    else if (name === "notes") {
      notes.refresh();
      panels.outdated("notes");
    }
    else {
      reload(state);
      panels.outdated("workflow", "checks", "history", "publishing");
    }
  };

  // below, where a name that comes or goes moves nothing
  statusBar.lastChild.before(presence.list);
  page.replaceChildren(
    make("div", { class: "editor-head" }, bar.bar),
    make("div", { class: "editor-middle" }, make("div", { class: "sheet" }, place, meter.meter), panels.dom),
    statusBar,
  );
  page.removeAttribute("aria-busy");
  palette(view, panels, conversation, notes);
  window.titrEditor = { view, conversation, panels };

  conversation.start(from?.confirmed).then(async () => {
    await conversation.pull();
    await conversation.flush();
    for (const one of otherDrafts) bringBack(view, one, merge);
    for (const one of waiting) {
      const mine = safely(() => Node.fromJSON(schema, one.document));
      const put = new Draft(settings.person, settings.number, one.client);
      if (mine) merge(mine, () => put.clearAside());
    }
  });
  if (settings.mayWrite) focusFirst(view);
}

/** Another window of mine that broke off: what it had is compared with the story as it is now. */
function bringBack(view, one, merge) {
  const draft = new Draft(settings.person, settings.number, one.client);
  const back = safely(() => restored(one));
  if (!back) return;
  let doc = back.doc;
  for (const step of back.steps) doc = step.apply(doc).doc ?? doc;
  merge(doc, () => draft.forget());
}

/** The first field that is empty, else the end of the headline. */
function focusFirst(view) {
  const { doc } = view.state;
  const isNew = doc.child(1).content.size === 0;
  if (!isNew) return;
  const position = doc.child(0).nodeSize + 1;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(doc, position)));
  view.focus();
}

function buttons(panels) {
  const panel = make(
    "button",
    { type: "button", tabindex: -1, class: "panel-button", "aria-label": word("editor.panels"), title: `${word("editor.panels")} (Alt+0)`, "aria-expanded": "false", onclick: () => panels.toggle() },
    icon("panel"),
  );
  panels.onchange = (name) => panel.setAttribute("aria-expanded", String(name !== null));
  const keys = make(
    "button",
    { type: "button", tabindex: -1, "aria-label": word("editor.keys"), title: `${word("editor.keys")} (Ctrl+/)`, onclick: showKeys },
    icon("keys"),
  );
  return [make("span", { class: "group end", role: "group" }, keys, panel)];
}

/** Every act and every panel stands in the palette, and panels have keys. */
function palette(view, panels, conversation, notes) {
  for (const one of acts) {
    register({
      id: `editor:${one.id}`,
      label: word(`editor.act.${one.id}`),
      run: () => one.run(view),
      when: () => settings.mayWrite && one.can(view.state),
    });
  }
  panels.names.forEach((name, i) => {
    register({ id: `panel:${name}`, label: word(`editor.panel.${name}`), keys: `Alt+${i + 1}`, run: () => panels.toggle(name) });
  });
  register({ id: "panel", label: word("editor.panels"), keys: "Alt+0", run: () => panels.toggle() });
  register({ id: "editor:save", label: word("editor.save-now"), keys: "Ctrl+s", run: () => conversation.flush() });
  const isSelected = () => !view.state.selection.empty;
  register({ id: "editor:note", label: word("editor.note"), keys: "Ctrl+Alt+m", run: () => notes.begin(), when: isSelected });
  register({ id: "editor:next-note", label: word("editor.next-note"), keys: "Ctrl+Alt+n", run: () => notes.next(1) });
  register({ id: "editor:previous-note", label: word("editor.previous-note"), keys: "Ctrl+Alt+b", run: () => notes.next(-1) });
  register({ id: "editor:keys", label: word("editor.keys"), keys: "Ctrl+/", run: showKeys });
}

function showKeys() {
  ask(word("editor.keys"), () => {
    const row = (keys, name) => make("div", {}, make("dt", {}, make("kbd", { dir: "ltr" }, keys)), make("dd", {}, name));
    return make(
      "dl",
      { class: "keys" },
      row("/", word("editor.slash-menu")),
      ...acts.filter((one) => one.keys).map((one) => row(keysShown(one.keys), word(`editor.act.${one.id}`))),
      row("Ctrl+Shift+2", word("editor.act.half-space")),
      row("Shift+Enter", word("editor.line-break")),
      row("Esc", word("editor.select-block")),
      row("Ctrl+Alt+M", word("editor.note")),
      row("Ctrl+Alt+N", word("editor.next-note")),
      row("Alt+1 … 7", word("editor.panels")),
      row("Ctrl+K", word("palette.name")),
    );
  });
}

/** The story has moved on at the desk: its revision, whether it is live, its stage. The line above the tools says so. */
async function reload(state) {
  try {
    const { revision, live, type } = await json(ofStory("document"));
    Object.assign(state, { revision, live, type });
    document.dispatchEvent(new CustomEvent("titr-story", { detail: state }));
    const facts = (await freshPage())?.querySelector(".editor-facts");
    if (facts) document.querySelector(".editor-facts").replaceWith(facts);
  } catch {
    // the next event tells it again
  }
}

begin().catch((problem) => {
  const words = problem instanceof Refused && problem.status === 401 ? word("editor.saving.signed-out") : problem.message || word("editor.not-opened");
  page.replaceChildren(make("p", { class: "problem", role: "alert" }, words));
  page.removeAttribute("aria-busy");
  note("");
  if (!(problem instanceof Refused)) throw problem;
});
