// What was typed is kept in this browser at once: a base document, the steps that the server has, and those that it does not
// have yet. So nothing is lost when the network, the server or the browser goes away.

const DATABASE = "titr-editor";
const BASES = "bases";
const CHANGES = "changes";
const ASIDE = "aside";

const opening = new Promise((resolve) => {
  try {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      for (const store of [BASES, CHANGES, ASIDE]) request.result.createObjectStore(store, { keyPath: "key" });
    };
    request.onsuccess = () => resolve(request.result);
    // a private window may have no storage: the server is then all there is
    request.onerror = () => resolve(null);
  } catch {
    resolve(null);
  }
});

async function run(stores, mode, act) {
  const database = await opening;
  if (!database) return undefined;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, mode, { durability: "strict" });
    const result = act(...stores.map((store) => transaction.objectStore(store)));
    transaction.oncomplete = () => resolve(result?.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

const keyOf = (person, story, client) => `${person}/${story}/${client}`;

/** One window's share of the store; `client` names it in the step log as well. */
export class Draft {
  constructor(person, story, client) {
    this.key = keyOf(person, story, client);
    this.about = { person, story, client };
  }

  /** Begins anew from a document that the server has. */
  rebase(version, document) {
    this.since = { version, confirmed: [] };
    return run([BASES, CHANGES], "readwrite", (bases, changes) => {
      bases.put({ key: this.key, ...this.about, version, document });
      return changes.put({ key: this.key, ...this.about, confirmed: [], pending: [] });
    });
  }

  /** Keeps the steps that have come from the server since the base, and those that are not there yet. */
  write(confirmed, pending) {
    return run([CHANGES], "readwrite", (changes) => changes.put({ key: this.key, ...this.about, confirmed, pending }));
  }

  forget() {
    return run([BASES, CHANGES], "readwrite", (bases, changes) => {
      bases.delete(this.key);
      return changes.delete(this.key);
    });
  }

  /** A document that has to be compared with the server's, until somebody has decided. */
  putAside(document) {
    return run([ASIDE], "readwrite", (aside) => aside.put({ key: this.key, ...this.about, document }));
  }

  clearAside() {
    return run([ASIDE], "readwrite", (aside) => aside.delete(this.key));
  }
}

const ofStory = (all, person, story) => (all ?? []).filter((one) => one.person === person && one.story === story);

/** What windows that are gone have left behind of a story, with anything in it that may not be on the server. */
export async function leftBehind(person, story) {
  const bases = ofStory(await run([BASES], "readonly", (store) => store.getAll()), person, story);
  const changes = ofStory(await run([CHANGES], "readonly", (store) => store.getAll()), person, story);
  const found = [];
  for (const base of bases) {
    if (!(await isGone(base.key))) continue;
    const { confirmed = [], pending = [] } = changes.find((one) => one.key === base.key) ?? {};
    if (pending.length) found.push({ ...base, confirmed, pending });
    else await new Draft(person, story, base.client).forget();
  }
  return found;
}

/** What was put aside to be compared, by windows that are gone. */
export async function putAsideBefore(person, story) {
  const all = ofStory(await run([ASIDE], "readonly", (store) => store.getAll()), person, story);
  const found = [];
  for (const one of all) if (await isGone(one.key)) found.push(one);
  return found;
}

const lockName = (key) => `titr-editor/${key}`;

/** Says that this window is there, for as long as it is. False when another one already says so under this name. */
export function hold(draft) {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    navigator.locks.request(lockName(draft.key), { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock && new Promise(() => {});
    });
  });
}

async function isGone(key) {
  if (!navigator.locks) return true;
  return navigator.locks.request(lockName(key), { ifAvailable: true }, (lock) => lock !== null);
}
