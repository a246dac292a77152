// Reads copied HTML (Word, Google Docs, Telegram, web pages) into blocks. The HTML is parsed apart from the page: nothing in
// it runs, nothing is requested.
import { schema, isSafeLink } from "./schema.js";
import { cleanText } from "./clean-text.js";

const { nodes, marks } = schema;

const SKIPPED = new Set(
  "STYLE SCRIPT META LINK TITLE HEAD NOSCRIPT TEMPLATE XML BASE OBJECT EMBED APPLET SVG MATH CANVAS AUDIO VIDEO INPUT SELECT TEXTAREA BUTTON DATALIST DIALOG MAP AREA COLGROUP COL".split(" "),
);
/** Paragraphs that Word means as items of a list, with what it says of each. */
const wordItems = new WeakMap();

const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(" "),
);

/**
 * The blocks of a copied page.
 *
 * @returns `blocks`; `pictures` that came with it, as files; and what was `dropped`, by kind
 */
export function readPage(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  return new PageReader().read(page.body);
}

class PageReader {
  constructor() {
    this.pictures = [];
    this.dropped = { pictures: [], comments: 0, hidden: 0, links: 0, frames: 0, deletions: 0 };
  }

  read(body) {
    const blocks = this.blocks(body);
    return { blocks, pictures: this.pictures, dropped: this.dropped };
  }

  /** The blocks of an element; text between them makes paragraphs. */
  blocks(element) {
    const out = [];
    let runs = [];
    const flush = () => {
      out.push(...paragraphsOf(runs, (text) => nodes.paragraph.create(null, text)));
      runs = [];
    };
    const walk = (parent, active) => {
      for (const child of parent.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) {
          runs.push({ text: child.data, marks: active, pre: inPre(child) });
        } else if (child.nodeType === Node.ELEMENT_NODE && !this.isLeftOut(child)) {
          if (child.tagName === "BR") runs.push({ text: "\n", marks: [], pre: true, br: true });
          else if (child.tagName === "IMG") this.image(child, runs, active);
          else if (child.tagName === "IFRAME" || child.tagName === "FRAME") this.dropped.frames++;
          else if (BLOCKS.has(child.tagName) || hasBlocks(child)) {
            flush();
            const made = this.block(child, active);
            if (made) out.push(...made);
            else {
              walk(child, this.marksOf(child, active));
              flush();
            }
          } else walk(child, this.marksOf(child, active));
        }
      }
    };
    walk(element, []);
    flush();
    return lists(out);
  }

  /** What a block element becomes, or null when it is only a frame around others. */
  block(element) {
    const tag = element.tagName;
    const level = /^H([1-6])$/.exec(tag)?.[1] ?? (/\bMsoTitle\b/.test(element.className) ? "1" : null);
    if (level) {
      const text = this.inline(element);
      return paragraphsOf(text, (content) => nodes.subhead.create({ level: level <= "2" ? 2 : 3 }, plainStrong(content)));
    }
    if (isWordItem(element)) return this.wordItem(element);
    switch (tag) {
      case "HR":
        return [nodes.separator.create()];
      case "UL":
      case "OL":
        return this.list(element, tag === "OL");
      case "TABLE":
        return this.table(element);
      case "BLOCKQUOTE": {
        const inside = this.blocks(element);
        return inside.length ? [nodes.quote.create(null, inside)] : [];
      }
      default:
        return /\bMsoQuote|\bMsoIntenseQuote/.test(element.className) ? this.wordQuote(element) : null;
    }
  }

  wordQuote(element) {
    const inside = paragraphsOf(this.inline(element), (text) => nodes.paragraph.create(null, text));
    return inside.length ? [nodes.quote.create(null, inside)] : [];
  }

  list(element, numbered) {
    const items = [];
    for (const child of element.children) {
      if (this.isLeftOut(child)) continue;
      const inside = this.blocks(child);
      if (!inside.length) continue;
      // lists directly within lists, as Google Docs and Word write them, belong to the item before
      const nested = (child.tagName === "UL" || child.tagName === "OL") && items.length;
      if (nested) {
        const made = this.list(child, child.tagName === "OL");
        const before = items.pop();
        items.push(nodes.list_item.create(null, [...before.content.content, ...made]));
      } else items.push(nodes.list_item.create(null, inside));
    }
    return items.length ? [nodes.list.create({ numbered }, items)] : [];
  }

  /** Word writes items as paragraphs with their bullet in a span that says «ignore me». */
  wordItem(element) {
    const bullet = [...element.querySelectorAll("span")].find((span) => /mso-list:\s*ignore/i.test(style(span)));
    const numbered = /[0-9\u06f0-\u06f9\u0660-\u0669a-zA-Z]/.test(bullet?.textContent ?? "");
    const level = Number(/level([1-9])/i.exec(style(element))?.[1] ?? 1);
    bullet?.remove();
    const inside = paragraphsOf(this.inline(element), (text) => nodes.paragraph.create(null, text));
    inside.forEach((paragraph) => wordItems.set(paragraph, { numbered, level }));
    return inside;
  }

  table(element) {
    const rows = [...element.rows].filter((row) => row.closest("table") === element && !this.isLeftOut(row));
    const isLayout = rows.every((row) => row.cells.length <= 1);
    if (isLayout) return rows.flatMap((row) => [...row.cells].flatMap((cell) => this.blocks(cell)));
    const made = rows.map((row) =>
      [...row.cells]
        .filter((cell) => !this.isLeftOut(cell))
        .map((cell) =>
          (cell.tagName === "TH" ? nodes.table_header : nodes.table_cell).create(
            { colspan: within(cell.colSpan, 100), rowspan: within(cell.rowSpan, 1000) },
            nodes.paragraph.create(null, textLines(this.blocks(cell))),
          ),
        ),
    );
    const kept = made.filter((cells) => cells.length).map((cells) => nodes.table_row.create(null, cells));
    const caption = cleanText(element.caption?.textContent ?? "").replace(/\s+/g, " ").trim();
    return kept.length ? [nodes.table.create({ caption }, kept)] : [];
  }

  /** The runs of text of an element that holds no blocks worth keeping. */
  inline(element) {
    const runs = [];
    const walk = (parent, active) => {
      for (const child of parent.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) runs.push({ text: child.data, marks: active, pre: inPre(child) });
        else if (child.nodeType === Node.ELEMENT_NODE && !this.isLeftOut(child)) {
          if (child.tagName === "BR") runs.push({ text: "\n", marks: [], pre: true, br: true });
          else if (child.tagName === "IMG") this.image(child, runs, active);
          else walk(child, this.marksOf(child, active));
        }
      }
    };
    walk(element, []);
    return runs;
  }

  /** True for what readers of the source did not see either; counts what it was. */
  isLeftOut(element) {
    const tag = element.tagName.toUpperCase();
    if (SKIPPED.has(tag) || /^(O|W|M|V|ST1):/.test(tag)) return tag.startsWith("V:") || SKIPPED.has(tag) || !element.textContent;
    const its = style(element);
    if (/MsoCommentReference/.test(element.className) || /mso-element:\s*comment|mso-comment/i.test(its)) {
      if (/MsoCommentReference/.test(element.className)) this.dropped.comments++;
      return true;
    }
    if (tag === "DEL" || tag === "STRIKE_DEL" || /\bmsoDel\b/i.test(element.className)) {
      if (element.textContent.trim()) this.dropped.deletions++;
      return true;
    }
    if (/mso-list:\s*ignore/i.test(its)) return true;
    if (isHidden(element, its)) {
      if (tag === "IMG" || element.textContent.trim()) this.dropped.hidden++;
      return true;
    }
    return false;
  }

  /** A picture that came along is uploaded; one that lies elsewhere is named as dropped; an emoji is text. */
  image(element, runs, active) {
    const alt = cleanText(element.alt ?? "").trim();
    const source = element.getAttribute("src") ?? "";
    if (/^\p{Extended_Pictographic}/u.test(alt) && alt.length <= 12) {
      runs.push({ text: alt, marks: active });
    } else if (/^data:image\/(png|jpeg|gif|webp|avif);base64,/i.test(source)) {
      const file = fileOf(source, alt);
      if (file) this.pictures.push(file);
    } else if (source) {
      const name = decodeURIComponentSafely(source.split(/[?#]/)[0].split(/[/\\]/).pop() ?? "");
      this.dropped.pictures.push(alt || name || "…");
    }
  }

  marksOf(element, active) {
    let found = active;
    const add = (mark) => (found = mark.addToSet(found));
    const remove = (type) => (found = type.removeFromSet(found));
    const its = style(element);
    const weight = /font-weight:\s*([a-z0-9]+)/i.exec(its)?.[1];
    if (weight) /^(bold|bolder|[6-9]00)$/i.test(weight) ? add(marks.strong.create()) : remove(marks.strong);
    else if (/^(B|STRONG)$/.test(element.tagName)) add(marks.strong.create());
    const slope = /font-style:\s*([a-z]+)/i.exec(its)?.[1];
    if (slope) /^(italic|oblique)$/i.test(slope) ? add(marks.emphasis.create()) : remove(marks.emphasis);
    else if (/^(I|EM|CITE)$/.test(element.tagName)) add(marks.emphasis.create());
    if (element.tagName === "A" && element.hasAttribute("href")) {
      const href = address(element.getAttribute("href"));
      if (href) add(marks.link.create({ href }));
      else if (!/^\s*(#|$)/.test(element.getAttribute("href"))) this.dropped.links++;
    }
    return found;
  }
}

const style = (element) => element.getAttribute("style") ?? "";
const within = (number, most) => Math.min(Math.max(1, number || 1), most);
const inPre = (text) => text.parentElement?.closest("pre, textarea, [style*='pre-wrap']") != null;

function hasBlocks(element) {
  return [...element.children].some((child) => BLOCKS.has(child.tagName) || hasBlocks(child));
}

function isHidden(element, its) {
  if (element.hidden || element.getAttribute("aria-hidden") === "true") return true;
  if (/display:\s*none|visibility:\s*(hidden|collapse)|mso-hide:\s*all|opacity:\s*0(?![.\d]*[1-9])/i.test(its)) return true;
  if (/font-size:\s*(0|1px|0?\.\d+(px|pt))(?![\d.])/i.test(its)) return true;
  if (/(left|top|text-indent|right|bottom):\s*-\d{3,}/i.test(its) || /clip:\s*rect\(\s*[01]/i.test(its)) return true;
  if (/(?<!-)color:\s*(transparent|rgba\([^)]*,\s*0\s*\))/i.test(its)) return true;
  if (/(?<![\w-])(width|height|max-width|max-height):\s*[01]px/i.test(its)) return true;
  return element.tagName === "IMG" && (element.getAttribute("width") <= "1" || element.getAttribute("height") <= "1") &&
    (element.hasAttribute("width") || element.hasAttribute("height"));
}

const isWordItem = (element) => element.tagName === "P" && /mso-list:\s*l\d+\s+level\d/i.test(style(element));

/** An address as readers may get it: unwrapped, without what only tells advertisers who came; null when it is not safe. */
export function address(written) {
  const trimmed = written.trim();
  try {
    let url = new URL(trimmed);
    if (/(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === "/url") {
      url = new URL(url.searchParams.get("q") ?? url.searchParams.get("url") ?? trimmed);
    }
    if (!isSafeLink(url.href)) return null;
    const names = [...url.searchParams.keys()].filter((name) => /^(utm_.*|fbclid|gclid|dclid|yclid|mc_eid|igshid)$/.test(name));
    if (!names.length) return url.href === `${trimmed}/` ? trimmed : url.href;
    names.forEach((name) => url.searchParams.delete(name));
    return url.href;
  } catch {
    return null;
  }
}

function fileOf(source, alt) {
  try {
    const [head, base64] = source.split(",", 2);
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const type = /data:([^;]+)/.exec(head)[1].toLowerCase();
    return new File([bytes], `${alt || "picture"}.${type.split("/")[1]}`, { type });
  } catch {
    return null;
  }
}

function decodeURIComponentSafely(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Runs of text as paragraphs: two breaks part them, spaces are as browsers show them, empty ones are none. */
function paragraphsOf(runs, make) {
  const lines = [[]];
  let breaks = 0;
  for (const run of runs) {
    if (run.br) {
      breaks++;
      continue;
    }
    const text = run.pre ? run.text.replace(/\r\n?/g, "\n") : run.text.replace(/[\t\n\r ]+/g, " ");
    if (breaks && text.trim()) {
      if (breaks > 1) lines.push([]);
      else if (lines.at(-1).length) lines.at(-1).push({ text: "\n", marks: [] });
      breaks = 0;
    }
    if (text) lines.at(-1).push({ text, marks: run.marks });
  }
  return lines.map(tidyLine).filter((content) => content.length).map(make);
}

/** One paragraph's text nodes, cleaned as a whole so that a half-space at the edge of a run is seen with its neighbour. */
function tidyLine(line) {
  const raw = line.map((run) => run.text).join("");
  const out = [];
  let offset = 0;
  let last = "";
  for (const { text, marks: its } of line) {
    const before = raw.slice(Math.max(0, offset - 2), offset);
    const after = raw.slice(offset + text.length, offset + text.length + 2);
    offset += text.length;
    let clean = cleanText(`${before}\u0001${text}\u0001${after}`.replaceAll("\u0001", EDGE)).split(EDGE)[1] ?? "";
    clean = clean.replace(/ *\n */g, "\n").replace(/ {2,}/g, " ");
    if (/[ \n]$/.test(last) || last === "") clean = clean.replace(/^ +/, "");
    if (last === "") clean = clean.replace(/^\n+/, "");
    if (clean) {
      out.push({ text: clean, marks: its });
      last = clean;
    }
  }
  while (out.length && !out.at(-1).text.trimEnd()) out.pop();
  if (out.length) out.at(-1).text = out.at(-1).text.trimEnd();
  return out.map(({ text, marks: its }) => schema.text(text, its));
}

/** Marks where a run begins and ends while its neighbours are looked at; never in any text. */
const EDGE = "\ue000";

/** A heading is strong by itself. */
const plainStrong = (content) => content.map((text) => text.mark(marks.strong.removeFromSet(text.marks)));

/** What fits a cell: the texts of its blocks, by lines. */
function textLines(blocks) {
  const texts = [];
  for (const block of blocks) {
    if (block.isTextblock) texts.push(block.content.content);
    else block.descendants((node) => void (node.isTextblock && texts.push(node.content.content)));
  }
  return texts
    .filter((text) => text.length)
    .flatMap((text, i) => (i ? [schema.text("\n"), ...text] : text));
}

/** Word's items, one after the other, as lists; deeper ones within the item before. */
function lists(blocks) {
  const out = [];
  for (let i = 0; i < blocks.length; ) {
    if (!wordItems.has(blocks[i])) {
      out.push(blocks[i++]);
      continue;
    }
    let end = i;
    while (end < blocks.length && wordItems.has(blocks[end])) end++;
    out.push(...nest(blocks.slice(i, end)));
    i = end;
  }
  return out;
}

function nest(items) {
  const { level, numbered } = wordItems.get(items[0]);
  const made = [];
  let i = 0;
  while (i < items.length) {
    let end = i + 1;
    while (end < items.length && wordItems.get(items[end]).level > level) end++;
    const deeper = items.slice(i + 1, end);
    made.push(nodes.list_item.create(null, [items[i], ...(deeper.length ? nest(deeper) : [])]));
    i = end;
  }
  return [nodes.list.create({ numbered }, made)];
}
