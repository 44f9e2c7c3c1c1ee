// Sheets kept aside, by their ids: « practices/pret-de-locaux ».

/** More than anyone reads; an address may hold anything. */
const MOST = 1000;
const ID = /^[a-z0-9_-]+\/[^/\s,]+$/;

/** The ids among some texts: each once, in their order. */
export function ids(texts: readonly unknown[]): string[] {
  const right = texts.filter((text): text is string => typeof text === "string" && ID.test(text));
  return [...new Set(right)].slice(0, MOST);
}

/** The ids that a browser has kept, from what it has kept; nothing where that is not ours. */
export function read(kept: string | null): string[] {
  try {
    const parsed: unknown = JSON.parse(kept ?? "[]");
    return Array.isArray(parsed) ? ids(parsed) : [];
  } catch {
    return []; // Whatever stands there was not written by us: it holds no sheet.
  }
}

/** The ids with one more at the end, or without it where it was there. */
export function toggle(kept: readonly string[], id: string): string[] {
  return kept.includes(id) ? kept.filter((one) => one !== id) : ids([...kept, id]);
}

/** The ids by which sheets are known now: of those that nobody knows, the one that `former` gives. */
export function renamed(
  kept: readonly string[],
  former: ReadonlyMap<string, string>,
  known: (id: string) => boolean,
): string[] {
  return ids(kept.map((id) => (known(id) ? id : (former.get(id) ?? id))));
}

/** The query of the address that shares a selection, under a name. */
export function format(kept: readonly string[], name: string): string {
  return kept.length ? `?${name}=${kept.map((id) => id.split("/").map(encodeURIComponent).join("/")).join(",")}` : "";
}
