// «Read also»: another story of this newspaper, found by its words or its number.
import { schema } from "./schema.js";
import { json } from "./server.js";
import { insertBlock } from "./blocks.js";
import { ask, field, later, make } from "./elements.js";
import { settings, shown, word } from "./words.js";

/**
 * The story that somebody chooses, as `{number, headline}`, or undefined.
 *
 * @param fits which stories may be chosen
 */
export function chooseStory(title = word("editor.read-also.choose"), fits = () => true) {
  return ask(title, (close) => {
    const list = make("ul", { class: "choices" });
    const none = make("p", { class: "quiet", role: "status" });
    const find = async () => {
      const { stories } = await json(`/desk/stories/search?limit=50&q=${encodeURIComponent(input.value)}`);
      const others = stories.filter((story) => story.number !== settings.number && fits(story)).slice(0, 12);
      none.textContent = others.length ? "" : word("editor.read-also.none");
      list.replaceChildren(...others.map((story) => make("li", {}, choice(story, close))));
    };
    const input = make("input", { type: "search", autofocus: true, autocomplete: "off", dir: "auto", oninput: later(150, find) });
    input.addEventListener("keydown", (event) => moveIn(list, event, input));
    list.addEventListener("keydown", (event) => moveIn(list, event, input));
    find();
    return make("div", {}, field(word("editor.read-also.search"), input), none, list);
  });
}

function choice(story, close) {
  return make(
    "button",
    { type: "button", onclick: () => close(story) },
    make("strong", { dir: "auto" }, story.headline || word("editor.no-headline")),
    make("small", {}, [shown(story.number), story.section, story.state, story.date].filter(Boolean).join(" · ")),
  );
}

/** Arrows walk the list; Enter in the field takes the first. */
export function moveIn(list, event, input) {
  const buttons = [...list.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement);
  if (event.key === "ArrowDown") buttons[Math.min(at + 1, buttons.length - 1)]?.focus();
  else if (event.key === "ArrowUp") (at <= 0 ? input : buttons[at - 1]).focus();
  else if (event.key === "Enter" && at < 0) buttons[0]?.click();
  else return;
  event.preventDefault();
}

export async function insertReadAlso(view) {
  const story = await chooseStory();
  if (story) {
    const node = () => schema.nodes.read_also.create({ story: story.number, headline: story.headline });
    insertBlock(node)(view.state, view.dispatch);
  }
  view.focus();
}
