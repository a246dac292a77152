// The settings show what they do while they are changed: the house style on a text, colours with their contrast.

import { number, word } from "./words.js";

const form = document.getElementById("settings");
const example = document.getElementById("style-example");
const result = document.getElementById("style-result");
const LEAST = 4.5;

// ---- house style

let waiting;
async function tidy() {
  const fields = new URLSearchParams({ text: example.value });
  form.querySelectorAll("[name^='style.']").forEach((choice) => fields.set(choice.name, choice.value));
  const answer = await fetch("/desk/site/settings/example?" + fields);
  if (answer.ok) result.textContent = await answer.text();
}
form.querySelector(".house-style").addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(tidy, 150);
});

// ---- colours

const linear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(parseInt(colour.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const samples = form.querySelector(".samples");
function show() {
  for (const scheme of ["light", "dark"]) {
    const colour = Object.fromEntries(
      ["accent", "ink", "paper"].map((name) => [name, form.elements[`${name}.${scheme}`].value]),
    );
    const sample = samples.querySelector("." + scheme);
    for (const [name, value] of Object.entries(colour)) sample.style.setProperty("--sample-" + name, value);
    const least = Math.min(contrast(colour.accent, colour.paper), contrast(colour.ink, colour.paper));
    const shown = number((Math.floor(least * 10) / 10).toFixed(1)).replace(".", document.documentElement.lang.startsWith("fa") ? "٫" : ".");
    sample.querySelector("output").textContent = word(least < LEAST ? "site.contrast-low" : "site.contrast", shown);
  }
}
samples.hidden = false;
form.querySelector(".colours").addEventListener("input", (event) => {
  if (event.target.type === "color") form.elements[event.target.name.replace(/\..*/, ".own")].checked = true;
  show();
});
show();
