// Finishes words as they are typed; the page does without.
(() => {
  const field = document.getElementById("q");
  const words = document.getElementById("words");
  if (!field || !words) return;
  let waiting;
  const ask = async () => {
    try {
      const answer = await fetch(`${field.form.action}/suggest?q=${encodeURIComponent(field.value)}`);
      if (!answer.ok) return;
      const found = await answer.json();
      words.replaceChildren(...found.map((text) => Object.assign(document.createElement("option"), { value: text })));
    } catch {
      // without the network there are no suggestions
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
})();
