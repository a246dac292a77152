// Pictures of the story: where they are shown from, the picker, and files that are pasted or dropped.
import { settings, word } from "./words.js";
import { schema } from "./schema.js";
import { insertBlock } from "./blocks.js";
import { note } from "./status.js";

/** What is known of an asset by now: `{address, width, height}`, or a promise of it. */
const known = new Map();

/** Lets an image show an asset, once the server has said where it is. */
export async function showPicture(image, asset) {
  const picture = await described(asset);
  if (picture) {
    image.width = picture.width;
    image.height = picture.height;
    image.src = picture.address;
  } else {
    image.removeAttribute("src");
    image.classList.add("missing");
  }
}

function described(asset) {
  if (!known.has(asset)) {
    known.set(
      asset,
      fetch(`/desk/picture-addresses?asset=${encodeURIComponent(asset)}`)
        .then((answer) => (answer.ok ? answer.json() : null))
        .then((answer) => answer?.pictures[0] ?? null)
        .catch(() => (known.delete(asset), null)),
    );
  }
  return known.get(asset);
}

/** Keeps what picker and upload have said about an asset. */
function remember({ asset, address, width, height }) {
  if (address) known.set(asset, Promise.resolve({ asset, address, width, height }));
}

/** The picture that somebody chooses, or undefined. */
export async function choosePicture() {
  const { pickPicture } = await import(settings.picturePicker);
  const picture = await pickPicture();
  if (picture) remember(picture);
  return picture;
}

/** The attributes of a picture's node or of the main picture. */
export const pictureAttributes = ({ asset, alt, caption, credit }) => ({
  asset,
  alt: alt ?? "",
  caption: caption ?? "",
  credit: credit ?? "",
});

/** Uploads files one after the other and puts each in as a picture where the caret then stands. */
export async function uploadInto(view, files) {
  for (const file of files) {
    note(word("editor.uploading", file.name || word("editor.picture")));
    const { uploadPicture } = await import(settings.picturePicker);
    try {
      const picture = await uploadPicture(file);
      remember(picture);
      insertPicture(view, picture);
      note("");
    } catch (problem) {
      note(problem.message || word("editor.upload-failed", file.name));
    }
  }
}

/** Behind the block that the caret stands in; the fields above the body hold words only, from there it begins the body. */
export function insertPicture(view, picture) {
  const make = () => schema.nodes.picture.create(pictureAttributes(picture));
  if (insertBlock(make)(view.state, view.dispatch)) return;
  const { doc, tr } = view.state;
  doc.forEach((node, position) => node.type === schema.nodes.body && tr.insert(position + 1, make()));
  view.dispatch(tr);
}

/** Not every system knows what the pictures of a phone are. */
export const isPicture = (file) => /^(image|video|audio)\//.test(file.type) || /\.(heic|heif|avif)$/i.test(file.name);
