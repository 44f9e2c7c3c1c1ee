// A sheet as it is being written → its slips, by the rules of `tissage check`. What a browser cannot know
// (sheets that the last build refused) it takes for missing.
import { readEmail, readFile, readPhone, readUrl } from "./addresses.ts";
import { checkTexts } from "./bodies.ts";
import { clean, isEmpty } from "./cleaning.ts";
import { readBoolean, readChoice, readRef, readTerm } from "./choices.ts";
import { report, type Context, type Read } from "./context.ts";
import { readDate, readPeriod } from "./dates.ts";
import { isGroup, isList, type Field, type Group, type Path, type Slip, type Written } from "./model.ts";
import { readMoney, readNumber } from "./numbers.ts";
import { readMarkdown, readText } from "./texts.ts";

const READ: Readonly<Record<string, Read>> = {
  text: readText,
  markdown: readMarkdown,
  number: readNumber,
  money: readMoney,
  date: readDate,
  choice: readChoice,
  boolean: readBoolean,
  email: readEmail,
  phone: readPhone,
  url: readUrl,
  image: readFile,
  file: readFile,
  term: readTerm,
  ref: readRef,
};

export interface Sheet {
  readonly values: Group;
  readonly body: string;
}

/** Every slip of a sheet, in the order of its fields, then of its texts. */
export function check(sheet: Sheet, surroundings: Omit<Context, "slips">): Slip[] {
  const context: Context = { ...surroundings, slips: [] };
  const { collection } = context;
  readFields(sheet.values, collection.fields, [], context);
  const blank = !sheet.body.trim();
  const said = sheet.body.replace(/^ {0,3}#{1,6}(?:[ \t].*)?$/gm, "").trim(); // headings alone say nothing yet
  if (collection.body === "required" && !said) report(context, "empty-body", ["body"]);
  if (collection.body === "none" && !blank) report(context, "unexpected-body", ["body"]);
  checkTexts(sheet, context);
  const title = sheet.values["title"];
  const other = typeof title === "string" && context.library.alike(title, collection.id, context.own, context.data);
  if (other) report(context, "similar-title", ["title"], { other: other[2], title: other[1] });
  return context.slips;
}

function readFields(written: Group, fields: readonly Field[], path: Path, context: Context): void {
  const known = new Set(fields.map((field) => field.name));
  for (const name of Object.keys(written)) {
    if (!known.has(name)) report(context, "unknown-field", [...path, name], { field: name });
  }
  for (const field of fields) {
    const value = written[field.name];
    if (value === undefined || isEmpty(value)) {
      if (field.required) report(context, "missing-field", [...path, field.name], { field: field.label });
    } else readField(value, field, [...path, field.name], context);
  }
}

function readField(written: Written, field: Field, path: Path, context: Context): void {
  if (!field.many) {
    readOne(written, field, path, context);
    return;
  }
  const items = (isList(written) ? [...written.entries()] : [[0, written] as const]).filter(
    ([, item]) => !isEmpty(item),
  );
  const seen = new Set<string>();
  let different = items.length;
  for (const [number, item] of items) {
    const place = [...path, number];
    const key = readOne(item, field, place, context);
    const meant = key === null && typeof written === "string" ? listMeant(written, field, context) : undefined;
    const last = meant && context.slips.pop();
    if (last) context.slips.push({ ...last, suggestion: meant });
    if (key === null || typeof item !== "string" || field.kind === "markdown") continue;
    if (seen.has(key)) {
      report(context, "duplicate-value", place, { field: field.label, value: item.trim() });
      different -= 1;
    }
    seen.add(key);
  }
  const { min, max } = field.many;
  if (different < min) report(context, "too-few", path, { field: field.label, count: `${different}`, limit: `${min}` });
  if (max !== null && items.length > max) {
    report(context, "too-many", path, { field: field.label, count: `${items.length}`, limit: `${max}` });
  }
}

/** The list, `[a, b]`, of several values written plainly between commas, each right or nearly so. */
function listMeant(text: string, field: Field, context: Context): string | undefined {
  const { rules } = context.data;
  const parts = text.split(",").map((part) => part.trim());
  if (!rules.without_commas.includes(field.kind) || parts.length < 2 || parts.length > rules.parts) return undefined;
  const meant = parts.map((part) => {
    const trial: Context = { ...context, slips: [] };
    return readOne(part, field, [], trial) === null ? trial.slips.at(-1)?.suggestion : part;
  });
  return meant.every(Boolean) ? `[${meant.join(", ")}]` : undefined;
}

function readOne(written: Written, field: Field, path: Path, context: Context): string | null {
  if (field.kind === "group") {
    if (isGroup(written)) readFields(written, field.fields ?? [], path, context);
    else report(context, "not-a-group", path, { field: field.label, valid: (field.fields ?? []).map((f) => f.label).join(", ") });
    return "";
  }
  if (field.kind === "period") return readPeriod(written, field, path, context);
  if (isList(written)) return report(context, "not-one-value", path, { field: field.label });
  if (isGroup(written)) return report(context, "not-a-value", path, { field: field.label });
  const text = clean(written, context.data.rules);
  if (new RegExp(context.data.rules.control, "u").test(text)) return report(context, "yaml-character", path);
  return READ[field.kind]?.(text, field, path, context) ?? null;
}
