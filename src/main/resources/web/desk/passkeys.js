// Passkeys: at the sign-in, at the account, and when somebody must show again who they are. The rest works without it.

import { csrf, word } from "./words.js";

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

async function send(address, body) {
  const answer = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF": csrf },
    body: body === undefined ? "{}" : JSON.stringify(body),
  });
  // sent elsewhere: to show first who one is
  if (answer.redirected) {
    location.assign(answer.url);
    return new Promise(() => {});
  }
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.problem ?? word("passkey.failed"));
  return said;
}

/** A key's answer to a challenge, as the server reads it. */
async function sign(address, conditional) {
  const options = await send(address);
  const key = await navigator.credentials.get({
    publicKey: { ...options, challenge: bytes(options.challenge) },
    ...conditional,
  });
  return {
    id: key.id,
    rawId: text(key.rawId),
    type: key.type,
    clientExtensionResults: key.getClientExtensionResults(),
    response: {
      authenticatorData: text(key.response.authenticatorData),
      clientDataJSON: text(key.response.clientDataJSON),
      signature: text(key.response.signature),
      userHandle: key.response.userHandle ? text(key.response.userHandle) : null,
    },
  };
}

async function make(name) {
  const options = await send("/desk/account/passkeys/challenge");
  const key = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: options.excludeCredentials.map((known) => ({ ...known, id: bytes(known.id) })),
    },
  });
  const answer = {
    id: key.id,
    rawId: text(key.rawId),
    type: key.type,
    clientExtensionResults: key.getClientExtensionResults(),
    response: {
      attestationObject: text(key.response.attestationObject),
      clientDataJSON: text(key.response.clientDataJSON),
      transports: key.response.getTransports?.() ?? [],
    },
  };
  await send("/desk/account/passkeys", { name, answer });
}

const problem = document.querySelector("[data-passkey-problem]");

async function attempt(button, work) {
  problem.hidden = true;
  button.disabled = true;
  try {
    await work();
  } catch (failure) {
    // whoever closes the browser's window wants to hear nothing
    if (failure.name !== "NotAllowedError" && failure.name !== "AbortError") {
      problem.textContent = failure.name === "InvalidStateError" ? word("passkey.there") : failure.message;
      problem.hidden = false;
    }
  } finally {
    button.disabled = false;
  }
}

if (window.PublicKeyCredential) {
  const enter = document.querySelector("[data-passkey-enter]");
  if (enter) {
    enter.hidden = false;
    enter.addEventListener("click", () =>
      attempt(enter, async () => {
        await send("/desk/sign-in/passkey", await sign("/desk/sign-in/passkey-challenge"));
        location.assign(enter.dataset.passkeyEnter);
      }),
    );
  }
  const proof = document.querySelector("[data-passkey-proof]");
  if (proof) {
    proof.hidden = false;
    proof.addEventListener("click", () =>
      attempt(proof, async () => {
        await send("/desk/account/proof/passkey", await sign("/desk/sign-in/passkey-challenge"));
        // a form that came too late goes on its way
        if (proof.dataset.passkeyProof) location.assign(proof.dataset.passkeyProof);
        else proof.form.submit();
      }),
    );
  }
  const add = document.querySelector("[data-passkey-add]");
  if (add) {
    const button = add.querySelector("button");
    add.hidden = false;
    button.addEventListener("click", () =>
      attempt(button, async () => {
        await make(add.querySelector("input").value);
        location.assign("/desk/account?done=passkey");
      }),
    );
  }
}

// how good a password is, said while it is typed
const strength = document.querySelector("[data-strength]");
if (strength) {
  const said = document.getElementById("strength");
  let waiting;
  strength.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      if (!strength.value) return (said.textContent = "");
      const { score, problems } = await send(strength.dataset.strength, { password: strength.value });
      said.textContent = problems[0] ?? word("password.score." + score);
    }, 300);
  });
}

// a link to be handed over
for (const copy of document.querySelectorAll("[data-copy]")) {
  copy.hidden = false;
  copy.addEventListener("click", async () => {
    const field = document.getElementById(copy.dataset.copy);
    field.select();
    await navigator.clipboard.writeText(field.value);
    copy.textContent = copy.dataset.copied;
  });
}
