// What people type, as a sheet may hold it.
import { isList, type Rules, type Written } from "./model.ts";

const SEPARATORS = /[\u0085\u2028\u2029]/g;

/** Text as a sheet may hold it: composed accents, `\n` line ends, no tabs or other control characters. */
export function clean(text: string, rules: Rules): string {
  const lines = text.replace(SEPARATORS, " ").replace(/\r\n?/g, "\n").replace(/\t/g, "    ");
  return lines.normalize("NFC").replace(new RegExp(rules.removed, "gu"), "");
}

/** A value as it is written: texts cleaned and trimmed, empty texts, lists and groups left out. */
export function tidy(written: Written, rules: Rules): Written {
  if (typeof written === "string") return clean(written, rules).replace(/^[\n ]+|[\n ]+$/g, "");
  if (isList(written)) return written.map((item) => tidy(item, rules)).filter((item) => !isNothing(item));
  const kept = Object.entries(written).map(([key, item]) => [key, tidy(item, rules)] as const);
  return Object.fromEntries(kept.filter(([, item]) => !isNothing(item)));
}

function isNothing(tidied: Written): boolean {
  return typeof tidied === "string" ? !tidied : !(isList(tidied) ? tidied.length : Object.keys(tidied).length);
}

/** Whether nothing was written: no text, or nothing but that in a list or a group. */
export function isEmpty(written: Written): boolean {
  return typeof written === "string" ? !written.trim() : Object.values(written).every(isEmpty);
}
