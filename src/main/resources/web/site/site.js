// Nothing on the site needs this file: it remembers how a reader wants the pages (on the device, and nowhere else), shows the
// time of day, copies and shares links, turns the leaves of a gallery.
(() => {
  const page = document;
  const root = page.documentElement;

  const remembered = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      return null;
    }
  };

  const remember = (name, value) => {
    try {
      localStorage.setItem(name, value);
    } catch {
      // a browser that keeps nothing shows the choice until the page is left
    }
  };

  const theme = (value) => (root.style.colorScheme = value === "light" || value === "dark" ? value : "");
  // at once, before anything is painted
  theme(remembered("theme"));

  const latin = () => remembered("digits") === "latin";
  const digits = () => {
    if (!latin()) return;
    const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const other = text.data.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) & 15);
      if (other !== text.data) text.data = other;
    }
  };

  const choices = () =>
    ["text-size", "theme", "digits"].forEach((name) => {
      const kept = remembered(name);
      page.querySelectorAll(`[name=${name}]`).forEach((choice) => {
        if (kept === choice.value) choice.checked = true;
        choice.addEventListener("change", () => {
          remember(name, choice.value);
          if (name === "theme") theme(choice.value);
          if (name === "digits") location.reload();
        });
      });
      const field = page.querySelector(`.${name}[hidden]`);
      if (field) field.hidden = false;
    });

  const clock = () => {
    const place = page.querySelector(".clock");
    if (!place) return;
    const format = new Intl.DateTimeFormat(root.lang, {
      hour: "numeric",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone: place.dataset.zone,
      numberingSystem: latin() ? "latn" : place.dataset.numbers,
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

  // steps without leaving the pictures in the history, and the thumbnail of what is seen
  const gallery = () => {
    const slides = page.querySelector(".slides");
    if (!slides) return;
    const links = page.querySelectorAll(".step, .thumbs a");
    links.forEach((link) =>
      link.addEventListener("click", (event) => {
        event.preventDefault();
        page.querySelector(link.hash).scrollIntoView({ block: "nearest", inline: "center" });
        slides.focus({ preventScroll: true });
      }),
    );
    const seen = new IntersectionObserver(
      (entries) =>
        entries.forEach(({ isIntersecting, target }) => {
          const thumb = page.querySelector(`.thumbs [href="#${target.id}"]`);
          if (!thumb) return;
          if (isIntersecting) thumb.setAttribute("aria-current", "true");
          else thumb.removeAttribute("aria-current");
        }),
      { root: slides, threshold: 0.6 },
    );
    slides.querySelectorAll("li").forEach((slide) => seen.observe(slide));
  };

  const start = () => [choices, digits, clock, copy, share, print, gallery].forEach((part) => part());
  if (page.readyState === "loading") page.addEventListener("DOMContentLoaded", start);
  else start();
})();
