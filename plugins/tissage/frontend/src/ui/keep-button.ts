// The buttons that keep a sheet aside, and the link in the header that counts them.
import { read, toggle } from "../core/selection.ts";
import { SELECTION, keep, kept } from "./keeping.ts";

const CHANGED = "tissage-selection";

/** The ids of the sheets that are kept. */
export function selection(): string[] {
  return read(kept(SELECTION));
}

/** Keep these sheets and no other; whatever shows them follows. */
export function setSelection(ids: readonly string[]): boolean {
  const done = keep(SELECTION, ids.length ? JSON.stringify(ids) : null);
  if (done) window.dispatchEvent(new Event(CHANGED));
  return done;
}

/** Be told whenever the selection changes, in this window or another one. */
export function onSelection(follow: () => void): void {
  window.addEventListener(CHANGED, follow);
  window.addEventListener("storage", (event) => {
    if (event.key === SELECTION || event.key === null) follow();
  });
}

/** A button that keeps the sheet of an id: it says whether it is kept; `startKeeping` turns that round. */
export function keepButton(button: HTMLButtonElement, id: string): void {
  button.dataset["sheet"] = id;
  button.setAttribute("aria-pressed", String(selection().includes(id)));
  button.hidden = false;
}

/** Follow every such button of the page, those of later too, with one listener for all. */
export function startKeeping(): void {
  const buttons = (): NodeListOf<HTMLButtonElement> => document.querySelectorAll("button.tissage-keep[data-sheet]");
  const show = (): void => {
    const held = new Set(selection());
    for (const button of buttons()) button.setAttribute("aria-pressed", String(held.has(button.dataset["sheet"] ?? "")));
  };
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>("button.tissage-keep[data-sheet]");
    if (button && !setSelection(toggle(selection(), button.dataset["sheet"] ?? ""))) button.disabled = true;
  });
  for (const button of buttons()) button.hidden = false;
  onSelection(show);
  show();
}

/** Show the link to the selection while it holds anything, with how many sheets it holds. */
export function selectionLink(link: HTMLAnchorElement): void {
  const count = link.querySelector("[data-count]");
  const show = (): void => {
    const number = selection().length;
    link.hidden = !number;
    if (count) count.textContent = String(number);
  };
  onSelection(show);
  show();
}
