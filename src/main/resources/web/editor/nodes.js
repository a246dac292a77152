// How blocks show that are more than text: each with fields of its own, edited where readers will see them.
import { make, later } from "./elements.js";
import { settings, word, shown } from "./words.js";
import { showPicture } from "./pictures.js";

/** The views by the name of their node, for EditorView. */
export const nodeViews = {
  quote: (...place) => new QuoteView(...place),
  subhead: (...place) => new SubheadView(...place),
  table: (...place) => new TableView(...place),
  picture: (...place) => new PictureView(...place),
  read_also: (...place) => new ReadAlsoView(...place),
  embed: (...place) => new EmbedView(...place),
  unknown: (...place) => new UnknownView(...place),
};

/** A block with fields for its attributes. What is typed in one becomes a step a moment after the last key. */
class BlockView {
  constructor(node, view, getPos) {
    this.node = node;
    this.view = view;
    this.getPos = getPos;
    this.fields = new Map();
  }

  /** A field that holds one attribute; `label` is both its name and what stands in it while it is empty. */
  fieldFor(attribute, label, kind = "input") {
    const field = make(kind, {
      class: `attribute ${attribute}`,
      dir: "auto",
      "aria-label": label,
      placeholder: label,
      autocomplete: "off",
      ...(kind === "textarea" && { rows: 1 }),
    });
    field.value = this.node.attrs[attribute];
    field.readOnly = !this.view.editable;
    const commit = () => this.commit(attribute, field.value.replace(/\s*\n\s*/g, " "));
    const soon = later(300, commit);
    field.addEventListener("input", soon);
    field.addEventListener("change", commit);
    field.addEventListener("keydown", (event) => this.leave(event));
    this.fields.set(attribute, field);
    return field;
  }

  commit(attribute, value) {
    const position = this.getPos();
    if (position === undefined || this.node.attrs[attribute] === value) return;
    this.view.dispatch(this.view.state.tr.setNodeAttribute(position, attribute, value));
  }

  /** Enter and Escape lead back to the text; undo in a field is the story's. */
  leave(event) {
    if (event.key === "Enter" || event.key === "Escape") {
      event.preventDefault();
      event.target.dispatchEvent(new Event("change"));
      this.view.focus();
    }
  }

  update(node) {
    if (node.type !== this.node.type) return false;
    this.node = node;
    for (const [attribute, field] of this.fields) {
      // a field that somebody is typing in is not written over; theirs is committed a moment later
      if (document.activeElement !== field && field.value !== node.attrs[attribute]) field.value = node.attrs[attribute];
    }
    this.refresh?.();
    return true;
  }

  stopEvent(event) {
    return event.target instanceof Element && event.target.closest("input, textarea, button, select") !== null;
  }

  ignoreMutation(mutation) {
    return mutation.type !== "selection" && !this.contentDOM?.contains(mutation.target);
  }
}

class QuoteView extends BlockView {
  constructor(...place) {
    super(...place);
    this.contentDOM = make("blockquote");
    this.dom = make("figure", { class: "quote" }, this.fieldFor("speaker", word("editor.speaker")), this.contentDOM);
    this.fields.get("speaker").setAttribute("contenteditable", "false");
  }
}

class SubheadView extends BlockView {
  constructor(...place) {
    super(...place);
    this.contentDOM = make(`h${this.node.attrs.level}`);
    this.dom = make("div", { class: "subhead" }, this.fieldFor("kicker", word("editor.subhead-kicker")), this.contentDOM);
    this.refresh();
  }

  update(node) {
    return node.attrs.level === this.node.attrs.level && super.update(node);
  }

  refresh() {
    this.dom.classList.toggle("without-kicker", !this.node.attrs.kicker);
  }
}

class TableView extends BlockView {
  constructor(...place) {
    super(...place);
    this.contentDOM = make("tbody");
    this.dom = make(
      "figure",
      { class: "table" },
      this.fieldFor("caption", word("editor.table-caption")),
      make("table", {}, this.contentDOM),
    );
  }
}

class PictureView extends BlockView {
  constructor(...place) {
    super(...place);
    this.image = make("img", { alt: "", draggable: false });
    this.dom = make(
      "figure",
      { class: "picture" },
      this.image,
      make(
        "figcaption",
        { contenteditable: "false" },
        this.fieldFor("caption", word("editor.caption"), "textarea"),
        this.fieldFor("credit", word("editor.credit")),
        this.fieldFor("alt", word("editor.alt"), "textarea"),
      ),
    );
    this.refresh();
  }

  refresh() {
    if (this.asset !== this.node.attrs.asset) {
      this.asset = this.node.attrs.asset;
      showPicture(this.image, this.asset);
    }
    // the words stand below; without its picture an image would say them a second time
    this.image.alt = this.image.hasAttribute("src") ? this.node.attrs.alt : "";
  }
}

class ReadAlsoView extends BlockView {
  constructor(...place) {
    super(...place);
    this.dom = make("div", { class: "read-also", contenteditable: "false" });
    this.refresh();
  }

  refresh() {
    const { story, headline } = this.node.attrs;
    this.dom.replaceChildren(
      make("span", {}, word("editor.read-also")),
      " ",
      make("strong", {}, headline || word("editor.no-headline")),
      " ",
      make("small", {}, shown(Number(story))),
    );
  }
}

class EmbedView extends BlockView {
  constructor(...place) {
    super(...place);
    const provider = settings.providers?.[this.node.attrs.provider] ?? this.node.attrs.provider;
    this.dom = make(
      "figure",
      { class: "embed", contenteditable: "false" },
      make("span", { class: "provider" }, provider),
      this.fieldFor("title", word("editor.embed-title")),
      make("bdi", { class: "address", dir: "ltr" }, this.node.attrs.id),
    );
  }

  update(node) {
    return node.attrs.provider === this.node.attrs.provider && node.attrs.id === this.node.attrs.id && super.update(node);
  }
}

class UnknownView extends BlockView {
  constructor(...place) {
    super(...place);
    this.dom = make("div", { class: "unknown", contenteditable: "false" });
    this.refresh();
  }

  refresh() {
    this.dom.replaceChildren(make("p", { class: "quiet" }, word("editor.unknown")), make("p", {}, safeText(this.node.attrs.json)));
  }
}

/** Whatever text stands anywhere inside, so that nothing that was written is ever invisible. */
function safeText(json) {
  if (typeof json !== "object" || json === null) return "";
  const own = typeof json.text === "string" ? json.text : "";
  return [own, ...(Array.isArray(json.content) ? json.content.map(safeText) : [])].filter(Boolean).join(" ");
}
