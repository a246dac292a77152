// The words of the editor, and what the server said about story and house.
import { word, number, csrf } from "../desk/words.js";

export { word };

const page = document.getElementById("story-editor");

/** What EditorPage wrote into the page; a token that is renewed stands here as well. */
export const settings = { houseStyle: {}, providers: {}, csrf, ...(page && JSON.parse(page.dataset.settings)) };

/** A number in the digits of the screen; all else as it is. */
export const shown = (value) => (typeof value === "number" ? number(value) : value);
