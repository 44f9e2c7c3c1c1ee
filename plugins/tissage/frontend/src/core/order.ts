// The order of titles and labels, as the engine has it (`language.py`): accents from the end, numbers by their value.

/** Compares two texts. The French of Québec parts equal words by their last accent: cote, côte, coté, côté. */
export function inOrder(language: string): (one: string, other: string) => number {
  return new Intl.Collator(language === "fr" ? "fr-CA" : language, { numeric: true }).compare;
}
