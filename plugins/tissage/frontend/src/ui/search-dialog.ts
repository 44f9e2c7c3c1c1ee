// The search over everything, in a native dialog: the browser keeps the keyboard in it, and Escape closes it.
import { inOrder } from "../core/order.ts";
import { button, element } from "./elements.ts";
import { SHORTCUTS, keep, kept } from "./keeping.ts";
import { type Counts, Engine, type Hit } from "./pagefind.ts";
import { resultItem } from "./search-results.ts";
import type { Speech } from "./words.ts";

/** How long one has stopped typing before anything is looked for, in milliseconds. */
const PAUSE = 200;
/** How many pages are shown at a time. */
const PAGE = 8;
const FILTERS = ["catalogue", "field"] as const;
type Filter = (typeof FILTERS)[number];

/** How the whole catalogue names each filter: its facet, and the slugs of its values by the labels that Pagefind knows. */
export type FilterNames = Readonly<Partial<Record<Filter, { readonly name: string; readonly slugs: Readonly<Record<string, string>> }>>>;

export class SearchDialog {
  readonly #dialog: HTMLDialogElement;
  readonly #speech: Speech;
  readonly #names: FilterNames;
  readonly #root: string;
  readonly #input: HTMLInputElement;
  readonly #selects: Readonly<Record<Filter, HTMLSelectElement>>;
  readonly #status = element("p", { role: "status", class: "tissage-finder__status" });
  readonly #list = element("ol", { class: "tissage-finder__results tissage-plain", role: "list" });
  readonly #more: HTMLButtonElement;
  readonly #instead: HTMLButtonElement;
  #found: readonly Hit[] = [];
  #loading: Promise<Engine> | null = null;
  #round = 0;
  #timer = 0;

  /** `root` is the whole address of the site, `catalogue` that of the index that serves where the search cannot. */
  constructor(speech: Speech, names: FilterNames, root: string, catalogue: string) {
    this.#speech = speech;
    this.#names = names;
    this.#root = root;
    this.#input = element("input", { type: "search", name: "q", id: "tissage-finder", autocomplete: "off", maxlength: "200" });
    this.#input.setAttribute("aria-describedby", "tissage-finder-keys");
    this.#input.addEventListener("input", () => this.#wait());
    this.#selects = { catalogue: this.#select("catalogue", "any_catalogue"), field: this.#select("field", "any_field") };
    this.#more = button(speech.say("more_results"), { class: "md-button", hidden: true }, () => void this.#show(true));
    this.#instead = element("button", { type: "submit", class: "tissage-link" }, speech.say("in_catalogue"));
    const form = element(
      "form",
      { action: catalogue, method: "get", role: "search" },
      element("label", { for: "tissage-finder" }, speech.say("site_search")),
      element(
        "div",
        { class: "tissage-finder__row" },
        this.#input,
        button(speech.say("close"), { class: "md-button" }, () => this.#dialog.close()),
      ),
      element("div", { class: "tissage-finder__filters" }, ...FILTERS.map((filter) => this.#selects[filter])),
      this.#status,
      element("p", { id: "tissage-finder-keys", class: "tissage-muted" }, speech.say("search_keys")),
      this.#list,
      this.#more,
      this.#instead,
      shortcuts(speech),
    );
    this.#dialog = element("dialog", { class: "tissage-finder md-typeset", "aria-label": speech.say("site_search") }, form);
    this.#dialog.addEventListener("click", (event) => {
      if (event.target === this.#dialog) this.#dialog.close(); // The backdrop is the dialog’s own.
    });
    this.#dialog.addEventListener("keydown", (event) => this.#arrow(event));
    document.body.append(this.#dialog);
  }

  /** Open the dialog, the cursor in the words that were looked for last. */
  open(): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#input.select();
    void this.#prepare();
  }

  #select(filter: Filter, any: string): HTMLSelectElement {
    const select = element("select", { name: this.#names[filter]?.name ?? "", "aria-label": this.#speech.say(filter) });
    select.append(element("option", { value: "" }, this.#speech.say(any)));
    select.addEventListener("change", () => void this.#search());
    return select;
  }

  /** Load the engine and what it filters by, or say why it does not come. */
  async #prepare(): Promise<void> {
    if (location.protocol === "file:") {
      this.#status.textContent = this.#speech.say("from_disk");
      for (const filter of FILTERS) this.#selects[filter].hidden = true;
      return;
    }
    const filters = await this.#engine()
      .then((engine) => engine.filters())
      .catch(() => null);
    if (filters) this.#count(filters);
    else this.#status.textContent = this.#speech.say("search_failed");
  }

  /** The engine, once for all; the line may come back: where it did not load, the next query tries again. */
  #engine(): Promise<Engine> {
    this.#loading ??= Engine.load(this.#root).catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  #wait(): void {
    window.clearTimeout(this.#timer);
    this.#list.ariaBusy = "true";
    this.#timer = window.setTimeout(() => void this.#search(), PAUSE);
  }

  async #search(): Promise<void> {
    if (location.protocol === "file:") return;
    this.#list.ariaBusy = "true";
    const query = this.#input.value.trim();
    this.#round += 1;
    const round = this.#round;
    const chosen = FILTERS.filter((filter) => this.#selects[filter].value);
    const filters = Object.fromEntries(
      chosen.map((filter) => [filter, this.#selects[filter].selectedOptions[0]?.dataset["label"] ?? ""]),
    );
    if (query) this.#status.textContent = this.#speech.say("searching");
    const found = await this.#engine()
      .then((engine) => engine.search(query, filters))
      .catch(() => null);
    if (round !== this.#round) return;
    this.#found = found ?? [];
    this.#list.replaceChildren();
    if (!found) this.#status.textContent = this.#speech.say("search_failed");
    else if (!query) this.#status.textContent = chosen.length ? this.#speech.say("filter_alone") : "";
    else if (!this.#found.length) this.#status.textContent = this.#speech.say(chosen.length ? "no_result_filtered" : "no_result");
    else this.#status.textContent = this.#speech.count("results", this.#found.length);
    await this.#show(false);
    if (round === this.#round) this.#list.ariaBusy = "false";
  }

  async #show(asked: boolean): Promise<void> {
    const round = this.#round;
    const shown = this.#list.childElementCount;
    this.#more.disabled = true; // A second press would bring the same pages.
    const pages = await Promise.all(this.#found.slice(shown, shown + PAGE).map((one) => one.data()));
    if (round !== this.#round) return;
    const items = pages.map((page) => resultItem(page, this.#root));
    this.#list.append(...items);
    this.#more.disabled = false;
    this.#more.hidden = shown + items.length >= this.#found.length;
    if (asked) items[0]?.querySelector("a")?.focus();
  }

  /** The values of each filter, once; Pagefind counts them over the whole site. */
  #count(filters: Counts): void {
    for (const filter of FILTERS) {
      const select = this.#selects[filter];
      if (select.length > 1) continue;
      const compare = inOrder(this.#speech.language);
      for (const [value, number] of Object.entries(filters[filter] ?? {}).sort((a, b) => compare(a[0], b[0]))) {
        const slug = this.#names[filter]?.slugs[value] ?? value;
        const text = `${value} (${this.#speech.number(number)})`;
        select.append(element("option", { value: slug, "data-label": value }, text));
      }
      select.hidden = select.length < 2;
    }
  }

  /** Arrows go from the words to the results and back. */
  #arrow(event: KeyboardEvent): void {
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.target instanceof HTMLSelectElement) return;
    const links = [...this.#list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    if (at < 0 && event.key === "ArrowUp") return;
    event.preventDefault();
    (next < 0 ? this.#input : links[next])?.focus();
  }
}

/** Whether single keys open the search. */
export function keysOpen(): boolean {
  return kept(SHORTCUTS) === null;
}

/** Who dictates, or whose hands strike keys by chance, turns them off (WCAG 2.1.4). */
function shortcuts(speech: Speech): HTMLLabelElement {
  const box = element("input", { type: "checkbox" });
  box.checked = keysOpen();
  box.addEventListener("change", () => keep(SHORTCUTS, box.checked ? null : "non"));
  return element("label", { class: "tissage-finder__keys" }, box, " ", speech.say("shortcuts"));
}
