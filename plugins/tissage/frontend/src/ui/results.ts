// The sheets that are left, as cards: a few at a time, more on paper.
import { mark } from "../core/french.ts";
import type { Row } from "../core/texts.ts";
import { sheetCard } from "./cards.ts";
import { button, element } from "./elements.ts";
import { keepButton } from "./keep-button.ts";
import type { Speech } from "./words.ts";

/** How many cards stand in the page at a time. */
export const PAGE = 30;
/** How many a printer gets: whole pages of the above. */
const PAPER = 7 * PAGE;

export class Results {
  readonly root: HTMLDivElement;
  readonly #list = element("ul", { class: "tissage-cards tissage-plain", role: "list" });
  readonly #none: HTMLParagraphElement;
  readonly #before: HTMLButtonElement;
  readonly #after: HTMLButtonElement;
  readonly #paper = element("p", { class: "tissage-paper" });
  readonly #speech: Speech;
  readonly #root: string;
  readonly #turned: (page: number) => void;
  #rows: readonly Row[] = [];
  #keys: ReadonlySet<string> = new Set();
  #first = 0;
  /** The cards that are there for a printer alone. */
  #printed: readonly HTMLLIElement[] = [];

  /** `turned` is told the page, from 1 on, when a reader goes to other cards of the same list. */
  constructor(speech: Speech, root: string, turned: (page: number) => void) {
    this.#speech = speech;
    this.#root = root;
    this.#turned = turned;
    this.#none = element("p", { class: "tissage-empty", hidden: true }, speech.say("none"));
    this.#before = button(speech.say("previous"), { class: "md-button" }, () => this.#turn(-PAGE));
    this.#after = button(speech.say("next"), { class: "md-button" }, () => this.#turn(PAGE));
    this.root = element(
      "div",
      { class: "tissage-results", hidden: true },
      this.#before,
      this.#list,
      this.#none,
      this.#after,
      this.#paper,
    );
    window.addEventListener("beforeprint", () => this.#unfold());
    window.addEventListener("afterprint", () => this.#fold());
  }

  /** Show a page of these sheets, the last one where there are not as many, the words of these keys marked. */
  update(rows: readonly Row[], keys: ReadonlySet<string>, page: number): void {
    this.#rows = rows;
    this.#keys = keys;
    this.#none.hidden = rows.length > 0;
    const last = Math.max(1, Math.ceil(rows.length / PAGE));
    this.#show((Math.min(page, last) - 1) * PAGE);
  }

  /** Which sheets stand in the page, counted from 1; null where all do. */
  get range(): readonly [first: number, last: number] | null {
    const total = this.#rows.length;
    return total > PAGE ? [this.#first + 1, Math.min(this.#first + PAGE, total)] : null;
  }

  #show(first: number): void {
    this.#first = first;
    this.#printed = [];
    this.#list.replaceChildren(...this.#cards(first, first + PAGE));
    this.#before.hidden = !first;
    this.#after.hidden = first + PAGE >= this.#rows.length;
  }

  /** Other cards take the place of those that stand there; the focus goes to the first of them. */
  #turn(by: number): void {
    this.#show(Math.max(0, this.#first + by));
    this.#turned(this.#first / PAGE + 1);
    this.#list.querySelector<HTMLAnchorElement>(".tissage-card__title a")?.focus();
  }

  /** Bring in the cards around those that show: nobody turns a list over on paper. */
  #unfold(): void {
    if (this.root.hidden || this.#printed.length) return;
    const start = Math.floor(this.#first / PAPER) * PAPER;
    const before = this.#cards(start, this.#first);
    const after = this.#cards(this.#first + PAGE, start + PAPER);
    this.#list.prepend(...before);
    this.#list.append(...after);
    this.#printed = [...before, ...after];
    const [first, last] = [start + 1, Math.min(start + PAPER, this.#rows.length)].map((one) => this.#speech.number(one));
    const total = this.#speech.number(this.#rows.length);
    const some = this.#rows.length > PAPER;
    this.#paper.textContent = some ? this.#speech.say("printed", { first: first ?? "", last: last ?? "", total }) : "";
  }

  #fold(): void {
    for (const card of this.#printed) card.remove();
    this.#printed = [];
  }

  #cards(first: number, end: number): HTMLLIElement[] {
    const marked = (text: string): (Node | string)[] => this.#marked(text);
    return this.#rows.slice(first, end).map((row) => sheetCard(row, this.#root, keepButton(row[0], row[1]), marked));
  }

  #marked(text: string): (Node | string)[] {
    return mark(text, this.#keys, this.#speech.language).map((piece) =>
      piece.marked ? element("mark", {}, piece.text) : piece.text,
    );
  }
}
