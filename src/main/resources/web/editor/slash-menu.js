// «/» at the start of a word offers the blocks that may be put in; what is typed behind it narrows the list.
import { Plugin, PluginKey } from "prosemirror-state";
import { acts, keysShown } from "./acts.js";
import { fold } from "./fold.js";
import { make } from "./elements.js";
import { word } from "./words.js";

const key = new PluginKey("slash-menu");

/** Where a menu is open: `{from, query, chosen}`; null where none is. */
function opened(state) {
  const { $from, empty } = state.selection;
  if (!empty || !$from.parent.isTextblock) return null;
  const before = $from.parent.textBetween(0, $from.parentOffset);
  const found = /(?:^|\s)\/([\p{L}\p{M}\u200c-]*)$/u.exec(before);
  return found && { from: $from.pos - found[1].length - 1, query: found[1] };
}

function offers(state, query) {
  const wanted = fold(query);
  return acts
    .filter((one) => one.insert && one.can(state))
    .filter((one) => fold(word(`editor.act.${one.id}`)).includes(wanted) || one.id.startsWith(query.toLowerCase()));
}

export const slashMenu = new Plugin({
  key,
  state: {
    init: () => ({ dismissed: -1, menu: null }),
    apply(tr, before, _old, state) {
      const asked = tr.getMeta(key);
      const dismissed = asked?.dismissed ?? (tr.docChanged ? tr.mapping.map(before.dismissed) : before.dismissed);
      // it opens while somebody types, not when the caret passes an old slash
      const open = opened(state);
      const typed = tr.docChanged && !tr.getMeta("rebased") && !tr.getMeta("history$");
      if (!open || open.from === dismissed || (!before.menu && !typed)) return { dismissed: open ? dismissed : -1, menu: null };
      const list = offers(state, open.query);
      const chosen = asked?.chosen ?? (before.menu?.query === open.query ? before.menu.chosen : 0);
      return { dismissed, menu: list.length ? { ...open, list, chosen: (chosen + list.length) % list.length } : null };
    },
  },
  props: {
    handleKeyDown(view, event) {
      const { menu } = key.getState(view.state);
      if (!menu) return false;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        const chosen = menu.chosen + (event.key === "ArrowDown" ? 1 : -1);
        view.dispatch(view.state.tr.setMeta(key, { chosen }));
      } else if (event.key === "Enter" || event.key === "Tab") choose(view, menu.list[menu.chosen]);
      else if (event.key === "Escape") view.dispatch(view.state.tr.setMeta(key, { dismissed: menu.from }));
      else return false;
      event.preventDefault();
      return true;
    },
    handleDOMEvents: {
      blur(view) {
        if (key.getState(view.state).menu) view.dispatch(view.state.tr.setMeta(key, { dismissed: key.getState(view.state).menu.from }));
        return false;
      },
    },
  },
  view: (view) => new MenuView(view),
});

function choose(view, one) {
  const { menu } = key.getState(view.state);
  view.dispatch(view.state.tr.delete(menu.from, view.state.selection.from));
  one.run(view);
}

class MenuView {
  constructor(view) {
    this.dom = make("ul", { class: "slash-menu", role: "listbox", id: "slash-menu", "aria-label": word("editor.slash-menu"), hidden: true });
    view.dom.parentNode.append(this.dom);
    this.update(view);
  }

  update(view) {
    const { menu } = key.getState(view.state);
    if (menu === this.shown) return;
    this.shown = menu;
    this.dom.hidden = !menu;
    if (!menu) {
      view.dom.removeAttribute("aria-activedescendant");
      return;
    }
    this.dom.replaceChildren(
      ...menu.list.map((one, i) =>
        make(
          "li",
          {
            role: "option",
            id: `slash-${one.id}`,
            "aria-selected": String(i === menu.chosen),
            onmousedown: (event) => {
              event.preventDefault();
              choose(view, one);
            },
          },
          make("span", {}, word(`editor.act.${one.id}`)),
          one.keys && make("kbd", { dir: "ltr" }, keysShown(one.keys)),
        ),
      ),
    );
    view.dom.setAttribute("aria-activedescendant", `slash-${menu.list[menu.chosen].id}`);
    this.dom.children[menu.chosen].scrollIntoView({ block: "nearest" });
    this.place(view, menu.from);
  }

  place(view, position) {
    const caret = view.coordsAtPos(position);
    const frame = this.dom.offsetParent.getBoundingClientRect();
    const isRightToLeft = getComputedStyle(this.dom).direction === "rtl";
    const start = isRightToLeft ? frame.right - caret.right : caret.left - frame.left;
    const room = frame.width - this.dom.offsetWidth;
    const below = innerHeight - caret.bottom > this.dom.offsetHeight + 8;
    const block = below ? caret.bottom - frame.top + 4 : caret.top - frame.top - this.dom.offsetHeight - 4;
    this.dom.style.setProperty("inset-inline-start", `${Math.max(0, Math.min(start, room))}px`);
    this.dom.style.setProperty("inset-block-start", `${block}px`);
  }

  destroy() {
    this.dom.remove();
  }
}
