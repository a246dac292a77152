// The editor's view: the document with everything that works on it while somebody types.
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { baseKeymap, chainCommands, exitCode, joinBackward, selectNodeBackward } from "prosemirror-commands";
import { keymap } from "prosemirror-keymap";
import { history, redo } from "prosemirror-history";
import { dropCursor } from "prosemirror-dropcursor";
import { gapCursor } from "prosemirror-gapcursor";
import { tableEditing } from "prosemirror-tables";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { InputRule, inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from "prosemirror-inputrules";
import { collab } from "prosemirror-collab";
import { schema } from "./schema.js";
import { nodeViews } from "./nodes.js";
import { actKeys } from "./acts.js";
import * as blocks from "./blocks.js";
import { directions, halfSpacesShown, houseStyle } from "./persian.js";
import { goToNextCell } from "./tables.js";
import { pasting } from "./paste.js";
import { finding } from "./find.js";
import { tidying } from "./tidy.js";
import { slashMenu } from "./slash-menu.js";
import { people } from "./people.js";
import { placeholders } from "./placeholders.js";
import { word } from "./words.js";

const { nodes } = schema;

/** What is typed at the start of a paragraph and becomes a block. */
const shorthand = inputRules({
  rules: [
    textblockTypeInputRule(/^##\s$/, nodes.subhead, { level: 2 }),
    textblockTypeInputRule(/^###\s$/, nodes.subhead, { level: 3 }),
    wrappingInputRule(/^>\s$/, nodes.quote),
    wrappingInputRule(/^[-*•]\s$/, nodes.list, { numbered: false }),
    wrappingInputRule(/^[1۱][.)]\s$/, nodes.list, { numbered: true }),
    new InputRule(/^(?:---|\*\*\*)$/, (state) => {
      const at = blocks.blockAt(state);
      if (at?.node.type !== nodes.paragraph) return null;
      const tr = state.tr.replaceWith(at.position, at.position + at.node.nodeSize, [
        nodes.separator.create(),
        nodes.paragraph.create(),
      ]);
      return tr;
    }),
  ],
});

/** Rules are for the body: a headline may begin with a dash. */
const inBodyOnly = (plugin) => {
  const { handleTextInput, handleKeyDown } = plugin.props;
  plugin.props.handleTextInput = function (view, ...rest) {
    return blocks.inBody(view.state) && handleTextInput.call(this, view, ...rest);
  };
  plugin.props.handleKeyDown = handleKeyDown;
  return plugin;
};

const keys = keymap({
  ...actKeys,
  "Mod-Shift-z": redo,
  Enter: chainCommands(blocks.nextField, cellBreak, splitListItem(nodes.list_item), baseKeymap.Enter),
  "Shift-Enter": chainCommands(exitCode, blocks.lineBreak),
  Backspace: chainCommands(undoInputRule, blocks.previousField, blocks.plainFirst, baseKeymap.Backspace),
  Tab: chainCommands(goToNextCell(1), sinkListItem(nodes.list_item)),
  "Shift-Tab": chainCommands(goToNextCell(-1), liftListItem(nodes.list_item)),
  "Mod-a": chainCommands(blocks.selectField, baseKeymap["Mod-a"]),
  "Mod-Enter": blocks.insertBlock(() => nodes.paragraph.create()),
  Escape: blocks.selectBlock,
});

/** Enter in a cell breaks the line: a cell holds one paragraph. */
function cellBreak(state, dispatch) {
  const { $from } = state.selection;
  return $from.depth > 1 && $from.node(-1).type.spec.tableRole ? blocks.lineBreak(state, dispatch) : false;
}

/** The plugins of a story's editor; those of the pages that only test it need no server. */
export function plugins({ version, client, rightToLeft, style }) {
  return [
    slashMenu,
    houseStyle(style),
    inBodyOnly(shorthand),
    keys,
    keymap(baseKeymap),
    pasting,
    history({ newGroupDelay: 700 }),
    collab({ version, clientID: client }),
    directions(rightToLeft),
    halfSpacesShown,
    placeholders,
    finding,
    tidying,
    people,
    dropCursor({ class: "drop-cursor", color: false }),
    gapCursor(),
    tableEditing({ allowTableNodeSelection: true }),
  ];
}

/**
 * Makes the view in a place.
 *
 * @param follow called with each transaction that was applied, after the view shows it
 */
export function makeView(place, { doc, editable = true, follow = () => {}, ...settings }) {
  return new EditorView(place, {
    state: EditorState.create({ doc, plugins: plugins(settings) }),
    nodeViews,
    editable: () => editable,
    attributes: {
      id: "story-text",
      class: "story",
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": word("editor.text"),
      "aria-describedby": "editor-keys",
      dir: settings.rightToLeft ? "rtl" : "ltr",
      lang: settings.language,
      spellcheck: "false",
    },
    dispatchTransaction(tr) {
      this.updateState(this.state.apply(tr));
      follow(tr);
    },
  });
}
