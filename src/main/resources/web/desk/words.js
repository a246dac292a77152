// The words of scripts, in the language of the page: keys are those of the message files that begin with «js.».

const words = JSON.parse(document.getElementById("words").textContent);
const digits = document.documentElement.lang.startsWith("fa") ? "۰۱۲۳۴۵۶۷۸۹" : null;

/** A whole number as it is read in the language of the page. */
export const number = (value) =>
  digits ? String(value).replace(/[0-9]/g, (digit) => digits[digit]) : String(value);

/** The words under a key; {0}, {1} … stand for the arguments, numbers come in the digits of the page. */
export function word(key, ...values) {
  const found = words[key];
  if (found === undefined) throw new Error("There are no words for js." + key);
  return found.replace(/\{([0-9])\}/g, (place, index) => {
    const value = values[index];
    return value === undefined ? place : typeof value === "number" ? number(value) : String(value);
  });
}

/** What every change must carry, see DeskAccess. */
export const csrf = document.querySelector("meta[name=csrf]")?.content ?? "";
