// Letters as a reader types them: without case, accents or ligatures.

const LIGATURES: Readonly<Record<string, string>> = { œ: "oe", æ: "ae", ß: "ss" };

/** The text in lower case, without accents: « Cœur à l’École » gives "coeur a l'ecole". */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[œæß]/g, (letter) => LIGATURES[letter] ?? letter)
    .replace(/’/g, "'");
}
