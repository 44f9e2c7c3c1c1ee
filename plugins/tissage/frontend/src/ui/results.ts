// The sheets that are left, as cards: a few at first, more when asked.
import { mark } from "../core/french.ts";
import type { Row } from "../core/texts.ts";
import { sheetCard } from "./cards.ts";
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
  readonly #root: string;
  #rows: readonly Row[] = [];
  #keys: ReadonlySet<string> = new Set();

  constructor(speech: Speech, root: string) {
    this.#speech = speech;
    this.#root = root;
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
    const marked = (text: string): (Node | string)[] => this.#marked(text);
    const rows = this.#rows.slice(shown, shown + PAGE);
    const cards = rows.map((row) => sheetCard(row, this.#root, keepButton(row[0], row[1]), marked));
    this.#list.append(...cards);
    this.#more.hidden = shown + cards.length >= this.#rows.length;
    if (asked) cards[0]?.querySelector("a")?.focus();
  }

  #marked(text: string): (Node | string)[] {
    return mark(text, this.#keys, this.#speech.language).map((piece) =>
      piece.marked ? element("mark", {}, piece.text) : piece.text,
    );
  }
}
