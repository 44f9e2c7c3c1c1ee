// Pagefind, loaded when somebody looks for something.
import { type Accents, merge, nearness, queries, readAccents, related } from "../core/queries.ts";
import { load } from "./loading.ts";

export interface SubResult {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
}

export interface Result {
  readonly url: string;
  readonly content: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly sub_results: readonly SubResult[];
}

export interface Hit {
  readonly id: string;
  readonly score: number;
  data(): Promise<Result>;
}

/** For each filter and value, how many pages it leaves. */
export type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>;
export type Filters = Readonly<Record<string, string>>;

interface Pagefind {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<Counts>;
  search(query: string, options: { readonly filters: Filters }): Promise<{ readonly results: readonly Hit[] }>;
}

/** Long sheets are not held against their title, and a word said ten times does not count for ten. */
const RANKING = { termFrequency: 0.5, termSaturation: 1.2, pageLength: 0.3 };

/** How many pages are read to see which hold the very words: about 40 kB, half of which would be read to show them. */
const READ = 16;

/** The search engine of a site, at an address with a slash at its end. */
export class Engine {
  readonly #pagefind: Pagefind;
  readonly #accents: Accents;

  private constructor(pagefind: Pagefind, accents: Accents) {
    this.#pagefind = pagefind;
    this.#accents = accents;
  }

  /** Rejects where it cannot be loaded. */
  static async load(root: string): Promise<Engine> {
    const [pagefind, words] = await Promise.all([
      import(`${root}pagefind/pagefind.js`) as Promise<Pagefind>,
      load<string>(`${root}assets/tissage/`, "accents"),
    ]);
    await pagefind.options({ excerptLength: 24, ranking: RANKING });
    await pagefind.init();
    return new Engine(pagefind, readAccents(words));
  }

  /** What a reader may filter by. */
  filters(): Promise<Counts> {
    return this.#pagefind.filters();
  }

  /** The pages that a query finds, the best first: of the first ones, those that hold the very words. */
  async search(typed: string, filters: Filters): Promise<readonly Hit[]> {
    const asked = queries(typed, this.#accents).map((query) => this.#pagefind.search(query, { filters }));
    const hits = merge((await Promise.all(asked)).map((found) => found.results));
    const first = await Promise.all(
      hits.slice(0, READ).map(async (hit) => {
        const page = await hit.data();
        const title = page.meta["title"] ?? "";
        return { hit, near: nearness(typed, title, page.content), related: related(typed, `${title} ${page.content}`) };
      }),
    );
    const right = first.filter((one) => one.related).sort((a, b) => b.near - a.near);
    // Where the best ones are beside the point already, so are those that come after.
    return [...right.map(({ hit }) => hit), ...(right.length === first.length ? hits.slice(READ) : [])];
  }
}
