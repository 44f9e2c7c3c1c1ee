// The card of a sheet, as every script writes it; the build writes the same (`theme/pages/card.html`).
import type { Row } from "../core/texts.ts";
import { element } from "./elements.ts";

/** What shows of a text: the text itself, or pieces of it that are marked. */
type Show = (text: string) => readonly (Node | string)[];

/** A card that leads to its sheet below the site’s root, with what one may do with the sheet at its foot. */
export function sheetCard(row: Row, root: string, action: HTMLElement, show: Show = (text) => [text]): HTMLLIElement {
  const [, title, summary, address, collection, date] = row;
  const card = element("li", { class: "tissage-card" });
  if (collection) card.append(element("p", { class: "tissage-kicker" }, collection));
  const link = element("a", { href: root + address }, ...show(title));
  card.append(element("p", { class: "tissage-card__title" }, link));
  if (date) card.append(element("p", { class: "tissage-card__date" }, date));
  card.append(element("p", { class: "tissage-card__summary" }, ...show(summary)), cardFoot(action));
  return card;
}

/** The foot of a card. */
export function cardFoot(action: HTMLElement): HTMLParagraphElement {
  return element("p", { class: "tissage-card__keep" }, action);
}
