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
