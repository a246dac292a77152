// Videos and posts that live elsewhere: the server decides what an address is.
import { schema } from "./schema.js";
import { json } from "./server.js";
import { insertBlock } from "./blocks.js";
import { ask, field, make } from "./elements.js";
import { word } from "./words.js";

/** The attributes of the card that an address stands for, or null when it is none. */
export async function embedOf(address) {
  try {
    return (await json("/desk/embeds", { address })).embed ?? null;
  } catch {
    return null;
  }
}

/** Asks for an address until it is one that is known. */
export async function insertEmbed(view) {
  const embed = await ask(word("editor.embed"), (close) => {
    const input = make("input", { type: "url", dir: "ltr", autofocus: true, required: true, placeholder: "https://" });
    const problem = make("p", { class: "problem", role: "alert", hidden: true }, word("editor.embed.unknown"));
    const submit = async (event) => {
      event.preventDefault();
      const found = await embedOf(input.value.trim());
      if (found) close(found);
      else problem.hidden = false;
    };
    return make(
      "form",
      { onsubmit: submit },
      field(word("editor.embed.address"), input),
      problem,
      make("p", { class: "quiet" }, word("editor.embed.which")),
      make("button", { class: "main" }, word("editor.insert")),
    );
  });
  if (embed) insertBlock(() => schema.nodes.embed.create(embed))(view.state, view.dispatch);
  view.focus();
}
