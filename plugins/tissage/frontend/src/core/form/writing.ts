// Values and a body → the text of a sheet, as the engine's `contribute/writing.py` writes it; and a sheet read again.
import { Document, isMap, isScalar, parseDocument, visit, type Pair } from "yaml";
import { clean, tidy } from "./cleaning.ts";
import { isGroup, type Group, type Rules, type Written } from "./model.ts";

const FRONT = /^\s*---[^\S\n]*\n(?:([\s\S]*?)\n)?---[^\S\n]*(?:\n|$)/;

/** The whole text of a new sheet. */
export function sheetText(values: Group, body: string, rules: Rules): string {
  const front = frontMatter(tidy(values, rules) as Group, rules);
  return `---\n${front}---\n\n${clean(body, rules).replace(/^\n+|\n+$/g, "")}\n`;
}

/** The lines of the front matter. Every scalar is a text, in quotes where it could be taken for nothing or a boolean. */
function frontMatter(values: Group, rules: Rules): string {
  const document = new Document(values, { schema: "failsafe" });
  const ambiguous = new RegExp(`^(?:${rules.ambiguous})$`, "i");
  visit(document, {
    Scalar(key, node) {
      const text = String(node.value);
      if (key === "key") return;
      if (text.includes("\n")) node.type = "BLOCK_LITERAL";
      else if (ambiguous.test(text) || rules.empty.includes(text)) node.type = "QUOTE_DOUBLE";
    },
  });
  return document.toString({ lineWidth: 0 });
}

/** What a sheet says: its values as written, its body, and the lines of its front matter. */
export interface Source {
  readonly values: Group;
  readonly body: string;
  readonly front: string;
}

/** A sheet read again. */
export function readSource(text: string): Source {
  const found = FRONT.exec(text);
  const front = found?.[1] ? `${found[1]}\n` : "";
  const values: unknown = parseDocument(front, { schema: "failsafe" }).toJS();
  return { values: groupOf(values), body: found ? text.slice(found[0].length).replace(/^\n+/, "") : text, front };
}

function groupOf(value: unknown): Group {
  const written = writtenOf(value);
  return isGroup(written) ? written : {};
}

function writtenOf(value: unknown): Written {
  if (Array.isArray(value)) return value.map(writtenOf);
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, writtenOf(item)]));
  }
  return value === null || value === undefined ? "" : String(value);
}

/** A sheet with other values: the fields that changed are written anew, every other line stays as it was. */
export function improvedText(source: Source, values: Group, body: string, rules: Rules): string {
  const before = tidy(source.values, rules) as Group;
  const after = tidy(values, rules) as Group;
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const changed = names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const front = changed.length ? spliced(source.front, changed, after, rules) : source.front;
  return `---\n${front}---\n\n${clean(body, rules).replace(/^\n+|\n+$/g, "")}\n`;
}

/** The lines of a front matter, those of some fields replaced; fields that were not there come last. */
function spliced(front: string, changed: readonly string[], values: Group, rules: Rules): string {
  const { contents } = parseDocument(front, { schema: "failsafe" });
  const pairs = isMap(contents) && !contents.flow ? (contents.items as Pair[]) : null;
  const written = (name: string): string => {
    const value = values[name];
    return value === undefined ? "" : frontMatter({ [name]: value }, rules);
  };
  if (!pairs) return front.trim() ? frontMatter(values, rules) : changed.map(written).join("");
  let text = front;
  const missing = new Set(changed);
  for (const pair of [...pairs].reverse()) {
    const { key, value } = pair;
    if (!isScalar(key) || !key.range || !missing.delete(String(key.value))) continue;
    const range = value && typeof value === "object" && "range" in value ? (value.range as number[] | null) : null;
    const end = lineEnd(text, Math.max(range?.[1] ?? 0, key.range[1]));
    text = text.slice(0, key.range[0]) + written(String(key.value)) + text.slice(end);
  }
  return text + changed.filter((name) => missing.has(name)).map(written).join("");
}

/** Where the line ends on which a value ends; a block's value ends with its line. */
function lineEnd(text: string, end: number): number {
  if (end > 0 && text[end - 1] === "\n") return end;
  const next = text.indexOf("\n", end);
  return next < 0 ? text.length : next + 1;
}
