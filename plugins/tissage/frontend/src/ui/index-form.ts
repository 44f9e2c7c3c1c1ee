// The form of an index: words to look for, order, filters, what is chosen, and how many sheets that leaves.
import type { Chosen } from "../core/filtering.ts";
import type { Listing } from "../core/listing.ts";
import { ORDERS, type Order, type State, orderOf } from "../core/state.ts";
import { askedFor } from "./asked.ts";
import { Chips } from "./chips.ts";
import { announce, button, element } from "./elements.ts";
import { Filters } from "./filters.ts";
import { onTerritory, territory } from "./territory.ts";
import type { Speech } from "./words.ts";

/** How many names that nobody knows are said; an address may hold hundreds. */
const NAMED = 3;

/** What a reader does with the form. */
export interface Wishes {
  toggle(facet: string, slug: string): void;
  look(query: string): void;
  order(order: Order): void;
  clear(): void;
  download(format: "csv" | "json"): void;
}

export class IndexForm {
  readonly bar: HTMLFormElement;
  readonly panel: HTMLElement;
  readonly summary: HTMLDivElement;
  readonly downloads: HTMLParagraphElement;
  readonly #speech: Speech;
  readonly #listing: Listing;
  readonly #query: HTMLInputElement;
  readonly #order: HTMLSelectElement;
  readonly #open: HTMLButtonElement;
  readonly #status = element("p", { role: "status", class: "tissage-status", tabindex: "-1" });
  readonly #paper = element("div", { class: "tissage-paper" });
  readonly #notices: HTMLElement;
  readonly #chips: Chips;
  readonly #filters: Filters;
  #chosen: Chosen = new Map();
  /** Shows or hides the button of the reader’s own territory. */
  #own = (): void => undefined;

  /** `notices` is a live region of the page. */
  constructor(listing: Listing, speech: Speech, notices: HTMLElement, wishes: Wishes) {
    this.#speech = speech;
    this.#notices = notices;
    this.#listing = listing;
    this.#query = element("input", { type: "search", id: "tissage-words", name: "q", autocomplete: "off", maxlength: "200" });
    this.#query.setAttribute("aria-describedby", "tissage-words-help");
    this.#query.addEventListener("input", () => wishes.look(this.#query.value));
    this.#order = element("select", { id: "tissage-order" });
    this.#order.append(...ORDERS.map((one) => element("option", { value: one }, speech.say(`by_${one}`))));
    this.#order.addEventListener("change", () => wishes.order(this.#order.value as Order));
    this.#open = button(speech.say("show_filters"), { class: "md-button tissage-filters__open" }, () => this.#unfold());
    this.#open.setAttribute("aria-controls", "tissage-filters");
    this.bar = element(
      "form",
      { class: "tissage-index__bar", role: "search", "aria-labelledby": "tissage-words-label" },
      element(
        "div",
        {},
        element("label", { for: "tissage-words", id: "tissage-words-label" }, speech.say("search")),
        this.#query,
        element("p", { id: "tissage-words-help", class: "tissage-muted" }, speech.say("search_hint")),
      ),
      element("div", {}, element("label", { for: "tissage-order" }, speech.say("sort")), this.#order),
    );
    this.bar.addEventListener("submit", (event) => {
      event.preventDefault();
      wishes.look(this.#query.value);
    });
    this.#filters = new Filters(listing, speech, wishes.toggle);
    const done = button(speech.say("see_results"), { class: "md-button md-button--primary tissage-filters__done" }, () => {
      this.#unfold(false);
      this.#open.focus();
    });
    this.panel = element(
      "section",
      { class: "tissage-filters", id: "tissage-filters", "aria-labelledby": "tissage-filters-title" },
      element("h2", { id: "tissage-filters-title" }, speech.say("filters")),
      this.#filters.root,
      done,
    );
    this.#chips = new Chips(speech, wishes.toggle, wishes.clear);
    this.downloads = element(
      "p",
      { class: "tissage-index__downloads" },
      button(speech.say("csv"), { class: "tissage-link" }, () => wishes.download("csv")),
      " ",
      button(speech.say("json"), { class: "tissage-link" }, () => wishes.download("json")),
    );
    this.summary = element(
      "div",
      { class: "tissage-index__summary" },
      this.#open,
      this.#status,
      this.#paper,
      this.#chips.root,
    );
    this.#unfold(false);
    this.panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.#open.offsetParent === null) return;
      this.#unfold(false);
      this.#open.focus();
    });
  }

  /** Offer the reader’s own territory, where one is chosen, a facet of that name has it, and it is not all that shows. */
  offer(choose: (slug: string) => void, facet: string, folder: string): void {
    const known = this.#listing.facets.find((one) => one.name === facet)?.numbers;
    const press = button("", { class: "md-button tissage-own" }, () => {
      const slug = territory(folder)?.slug;
      if (slug) choose(slug);
    });
    this.#own = (): void => {
      const own = territory(folder);
      const slugs = this.#chosen.get(facet);
      const done = slugs?.size === 1 && slugs.has(own?.slug ?? "");
      if (done && press === document.activeElement) this.#status.focus();
      press.hidden = !own || done || !known?.has(own.slug);
      press.textContent = this.#speech.say("own_territory", { name: own?.label ?? "" });
    };
    onTerritory(this.#own);
    this.#own();
    this.#status.before(press);
  }

  /** Show a state, the counts that it leaves, and what its address names that nobody knows. */
  update(state: State, counts: readonly Uint32Array[], unknown: readonly string[]): void {
    const any = asks(state);
    this.#order.value = orderOf(state);
    const relevance = this.#order.options[0];
    if (relevance) relevance.disabled = !state.query;
    this.#filters.update(this.#listing, counts, state.chosen);
    this.#chosen = state.chosen;
    this.#own();
    // Not to the words: on a phone their box would bring the keyboard up.
    this.#chips.update(this.#listing, state.chosen, any, this.#status);
    const values = unknown.slice(0, NAMED).join(", ");
    const others = unknown.length - NAMED;
    if (others > 0) this.#notice(this.#speech.count("unknown_more", others, { values }));
    else if (unknown.length) this.#notice(this.#speech.say("unknown", { values }));
    else this.#notices.replaceChildren();
  }

  /** Say how many sheets a state leaves, which of them show, and whether each has every word. */
  tell(state: State, found: number, range: readonly [number, number] | null, every: boolean): void {
    const total = this.#speech.number(this.#listing.size);
    const number = this.#speech.count(asks(state) ? "found_of" : "found", found, { total });
    const [first = "", last = ""] = range?.map((one) => this.#speech.number(one)) ?? [];
    const some = found && !every ? [this.#speech.say("any_word")] : [];
    announce(this.#status, number, ...some, ...(range ? [this.#speech.say("shown", { first, last })] : []));
    const paper = [number, ...some, ...askedFor(state, this.#listing, this.#speech)];
    this.#paper.replaceChildren(...paper.map((one) => element("p", {}, one)));
  }

  /** The words in the search box. */
  get query(): string {
    return this.#query.value.trim();
  }

  /** Say what could not be done, with a way to try again. */
  fail(name: "failed" | "download_failed", again: () => void): void {
    const press = button(this.#speech.say("try_again"), { class: "tissage-link" }, () => {
      this.#notices.replaceChildren();
      this.#status.focus();
      again();
    });
    this.#notice(this.#speech.say(name), " ", press);
  }

  #notice(...said: readonly (Node | string)[]): void {
    this.#notices.replaceChildren(element("p", { class: "tissage-notice" }, ...said));
  }

  /** Put words into the search box; while one types, nobody else does. */
  setQuery(query: string): void {
    this.#query.value = query;
  }

  /** Open or close the filters of a small screen; on a wide one they always show. */
  #unfold(open = this.#open.getAttribute("aria-expanded") !== "true"): void {
    this.#open.setAttribute("aria-expanded", String(open));
    this.panel.classList.toggle("tissage-filters--open", open);
  }
}

/** Whether a state asks for less than everything. */
function asks(state: State): boolean {
  return Boolean(state.query) || [...state.chosen.values()].some((slugs) => slugs.size);
}
