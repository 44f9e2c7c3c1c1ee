// Texts: a line or a paragraph; and how hard a summary is to read (LIX, as `schema/readability.py` explains it).
import { report, type Context, type Read } from "./context.ts";
import type { Field, Path, Rules } from "./model.ts";

export const readText: Read = (written, field, path, context) => {
  const text = written.replace(/[ \t\r\n]+/g, " ").replace(/^ +| +$/g, "");
  if (!withinLength(text, field, path, context)) return null;
  const found = field.readable && context.data.site.readability ? hard(text, context.data.rules) : null;
  if (found) report(context, "hard-to-read", path, { field: field.label, words: `${found.longest}`, share: `${found.long}` });
  return text;
};

export const readMarkdown: Read = (written, field, path, context) =>
  withinLength(written, field, path, context) ? written : null;

function withinLength(text: string, field: Field, path: Path, context: Context): boolean {
  const length = [...text].length;
  const values = { field: field.label, length: `${length}` };
  if (field.maxLength !== undefined && length > field.maxLength) {
    report(context, "too-long", path, { ...values, limit: `${field.maxLength}` });
    return false;
  }
  if (field.minLength !== undefined && length < field.minLength) {
    report(context, "too-short", path, { ...values, limit: `${field.minLength}` });
    return false;
  }
  return true;
}

/** The words of the longest sentence and the share of long words, where a text is very difficult; else null. */
export function hard(text: string, rules: Rules): { readonly longest: number; readonly long: number } | null {
  const sentences = text
    .split(/(?<![.!?…:])[.!?…:]{1,9}[»”)]{0,9}(?:\s+|$)/u)
    .map((part) => (part.match(/\S+/gu) ?? []).filter((word) => /[\p{L}\p{N}_]/u.test(word)))
    .filter((words) => words.length);
  const words = sentences.flat();
  if (words.length < rules.fewest) return null;
  const share = (100 * words.filter((word) => /\p{L}{7}/u.test(word)).length) / words.length;
  const lix = words.length / sentences.length + share;
  const longest = Math.max(...sentences.map((sentence) => sentence.length));
  return lix > rules.difficult ? { longest, long: Math.round(share) } : null;
}
