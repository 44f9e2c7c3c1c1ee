// The territory that a reader has chosen.

export interface Territory {
  readonly slug: string;
  readonly label: string;
  /** Its page, from the site's root. */
  readonly address: string;
}

/** An address below the site's root: nothing that would lead elsewhere, or run. */
const INSIDE = /^(?!\/)(?!.*(?:\.\.|:|\\|\/\/)).*(?:\/|\.html)$/;

/** The territory that a browser has kept, from what it has kept; null where that is not ours. */
export function read(kept: string | null): Territory | null {
  try {
    const { slug, label, address } = JSON.parse(kept ?? "null") as Record<string, unknown>;
    if (typeof slug !== "string" || typeof label !== "string" || typeof address !== "string") return null;
    return INSIDE.test(address) ? { slug, label, address } : null;
  } catch {
    return null; // Whatever stands there was not written by us.
  }
}
