// Texts without accents, and slugs, as the engine makes them (`language.py`).

/** Text without accents or case; ligatures open up. */
export function fold(text: string): string {
  return text
    .replace(/[œŒ]/g, "oe")
    .replace(/[æÆ]/g, "ae")
    .replace(/[ßẞ]/g, "ss")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();
}

/** Lower-case ASCII letters, digits and single hyphens: « Prêt d’équipement » gives `pret-d-equipement`. */
export function slugify(text: string): string {
  return fold(text).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

const LONGEST = 100;

/** A slug for a title that no other sheet has: the title's own, or that with the first number that is free. */
export function freeSlug(title: string, taken: (slug: string) => boolean): string {
  const slug = slugify(title).slice(0, LONGEST).replace(/^-|-$/g, "") || "fiche";
  if (!taken(slug)) return slug;
  for (let number = 2; ; number++) {
    const numbered = `${slug.slice(0, LONGEST - String(number).length - 1).replace(/-$/, "")}-${number}`;
    if (!taken(numbered)) return numbered;
  }
}
