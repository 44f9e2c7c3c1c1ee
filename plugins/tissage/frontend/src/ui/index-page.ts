// What a reader asks of an index, from the address to the cards and back.
import { narrow } from "../core/filtering.ts";
import type { Listing } from "../core/listing.ts";
import { ordered } from "../core/order.ts";
import { type AddressWords, EMPTY, ORDERS, type State, format, isEmpty, orderOf, parse, toggle } from "../core/state.ts";
import { toCsv, toJson } from "../core/tables.ts";
import { type Found, type Row, type TextIndex, find, indexTexts } from "../core/texts.ts";
import { sharedAddress } from "./addresses.ts";
import { save } from "./downloads.ts";
import { IndexForm } from "./index-form.ts";
import { load } from "./loading.ts";
import { Results } from "./results.ts";
import type { Speech } from "./words.ts";

/** How long one has stopped typing before anything is looked for, in milliseconds. */
const PAUSE = 150;
const NOTHING: Found = { ranks: new Map(), keys: new Set(), every: true };

/** The folder of the site, the name of the index, and a live region of its page. */
interface Place {
  readonly root: string;
  readonly index: string;
  readonly notices: HTMLElement;
}

export class IndexPage {
  readonly #host: HTMLElement;
  readonly #listing: Listing;
  readonly #speech: Speech;
  readonly #root: string;
  readonly #index: string;
  readonly #notices: HTMLElement;
  readonly #words: AddressWords;
  readonly #form: IndexForm;
  readonly #results: Results;
  #texts: Promise<readonly Row[]> | null = null;
  #search: Promise<TextIndex> | null = null;
  #state: State = EMPTY;
  #unknown: readonly string[] = [];
  #sheets: readonly number[] = [];
  #found: Found = NOTHING;
  #groups: readonly HTMLElement[] = [];
  #round = 0;
  #timer = 0;

  constructor(host: HTMLElement, listing: Listing, speech: Speech, { root, index, notices }: Place) {
    this.#host = host;
    this.#listing = listing;
    this.#speech = speech;
    this.#root = root;
    this.#index = index;
    this.#notices = notices;
    this.#words = {
      sort: speech.say("address_sort"),
      page: speech.say("address_page"),
      orders: new Map(ORDERS.map((order) => [order, speech.say(`address_${order}`)])),
    };
    this.#form = new IndexForm(listing, speech, notices, {
      toggle: (facet, slug) => this.#go(toggle(this.#wanted, facet, slug)),
      look: (query) => this.#look(query),
      order: (order) => this.#go({ ...this.#wanted, order: order === orderOf({ ...this.#wanted, order: null }) ? null : order }),
      clear: () => {
        this.#form.setQuery("");
        this.#go(EMPTY);
      },
      download: (kind) => void this.#download(kind),
    });
    const own = host.dataset["own"] ?? "";
    const choose = (slug: string): void => {
      this.#go({ ...this.#wanted, chosen: new Map(this.#state.chosen).set(own, new Set([slug])) });
    };
    this.#form.offer(choose, own, host.dataset["places"] ?? "");
    this.#results = new Results(speech, root, (page) => this.#turn(page));
  }

  /** What is shown, from its first card on, with the words that were typed a moment ago. */
  get #wanted(): State {
    return { ...this.#state, query: this.#form.query, page: 1 };
  }

  /** Put the form in its place, and show what the address asks for, now and whenever it changes. */
  start(): void {
    for (const browse of this.#host.querySelectorAll<HTMLElement>(".tissage-browse")) browse.hidden = true;
    this.#notices.before(this.#form.bar); // which does not move: what moves is not heard
    this.#notices.after(this.#form.summary, this.#form.panel, this.#results.root);
    this.#host.append(this.#form.downloads);
    this.#groups = [...this.#host.querySelectorAll<HTMLElement>(".tissage-groups")];
    this.#host.classList.add("tissage-index--ready");
    window.addEventListener("popstate", () => this.#read());
    window.addEventListener("hashchange", () => this.#read());
    this.#read();
  }

  #read(): void {
    if (location.hash.startsWith("#q=")) history.replaceState(null, "", `${location.pathname}?${location.hash.slice(1)}`);
    const { state, unknown } = parse(new URLSearchParams(location.search), this.#listing, this.#words);
    this.#unknown = unknown;
    this.#form.setQuery(state.query);
    void this.#show(state);
  }

  /** Show a state and give it its address: a new entry of the history, or in the place of the last one. */
  #go(state: State, replace = false): void {
    window.clearTimeout(this.#timer);
    this.#unknown = [];
    const address = location.pathname + this.#query(state);
    if (replace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
    void this.#show(state);
  }

  /** Other cards of the same list show: they have their own address, so that one comes back to them. */
  #turn(page: number): void {
    this.#take({ ...this.#state, page });
    history.pushState(null, "", location.pathname + this.#query(this.#state));
    this.#tell();
  }

  #query(state: State): string {
    return format(state, this.#listing, this.#words);
  }

  #take(state: State): void {
    this.#state = state;
    this.#host.dataset["here"] = sharedAddress(this.#query(state), this.#root, this.#speech.site);
  }

  #look(text: string): void {
    const query = text.trim();
    window.clearTimeout(this.#timer);
    // The first letters make an entry of the history, the next ones change it: one step back undoes the query.
    this.#timer = window.setTimeout(() => {
      if (query !== this.#state.query) this.#go({ ...this.#state, query, page: 1 }, Boolean(this.#state.query));
    }, PAUSE);
  }

  async #show(state: State): Promise<void> {
    this.#take(state);
    this.#round += 1;
    const round = this.#round;
    await this.#follow(state, round).catch(() => {
      if (round === this.#round) this.#fail();
    });
  }

  async #follow(state: State, round: number): Promise<void> {
    const found = state.query ? await this.#find(state.query) : null;
    if (round !== this.#round) return;
    const { sheets, counts } = narrow(this.#listing, state.chosen, found && new Set(found.ranks.keys()));
    this.#form.update(state, counts, this.#unknown);
    const rows = isEmpty(state) ? [] : await this.#rows();
    if (round !== this.#round) return;
    this.#found = found ?? NOTHING;
    this.#sheets = ordered(sheets, state, rows, this.#found);
    this.#results.update(
      this.#sheets.map((sheet) => rows[sheet]).filter((row) => row !== undefined),
      this.#found.keys,
      state.page,
    );
    this.#reveal(!isEmpty(state));
    this.#tell();
  }

  /** The list that serves without a script leaves the page while another one is shown: nothing is there twice. */
  #reveal(results: boolean): void {
    this.#results.root.hidden = !results;
    if (!results) this.#results.root.after(...this.#groups);
    else for (const groups of this.#groups) groups.remove();
  }

  /** Say how many sheets there are once they show: until then the list is another one. */
  #tell(): void {
    this.#form.tell(this.#state, this.#sheets.length, this.#results.range, this.#found.every);
  }

  /** Nothing could be shown of what is asked for: the whole list stays, and the page says so. */
  #fail(): void {
    const state = this.#state;
    this.#form.update(state, narrow(this.#listing, state.chosen).counts, []);
    this.#form.tell(EMPTY, this.#listing.size, null, true);
    this.#reveal(false);
    this.#form.fail("failed", () => void this.#show(this.#state));
  }

  #rows(): Promise<readonly Row[]> {
    this.#texts ??= load<Row[]>(`${this.#root}assets/tissage/`, `${this.#index}.texts`).catch((error: unknown) => {
      this.#texts = null; // The line may come back: the next wish tries again.
      this.#search = null;
      throw error;
    });
    return this.#texts;
  }

  async #find(query: string): Promise<Found> {
    this.#search ??= this.#rows().then((rows) => indexTexts(rows, this.#listing, this.#speech.language));
    return find(await this.#search, query, this.#speech.language);
  }

  async #download(kind: "csv" | "json"): Promise<void> {
    await this.#save(kind).catch(() => this.#form.fail("download_failed", () => void this.#download(kind)));
  }

  async #save(kind: "csv" | "json"): Promise<void> {
    // From disk, a whole address would name the folders of whoever hands the file on.
    const disk = location.protocol === "file:";
    const whole = (address: string): string => (disk ? address : new URL(this.#root + address, location.href).href);
    const rows = await this.#rows();
    const first = [this.#speech.say("title"), this.#speech.say("summary"), this.#speech.say("address")] as const;
    if (kind === "csv") save(toCsv(this.#sheets, rows, this.#listing, first, whole), `${this.#index}.csv`, "text/csv");
    else save(toJson(this.#sheets, rows, this.#listing, whole), `${this.#index}.json`, "application/json");
  }
}
