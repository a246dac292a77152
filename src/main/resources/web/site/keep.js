// Lets a browser keep stories for when there is no connection. Nothing on the site needs it.
(() => {
  const page = document;

  // Without a worker nothing would be found again; browsers have none where the connection is not safe.
  const worker = () => {
    const manifest = page.querySelector("link[rel=manifest]");
    if (manifest && navigator.serviceWorker)
      navigator.serviceWorker.register(new URL("sw.js", manifest.href)).catch(() => {});
  };

  const save = async () => {
    const button = page.querySelector("[data-save]");
    if (!button || !navigator.serviceWorker || !window.caches) return;
    const store = await caches.open(button.dataset.save);
    const path = location.pathname;
    const pictures = [...page.querySelectorAll(".story img")].map((picture) => picture.currentSrc).filter(Boolean);
    const show = async () => button.setAttribute("aria-pressed", Boolean(await store.match(path)));
    button.addEventListener("click", async () => {
      if (await store.match(path)) {
        for (const entry of [path, ...pictures]) await store.delete(entry);
      } else {
        for (const picture of pictures.slice(0, 3)) await store.add(picture).catch(() => {});
        await store.put(path, (await caches.match(path)) ?? (await fetch(path)));
      }
      await show();
    });
    await show();
    button.parentElement.hidden = false;
  };

  const start = () => [worker, save].forEach((part) => part());
  if (page.readyState === "loading") page.addEventListener("DOMContentLoaded", start);
  else start();
})();
