// The form of an index: words to look for, order, filters, what is chosen, and how many sheets that leaves.
import type { Listing } from "../core/listing.ts";
import { ORDERS, type Order, type State, orderOf } from "../core/state.ts";
import { Chips } from "./chips.ts";
import { button, element } from "./elements.ts";
import { Filters } from "./filters.ts";
import { onTerritory, territory } from "./territory.ts";
import type { Speech } from "./words.ts";

const LABELS: Readonly<Record<Order, string>> = { relevance: "by_relevance", title: "by_title", review: "by_review" };

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
  readonly #status = element("p", { role: "status", class: "tissage-status" });
  readonly #notice = element("p", { class: "tissage-notice", hidden: true });
  readonly #chips: Chips;
  readonly #filters: Filters;

  constructor(listing: Listing, speech: Speech, wishes: Wishes) {
    this.#speech = speech;
    this.#listing = listing;
    this.#query = element("input", { type: "search", id: "tissage-words", name: "q", autocomplete: "off", maxlength: "200" });
    this.#query.setAttribute("aria-describedby", "tissage-words-help");
    this.#query.addEventListener("input", () => wishes.look(this.#query.value));
    this.#order = element("select", { id: "tissage-order" });
    this.#order.append(...ORDERS.map((one) => element("option", { value: one }, speech.say(LABELS[one]))));
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
      this.#notice,
      this.#open,
      this.#status,
      this.#chips.root,
    );
    this.#unfold(false);
    this.panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.#open.offsetParent === null) return;
      this.#unfold(false);
      this.#open.focus();
    });
  }

  /** Offer the reader’s own territory, where one is chosen and a facet of that name has it. */
  offer(choose: (slug: string) => void, facet: string, folder: string): void {
    const known = this.#listing.facets.find((one) => one.name === facet)?.numbers;
    const press = button("", { class: "md-button tissage-own" }, () => {
      const slug = territory(folder)?.slug;
      if (slug) choose(slug);
    });
    const show = (): void => {
      const chosen = territory(folder);
      press.hidden = !chosen || !known?.has(chosen.slug);
      press.textContent = this.#speech.say("own_territory", { name: chosen?.label ?? "" });
    };
    onTerritory(show);
    show();
    this.#status.before(press);
  }

  /** Show a state, the number of sheets that it leaves, and what its address names that nobody knows. */
  update(state: State, counts: readonly Uint32Array[], found: number, unknown: readonly string[]): void {
    const any = Boolean(state.query) || [...state.chosen.values()].some((slugs) => slugs.size);
    this.#order.value = orderOf(state);
    const relevance = this.#order.options[0];
    if (relevance) relevance.disabled = !state.query;
    this.#filters.update(this.#listing, counts, state.chosen);
    this.#chips.update(this.#listing, state.chosen, any, this.#query);
    const total = this.#speech.number(this.#listing.size);
    const said = this.#speech.count(any ? "found_of" : "found", found, { total });
    if (this.#status.textContent !== said) this.#status.textContent = said;
    this.#notice.hidden = !unknown.length;
    this.#notice.textContent = unknown.length ? this.#speech.say("unknown", { values: unknown.join(", ") }) : "";
  }

  /** The words in the search box. */
  get query(): string {
    return this.#query.value.trim();
  }

  /** Say that what is asked for could not be loaded. */
  fail(): void {
    this.#notice.hidden = false;
    this.#notice.textContent = this.#speech.say("failed");
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
