// What is chosen, as an address says it: « ?champ=logement&territoire=monteregie&q=pret ».
import type { Chosen } from "./filtering.ts";
import type { Listing } from "./listing.ts";

export const ORDERS = ["relevance", "title", "review"] as const;
export type Order = (typeof ORDERS)[number];

export interface State {
  readonly chosen: Chosen;
  readonly query: string;
  /** Null: by relevance where something is looked for, else by title. */
  readonly order: Order | null;
  /** Which cards of a long list show: 1 for the first ones. */
  readonly page: number;
}

/** The words of an address in the site's language: the names of the order and of the page, and that of each order. */
export interface AddressWords {
  readonly sort: string;
  readonly page: string;
  readonly orders: ReadonlyMap<Order, string>;
}

export const EMPTY: State = { chosen: new Map(), query: "", order: null, page: 1 };
/** Longer than anything one types; an address may hold anything. */
const LONGEST = 200;
/** What mailings and social networks add to the addresses that they carry: nobody asked for it. */
const TAG = /^(utm_.+|mc_[ce]id|fbclid|gclid|msclkid|igshid|_hs(enc|mi))$/;
/** Enough of a name that nobody knows to recognise it. */
const RECOGNISED = 40;

/** The order that a state shows. */
export function orderOf(state: State): Order {
  return state.order ?? (state.query ? "relevance" : "title");
}

/** Whether a state asks for anything: a page alone is one of nothing. */
export function isEmpty(state: State): boolean {
  return !state.query && !state.order && [...state.chosen.values()].every((slugs) => !slugs.size);
}

/** The state that the names and values of an address ask for, and what they name that the listing does not have. */
export function parse(
  asked: Iterable<readonly [name: string, text: string]>,
  listing: Listing,
  words: AddressWords,
): { state: State; unknown: string[] } {
  const chosen = new Map<string, Set<string>>();
  const unknown: string[] = [];
  let query = "";
  let order: Order | null = null;
  let page = 1;
  for (const [name, text] of asked) {
    const facet = listing.facets.find((one) => one.name === name);
    if (name === "q") query = text.trim().slice(0, LONGEST);
    else if (name === words.sort) {
      order = ORDERS.find((one) => words.orders.get(one) === text) ?? null;
      if (!order) unknown.push(text);
    } else if (name === words.page) {
      if (/^[1-9][0-9]{0,5}$/.test(text)) page = Number(text);
      else unknown.push(text);
    } else if (!facet) {
      if (!TAG.test(name)) unknown.push(name);
    }
    else {
      for (const slug of text.split(",").filter(Boolean)) {
        if (!facet.numbers.has(slug)) unknown.push(slug);
        else chosen.set(name, (chosen.get(name) ?? new Set()).add(slug));
      }
    }
  }
  return { state: { chosen, query, order, page }, unknown: [...new Set(unknown.filter(Boolean).map(shortened))] };
}

function shortened(name: string): string {
  return name.length > RECOGNISED ? `${name.slice(0, RECOGNISED)}…` : name;
}

/** The query of the address of a state, with its question mark; empty where it says nothing. */
export function format(state: State, listing: Listing, words: AddressWords): string {
  const parts = listing.facets.flatMap((facet) => {
    const slugs = state.chosen.get(facet.name);
    const kept = facet.values.filter((value) => slugs?.has(value.slug)).map((value) => encodeURIComponent(value.slug));
    return kept.length ? [`${encodeURIComponent(facet.name)}=${kept.join(",")}`] : [];
  });
  if (state.query) parts.push(`q=${encodeURIComponent(state.query).replace(/%20/g, "+")}`);
  if (state.order) parts.push(`${words.sort}=${words.orders.get(state.order)}`);
  if (state.page > 1 && parts.length) parts.push(`${words.page}=${state.page}`);
  return parts.length ? `?${parts.join("&")}` : "";
}

/** The state with a value taken in, or left out where it was chosen. */
export function toggle(state: State, facet: string, slug: string): State {
  const slugs = new Set(state.chosen.get(facet));
  if (!slugs.delete(slug)) slugs.add(slug);
  return { ...state, chosen: new Map(state.chosen).set(facet, slugs) };
}
