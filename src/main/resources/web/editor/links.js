// Links and passages in another language: marks that need to be asked for.
import { schema, isSafeLink } from "./schema.js";
import { address } from "./paste-page.js";
import { ask, field, make } from "./elements.js";
import { word } from "./words.js";

/** The whole run with a mark around the caret, or the selection. */
function rangeOf(state, type) {
  const { from, to, empty, $from } = state.selection;
  if (!empty) return { from, to };
  const mark = type.isInSet($from.marks()) ?? type.isInSet($from.nodeAfter?.marks ?? []);
  if (!mark) return null;
  const parent = $from.parent;
  let start = $from.start();
  let found = null;
  let runStart = null;
  parent.forEach((node, offset) => {
    const position = start + offset;
    if (mark.isInSet(node.marks)) {
      runStart ??= position;
      if (position <= from && from <= position + node.nodeSize) found = { from: runStart };
      if (found && found.from === runStart) found.to = position + node.nodeSize;
    } else runStart = null;
  });
  return found && { ...found, mark };
}

function setMark(view, range, type, attributes) {
  const tr = view.state.tr.removeMark(range.from, range.to, type);
  if (attributes) tr.addMark(range.from, range.to, type.create(attributes));
  view.dispatch(tr);
}

export async function editLink(view) {
  const type = schema.marks.link;
  const range = rangeOf(view.state, type);
  if (!range) return;
  let before = range.mark?.attrs.href ?? "";
  view.state.doc.nodesBetween(range.from, range.to, (node) => {
    before ||= type.isInSet(node.marks)?.attrs.href ?? "";
  });
  const href = await ask(word("editor.link"), (close) => {
    const input = make("input", { dir: "ltr", autofocus: true, value: before, placeholder: "https://", autocomplete: "off" });
    const problem = make("p", { class: "problem", role: "alert", hidden: true }, word("editor.link.unsafe"));
    const submit = (event) => {
      event.preventDefault();
      const written = input.value.trim();
      const whole = /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(written) ? `https://${written}` : written;
      const safe = whole === "" ? "" : isSafeLink(whole) ? (address(whole) ?? whole) : null;
      if (safe === null) problem.hidden = false;
      else close(safe);
    };
    return make(
      "form",
      { onsubmit: submit },
      field(word("editor.link.address"), input),
      problem,
      make("button", { class: "main" }, word("editor.link.set")),
      before && make("button", { type: "button", class: "quiet", onclick: () => close("") }, word("editor.link.remove")),
    );
  });
  if (href !== undefined) setMark(view, range, type, href && { href });
  view.focus();
}

const LANGUAGES = ["en", "ar", "fr", "de", "ru", "tr", "ku", "az", "es", "zh"];

export async function editLanguage(view) {
  const type = schema.marks.language;
  const range = rangeOf(view.state, type);
  if (!range) return;
  const names = new Intl.DisplayNames([document.documentElement.lang || "en"], { type: "language" });
  const tag = await ask(word("editor.language"), (close) =>
    make(
      "ul",
      { class: "choices" },
      ...LANGUAGES.map((one, i) =>
        make("li", {}, make("button", { type: "button", autofocus: i === 0, onclick: () => close(one) }, names.of(one))),
      ),
      make("li", {}, make("button", { type: "button", class: "quiet", onclick: () => close("") }, word("editor.language.none"))),
    ),
  );
  if (tag !== undefined) setMark(view, range, type, tag && { tag });
  view.focus();
}
