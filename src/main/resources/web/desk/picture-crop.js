// The focal point and the crops of a picture, set on the picture itself: by pointer, or by keys (arrows move, with Shift
// further; + and - make a crop larger and smaller). Everything ends up in the fields of an ordinary form.

import { word } from "./words.js";

const stage = document.getElementById("stage");
const form = document.getElementById("cutting");
if (stage && form) begin(stage, form);

function begin(stage, form) {
  const image = stage.querySelector("img");
  const ratio = image.getAttribute("width") / image.getAttribute("height");
  const automatic = document.getElementById("automatic");
  form.classList.add("scripted");

  const limit = (value, least, most) => Math.max(least, Math.min(value, Math.max(least, most)));
  const numbers = (text) => text.trim().split(/\s+/).filter(Boolean).map((part) => part / 100);
  const write = (parts) => parts.map((part) => (part * 100).toFixed(1)).join(" ");

  const focus = () => {
    const [x = 0.5, y = 0.4] = numbers(form.elements.focus.value);
    return { x, y };
  };
  const field = (slot) => form.elements["crop-" + slot];

  /** What a slot shows, as Framing.java has it. */
  function crop(slot) {
    const shape = Number(field(slot).dataset.ratio);
    const widest = Math.min(1, shape / ratio);
    const highest = Math.min(1, ratio / shape);
    const made = numbers(field(slot).value);
    if (made.length === 4) {
      const width = Math.min(made[2], widest);
      const height = highest * (width / widest);
      return inside({ x: made[0] + (made[2] - width) / 2, y: made[1] + (made[3] - height) / 2, width, height });
    }
    const { x, y } = focus();
    return inside({ x: x - widest / 2, y: y - highest / 2, width: widest, height: highest });
  }
  const inside = (box) => ({ ...box, x: limit(box.x, 0, 1 - box.width), y: limit(box.y, 0, 1 - box.height) });

  function resized(slot, box, width, keepMiddle) {
    const shape = Number(field(slot).dataset.ratio);
    const widest = Math.min(1, shape / ratio);
    const now = limit(width, 0.05, keepMiddle ? widest : Math.min(widest, 1 - box.x, (1 - box.y) * (shape / ratio)));
    const height = now * (ratio / shape);
    return inside(
      keepMiddle ? { x: box.x + (box.width - now) / 2, y: box.y + (box.height - height) / 2, width: now, height } : { ...box, width: now, height },
    );
  }

  const point = Object.assign(document.createElement("button"), { type: "button", className: "point" });
  point.setAttribute("aria-label", word("picture.focus"));
  point.setAttribute("aria-describedby", "framing-keys");
  const frame = Object.assign(document.createElement("button"), { type: "button", className: "crop" });
  frame.setAttribute("aria-describedby", "framing-keys");
  const corner = Object.assign(document.createElement("span"), { className: "corner" });
  const keys = Object.assign(document.createElement("p"), { className: "how", id: "framing-keys", textContent: word("picture.keys") });
  frame.append(corner);
  stage.append(point, frame);
  form.querySelector(".how").replaceWith(keys);

  const tool = () => form.elements.tool.value;

  function draw() {
    const slot = tool();
    const cutting = slot !== "focus";
    stage.classList.toggle("cutting", cutting);
    point.hidden = cutting;
    frame.hidden = !cutting;
    automatic.hidden = !cutting || !field(slot).value;
    const { x, y } = focus();
    // a picture has its left on the left in every language
    point.style.left = x * 100 + "%";
    point.style.top = y * 100 + "%";
    if (cutting) {
      const box = crop(slot);
      Object.assign(frame.style, { left: box.x * 100 + "%", top: box.y * 100 + "%", width: box.width * 100 + "%", height: box.height * 100 + "%" });
      frame.setAttribute("aria-label", word("picture.crop-of", form.querySelector(`[name=tool][value="${slot}"]`).parentElement.textContent.trim()));
    }
    preview();
  }

  /** The crops below the picture, as they will be. */
  function preview() {
    for (const item of document.querySelectorAll("#cuts [data-slot]")) {
      const box = crop(item.dataset.slot);
      const cut = item.querySelector(".cut");
      const shown = cut.querySelector("img");
      if (shown.src !== image.src) {
        shown.src = image.src;
        shown.removeAttribute("width");
        shown.removeAttribute("height");
      }
      cut.style.aspectRatio = field(item.dataset.slot).dataset.ratio;
      cut.style.direction = "ltr";
      Object.assign(shown.style, {
        position: "absolute",
        inlineSize: 100 / box.width + "%",
        maxInlineSize: "none",
        left: (-box.x / box.width) * 100 + "%",
        top: (-box.y / box.height) * 100 + "%",
      });
    }
  }

  function setFocus(x, y) {
    form.elements.focus.value = write([limit(x, 0, 1), limit(y, 0, 1)]);
    draw();
  }
  function setCrop(slot, box) {
    const { x, y, width, height } = inside(box);
    field(slot).value = write([x, y, width, height]);
    draw();
  }

  const place = (event) => {
    const bounds = stage.getBoundingClientRect();
    return { x: (event.clientX - bounds.left) / bounds.width, y: (event.clientY - bounds.top) / bounds.height };
  };

  stage.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const slot = tool();
    const from = place(event);
    stage.setPointerCapture(event.pointerId);
    let move;
    if (slot === "focus") {
      point.focus({ preventScroll: true });
      setFocus(from.x, from.y);
      move = (to) => setFocus(to.x, to.y);
    } else {
      frame.focus({ preventScroll: true });
      const before = crop(slot);
      move =
        event.target === corner
          ? (to) => setCrop(slot, resized(slot, before, before.width + to.x - from.x, false))
          : (to) => setCrop(slot, { ...before, x: before.x + to.x - from.x, y: before.y + to.y - from.y });
    }
    const moved = (again) => move(place(again));
    const done = () => {
      stage.removeEventListener("pointermove", moved);
      stage.removeEventListener("pointerup", done);
      stage.removeEventListener("pointercancel", done);
    };
    stage.addEventListener("pointermove", moved);
    stage.addEventListener("pointerup", done);
    stage.addEventListener("pointercancel", done);
  });

  stage.addEventListener("keydown", (event) => {
    const step = event.shiftKey ? 0.1 : 0.01;
    const [dx, dy] = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key] ?? [0, 0];
    const grown = { "+": 0.02, "=": 0.02, "-": -0.02, _: -0.02 }[event.key];
    if (!dx && !dy && !grown) return;
    const slot = tool();
    if (slot === "focus") {
      if (grown) return;
      const { x, y } = focus();
      setFocus(x + dx, y + dy);
    } else {
      const box = crop(slot);
      setCrop(slot, grown ? resized(slot, box, box.width + grown, true) : { ...box, x: box.x + dx, y: box.y + dy });
    }
    event.preventDefault();
  });

  form.addEventListener("change", (event) => event.target.name === "tool" && draw());
  automatic.addEventListener("click", () => {
    field(tool()).value = "";
    draw();
    form.querySelector("[name=tool]:checked").focus();
  });
  draw();
}
