// What a story may be made of. doc/step/StorySchema says the same in Java; corpus/documents holds the two together.
import { Schema } from "prosemirror-model";

/** A field of one line above the body. Text in it has no marks and no line breaks. */
const line = (name, element) => ({
  content: "text*",
  marks: "",
  defining: true,
  isolating: true,
  whitespace: "pre",
  parseDOM: [{ tag: `[data-field=${name}]`, preserveWhitespace: "full" }],
  toDOM: () => [element, { class: name, "data-field": name }, 0],
});

const text = (more) => ({ content: "text*", group: "block", whitespace: "pre", ...more });
const leaf = (name, attrs) => ({
  group: "block",
  attrs,
  draggable: true,
  selectable: true,
  toDOM: (node) => ["div", { class: name, "data-block": name }, words(node)],
});

/** What a leaf shows where no view of its own stands, such as in the side-by-side merge. */
function words(node) {
  return Object.values(node.attrs).filter((value) => typeof value === "string" && value).join(" · ") || "•";
}

const empty = { default: "" };

export const schema = new Schema({
  topNode: "story",
  nodes: {
    story: {
      content: "kicker headline subheadline* lead body",
      attrs: {
        section: empty,
        tags: { default: [] },
        authors: { default: [] },
        dateline: empty,
        source: empty,
        place: empty,
        published: { default: "on-release" },
        picture: { default: null },
      },
      toDOM: () => ["div", 0],
    },
    kicker: line("kicker", "p"),
    // the page has a heading of its own; one that is empty would lead nowhere
    headline: line("headline", "p"),
    subheadline: line("subheadline", "p"),
    lead: line("lead", "p"),
    body: {
      content: "block+",
      defining: true,
      isolating: true,
      parseDOM: [{ tag: "[data-field=body]" }],
      toDOM: () => ["div", { class: "body", "data-field": "body" }, 0],
    },

    paragraph: text({ parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] }),
    subhead: text({
      defining: true,
      attrs: { level: { default: 2 }, kicker: empty },
      toDOM: (node) => [`h${node.attrs.level}`, 0],
    }),
    quote: {
      content: "block+",
      group: "block",
      defining: true,
      attrs: { speaker: empty },
      toDOM: (node) => ["figure", { class: "quote" }, ["figcaption", node.attrs.speaker], ["blockquote", 0]],
    },
    list: {
      content: "list_item+",
      group: "block",
      attrs: { numbered: { default: false } },
      toDOM: (node) => [node.attrs.numbered ? "ol" : "ul", 0],
    },
    list_item: { content: "block+", defining: true, toDOM: () => ["li", 0] },
    table: {
      content: "table_row+",
      group: "block",
      tableRole: "table",
      isolating: true,
      attrs: { caption: empty },
      toDOM: () => ["table", ["tbody", 0]],
    },
    table_row: { content: "(table_cell | table_header)+", tableRole: "row", toDOM: () => ["tr", 0] },
    table_cell: cell("td", "cell"),
    table_header: cell("th", "header_cell"),
    picture: leaf("picture", { asset: empty, alt: empty, caption: empty, credit: empty }),
    separator: { group: "block", selectable: true, toDOM: () => ["hr", { class: "separator" }] },
    read_also: leaf("read-also", { story: { default: 0 }, headline: empty }),
    embed: leaf("embed", { provider: empty, id: empty, title: empty }),
    unknown: leaf("unknown", { json: { default: {} } }),
    text: {},
  },
  marks: {
    strong: { parseDOM: [{ tag: "strong" }], toDOM: () => ["strong", 0] },
    emphasis: { parseDOM: [{ tag: "em" }], toDOM: () => ["em", 0] },
    link: {
      attrs: { href: empty },
      inclusive: false,
      parseDOM: [{ tag: "a[href]", getAttrs: (dom) => ({ href: dom.getAttribute("href") }) }],
      // no href: a click sets the caret, it does not lead away
      toDOM: (mark) => ["a", { title: mark.attrs.href, "data-href": mark.attrs.href }, 0],
    },
    language: { attrs: { tag: empty }, toDOM: (mark) => ["bdi", { lang: mark.attrs.tag }, 0] },
  },
});

function cell(element, tableRole) {
  return {
    content: "paragraph",
    tableRole,
    isolating: true,
    attrs: { colspan: { default: 1 }, rowspan: { default: 1 } },
    toDOM: ({ attrs }) => [
      element,
      { ...(attrs.colspan > 1 && { colspan: attrs.colspan }), ...(attrs.rowspan > 1 && { rowspan: attrs.rowspan }) },
      0,
    ],
  };
}

/** The same choice as doc/SafeLink: never a script, never anything that a browser would run. */
export function isSafeLink(address) {
  if (/[\u0000-\u0020\u007f\\]/.test(address)) return false;
  if (address.startsWith("/")) return !address.startsWith("//");
  return address.startsWith("#") || /^(https?|mailto|tel):/i.test(address);
}

const isText = (value) => typeof value === "string";
const isList = (value) => Array.isArray(value) && value.every(isText);
const isNumber = (least, most) => (value) => Number.isInteger(value) && value >= least && value <= most;

/** What attributes must be, where they are not text. */
const KINDS = {
  story: isNumber(0, Number.MAX_SAFE_INTEGER),
  level: isNumber(2, 3),
  numbered: (value) => typeof value === "boolean",
  colspan: isNumber(1, 100),
  rowspan: isNumber(1, 1000),
  json: () => true,
  tags: isList,
  authors: isList,
  published: (value) => value === "on-release" || value === "unknown" || !Number.isNaN(Date.parse(value)),
  picture: (value) => value === null || (typeof value === "object" && Object.values(value).every(isText)),
};

/** What a rule of the schema does not say: attributes of the right kind, links that readers may get. */
export function isSound(document) {
  const isRight = (node) =>
    Object.entries(node.attrs).every(([name, value]) => (KINDS[name] ?? isText)(value)) &&
    node.marks.every((mark) => mark.type.name !== "link" || isSafeLink(mark.attrs.href));
  let sound = isRight(document);
  document.descendants((node) => (sound &&= isRight(node)));
  return sound;
}
