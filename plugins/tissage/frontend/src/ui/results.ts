// The sheets that are left, as cards: a few at first, more when asked.
import { mark } from "../core/french.ts";
import type { Row } from "../core/texts.ts";
import { button, element } from "./elements.ts";
import { keepButton } from "./keep-button.ts";
import type { Speech } from "./words.ts";

/** How many cards the page takes at a time. */
export const PAGE = 30;

export class Results {
  readonly root: HTMLDivElement;
  readonly #list = element("ul", { class: "tissage-cards tissage-plain", role: "list" });
  readonly #none: HTMLParagraphElement;
  readonly #more: HTMLButtonElement;
  readonly #speech: Speech;
  readonly #resolve: (address: string) => string;
  #rows: readonly Row[] = [];
  #keys: ReadonlySet<string> = new Set();

  constructor(speech: Speech, resolve: (address: string) => string) {
    this.#speech = speech;
    this.#resolve = resolve;
    this.#none = element("p", { class: "tissage-empty", hidden: true }, speech.say("none"));
    this.#more = button(speech.say("more"), { class: "md-button" }, () => this.#show(true));
    this.root = element("div", { class: "tissage-results", hidden: true }, this.#list, this.#none, this.#more);
  }

  /** Show these sheets from the first on, the words of these keys marked. */
  update(rows: readonly Row[], keys: ReadonlySet<string>): void {
    this.#rows = rows;
    this.#keys = keys;
    this.#list.replaceChildren();
    this.#show(false);
    this.#none.hidden = rows.length > 0;
  }

  #show(asked: boolean): void {
    const shown = this.#list.childElementCount;
    const cards = this.#rows.slice(shown, shown + PAGE).map((row) => this.#card(row));
    this.#list.append(...cards);
    this.#more.hidden = shown + cards.length >= this.#rows.length;
    if (asked) cards[0]?.querySelector("a")?.focus();
  }

  #card([id, title, summary, address, collection, date]: Row): HTMLLIElement {
    const card = element("li", { class: "tissage-card" });
    if (collection) card.append(element("p", { class: "tissage-kicker" }, collection));
    const link = element("a", { href: this.#resolve(address) }, ...this.#marked(title));
    card.append(element("p", { class: "tissage-card__title" }, link));
    if (date) card.append(element("p", { class: "tissage-card__date" }, date));
    card.append(element("p", { class: "tissage-card__summary" }, ...this.#marked(summary)));
    const name = this.#speech.say("keep_sheet", { title });
    const keep = element("button", { type: "button", class: "tissage-keep", "aria-label": name }, this.#speech.say("keep"));
    keepButton(keep, id);
    card.append(element("p", { class: "tissage-card__keep" }, keep));
    return card;
  }

  #marked(text: string): (Node | string)[] {
    return mark(text, this.#keys, this.#speech.language).map((piece) =>
      piece.marked ? element("mark", {}, piece.text) : piece.text,
    );
  }
}
