// Keeps stories for reading without a connection: those that were opened, and those that a reader saved. What it keeps is
// bounded, the least recently used goes first. VERSION stands before this.
const SCOPE = new URL(registration.scope).pathname;
const FILES = "files-" + VERSION + ":" + SCOPE;
const READ = "read:" + SCOPE;
const SAVED = "saved:" + SCOPE;
const MOST = { [READ]: 40, [SAVED]: 80, [FILES]: 20 };
// bytes of a page
const LARGEST = 300000;
// milliseconds
const SLOW = 4000;
const OFFLINE = SCOPE + "offline";
const STORY = new RegExp("^" + SCOPE + "(lite/)?(news/\\d+)(?!/print$|/send$)(/[^/]*)?$");

const keep = async (name, path, answer) => {
  const store = await caches.open(name);
  await store.delete(path);
  await store.put(path, answer);
  for (const old of (await store.keys()).slice(0, -MOST[name])) await store.delete(old);
};

const find = async (path) => {
  for (const name of [SAVED, READ]) {
    const answer = await (await caches.open(name)).match(path);
    if (answer) return { name, answer };
  }
};

const forget = async (path) => {
  for (const name of [SAVED, READ]) {
    const store = await caches.open(name);
    for (const key of await store.keys())
      if (STORY.exec(new URL(key.url).pathname)?.[2] === STORY.exec(path)[2]) await store.delete(key);
  }
};

// A story that was withdrawn leaves the device as well.
const learn = async (path, answer) => {
  if (answer.status === 404 || answer.status === 410) return forget(path);
  if (answer.status !== 200) return;
  const page = await answer.blob();
  if (page.size <= LARGEST) await keep((await find(path))?.name ?? READ, path, new Response(page, answer));
};

const marked = async (answer) => new Response((await answer.text()).replace("data-stored hidden", "data-stored"), answer);

const visit = async (event, path) => {
  const story = STORY.test(path);
  const copy = story && (await find(path));
  const network = Promise.resolve(event.preloadResponse).then((ready) => ready ?? fetch(event.request));
  if (story) event.waitUntil(network.then((answer) => learn(path, answer.clone())).catch(() => {}));
  const late = new Promise((_, refuse) => copy && setTimeout(refuse, SLOW));
  try {
    return await Promise.race([network, late]);
  } catch {
    if (copy) event.waitUntil(keep(copy.name, path, copy.answer.clone()));
    return marked(copy?.answer ?? (await caches.match(OFFLINE)));
  }
};

const file = async (request) => {
  const there = await caches.match(request);
  if (there) return there;
  const answer = await fetch(request);
  if (answer.ok) await keep(FILES, request.url, answer.clone());
  return answer;
};

const picture = (request) => fetch(request).catch(async () => (await caches.match(request)) ?? Response.error());

const install = async () => {
  const store = await caches.open(FILES);
  const page = await fetch(OFFLINE, { cache: "no-cache" });
  await store.addAll(new Set((await page.clone().text()).match(/\/assets\/[\w./-]+/g)));
  await store.put(OFFLINE, page);
  await skipWaiting();
};

const activate = async () => {
  for (const name of await caches.keys())
    if (name.startsWith("files-") && name.endsWith(":" + SCOPE) && name !== FILES) await caches.delete(name);
  await registration.navigationPreload?.enable();
  await clients.claim();
  for (const { url } of await clients.matchAll()) {
    const path = new URL(url).pathname;
    if (STORY.test(path)) await learn(path, await fetch(path));
  }
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin || /^\/(desk|api|health)(\/|$)/.test(pathname)) return;
  if (request.mode === "navigate") event.respondWith(visit(event, pathname));
  else if (/^\/assets\/\w+\/(site|font)\//.test(pathname)) event.respondWith(file(request));
  else if (request.destination === "image" && pathname.startsWith("/media/")) event.respondWith(picture(request));
});
