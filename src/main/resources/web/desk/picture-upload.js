// Brings files in, piece by piece, so that a lost connection costs one piece and nothing else. See PictureUploads for the
// addresses. Files that were on their way when the page was closed are remembered by the browser and go on by themselves.
//
//   import { uploadPicture, Refused } from "./picture-upload.js";
//   const picture = await uploadPicture(file, { progress: (part) => …, waiting: (says) => … });
//   // {asset, kind, alt, caption, credit, width, height, address, name, page}
//
// Throws Refused (its message is for people) when the newspaper does not take the file.

import { csrf, word } from "./words.js";

const PIECE = 1 << 20;
const LONGEST_WAIT = 30_000;

export class Refused extends Error {}

const pause = (time) =>
  new Promise((done) => {
    const timer = setTimeout(over, time);
    addEventListener("online", over);
    function over() {
      clearTimeout(timer);
      removeEventListener("online", over);
      done();
    }
  });

/** Asks until there is an answer: what the network loses is asked again, later and later. */
async function ask(address, options, { waiting, signal }) {
  for (let wait = 500; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    signal?.throwIfAborted();
    let answer;
    try {
      answer = await fetch(address, { ...options, signal, headers: { "X-CSRF": csrf, Accept: "application/json", ...options.headers } });
    } catch (problem) {
      if (signal?.aborted) throw problem;
    }
    if (answer && answer.status < 500 && answer.status !== 429) {
      const said = await answer.json().catch(() => ({}));
      return { status: answer.status, ...said };
    }
    waiting?.(word("picture.waiting"));
    await pause(wait);
  }
}

const json = (value) => ({ method: "POST", body: JSON.stringify(value), headers: { "Content-Type": "application/json" } });

function check(said) {
  if (said.problems) throw new Refused(said.problems.join(" "));
  if (said.status === 401 || said.status === 403) throw new Refused(word("picture.signed-out"));
  return said;
}

export async function uploadPicture(file, { progress, waiting, signal, began, upload } = {}) {
  const means = { waiting, signal };
  let state = upload ? await ask(`/desk/pictures/uploads/${upload}`, {}, means) : {};
  if (!state.upload) {
    state = check(await ask("/desk/pictures/uploads", json({ name: file.name, size: file.size }), means));
    await began?.(state.upload);
  }
  while (!state.picture) {
    check(state);
    progress?.(file.size ? state.offset / file.size : 0);
    const piece = file.slice(state.offset, state.offset + PIECE);
    const address = `/desk/pictures/uploads/${state.upload}?offset=${state.offset}`;
    // what is asked last may take long: the file is looked at
    if (state.offset + piece.size >= file.size) waiting?.(word("picture.looking"));
    state = await ask(address, { method: "POST", body: piece, headers: { "Content-Type": "application/octet-stream" } }, means);
  }
  progress?.(1);
  return state.picture;
}

// ---- what is on its way, kept by the browser

function store(mode) {
  return new Promise((done, failed) => {
    const opening = indexedDB.open("titr-uploads", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("files", { autoIncrement: true });
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => done(opening.result.transaction("files", mode).objectStore("files"));
  });
}

const result = (request) =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

/** A private window, or a full disk, keeps nothing: then an upload lasts as long as its page. */
const orNothing = async (work) => {
  try {
    return await work();
  } catch {
    return undefined;
  }
};

const keep = (entry) => orNothing(async () => result((await store("readwrite")).add(entry)));
const update = (key, entry) => orNothing(async () => key !== undefined && result((await store("readwrite")).put(entry, key)));
const forget = (key) => orNothing(async () => key !== undefined && result((await store("readwrite")).delete(key)));

async function kept() {
  const files = await orNothing(() => store("readonly"));
  if (!files) return [];
  const [keys, entries] = await Promise.all([result(files.getAllKeys()), result(files.getAll())]);
  return entries.map((entry, i) => ({ key: keys[i], ...entry }));
}

// ---- a list of uploads on a page

const AT_ONCE = 2;
let running = 0;
const queue = [];

async function turn(work) {
  if (running >= AT_ONCE) await new Promise((go) => queue.push(go));
  running++;
  try {
    return await work();
  } finally {
    running--;
    queue.shift()?.();
  }
}

/** Sends files and shows each in the list; `done` hears of every picture that came in. */
export async function sendAll(files, list, done) {
  await Promise.all([...files].map((file) => send({ file }, list, done)));
}

/** Goes on with what was on its way when a page was closed. */
export async function goOn(list, done) {
  const owner = csrf;
  await Promise.all((await kept()).filter((entry) => entry.owner === owner || !entry.owner).map((entry) => send(entry, list, done)));
}

async function send(entry, list, done) {
  const { file } = entry;
  let key = entry.key;
  const item = document.createElement("li");
  const named = Object.assign(document.createElement("span"), { className: "named" });
  named.append(Object.assign(document.createElement("bdi"), { textContent: file.name }));
  const says = Object.assign(document.createElement("span"), { className: "says", textContent: word("picture.queued") });
  const bar = Object.assign(document.createElement("progress"), { max: 1, value: 0 });
  bar.setAttribute("aria-label", file.name);
  says.setAttribute("role", "status");
  const stop = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: word("picture.stop") });
  const stopped = new AbortController();
  stop.addEventListener("click", () => stopped.abort());
  item.append(named, says, stop, bar);
  list.append(item);
  try {
    key ??= await keep({ file, owner: csrf });
    const picture = await turn(() =>
      uploadPicture(file, {
        upload: entry.upload,
        signal: stopped.signal,
        began: (upload) => update(key, { file, upload, owner: csrf }),
        progress: (part) => {
          bar.value = part;
          says.textContent = word("picture.percent", Math.round(part * 100));
        },
        waiting: (words) => (says.textContent = words),
      }),
    );
    await forget(key);
    const link = Object.assign(document.createElement("a"), { href: picture.page, textContent: word("picture.describe") });
    bar.remove();
    stop.replaceWith(link);
    says.textContent = word("picture.came-in");
    item.classList.add("finished");
    done?.(picture, item);
  } catch (problem) {
    await forget(key);
    bar.remove();
    stop.remove();
    if (stopped.signal.aborted) {
      item.remove();
    } else {
      item.classList.add("failed");
      says.textContent = problem instanceof Refused ? problem.message : word("picture.broken-off");
    }
  }
}

/** The files in a drop or a paste; none for text. */
export const filesOf = (transfer) => [...(transfer?.files ?? [])];
