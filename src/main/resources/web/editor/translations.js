// The versions of the story in other languages. They belong to no document: each act is the server's at once.
import { make } from "./elements.js";
import { chooseStory } from "./related.js";
import { json, NotReached, ofStory, Refused } from "./server.js";
import { settings, shown, word } from "./words.js";

export class Translations {
  constructor(view) {
    this.view = view;
    this.list = make("ul", { class: "versions" });
    this.acts = make("div", { class: "acts" });
    this.problem = make("p", { class: "problem", role: "alert", hidden: true });
    this.dom = make(
      "fieldset",
      { class: "translations" },
      make("legend", {}, word("editor.translations")),
      this.list,
      this.problem,
      this.acts,
    );
  }

  open() {
    this.ask();
  }

  /** Shows what there is; with an act, after it was done. */
  async ask(act) {
    try {
      const answer = await json(ofStory("translations"), act);
      this.problem.hidden = true;
      if (answer.story) location.assign(`/desk/stories/${answer.story}`);
      else this.show(answer);
    } catch (problem) {
      if (!(problem instanceof Refused || problem instanceof NotReached)) throw problem;
      this.problem.textContent = problem.message || word("editor.panel.not-reached");
      this.problem.hidden = false;
    }
  }

  show({ versions, missing }) {
    this.list.replaceChildren(
      ...versions.map((version) =>
        make(
          "li",
          {},
          make("span", {}, version.language),
          " ",
          make("a", { href: `/desk/stories/${version.number}`, lang: version.edition, dir: "auto" }, version.headline || word("editor.no-headline")),
          " ",
          make("small", {}, shown(version.number)),
        ),
      ),
    );
    const buttons = missing.map(({ edition, language }) =>
      this.button(word("editor.translations.begin", language), () => this.ask({ act: "begin", edition })),
    );
    if (missing.length) buttons.push(this.button(word("editor.translations.join"), () => this.join()));
    if (versions.length) buttons.push(this.button(word("editor.translations.leave"), () => this.ask({ act: "leave" })));
    this.acts.replaceChildren(...buttons);
  }

  button(words, onclick) {
    return make("button", { type: "button", class: "quiet", disabled: !this.view.editable, onclick }, words);
  }

  async join() {
    const story = await chooseStory(word("editor.translations.choose"), ({ edition }) => edition !== settings.edition);
    if (story) await this.ask({ act: "join", story: story.number });
  }
}
