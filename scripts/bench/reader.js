// What a reader does in the index of a catalogue, and how long the page takes to answer, in milliseconds.
(() => {
  const host = () => document.querySelector("tissage-index");
  const card = () => host().querySelector(".tissage-results li");
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  /** The end of the running task: promises go on in it, one after another, before any frame. */
  const settled = async () => {
    for (let turn = 0; turn < 20; turn += 1) await null;
  };
  /** The next cards, whatever becomes of those that stand there. */
  const cards = () =>
    new Promise((resolve) => {
      const watch = new MutationObserver(() => {
        watch.disconnect();
        resolve();
      });
      watch.observe(host().querySelector(".tissage-results ul"), { childList: true });
    });
  const chosen = [];
  let asked = 0;

  /** One facet after another, a value that leads somewhere; once three are chosen, the first is left again. */
  const next = () => {
    if (chosen.length === 3) return chosen.shift();
    const free = [...host().querySelectorAll(".tissage-filters input[type=checkbox]:enabled:not(:checked)")];
    const facets = [...new Set(free.map((box) => box.name))];
    const values = free.filter((box) => box.name === facets[asked % facets.length]);
    chosen.push(values[(asked * 7) % values.length]);
    asked += 1;
    return chosen.at(-1);
  };

  window.reader = {
    /** A click: until the page's script has ended, and until the frame after the one that shows what it did. */
    async click() {
      for (const details of host().querySelectorAll(".tissage-filters details")) details.open = true;
      const box = next();
      await frame();
      const start = performance.now();
      box.click();
      await settled();
      const script = performance.now() - start;
      const shown = card();
      await frame();
      if (card() !== shown) throw new Error("The page went on after what was measured.");
      return { script, frame: performance.now() - start };
    },

    /** Words typed at once: until the cards of what was found stand there. The page's pause for typing counts. */
    async query(words) {
      await frame();
      const input = host().querySelector("#tissage-words");
      const shown = cards();
      const start = performance.now();
      input.value = words;
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await shown;
      return { cards: performance.now() - start };
    },
  };
})();
