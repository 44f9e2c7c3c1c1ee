// The territories that a reader has chosen: one of each vocabulary that has a map.

export interface Territory {
  readonly slug: string;
  readonly label: string;
  /** Its page, from the site's root. */
  readonly address: string;
}

/** An address below the site's root: nothing that would lead elsewhere, or run. */
const INSIDE = /^(?!\/)(?!.*(?:\.\.|:|\\|\/\/)).*(?:\/|\.html)$/;

/** The territories that a browser has kept, the last chosen at the end; none where what it has kept is not ours. */
export function read(kept: string | null): Territory[] {
  try {
    const parsed: unknown = JSON.parse(kept ?? "[]");
    return (Array.isArray(parsed) ? parsed : [parsed]).flatMap((one) => territory(one) ?? []);
  } catch {
    return []; // Whatever stands there was not written by us.
  }
}

function territory(parsed: unknown): Territory | null {
  const { slug, label, address } = (parsed ?? {}) as Record<string, unknown>;
  if (typeof slug !== "string" || typeof label !== "string" || typeof address !== "string") return null;
  return INSIDE.test(address) ? { slug, label, address } : null;
}

/** The territory chosen in a vocabulary, whose pages lie in a folder: « territoires/ ». */
export function within(chosen: readonly Territory[], folder: string): Territory | null {
  return chosen.find((one) => one.address.startsWith(folder)) ?? null;
}

/** The territories with this one chosen in its vocabulary, or none there any more. */
export function choose(chosen: readonly Territory[], folder: string, territory: Territory | null): Territory[] {
  return [...chosen.filter((one) => !one.address.startsWith(folder)), ...(territory ? [territory] : [])];
}
