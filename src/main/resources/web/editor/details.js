// The details of the story, beside its text. They are attributes of the same document: a change is a step, undone and merged as
// what is typed.
import { field, later, make } from "./elements.js";
import { json, ofStory, Refused } from "./server.js";
import { note } from "./status.js";
import { choosePicture, pictureAttributes, showPicture } from "./pictures.js";
import { Translations } from "./translations.js";
import { settings, word } from "./words.js";

export class DetailsPanel {
  constructor(view) {
    this.view = view;
    this.refreshers = [];
    this.dom = make(
      "div",
      { class: "details-panel" },
      this.type(),
      this.section(),
      this.names("tags", "tags"),
      this.names("authors", "authors"),
      this.line("dateline"),
      this.line("source"),
      this.line("place"),
      this.date(),
      this.picture(),
    );
    // where the newspaper has one language, nothing speaks of others
    if (settings.languages > 1) {
      this.translations = new Translations(view);
      this.dom.append(this.translations.dom);
    }
    this.refresh();
  }

  open() {
    this.translations?.open();
  }

  get attributes() {
    return this.view.state.doc.attrs;
  }

  set(name, value) {
    if (JSON.stringify(this.attributes[name]) === JSON.stringify(value)) return;
    this.view.dispatch(this.view.state.tr.setDocAttribute(name, value));
  }

  /** Shows what others have changed; never in a field that somebody is typing in. */
  refresh() {
    if (this.seen === this.attributes) return;
    this.seen = this.attributes;
    this.refreshers.forEach((refresh) => refresh(this.attributes));
  }

  /** What kind of piece it is belongs to the story and to no revision of its text: it is said at once, and not undone. */
  type() {
    const select = make(
      "select",
      { name: "type", disabled: !this.view.editable, onchange: () => retype() },
      ...settings.types.map(({ id, name }) => make("option", { value: id }, name)),
    );
    const show = (type) => {
      settings.type = type;
      select.value = type;
    };
    const retype = async () => {
      try {
        show((await json(ofStory("type"), { type: select.value })).type);
        note("");
      } catch (problem) {
        select.value = settings.type;
        note(problem instanceof Refused && problem.message ? problem.message : word("editor.panel.not-reached"));
      }
    };
    show(settings.type);
    document.addEventListener("titr-story", ({ detail }) => show(detail.type));
    return field(word("editor.details.type"), select);
  }

  section() {
    const select = make(
      "select",
      { name: "section", disabled: !this.view.editable, onchange: () => this.set("section", select.value) },
      make("option", { value: "" }, word("editor.details.no-section")),
      ...settings.sections.map(({ slug, name }) => make("option", { value: slug }, name)),
    );
    this.refreshers.push(({ section }) => {
      // a section that the site does not have any more is not dropped by looking at it
      if (![...select.options].some((option) => option.value === section)) select.append(make("option", { value: section }, section));
      select.value = section;
    });
    return field(word("editor.details.section"), select);
  }

  line(name) {
    const input = make("input", { dir: "auto", autocomplete: "off", readonly: !this.view.editable });
    const commit = () => this.set(name, input.value.trim());
    input.addEventListener("input", later(400, commit));
    input.addEventListener("change", commit);
    this.refreshers.push((attributes) => {
      if (document.activeElement !== input) input.value = attributes[name];
    });
    return field(word(`editor.details.${name}`), input);
  }

  /** Names as a row of buttons that take them out again, and a field for the next one. */
  names(name, source) {
    const list = make("ul", { class: "names" });
    const options = make("datalist", { id: `known-${name}` });
    const input = make("input", { dir: "auto", autocomplete: "off", list: options.id, readonly: !this.view.editable });
    const add = (text) => {
      const more = text.split(/[،,\n]/).map((one) => one.trim().replace(/\s+/g, " ")).filter(Boolean);
      if (more.length) this.set(name, [...new Set([...this.attributes[name], ...more])]);
      input.value = "";
      options.replaceChildren();
    };
    const suggest = later(150, async () => {
      if (!input.value.trim()) return;
      const { names } = await json(`/desk/known/${source}?edition=${settings.edition}&q=${encodeURIComponent(input.value)}`).catch(() => ({ names: [] }));
      options.replaceChildren(...names.map((one) => make("option", { value: one })));
    });
    input.addEventListener("input", (event) => {
      // chosen from the list, or ended by a comma
      if (/[،,]\s*$/.test(input.value) || event.inputType === "insertReplacementText" || event.inputType === undefined) add(input.value);
      else suggest();
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        add(input.value);
      } else if (event.key === "Backspace" && input.value === "" && this.attributes[name].length) {
        this.set(name, this.attributes[name].slice(0, -1));
      }
    });
    input.addEventListener("change", () => add(input.value));
    this.refreshers.push((attributes) =>
      list.replaceChildren(
        ...attributes[name].map((one) =>
          make(
            "li",
            {},
            make(
              "button",
              {
                type: "button",
                disabled: !this.view.editable,
                "aria-label": word("editor.details.take-out", one),
                onclick: () => this.set(name, this.attributes[name].filter((other) => other !== one)),
              },
              make("span", { dir: "auto" }, one),
              " ×",
            ),
          ),
        ),
      ),
    );
    return make("div", { class: "field" }, field(word(`editor.details.${name}`), input, options), list);
  }

  /** The field becomes the desk's date picker (web/desk/date-picker.js); the server reads what is typed in it. */
  date() {
    const input = make("input", {
      id: "published-at",
      name: "published-at",
      dir: "auto",
      "data-date-picker": "",
      placeholder: word("editor.details.date.example"),
      readonly: !this.view.editable,
    });
    const radios = ["on-release", "unknown", "at"].map((value) =>
      make("input", { type: "radio", name: "published", value, disabled: !this.view.editable }),
    );
    const read = async () => {
      if (!input.value.trim()) return;
      const { at } = await json(`/desk/dates?text=${encodeURIComponent(input.value)}`).catch(() => ({}));
      if (at) this.set("published", at);
    };
    radios.forEach((radio) =>
      radio.addEventListener("change", () => {
        if (radio.value === "at") input.focus();
        else this.set("published", radio.value);
      }),
    );
    input.addEventListener("change", read);
    input.addEventListener("input", () => (radios[2].checked = true));
    this.refreshers.push(async ({ published }) => {
      const isDate = published !== "on-release" && published !== "unknown";
      radios.forEach((radio) => (radio.checked = radio.value === (isDate ? "at" : published)));
      if (document.activeElement === input) return;
      if (!isDate) input.value = "";
      else input.value = (await json(`/desk/dates?at=${encodeURIComponent(published)}`).catch(() => ({}))).shown ?? published;
    });
    const label = (radio) => make("label", { class: "check" }, radio, " ", word(`editor.details.published.${radio.value}`));
    return make(
      "fieldset",
      { class: "date" },
      make("legend", {}, word("editor.details.published")),
      ...radios.map(label),
      make("label", { class: "hidden", for: input.id }, word("editor.details.published")),
      input,
    );
  }

  picture() {
    const image = make("img", { alt: "" });
    const fields = ["alt", "caption", "credit"].map((name) => {
      const input = make("input", { dir: "auto", autocomplete: "off" });
      const commit = () => {
        const { picture } = this.attributes;
        if (picture && picture[name] !== input.value) this.set("picture", { ...picture, [name]: input.value });
      };
      input.addEventListener("input", later(400, commit));
      input.addEventListener("change", commit);
      return { name, input };
    });
    const choose = async () => {
      const chosen = await choosePicture();
      if (chosen) this.set("picture", pictureAttributes(chosen));
    };
    const chosen = make(
      "div",
      { hidden: true },
      image,
      ...fields.map(({ name, input }) => field(word(`editor.${name}`), input)),
      make("button", { type: "button", class: "quiet", onclick: () => this.set("picture", null) }, word("editor.details.no-picture")),
    );
    let shownAsset = "";
    this.refreshers.push(({ picture }) => {
      chosen.hidden = !picture;
      if (!picture) return;
      if (picture.asset !== shownAsset) showPicture(image, (shownAsset = picture.asset));
      for (const { name, input } of fields) if (document.activeElement !== input) input.value = picture[name];
    });
    return make(
      "fieldset",
      { class: "main-picture" },
      make("legend", {}, word("editor.details.picture")),
      chosen,
      make("button", { type: "button", disabled: !this.view.editable, onclick: choose }, word("editor.details.choose-picture")),
    );
  }
}
