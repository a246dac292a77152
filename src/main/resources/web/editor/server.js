// Asking the desk's server. Every answer is one of: what was asked for, a refusal in words, or «not reached».
import { settings } from "./words.js";

/** Thrown when no answer came; what was to be said is still to be said. */
export class NotReached extends Error {}

/** Thrown for an answer that is no success. */
export class Refused extends Error {
  constructor(status, body) {
    super(body.problems?.join(" ") ?? "");
    this.status = status;
    this.body = body;
  }
}

const PATIENCE = 15_000;

/** The address of something that belongs to the story. */
export const ofStory = (path) => `/desk/stories/${settings.number}/${path}`;

/** GETs or, with a body, POSTs JSON. */
export async function json(path, body, { keepalive = false } = {}) {
  const answer = await reach(path, {
    method: body === undefined ? "GET" : "POST",
    headers: {
      Accept: "application/json",
      ...(body !== undefined && { "Content-Type": "application/json", "X-CSRF": settings.csrf }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    keepalive,
  });
  const content = await contentOf(answer);
  if (!answer.ok) throw new Refused(answer.status, content);
  return content;
}

/** Any request; throws NotReached where none is answered. */
export async function reach(path, options) {
  let answer;
  try {
    answer = await fetch(path, { signal: AbortSignal.timeout(PATIENCE), ...options });
  } catch {
    throw new NotReached();
  }
  // a proxy in front of a server that is just starting
  if (answer.status === 502 || answer.status === 503 || answer.status === 504) throw new NotReached();
  return answer;
}

async function contentOf(answer) {
  try {
    return await answer.json();
  } catch {
    return {};
  }
}

/** The story's page as it is now, or null when it cannot be had. */
export async function freshPage() {
  const answer = await reach(`/desk/stories/${settings.number}`, { headers: { Accept: "text/html" } });
  const page = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  return page?.getElementById("story-editor") ? page : null;
}

/** Somebody who has signed in again in another tab has a new token; the story's page knows it. True when there is one. */
export async function renewToken() {
  const page = await freshPage();
  if (!page) return false;
  settings.csrf = JSON.parse(page.getElementById("story-editor").dataset.settings).csrf;
  return true;
}
