// The portrait of an author is chosen from the library. Without this, its id is typed.
import { pickPicture } from "./picture-picker.js";

const place = document.querySelector(".portrait-field");
const image = place.querySelector("img");
const id = place.querySelector("input");
const takeAway = place.querySelector("[data-take-away]");

id.closest("label").hidden = true;
place.querySelector(".choose").hidden = false;

function show(picture) {
  id.value = picture?.asset ?? "";
  image.hidden = !picture;
  if (picture) image.src = picture.address;
  takeAway.hidden = !picture;
}

place.querySelector("[data-choose]").addEventListener("click", async () => {
  const picture = await pickPicture();
  if (picture) show(picture);
});
takeAway.addEventListener("click", () => {
  show(null);
  place.querySelector("[data-choose]").focus();
});
