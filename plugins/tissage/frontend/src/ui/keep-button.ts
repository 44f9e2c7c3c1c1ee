// The buttons that keep a sheet aside, and the link in the header that counts them.
import { read, toggle } from "../core/selection.ts";
import { cardFoot } from "./cards.ts";
import { element } from "./elements.ts";
import { SELECTION, keep, kept, onKept, refusal } from "./keeping.ts";

const BUTTON = "button.tissage-keep[data-sheet]";

/** The ids of the sheets that are kept. */
export function selection(): string[] {
  return read(kept(SELECTION));
}

/** Keep these sheets and no other; whatever shows them follows. Says whether the browser did. */
export function setSelection(ids: readonly string[]): boolean {
  return keep(SELECTION, ids.length ? JSON.stringify(ids) : null);
}

/** Be told whenever the selection changes. */
export function onSelection(follow: () => void): void {
  onKept(SELECTION, follow);
}

/** A button that keeps a sheet, with its words from the link to the selection, which every page has. */
export function keepButton(id: string, title: string): HTMLButtonElement {
  const words = document.querySelector<HTMLElement>("a.tissage-kept")?.dataset;
  return element(
    "button",
    {
      type: "button",
      class: "tissage-keep",
      "data-sheet": id,
      "aria-label": (words?.["keepSheet"] ?? "").replace("{title}", () => title),
      "aria-pressed": String(selection().includes(id)),
    },
    words?.["keep"] ?? "",
  );
}

/** Put the button on the cards that the build wrote, and follow every such button, those of later too, with one listener. */
export function startKeeping(): void {
  // An index takes its cards out of the page for a while: they follow all the same.
  const made = [...document.querySelectorAll<HTMLElement>("li.tissage-card[data-sheet]")].map((card) => {
    const press = keepButton(card.dataset["sheet"] ?? "", card.querySelector(".tissage-card__title")?.textContent ?? "");
    card.append(cardFoot(press));
    return press;
  });
  const buttons = (): Set<HTMLButtonElement> => new Set([...document.querySelectorAll<HTMLButtonElement>(BUTTON), ...made]);
  const show = (): void => {
    const held = new Set(selection());
    for (const button of buttons()) button.setAttribute("aria-pressed", String(held.has(button.dataset["sheet"] ?? "")));
  };
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLButtonElement>(BUTTON);
    if (button && !setSelection(toggle(selection(), button.dataset["sheet"] ?? ""))) refuse(button);
  });
  for (const button of buttons()) button.hidden = false;
  onSelection(show);
  show();
}

/** A press that does nothing looks like a fault: say beside the button why. */
function refuse(button: HTMLButtonElement): void {
  if (button.nextElementSibling?.role === "alert") button.nextElementSibling.remove();
  button.after(element("span", { role: "alert", class: "tissage-refused" }, refusal()));
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
