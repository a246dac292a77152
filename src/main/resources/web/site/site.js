// Nothing on the site needs this file: it remembers the text size, shows the time of day, copies and shares links.
(() => {
  const KEY = "text-size";
  const page = document;

  const remembered = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };

  const textSize = () => {
    const size = page.getElementById("text-" + remembered());
    if (size) size.checked = true;
    page.querySelectorAll("[name=text-size]").forEach((choice) =>
      choice.addEventListener("change", () => {
        try {
          localStorage.setItem(KEY, choice.value);
        } catch {
          // a browser that keeps nothing shows the choice until the page is left
        }
      }),
    );
  };

  const clock = () => {
    const place = page.querySelector(".clock");
    if (!place) return;
    const language = page.documentElement.lang;
    const format = new Intl.DateTimeFormat(language, {
      hour: "numeric",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone: place.dataset.zone,
      numberingSystem: place.dataset.numbers,
    });
    const show = () => (place.textContent = format.format(new Date()));
    show();
    setInterval(show, 15000);
  };

  const copy = () => {
    if (!navigator.clipboard) return;
    const ready = (place) =>
      place.querySelectorAll("[data-copy]").forEach((button) => {
        button.setAttribute("aria-live", "polite");
        button.hidden = false;
      });
    ready(page);
    // what came onto the page later
    page.addEventListener("titr-new", (event) => ready(event.target));
    page.addEventListener("click", async (event) => {
      const button = event.target.closest("[data-copy]");
      if (!button || button.dataset.label) return;
      await navigator.clipboard.writeText(button.dataset.copy);
      button.dataset.label = button.innerHTML;
      button.textContent = button.dataset.done;
      setTimeout(() => {
        button.innerHTML = button.dataset.label;
        delete button.dataset.label;
      }, 2500);
    });
  };

  const share = () =>
    page.querySelectorAll("[data-share]").forEach((button) => {
      if (!navigator.share) return;
      button.parentElement.hidden = false;
      button.addEventListener("click", () =>
        navigator.share({ title: page.querySelector("h1").textContent, url: button.dataset.share }).catch(() => {}),
      );
    });

  const print = () =>
    page.querySelectorAll("[data-print]").forEach((button) => {
      button.hidden = false;
      button.addEventListener("click", () => window.print());
    });

  const start = () => [textSize, clock, copy, share, print].forEach((part) => part());
  if (page.readyState === "loading") page.addEventListener("DOMContentLoaded", start);
  else start();
})();
