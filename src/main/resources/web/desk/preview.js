// Within the preview a link leads out of it: readers' pages do not let themselves be framed.
for (const frame of document.querySelectorAll("iframe[data-preview]")) {
  frame.addEventListener("load", () => {
    frame.contentDocument?.addEventListener("click", (event) => {
      const link = event.target.closest?.("a[href]");
      if (!link || link.getAttribute("href").startsWith("#")) return;
      event.preventDefault();
      open(link.href, "_blank", "noopener");
    });
  });
}

// A desktop page is as wide as on a desktop, and made small enough to be seen whole.
const DESKTOP = 1280;
for (const stage of document.querySelectorAll(".stage.desktop")) {
  const fit = () => (stage.firstElementChild.style.zoom = Math.min(1, stage.clientWidth / DESKTOP));
  new ResizeObserver(fit).observe(stage);
  fit();
}
