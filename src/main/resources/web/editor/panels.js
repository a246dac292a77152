// The side panel: details and tidying are the editor's own, the rest are fragments that the server draws.
import { make } from "./elements.js";
import { NotReached, ofStory, reach } from "./server.js";
import { note } from "./status.js";
import { settings, word } from "./words.js";

/** In the order of their keys, Alt+1 and so on. */
const FRAGMENTS = ["workflow", "checks", "notes", "history", "publishing"];

export class Panels {
  /**
   * @param own panels of the editor: `{name: {dom, open(), close()}}`
   * @param beforeSend resolves to true once the server has everything that was typed
   */
  constructor(own, beforeSend, storyChanged) {
    this.own = own;
    this.beforeSend = beforeSend;
    this.storyChanged = storyChanged;
    this.names = [...Object.keys(own), ...FRAGMENTS];
    this.tabs = new Map(this.names.map((name, i) => [name, this.tab(name, i)]));
    this.place = make("div", { class: "panel", role: "tabpanel", id: "panel", tabindex: -1 });
    this.bar = make("div", { class: "tabs", role: "tablist", "aria-label": word("editor.panels") }, ...this.tabs.values());
    this.dom = make(
      "aside",
      { class: "side-panel", "aria-label": word("editor.panels"), hidden: true },
      make(
        "header",
        {},
        this.bar,
        make("button", { type: "button", class: "quiet close", "aria-label": word("editor.panels.close"), onclick: () => this.close() }, "×"),
      ),
      this.place,
    );
    this.bar.addEventListener("keydown", (event) => this.walk(event));
    this.dom.addEventListener("keydown", (event) => event.key === "Escape" && !event.defaultPrevented && this.close());
    this.place.addEventListener("submit", (event) => this.submit(event));
    // parts that draw a panel may ask for it to be drawn again
    this.place.addEventListener("titr-reload", () => this.load());
  }

  tab(name, i) {
    return make(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${name}`,
        tabindex: i ? -1 : 0,
        "aria-selected": "false",
        "aria-controls": "panel",
        "aria-keyshortcuts": `Alt+${i + 1}`,
        title: `${word(`editor.panel.${name}`)} (Alt+${i + 1})`,
        onclick: () => this.open(name),
      },
      word(`editor.panel.${name}`),
    );
  }

  walk(event) {
    const tabs = [...this.tabs.values()];
    const isRightToLeft = getComputedStyle(this.bar).direction === "rtl";
    const step = { ArrowRight: isRightToLeft ? -1 : 1, ArrowLeft: isRightToLeft ? 1 : -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
    next.focus();
    next.click();
  }

  toggle(name = this.current ?? this.names[0]) {
    if (!this.dom.hidden && this.current === name) this.close();
    else {
      this.open(name);
      this.tabs.get(name).focus();
    }
  }

  open(name) {
    if (this.current !== name) this.own[this.current]?.close?.();
    this.current = name;
    this.dom.hidden = false;
    document.body.classList.add("with-panel");
    for (const [other, tab] of this.tabs) {
      tab.setAttribute("aria-selected", String(other === name));
      tab.tabIndex = other === name ? 0 : -1;
    }
    this.place.setAttribute("aria-labelledby", `tab-${name}`);
    if (this.own[name]) {
      this.place.replaceChildren(this.own[name].dom);
      this.own[name].open?.();
    } else this.load();
    this.onchange?.(name);
  }

  close() {
    this.own[this.current]?.close?.();
    this.dom.hidden = true;
    document.body.classList.remove("with-panel");
    this.onchange?.(null);
    this.onclosed?.();
  }

  /** What a fragment shows may be out of date. */
  outdated(...names) {
    if (!this.dom.hidden && names.includes(this.current) && !this.own[this.current] && !this.isBeingFilledIn()) this.load();
  }

  /** A form that somebody is writing in is not drawn anew under their hands. */
  isBeingFilledIn() {
    return [...this.place.querySelectorAll("textarea, input")].some(
      (field) => field === document.activeElement || (field.value !== field.defaultValue && field.type !== "hidden"),
    );
  }

  async load(address = ofStory(`panels/${this.current}`)) {
    const name = this.current;
    if (!this.place.querySelector(`[data-panel=${name}]`)) this.place.replaceChildren(make("p", { class: "quiet" }, word("editor.panel.loading")));
    try {
      const answer = await reach(address, { headers: { Accept: "text/html" } });
      const html = await answer.text();
      if (this.current === name) this.put(name, answer.status === 404 ? "" : html);
    } catch {
      if (this.current === name) this.place.replaceChildren(make("p", { class: "problem" }, word("editor.panel.not-reached")));
    }
  }

  put(name, html) {
    const place = make("div", { "data-panel": name });
    // the server's own HTML: what people wrote in it was escaped there
    place.innerHTML = html;
    const fragment = place.querySelector("main") ?? place;
    if (!fragment.textContent.trim()) fragment.replaceChildren(make("p", { class: "quiet" }, word("editor.panel.empty")));
    this.place.replaceChildren(place);
    document.dispatchEvent(new CustomEvent("titr-panel", { detail: { name, place } }));
  }

  /** A form inside a fragment: everything typed goes to the server first, then the form; the answer replaces the panel. */
  async submit(event) {
    const form = event.target;
    if (this.own[this.current]) return;
    event.preventDefault();
    const name = this.current;
    const data = new FormData(form, event.submitter);
    if (!data.has("csrf")) data.set("csrf", settings.csrf);
    const address = event.submitter?.getAttribute("formaction") ?? form.getAttribute("action") ?? ofStory(`panels/${name}`);
    const isGet = (event.submitter?.formMethod || form.method) === "get";
    if (!isGet && !(await this.beforeSend())) {
      note(word("editor.panel.unsent"));
      return;
    }
    form.setAttribute("aria-busy", "true");
    try {
      const body = new URLSearchParams([...data].filter(([, value]) => typeof value === "string"));
      const answer = isGet
        ? await reach(`${address}?${body}`, { headers: { Accept: "text/html" } })
        : await reach(address, { method: "POST", headers: { Accept: "text/html", "X-CSRF": settings.csrf }, body });
      if (answer.headers.get("X-Titr-Changed") === "story") this.storyChanged();
      const html = await answer.text();
      if (this.current === name) this.put(name, html);
      this.place.querySelector("[role=alert], [role=status]")?.scrollIntoView({ block: "nearest" });
    } catch (problem) {
      if (!(problem instanceof NotReached)) throw problem;
      note(word("editor.panel.not-reached"));
    } finally {
      form.removeAttribute("aria-busy");
    }
  }
}
