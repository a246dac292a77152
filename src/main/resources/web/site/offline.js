// Shows what this browser keeps of the newspaper.
(() => {
  const page = document;
  const shown = new Set();

  const line = (store, path, html, after) => {
    const kept = page.getElementById("kept").content.cloneNode(true);
    const story = new DOMParser().parseFromString(html, "text/html");
    const link = kept.querySelector("a");
    link.href = path;
    link.textContent = story.querySelector("h1").textContent;
    const published = story.querySelector("article time");
    kept.querySelector("span").textContent = published?.textContent ?? "";
    const entry = kept.querySelector("article");
    kept.querySelector("button").addEventListener("click", async () => {
      await store.delete(path);
      entry.remove();
      after();
    });
    return kept;
  };

  const list = async (section) => {
    const store = await caches.open(section.dataset.store);
    const stories = section.querySelector("div");
    const after = () => (section.querySelector(".nothing").hidden = stories.childElementCount > 0);
    for (const key of (await store.keys()).reverse()) {
      const path = new URL(key.url).pathname;
      const isStory = /\/news\/\d+/.test(path);
      if (isStory && !shown.has(path)) stories.append(line(store, path, await (await store.match(key)).text(), after));
      shown.add(path);
    }
    after();
    section.hidden = false;
  };

  const start = async () => {
    if (!window.caches) return;
    page.getElementById("needs-script").hidden = true;
    for (const section of page.querySelectorAll("[data-store]")) await list(section);
  };
  if (page.readyState === "loading") page.addEventListener("DOMContentLoaded", start);
  else start();
})();
