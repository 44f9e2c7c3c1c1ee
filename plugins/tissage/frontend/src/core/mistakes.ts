// The typing mistake that a query is forgiven: a letter too many, too few, or another; or two that changed places.

/** Words this short are another word with any letter changed. */
const SHORT = 3;

/** Whether a mistake in a word is forgiven. */
export function forgiven(word: string): boolean {
  return word.length > SHORT;
}

/** A word with any two letters that stand side by side put the other way round: « lcoaux » gives « locaux » among others. */
export function swaps(word: string): string[] {
  const letters = [...word];
  const swapped = letters.slice(1).map((letter, before) => {
    return [...letters.slice(0, before), letter, letters[before], ...letters.slice(before + 2)].join("");
  });
  return [...new Set(swapped)].filter((one) => one !== word);
}
