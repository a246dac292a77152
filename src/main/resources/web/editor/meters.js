// How long it is: words and minutes of the story, and whether the headline fits where it will stand.
import { countWords, minutes } from "./word-count.js";
import { schema } from "./schema.js";
import { count } from "./status.js";
import { make, whenIdle } from "./elements.js";
import { word } from "./words.js";

/** In characters: what a search engine shows, what feeds allow (as story/Checks), what cards of social networks keep. */
const HEADLINE = { web: 65, feed: 110, social: 70 };

/** Nodes never change, so each is counted once. */
const counted = new WeakMap();

function wordsOf(node) {
  if (!counted.has(node)) {
    let words = 0;
    if (node.isTextblock) words = countWords(node.textContent);
    else node.forEach((child) => (words += wordsOf(child)));
    counted.set(node, words);
  }
  return counted.get(node);
}

/** The words of lead and body: what the reading time that readers see is made from. */
export function wordsOfStory(doc) {
  let words = 0;
  doc.forEach((field) => {
    if (field.type === schema.nodes.lead || field.type === schema.nodes.body) words += wordsOf(field);
  });
  return words;
}

/** The meter of the headline, shown while the caret is in it, and the count in the status bar. */
export function meters(view) {
  const parts = Object.fromEntries(
    Object.keys(HEADLINE).map((place) => [place, make("meter", { min: 0, "aria-label": word(`editor.meter.${place}`) })]),
  );
  const length = make("span", {});
  const meter = make(
    "div",
    { class: "headline-meter", hidden: true },
    length,
    ...Object.entries(parts).map(([place, element]) => make("span", {}, word(`editor.meter.${place}`), " ", element)),
  );
  const refresh = () => {
    const { doc, selection } = view.state;
    const words = wordsOfStory(doc);
    count(word("editor.count", words, minutes(words)));
    const headline = doc.child(1);
    const characters = [...headline.textContent].length;
    length.textContent = word("editor.meter.length", characters);
    for (const [place, element] of Object.entries(parts)) {
      element.max = HEADLINE[place] * 1.25;
      element.high = HEADLINE[place];
      element.optimum = 0;
      element.value = characters;
      element.title = word("editor.meter.most", HEADLINE[place]);
      element.classList.toggle("over", characters > HEADLINE[place]);
    }
    meter.hidden = selection.$from.parent.type !== schema.nodes.headline;
  };
  refresh();
  return { meter, refresh: whenIdle(refresh) };
}
