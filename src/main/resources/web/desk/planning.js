// The planning list by keys: J and K go from plan to plan, S makes the story or opens it, T takes a plan or leaves it.
import { register } from "./palette.js";
import { word } from "./words.js";

const links = () => [...document.querySelectorAll(".plan h3 a")];
const current = () => document.activeElement?.closest?.(".plan");
let last = null;

document.addEventListener("focusin", (event) => (last = event.target.closest(".plan")?.id ?? last));
const chosen = () => current() ?? (document.querySelector("dialog.palette[open]") && last ? document.getElementById(last) : null);

const step = (by) => {
  const all = links();
  const at = all.indexOf(current()?.querySelector("h3 a"));
  all[at < 0 ? 0 : at + by]?.focus();
};
register({ id: "planning-down", label: word("planning.down"), keys: "j", run: () => step(1) });
register({ id: "planning-up", label: word("planning.up"), keys: "k", run: () => step(-1) });

for (const [act, keys] of [["story", "s"], ["take", "t"]]) {
  register({
    id: `planning-${act}`,
    label: word(`planning.${act}`),
    keys,
    when: () => Boolean(chosen()?.querySelector(`[data-act=${act}]`)),
    run: () => (current() ?? document.getElementById(last)).querySelector(`[data-act=${act}]`).click(),
  });
}
