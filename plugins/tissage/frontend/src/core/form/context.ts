// The surroundings of a sheet while it is checked: what exists, and where slips gather.
import { fold, slugify } from "../slugs.ts";
import { essence, variants } from "./titles.ts";
import type { Collection, Field, FormData, Path, Places, SheetRow, Slip } from "./model.ts";

/** Reads one value at a place and reports what is wrong; gives its key, equal for equal values, or null. */
export type Read = (text: string, field: Field, path: Path, context: Context) => string | null;

/** The sheets of a site, by the ways in which a text may name them. */
export class Library {
  readonly ids: ReadonlySet<string>;
  /** The sheets by their paths; the paths of the pages written by hand, and of the files that are published. */
  readonly byPath: ReadonlyMap<string, string>;
  readonly pages: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
  /** The addresses of all pages that are not sheets. */
  readonly addresses: ReadonlySet<string>;
  readonly #titles: ReadonlyMap<string, readonly string[]>;
  readonly rows: readonly SheetRow[];
  #variants: ReadonlyMap<string, SheetRow> | undefined;

  constructor(rows: readonly SheetRow[], places: Places) {
    this.rows = rows;
    [this.pages, this.files, this.addresses] = [new Set(places.pages), new Set(places.files), new Set(places.addresses)];
    this.ids = new Set(rows.map(([id]) => id));
    this.byPath = new Map(rows.map(([id, , path]) => [path, id]));
    const titles = new Map<string, string[]>();
    for (const [id, title] of rows) {
      const key = fold(title);
      titles.set(key, [...(titles.get(key) ?? []), id]);
    }
    this.#titles = titles;
  }

  /** The sheets that `[[target]]` may lead to: the one of that id, else those of that title. */
  linked(target: string): readonly string[] {
    const name = (target.split("#", 1)[0] ?? "").trim();
    return this.ids.has(name) ? [name] : (this.#titles.get(fold(name)) ?? []);
  }

  /** The sheet whose file has the name at the end of a path; where several have it, the one in the folder named. */
  meant(written: string, data: FormData, own: Collection): SheetRow | undefined {
    const parts = partsOf(written);
    const slug = slugify(parts.at(-1) ?? "");
    const folder = parts.at(-2) ?? "";
    const distance = ([id]: SheetRow): number => {
      const one = id.slice(0, id.indexOf("/"));
      const { url = "", source = "" } = data.collections[one] ?? {};
      const named = [one, url, source.slice(source.lastIndexOf("/") + 1)].includes(folder);
      return (named ? 0 : 2) + (one === own.id ? 0 : 1);
    };
    const found = slug ? this.rows.filter(([id]) => id.slice(id.indexOf("/") + 1) === slug) : [];
    return found.length ? found.reduce((best, row) => (distance(row) < distance(best) ? row : best)) : undefined;
  }

  /** The sheet at an address, without the slashes around it. */
  at(address: string, data: FormData): string | undefined {
    const cut = address.lastIndexOf("/");
    const found = Object.values(data.collections).find(({ url }) => url === address.slice(0, Math.max(0, cut)));
    const id = `${found?.id}/${address.slice(cut + 1)}`;
    return this.ids.has(id) ? id : undefined;
  }

  /** The anchors of the headings of a sheet. */
  anchors(id: string): ReadonlySet<string> {
    return new Set(this.rows.find(([one]) => one === id)?.[3]);
  }

  /** The sheet of a collection whose title nearly equals this one, but for the sheet `own`. */
  alike(title: string, collection: string, own: string, data: FormData): SheetRow | undefined {
    const words = essence(title, data.rules);
    if (!words.length) return undefined;
    this.#variants ??= this.#everyVariant(data);
    for (const variant of variants(words, data.rules)) {
      const row = this.#variants.get(`${collection} ${variant}`);
      if (row && row[0] !== own) return row;
    }
    return undefined;
  }

  #everyVariant(data: FormData): Map<string, SheetRow> {
    const first = new Map<string, SheetRow>();
    for (const row of this.rows) {
      const collection = row[0].slice(0, row[0].indexOf("/"));
      const words = essence(row[1], data.rules);
      if (!words.length) continue;
      for (const variant of variants(words, data.rules)) {
        const key = `${collection} ${variant}`;
        if (!first.has(key)) first.set(key, row);
      }
    }
    return first;
  }
}

/** The names in a path or an address, without an ending or an `index` that all share. */
function partsOf(written: string): string[] {
  const parts = written.split("/").filter((part) => !["", ".", ".."].includes(part));
  const last = parts.pop();
  if (last === undefined) return [];
  const name = last.replace(/\.md$/, "").replace(/\.html$/, "");
  return parts.length && name === "index" ? parts : [...parts, name];
}

export interface Context {
  readonly data: FormData;
  readonly collection: Collection;
  readonly library: Library;
  /** The id of the sheet that is improved, empty for a new one. */
  readonly own: string;
  readonly slips: Slip[];
}

/** Note a slip. */
export function report(
  context: Context,
  code: string,
  path: Path,
  values: Readonly<Record<string, string>> = {},
  suggestion?: string,
): null {
  context.slips.push({ code, path, values, suggestion });
  return null;
}

/** Whether a pattern of the engine's is the whole text. */
export function matches(pattern: string, text: string, flags = ""): RegExpExecArray | null {
  return new RegExp(`^(?:${pattern})$`, flags).exec(text);
}

/** The first of many words, for a sentence. */
export function listed(words: readonly string[], most: number): string {
  return words.slice(0, most).join(", ") + (words.length > most ? ", …" : "");
}

/** The valid word whose name is the same but for accents, case and signs. */
export function same(written: string, names: Iterable<readonly [word: string, ...names: string[]]>): string | undefined {
  const key = slugify(written);
  if (!key) return undefined;
  for (const [word, ...others] of names) if ([word, ...others].some((name) => slugify(name) === key)) return word;
  return undefined;
}
