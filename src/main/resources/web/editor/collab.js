// Between this window and the server: my steps go out soon after the last key, those of others come in, and neither moves the
// caret. Versions decide, never clocks.
import { collab, getVersion, receiveTransaction, sendableSteps } from "prosemirror-collab";
import { Step } from "prosemirror-transform";
import { EditorState } from "prosemirror-state";
import { Node } from "prosemirror-model";
import { schema } from "./schema.js";
import { NotReached, Refused, json, ofStory, renewToken } from "./server.js";
import { Draft } from "./storage.js";
import { saying } from "./status.js";
import { settings } from "./words.js";

/** After the last key; and, while somebody goes on typing, since the first that is not sent. */
const PAUSE = 400;
const LONGEST = 1500;
const KEEP = 200;
const MOST_AT_ONCE = 500;
/** So many steps make the base document in the browser old enough to be written anew. */
const OLD_BASE = 200;

/** What a window says to the server about a story, and hears from it. */
export class Conversation {
  /**
   * @param view the editor's view, whose state has the collab plugin
   * @param lost called with the document as it was here, when what others did left no place for words of mine
   */
  constructor(view, client, lost) {
    this.view = view;
    this.client = client;
    this.lost = lost;
    this.draft = new Draft(settings.person, settings.number, client);
    this.confirmed = [];
    this.failures = 0;
    /** The newest version that the server has told of since the last question. */
    this.told = 0;
    this.stopped = false;
    this.waiters = [];
  }

  /** Goes on from what a window that is gone had confirmed, if this one took its place. */
  async start(confirmed = []) {
    this.confirmed = confirmed;
    await this.rebase();
    addEventListener("online", () => this.send());
    addEventListener("focus", () => this.stopped === "signed-out" && this.resume());
    addEventListener("pagehide", () => this.leave());
    document.addEventListener("visibilitychange", () => (document.hidden ? this.leave() : this.pull()));
    this.listen();
    this.say();
  }

  get version() {
    return getVersion(this.view.state);
  }

  get pending() {
    return sendableSteps(this.view.state)?.steps ?? [];
  }

  // ---- kept here

  /** The base is the newest document that the server has as well. */
  rebase() {
    if (this.pending.length) return undefined;
    this.confirmed = [];
    return this.draft.rebase(this.version, this.view.state.doc.toJSON());
  }

  /** Called after every change: keeps it here within a blink, and sends it soon. */
  changed() {
    this.keepTimer ??= setTimeout(() => this.keep(), KEEP);
    this.firstChange ??= performance.now();
    clearTimeout(this.sendTimer);
    const rest = this.firstChange + LONGEST - performance.now();
    this.sendTimer = setTimeout(() => this.send(), Math.max(0, Math.min(PAUSE, rest)));
    this.say();
  }

  keep() {
    clearTimeout(this.keepTimer);
    this.keepTimer = null;
    return this.draft.write(this.confirmed, this.pending.map((step) => step.toJSON())).catch(() => {});
  }

  /** The window may be gone in a moment: what is not sent yet is kept, and sent without waiting for an answer. */
  leave() {
    this.keep();
    const pending = this.pending;
    if (!pending.length || this.sending || this.stopped) return;
    const body = { version: this.version, client: this.client, steps: pending.map((step) => step.toJSON()) };
    // browsers refuse more than 64 kB from a page that is going
    if (JSON.stringify(body).length < 60_000) json(ofStory("steps"), body, { keepalive: true }).catch(() => {});
  }

  // ---- sent

  /** Sends until nothing is left. Answers true when the server has everything. */
  async flush() {
    for (let tries = 0; this.pending.length && tries < 50 && !this.stopped; tries++) {
      const before = this.failures;
      await this.send();
      if (this.failures > before) return false;
    }
    return !this.pending.length;
  }

  async send() {
    if (this.sending) return this.sending;
    if (this.stopped || !this.pending.length) return undefined;
    clearTimeout(this.sendTimer);
    this.firstChange = null;
    this.sending = this.sendOnce().finally(() => {
      this.sending = null;
      this.say();
      if (this.pending.length && !this.stopped) this.again();
    });
    this.say();
    return this.sending;
  }

  /** At once when the server answered, later and later when it did not. */
  again() {
    clearTimeout(this.sendTimer);
    const wait = this.failures ? Math.min(15_000, 500 * 2 ** this.failures) : PAUSE;
    this.sendTimer = setTimeout(() => this.send(), wait);
  }

  async sendOnce() {
    const version = this.version;
    const steps = this.pending.slice(0, MOST_AT_ONCE);
    try {
      await json(ofStory("steps"), { version, client: this.client, steps: steps.map((step) => step.toJSON()) });
      this.failures = 0;
      // the event may have been faster, and brought my own steps
      if (this.version === version) this.receive(steps, steps.map(() => this.client));
    } catch (problem) {
      await this.failed(problem, version);
    }
  }

  /** What to do about a request that was made at a version and did not succeed. */
  async failed(problem, version) {
    if (problem instanceof NotReached) this.failures++;
    else if (!(problem instanceof Refused)) throw problem;
    else if (problem.status === 409 || problem.status === 410) {
      // another answer may have brought the same steps meanwhile: they must not come in twice
      if (this.version === version) problem.status === 409 ? this.behind(problem.body) : this.tooOld(problem.body);
    }
    else if (problem.status === 401) this.stop("signed-out");
    else if (problem.status === 403 && !this.renewed) {
      this.renewed = true;
      if (await renewToken().catch(() => false)) return;
      this.stop("refused", problem.message);
    } else if (problem.status >= 500) this.failures++;
    else this.stop("refused", problem.message);
  }

  stop(why, words = "") {
    this.stopped = why;
    this.stoppedWords = words;
    this.say();
  }

  /** After signing in again in another tab. */
  async resume() {
    if (await renewToken().catch(() => false)) {
      this.stopped = false;
      this.renewed = false;
      this.listen();
      await this.pull();
      await this.send();
      this.say();
    }
  }

  // ---- received

  behind({ version, steps, clients }) {
    this.failures = 0;
    if (version < this.version) {
      this.startOver();
      return;
    }
    try {
      this.receive(steps.map((step) => Step.fromJSON(schema, step)), clients);
    } catch (problem) {
      // steps that do not fit here: this window has something else than the server believes
      console.error(problem);
      this.startOver();
    }
  }

  async startOver() {
    try {
      this.tooOld(await json(ofStory("document")));
    } catch (problem) {
      await this.failed(problem, this.version);
    }
  }

  /** Lets the steps of the log in, mine among them. Words of mine that have no place left are handed to `lost`. */
  receive(steps, clients) {
    if (!steps.length) return;
    const before = this.view.state;
    const mine = this.pending;
    const { newly, rest } = confirmedOf(mine, clients, this.client);
    const tr = receiveTransaction(before, steps, clients, { mapSelectionBackward: true });
    this.view.dispatch(tr.setMeta("remote", true));
    this.confirmed.push(...steps.map((step, i) => ({ client: clients[i], step: step.toJSON() })));
    this.renewed = false;
    if (rest.length && newly < steps.length && insertedText(this.pending).length < insertedText(rest).length) {
      this.lost(before.doc);
    }
    if (this.confirmed.length >= OLD_BASE && !this.pending.length) this.rebase();
    else this.keep();
  }

  async pull() {
    if (this.stopped || this.pulling) return;
    this.pulling = true;
    this.told = 0;
    const version = this.version;
    try {
      const answer = await json(ofStory(`steps?since=${version}`));
      if (this.version === version && answer.steps) this.behind(answer);
      this.failures = 0;
    } catch (problem) {
      await this.failed(problem, version);
    } finally {
      this.pulling = false;
      this.say();
      // told of while this answer was on its way
      if (this.told > this.version && !this.failures) this.pull();
      if (this.pending.length && !this.sending) this.again();
    }
  }

  /** The log does not reach back to where I am: theirs goes on, and mine is compared with it. */
  tooOld({ version, document }) {
    const mine = this.view.state.doc;
    this.replaceWith(version, Node.fromJSON(schema, document));
    if (!mine.eq(this.view.state.doc)) this.lost(mine);
  }

  /** Puts another document in place of this one. */
  replaceWith(version, doc) {
    const plugins = this.view.state.plugins.map((plugin) =>
      plugin.key === "collab$" ? collab({ version, clientID: this.client }) : plugin,
    );
    this.view.updateState(EditorState.create({ doc, plugins }));
    this.failures = 0;
    this.rebase();
    this.replaced?.();
    this.say();
  }

  // ---- heard

  listen() {
    this.events?.close();
    const events = new EventSource(ofStory(`events?client=${this.client}`));
    this.events = events;
    events.addEventListener("open", () => this.pull());
    events.addEventListener("steps", (event) => {
      this.told = Math.max(this.told, JSON.parse(event.data).version);
      if (this.told > this.version) this.pull();
    });
    for (const name of ["people", "story", "notes"]) {
      events.addEventListener(name, (event) => this.heard?.(name, JSON.parse(event.data)));
    }
    events.addEventListener("error", () => {
      // browsers try again by themselves unless the answer was a refusal
      if (events.readyState === EventSource.CLOSED && !this.stopped) setTimeout(() => this.listen(), 5000);
      if (this.pending.length) this.say();
    });
  }

  /** Says in words where everything is. */
  say() {
    if (this.stopped === "signed-out") saying("signed-out");
    else if (this.stopped) saying("refused", this.stoppedWords);
    else if (this.failures) saying(this.pending.length ? "offline" : "offline-nothing");
    else if (this.pending.length) saying("saving");
    else saying(settings.mayWrite ? "saved" : "reading");
  }
}

/** How many of the steps that came are mine, and which of mine are still unconfirmed then. */
function confirmedOf(mine, clients, client) {
  let newly = 0;
  while (newly < clients.length && newly < mine.length && clients[newly] === client) newly++;
  return { newly, rest: mine.slice(newly) };
}

/** The text that steps put in: what a rebase must not lose. */
export function insertedText(steps) {
  return steps
    .map((step) => {
      const content = step.slice?.content;
      if (!content) return "";
      return content.textBetween(0, content.size, "", (leaf) => (leaf.isText ? "" : "\ufffc"));
    })
    .join("");
}

/**
 * A state that goes on from what a window that is gone left behind: its base, what the server then had, and its steps that
 * may not have arrived.
 *
 * @returns `{doc, version}` of the last version known there, and the pending steps
 */
export function restored({ version, document, confirmed, pending }) {
  let doc = Node.fromJSON(schema, document);
  for (const { step } of confirmed) {
    const result = Step.fromJSON(schema, step).apply(doc);
    if (result.failed) throw new Error(result.failed);
    doc = result.doc;
  }
  return { doc, version: version + confirmed.length, steps: pending.map((step) => Step.fromJSON(schema, step)) };
}
