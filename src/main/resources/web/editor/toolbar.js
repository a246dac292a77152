// One line of buttons above the story; one stop for the Tab key, arrows within.
import { act, acts, keysShown } from "./acts.js";
import { isInTable } from "./tables.js";
import { icon } from "./icons.js";
import { make, whenIdle } from "./elements.js";
import { word } from "./words.js";

const GROUPS = [
  ["undo", "redo"],
  ["strong", "emphasis", "link", "language", "half-space"],
  ["subhead", "quote", "list", "numbered"],
  ["picture", "embed", "table", "read-also", "separator"],
  ["find", "half-spaces"],
];

/** The toolbar of a view; `more` are buttons of the page's own at its end, `groups` the acts that it offers. */
export function toolbar(view, more = [], groups = GROUPS) {
  const buttons = new Map();
  const bar = make("div", { class: "toolbar", role: "toolbar", "aria-label": word("editor.toolbar"), "aria-controls": "story-text" });
  for (const group of groups) {
    bar.append(
      make("span", { class: "group", role: "group" }, ...group.map((id) => button(view, act(id), buttons))),
    );
  }
  bar.append(make("span", { class: "group table-acts", role: "group", hidden: true }, tableMenu(view)), ...more);
  walkByArrows(bar);

  const tableActs = bar.querySelector(".table-acts");
  const refresh = () => {
    const { state } = view;
    for (const [one, element] of buttons) {
      const possible = view.editable && one.can(state);
      if ((element.getAttribute("aria-disabled") === "true") === possible) element.setAttribute("aria-disabled", !possible);
      if (one.on) element.setAttribute("aria-pressed", one.on(state));
    }
    tableActs.hidden = !isInTable(state);
  };
  refresh();
  return { bar, refresh: whenIdle(refresh) };
}

function button(view, one, buttons) {
  const name = word(`editor.act.${one.id}`);
  const element = make(
    "button",
    {
      type: "button",
      tabindex: -1,
      title: one.keys ? `${name} (${keysShown(one.keys)})` : name,
      "aria-label": name,
      "aria-keyshortcuts": one.keys?.replace("Mod", "Control").replaceAll("-", "+"),
      // the caret stays where it is
      onmousedown: (event) => event.preventDefault(),
      onclick: () => element.getAttribute("aria-disabled") !== "true" && one.run(view),
    },
    icon(one.icon),
  );
  buttons.set(one, element);
  return element;
}

function tableMenu(view) {
  const menu = make("select", { tabindex: -1, "aria-label": word("editor.table-acts") }, make("option", { value: "" }, word("editor.table-acts")));
  for (const one of acts.filter((other) => other.table)) menu.append(make("option", { value: one.id }, word(`editor.act.${one.id}`)));
  const mark = () => {
    for (const option of menu.options) option.disabled = option.value !== "" && !act(option.value).can(view.state);
  };
  menu.addEventListener("pointerdown", mark);
  menu.addEventListener("focus", mark);
  menu.addEventListener("change", () => {
    if (menu.value) act(menu.value).run(view);
    menu.value = "";
  });
  return menu;
}

function walkByArrows(bar) {
  const all = () => [...bar.querySelectorAll("button, select")].filter((element) => !element.closest("[hidden]"));
  all()[0].tabIndex = 0;
  bar.addEventListener("keydown", (event) => {
    const elements = all();
    const at = elements.indexOf(document.activeElement);
    const forward = getComputedStyle(bar).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backward = forward === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const to = { [forward]: at + 1, [backward]: at - 1, Home: 0, End: elements.length - 1 }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    const next = elements[(to + elements.length) % elements.length];
    elements.forEach((element) => (element.tabIndex = element === next ? 0 : -1));
    next.focus();
  });
}
