// Makes documents and steps with the real ProseMirror, and writes down what becomes of them. The Java test reads it.
import { Fragment, Slice } from "prosemirror-model";
import {
  AddMarkStep, AddNodeMarkStep, AttrStep, DocAttrStep, Mapping, RemoveMarkStep, RemoveNodeMarkStep, ReplaceAroundStep,
  ReplaceStep, Step, Transform, canJoin, canSplit, findWrapping, liftTarget,
} from "prosemirror-transform";
import { schema } from "schema";

/** A generator of numbers that gives the same ones for the same seed (mulberry32). */
function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function cases(seed, count) {
  const random = numbers(seed);
  const below = (limit) => Math.floor(random() * limit);
  const one = (list) => list[below(list.length)];
  const chance = (probability) => random() < probability;
  const several = (most, make, least = 0) => Array.from({ length: least + below(most - least + 1) }, make);

  const WORDS = ["پل", "می‌شود", "خانه‌ها", "😀", "news", "۱۴۰۳", "a", "«باز»", "👩‍🚀", " ", "\n", "x1"];
  const words = () => several(4, () => one(WORDS), 1).join(chance(0.7) ? " " : "");

  const mark = () => one([
    () => schema.mark("strong"),
    () => schema.mark("emphasis"),
    () => schema.mark("link", { href: one(["/news/1", "https://a.example/", "https://b.example/"]) }),
    () => schema.mark("language", { tag: one(["en", "ar"]) }),
  ])();
  const marks = () => several(2, mark).reduce((set, next) => next.addToSet(set), []);
  const plain = () => (chance(0.2) ? [] : [schema.text(words())]);
  const rich = () => several(3, () => schema.text(words(), marks()));

  const paragraph = () => schema.node("paragraph", null, rich());
  const row = () => schema.node("table_row", null, several(3, () =>
    schema.node(one(["table_cell", "table_header"]), { colspan: 1 + below(2), rowspan: 1 }, [paragraph()]), 1));
  const block = (depth) => {
    const flat = ["paragraph", "paragraph", "paragraph", "subhead", "picture", "separator", "read_also", "embed", "unknown"];
    switch (one(depth > 0 ? [...flat, "quote", "list", "table"] : flat)) {
      case "paragraph": return paragraph();
      case "subhead": return schema.node("subhead", { level: 2 + below(2), kicker: one(["", "روتیتر"]) }, rich());
      case "quote": return schema.node("quote", { speaker: one(["", "گوینده"]) }, blocks(depth - 1));
      case "list": return schema.node("list", { numbered: chance(0.5) }, several(3, () =>
        schema.node("list_item", null, blocks(depth - 1)), 1));
      case "table": return schema.node("table", { caption: "" }, several(2, row, 1));
      case "picture": return schema.node("picture", { asset: "a" + below(3), alt: "", caption: "شرح", credit: "" });
      case "separator": return schema.node("separator");
      case "read_also": return schema.node("read_also", { story: 1000 + below(9), headline: "تیتر" });
      case "embed": return schema.node("embed", { provider: "aparat", id: "x", title: "" });
      default: return schema.node("unknown", { json: { type: "hologram", attrs: { depth: below(4) } } });
    }
  };
  const blocks = (depth) => several(3, () => block(depth), 1);
  const story = () => schema.node("story", null, [
    schema.node("kicker", null, plain()),
    schema.node("headline", null, plain()),
    ...several(2, () => schema.node("subheadline", null, plain())),
    schema.node("lead", null, plain()),
    schema.node("body", null, several(5, () => block(2), 1)),
  ]);

  const position = (doc) => below(doc.content.size + 1);
  const range = (doc) => {
    const from = position(doc);
    const to = chance(0.5) ? Math.min(doc.content.size, from + below(6)) : position(doc);
    return from <= to ? [from, to] : [to, from];
  };
  const slice = (doc) => {
    if (chance(0.2)) return Slice.empty;
    if (chance(0.3)) return new Slice(Fragment.from(schema.text(words(), marks())), 0, 0);
    const from = chance(0.5) ? doc : story();
    return from.slice(...range(from));
  };
  /** A place in some text of the document, where somebody would type. */
  const inText = (doc) => {
    const places = [];
    doc.descendants((node, at) => { if (node.isTextblock) places.push(at + 1 + below(node.content.size + 1)); });
    return one(places);
  };
  const nodePosition = (doc) => {
    const places = [];
    doc.descendants((node, at) => { if (!node.isText) places.push(at); });
    return chance(0.9) ? one(places) : position(doc);
  };

  /** What editors do; each adds steps to the transform, or none. */
  const edits = [
    (tr) => tr.insert(inText(tr.doc), schema.text(words(), chance(0.3) ? marks() : [])),
    (tr) => tr.insert(inText(tr.doc), schema.text(words())),
    (tr) => { const at = inText(tr.doc); tr.delete(at, Math.min(at + below(4), tr.doc.resolve(at).end())); },
    (tr) => tr.delete(...range(tr.doc)),
    (tr) => tr.deleteRange(...range(tr.doc)),
    (tr) => tr.replace(...range(tr.doc), slice(tr.doc)),
    (tr) => tr.replaceRange(...range(tr.doc), slice(tr.doc)),
    (tr) => { const at = inText(tr.doc); tr.replaceRangeWith(at, at, block(1)); },
    (tr) => tr.addMark(...range(tr.doc), mark()),
    (tr) => tr.removeMark(...range(tr.doc), chance(0.5) ? mark() : undefined),
    (tr) => { const at = inText(tr.doc), depth = 1 + below(2); if (canSplit(tr.doc, at, depth)) tr.split(at, depth); },
    (tr) => { const at = position(tr.doc); if (canJoin(tr.doc, at)) tr.join(at); },
    (tr) => {
      const [from, to] = range(tr.doc), stretch = tr.doc.resolve(from).blockRange(tr.doc.resolve(to));
      const target = stretch && liftTarget(stretch);
      if (target != null) tr.lift(stretch, target);
    },
    (tr) => {
      const [from, to] = range(tr.doc), stretch = tr.doc.resolve(from).blockRange(tr.doc.resolve(to));
      const type = schema.nodes[one(["quote", "list"])];
      const wrapping = stretch && findWrapping(stretch, type, type.name == "list" ? { numbered: true } : { speaker: "او" });
      if (wrapping) tr.wrap(stretch, wrapping);
    },
    (tr) => tr.setBlockType(...range(tr.doc), schema.nodes[one(["paragraph", "subhead"])]),
    (tr) => tr.setNodeAttribute(nodePosition(tr.doc), one(["speaker", "level", "numbered", "caption", "colspan", "glow"]), 2),
    (tr) => tr.setDocAttribute(...one([
      ["section", "city"], ["tags", ["الف", "ب"]], ["published", "2025-01-20T04:40:00Z"], ["published", "unknown"],
      ["picture", { asset: "a", alt: "b", caption: "", credit: "" }], ["picture", null], ["glow", true],
    ])),
  ];

  /** Steps as nobody's editor would make them; most of them fail. */
  const steps = [
    (doc) => new ReplaceStep(...range(doc), slice(doc), chance(0.3)),
    (doc) => {
      const sorted = [position(doc), position(doc), position(doc), position(doc)].sort((a, b) => a - b);
      const put = slice(doc);
      return new ReplaceAroundStep(sorted[0], sorted[3], sorted[1], sorted[2], put, below(put.size + 1), chance(0.3));
    },
    (doc) => {
      // around a whole node, which succeeds now and then
      const at = nodePosition(doc), node = doc.nodeAt(at);
      const end = at + (node ? node.nodeSize : 1);
      const wrapper = one(["quote", "list_item", "table_cell", "paragraph", "body"]);
      return new ReplaceAroundStep(at, end, at, end, new Slice(Fragment.from(schema.nodes[wrapper].create()), 0, 0), 1, true);
    },
    (doc) => new AddMarkStep(...range(doc), mark()),
    (doc) => new RemoveMarkStep(...range(doc), mark()),
    (doc) => new AddNodeMarkStep(nodePosition(doc), mark()),
    (doc) => new RemoveNodeMarkStep(nodePosition(doc), mark()),
    (doc) => new AttrStep(nodePosition(doc), "speaker", "گوینده"),
    () => new DocAttrStep("place", words()),
  ];

  const attempt = (doc, step) => {
    try {
      return step.apply(doc).doc;
    } catch (problem) {
      return null;
    }
  };
  const suits = (step, doc) => {
    // an attribute of the wrong kind is refused by the server alone
    if (!(step instanceof AttrStep)) return true;
    const node = doc.nodeAt(step.pos);
    const fits = { level: "subhead", colspan: "table_" };
    return !node || !(step.attr in node.attrs) || step.value === "گوینده" || node.type.name.startsWith(fits[step.attr] ?? "none");
  };
  const sound = (doc) => {
    try {
      doc.check();
      return JSON.parse(JSON.stringify(doc.textContent)).isWellFormed()
        && doc.textBetween(0, doc.content.size, "", "").isWellFormed() && everyText(doc);
    } catch (problem) {
      return false;
    }
  };
  const everyText = (doc) => {
    let whole = true;
    doc.descendants((node) => { if (node.isText && !node.text.isWellFormed()) whole = false; });
    return whole;
  };

  return Array.from({ length: count }, () => {
    let doc = story();
    const made = { document: doc.toJSON(), steps: [] };
    const mapping = new Mapping();
    for (let i = 0; i < 8; i++) {
      let list;
      if (chance(0.7)) {
        const tr = new Transform(doc);
        try { one(edits)(tr); } catch (problem) { /* what the edit did so far counts */ }
        list = tr.steps;
      } else {
        list = [one(steps)(doc)];
      }
      for (const step of list) {
        if (!suits(step, doc)) break;
        const after = attempt(doc, step);
        const written = { step: step.toJSON(), applies: after != null };
        if (after) {
          const old = doc;
          written.inverse = step.invert(old).toJSON();
          written.size = after.content.size;
          doc = after;
          mapping.appendMap(step.getMap());
          const at = position(old), side = one([-1, 1]), mapped = step.getMap().mapResult(at, side);
          written.mapped = [at, side, mapped.pos, mapped.deleted, mapped.deletedAfter, mapped.deletedAcross];
          const other = one(steps)(old), through = other.map(step.getMap());
          written.other = other.toJSON();
          written.through = through && through.toJSON();
        }
        made.steps.push(written);
        if (!after) break;
      }
    }
    made.result = doc.toJSON();
    made.sound = sound(doc);
    return made;
  });
}
