// Values and a body → the text of a sheet, as the engine's `contribute/writing.py` writes it; and a sheet read again.
import { Document, isMap, isScalar, parseDocument, visit, type Pair } from "yaml";
import { clean, tidy } from "./cleaning.ts";
import { isGroup, type Group, type Rules, type Written } from "./model.ts";

const FRONT = /^(\s*-{3,}[^\S\n]*\n)((?:[\s\S]*?\n)?)(-{3,}[^\S\n]*(?:\n|$))/;

/** The whole text of a new sheet. */
export function sheetText(values: Group, body: string, rules: Rules): string {
  const front = frontMatter(tidy(values, rules) as Group, rules);
  return `---\n${front}---\n${below(body, rules)}`;
}

/** The text below the front matter, with an empty line before it. */
function below(body: string, rules: Rules): string {
  const text = clean(body, rules).replace(/^\n+|\n+$/g, "");
  return text ? `\n${text}\n` : "";
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

/** What a sheet says: its values as written and its body; and how: the lines around and of its front matter. */
export interface Source {
  readonly values: Group;
  readonly body: string;
  readonly opening: string;
  readonly front: string;
  readonly rest: string;
}

/** A sheet read again. */
export function readSource(text: string): Source {
  const found = FRONT.exec(text);
  const [whole = "", opening = "---\n", front = ""] = found ?? [];
  const values: unknown = parseDocument(front, { schema: "failsafe" }).toJS();
  const rest = text.slice(opening.length + front.length);
  return { values: groupOf(values), body: text.slice(whole.length).replace(/^\n+/, ""), opening, front, rest: found ? rest : "" };
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
  const front = changed.length ? checked(spliced(source.front, changed, after, rules), after, rules) : source.front;
  const rest = body === source.body ? source.rest : `---\n${below(body, rules)}`;
  return source.opening + front + rest;
}

/** Front matter that says these values: where splicing it went wrong, it is written anew. */
function checked(front: string, values: Group, rules: Rules): string {
  const document = parseDocument(front, { schema: "failsafe" });
  const sorted = (group: Group): string => JSON.stringify(Object.entries(group).sort(([one], [other]) => (one < other ? -1 : 1)));
  const same = !document.errors.length && sorted(tidy(groupOf(document.toJS()), rules) as Group) === sorted(values);
  return same && !/^\.\.\.$/m.test(front) ? front : frontMatter(values, rules);
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
