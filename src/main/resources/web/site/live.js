// A live coverage that stays open. What is new is announced and waits until the reader wants it: nothing moves by itself.
// What was taken back goes at once. Without this file the page is as it was loaded, and has a link that loads it anew.
(() => {
  const coverage = document.getElementById("coverage");
  const flow = coverage.querySelector(".flow");
  const bar = coverage.querySelector(".news a");
  const takenBack = coverage.querySelector("template").content;
  const { updates } = coverage.dataset;
  const language = document.documentElement.lang;
  const isFirst = coverage.dataset.first === "true";

  const ASK_AGAIN = 30_000;
  const STREAM_AGAIN = 5 * 60_000;

  let change = Number(coverage.dataset.change);
  let newest = Number(coverage.dataset.newest);
  let stream = null;
  let timer = 0;
  let streamFrom = 0;
  const waiting = new Set();

  const shown = (number) => document.getElementById(`e${number}`);
  // many readers who lost the same server come back one after another
  const about = (time) => time * (0.5 + Math.random());

  // ---- what the server tells

  function take(changes) {
    if (changes.change <= change) return;
    change = changes.change;
    const touched = [];
    for (const { number, removed } of changes.entries) {
      if (removed) forget(number);
      else if (shown(number)) touched.push(number);
      else if (number > newest) waiting.add(number);
    }
    const updated = coverage.querySelector(".updated");
    if (updated) {
      updated.dateTime = changes.updated;
      updated.textContent = changes.shown;
    }
    coverage.classList.toggle("finished", changes.finished);
    announce(changes.stale);
    if (touched.length) fetchEntries(touched).then((page) => page && replace(page));
  }

  function forget(number) {
    waiting.delete(number);
    shown(number)?.replaceChildren(takenBack.cloneNode(true));
    coverage.querySelector(`.key-events [data-number="${number}"]`)?.remove();
  }

  function announce(stale) {
    const count = waiting.size;
    bar.hidden = count === 0 && !stale;
    if (stale) bar.dataset.reload = "";
    const { one, many } = bar.dataset;
    bar.textContent = "reload" in bar.dataset
      ? bar.dataset.stale
      : count === 1 ? one : many.replace("{0}", new Intl.NumberFormat(language).format(count));
  }

  bar.addEventListener("click", (event) => {
    // elsewhere it is a link to where the new ones are
    if (!isFirst || "reload" in bar.dataset) return;
    event.preventDefault();
    open();
  });

  async function open() {
    const numbers = [...waiting];
    const page = await fetchEntries(numbers);
    if (!page) return;
    replace(page);
    const fresh = [...page.querySelectorAll("article")];
    fresh.forEach(insert);
    numbers.forEach((number) => waiting.delete(number));
    newest = Math.max(newest, ...numbers);
    announce(false);
    fresh[0]?.focus({ preventScroll: true });
    fresh[0]?.scrollIntoView({ block: "start" });
    ages();
  }

  const moment = (article) => article.querySelector("time")?.dateTime ?? "";
  const comesBefore = (one, other) =>
    moment(one) > moment(other) || (moment(one) === moment(other) && Number(one.dataset.number) > Number(other.dataset.number));

  function insert(article) {
    if (shown(article.dataset.number)) return;
    const after = [...flow.children].find((other) => moment(other) && comesBefore(article, other));
    flow.insertBefore(article, after ?? null);
    article.classList.add("fresh");
    article.dispatchEvent(new Event("titr-new", { bubbles: true }));
  }

  /** Puts new texts in the places of the old ones, and the list of key events as it is now. */
  function replace(page) {
    for (const article of [...page.querySelectorAll("article")]) {
      const old = shown(article.dataset.number);
      if (!old) continue;
      old.replaceWith(article);
      article.dispatchEvent(new Event("titr-new", { bubbles: true }));
    }
    coverage.querySelector(".key-events").replaceWith(page.querySelector(".key-events"));
    ages();
  }

  async function fetchEntries(numbers) {
    try {
      const answer = await fetch(`${updates}?numbers=${numbers.join(",")}`);
      if (!answer.ok) return null;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      return document.importNode(page.body, true);
    } catch {
      return null;
    }
  }

  // ---- listening

  function listen() {
    stop();
    if (document.hidden || coverage.classList.contains("finished")) return;
    if (Date.now() < streamFrom) return ask();
    stream = new EventSource(`${updates}/events?since=${change}`);
    stream.addEventListener("changes", (event) => take(JSON.parse(event.data)));
    stream.addEventListener("gone", () => {
      announce(true);
      stop();
    });
    stream.addEventListener("error", () => {
      // closed by an answer that is no stream: there is no place, or a proxy that lets none through
      if (stream.readyState === EventSource.CLOSED) streamFrom = Date.now() + STREAM_AGAIN;
      stop();
      timer = setTimeout(listen, about(5000));
    });
  }

  async function ask() {
    try {
      const answer = await fetch(`${updates}/changes?since=${change}`);
      if (answer.status === 404) return announce(true);
      if (answer.ok) take(await answer.json());
    } catch {
      // asked again
    }
    timer = setTimeout(listen, about(ASK_AGAIN));
  }

  function stop() {
    stream?.close();
    stream = null;
    clearTimeout(timer);
  }

  // ---- how long ago

  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  function ages() {
    for (const article of coverage.querySelectorAll("article.entry")) {
      const ago = article.querySelector(".ago");
      if (!ago) continue;
      const minutes = Math.floor((Date.now() - Date.parse(moment(article))) / 60_000);
      ago.textContent =
        minutes < 0 ? "" : minutes < 60 ? relative.format(-minutes, "minute") : minutes < 12 * 60 ? relative.format(-Math.floor(minutes / 60), "hour") : "";
    }
  }

  // a page that nobody looks at holds no connection
  document.addEventListener("visibilitychange", listen);
  addEventListener("pageshow", (event) => event.persisted && listen());
  ages();
  setInterval(ages, 30_000);
  listen();
})();
