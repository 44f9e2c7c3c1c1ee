// What every page of the site runs.
import { load } from "./ui/loading.ts";
import { selectionLink, startKeeping } from "./ui/keep-button.ts";
import { startPalette } from "./ui/palette.ts";
import { preparePaper } from "./ui/paper.ts";
import { type FilterNames, SearchDialog, keysOpen } from "./ui/search-dialog.ts";
import { TissageTerritory, territoryLink } from "./ui/territory.ts";
import { Speech, type Words } from "./ui/words.ts";

/** The keys of the theme’s own search: whoever knows the theme knows them. */
const KEYS = new Set(["/", "s", "f"]);

preparePaper();
customElements.define("tissage-territory", TissageTerritory);
startKeeping();
startPalette();

// The menu of a phone is a checkbox of the theme’s, which Escape does not undo.
const drawer = document.querySelector<HTMLInputElement>("#__drawer");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !drawer?.checked) return;
  drawer.checked = false;
  document.querySelector<HTMLElement>("label.md-header__button[for=__drawer]")?.focus();
});

// What one looks for stays in the browser: a server never receives what follows the # of an address.
document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  const asked = new FormData(form);
  if (!form.hasAttribute("action") || form.getAttribute("role") !== "search" || !asked.has("q")) return;
  event.preventDefault();
  form.closest("dialog")?.close();
  // The words come first: by them the catalogue knows what to read. A filter that is not chosen says nothing.
  const said = [...asked].filter((pair): pair is [string, string] => pair[0] === "q" || Boolean(pair[0] && pair[1]));
  location.assign(`${form.action}#${new URLSearchParams(said)}`);
});

const link = document.querySelector<HTMLAnchorElement>("a.tissage-find");
if (link) {
  const root = new URL(link.dataset["root"] ?? "./", location.href).href;
  const kept = document.querySelector<HTMLAnchorElement>("a.tissage-kept");
  const mine = document.querySelector<HTMLAnchorElement>("a.tissage-mine");
  if (kept) selectionLink(kept);
  if (mine) territoryLink(mine, root);
  let dialog: Promise<SearchDialog> | null = null;
  const open = (): void => {
    dialog ??= Promise.all([
      load<Words>(`${root}assets/tissage/`, "words"),
      load<FilterNames>(`${root}assets/tissage/`, "filters"),
    ]).then(([words, names]) => new SearchDialog(new Speech(words), names, root, link.href));
    dialog.then(
      (made) => made.open(),
      () => location.assign(link.href), // Without its words, the catalogue serves.
    );
  };
  link.setAttribute("role", "button");
  link.setAttribute("aria-haspopup", "dialog");
  link.setAttribute("aria-keyshortcuts", "/ S F");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  link.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      event.preventDefault();
      open();
    }
  });
  document.addEventListener("keydown", (event) => {
    const typing = (event.target as Element).closest("input, textarea, select, [contenteditable], dialog");
    if (KEYS.has(event.key) && keysOpen() && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      open();
    }
  });
}
