// Dates as precise as the source (ISO 8601: `2019`, `2019-03`, `2019-03-12`, `2019-03-12 13:00`), and periods.
import { matches, report, type Context, type Read } from "./context.ts";
import { isGroup, isList, type Field, type Path, type Rules, type Written } from "./model.ts";
import { dateIn, isInFigures, periodIn, type Ends } from "./written-dates.ts";

/** The first and last minute of a date that exists, as numbers that compare; null where it does not. */
export function boundsOf(text: string, rules: Rules): readonly [first: number, last: number] | null {
  const [whole, year, month, day, hour, minute] = matches(rules.date, text) ?? [];
  if (whole === undefined || year === undefined) return null;
  const first = new Date(0);
  first.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  first.setUTCHours(Number(hour ?? 0), Number(minute ?? 0));
  const pad = (number: number, length = 2): string => `${number}`.padStart(length, "0");
  const parts = [pad(first.getUTCFullYear(), 4), pad(first.getUTCMonth() + 1), pad(first.getUTCDate())];
  const clock = `${pad(first.getUTCHours())}:${pad(first.getUTCMinutes())}`;
  const same = [year, month ?? "01", day ?? "01"].join() === parts.join() && (hour === undefined || `${hour}:${minute}` === clock);
  if (!same || Number(year) < rules.earliest) return null;
  const next = new Date(first);
  if (month === undefined) next.setUTCFullYear(Number(year) + 1);
  else if (day === undefined) next.setUTCMonth(Number(month));
  else if (hour === undefined) next.setUTCDate(Number(day) + 1);
  return [first.getTime(), hour === undefined ? next.getTime() - 1 : first.getTime()];
}

function precisionOf(text: string): string {
  return ({ 4: "year", 7: "month", 10: "day" } as Record<number, string>)[text.length] ?? "minute";
}

/** Whether a date says as much as its field wants. */
function isPreciseEnough(date: string, field: Field, rules: Rules): boolean {
  return rules.precisions.indexOf(precisionOf(date)) >= rules.precisions.indexOf(field.precision ?? "year");
}

/** The slip of a text that is no date, with the date meant where the field takes it. */
function noDate(text: string, meant: string | undefined, field: Field, path: Path, context: Context): null {
  const mended = meant && isPreciseEnough(meant, field, context.data.rules) ? meant : undefined;
  return report(context, "bad-date", path, { field: field.label, value: text }, mended);
}

export const readDate: Read = (written, field, path, context) => {
  const { rules } = context.data;
  const text = written.trim();
  if (!boundsOf(text, rules)) return noDate(text, dateIn(text, rules), field, path, context);
  if (!isPreciseEnough(text, field, rules)) return report(context, "imprecise-date", path, { field: field.label, value: text });
  return text.replace(" ", "T");
};

/** A period from a single date. Where there are two, or none that is understood, the form of a period is told. */
const readSingle: Read = (written, field, path, context) => {
  const { rules } = context.data;
  const text = written.trim();
  if (matches(rules.date, text)) return readDate(written, field, path, context);
  const meant = periodIn(text, rules);
  if (typeof meant === "string") return noDate(text, meant, field, path, context);
  // One date, whose day cannot be told from its month.
  if (isInFigures(text, rules)) return noDate(text, undefined, field, path, context);
  return report(context, "bad-period", path, { field: field.label }, meant && flowOf(meant, field, rules));
};

/** Both ends of a period on one line, `{start: …, end: …}`, where the field takes them. */
function flowOf({ start, end }: Ends, field: Field, rules: Rules): string | undefined {
  const [begins, ends] = [boundsOf(start, rules), boundsOf(end, rules)];
  if (!begins || !ends || ends[1] < begins[0]) return undefined;
  if (![start, end].every((one) => isPreciseEnough(one, field, rules))) return undefined;
  return `{start: ${start}, end: ${end}}`;
}

/** The ends that such a line says; null where it is none. */
export function endsOf(flow: string): Ends | null {
  const [, start, end] = /^\{start: (.+), end: (.+)\}$/.exec(flow) ?? [];
  return start && end ? { start, end } : null;
}

/** A period: a date, or a group with a start and perhaps an end. */
export function readPeriod(written: Written, field: Field, path: Path, context: Context): string | null {
  if (typeof written === "string") return readSingle(written, field, path, context);
  if (isList(written) || !isGroup(written)) return report(context, "bad-period", path, { field: field.label });
  const dates: Record<string, string | null> = {};
  for (const [key, value] of Object.entries(written)) {
    if (key !== "start" && key !== "end") report(context, "unknown-field", [...path, key], { field: key });
    else if (typeof value === "string" && value.trim()) dates[key] = readDate(value, field, [...path, key], context);
  }
  if (!("start" in dates)) {
    const known = Object.keys(written).every((key) => key === "start" || key === "end");
    return known ? report(context, "bad-period", path, { field: field.label }) : null;
  }
  const [start, end] = [dates["start"], dates["end"]];
  if (start == null || end === null) return null;
  if (end === undefined) return start;
  const { rules } = context.data;
  const [begins, ends] = [start, end].map((date) => boundsOf(date, rules));
  if (begins && ends && ends[1] < begins[0]) return report(context, "period-backwards", [...path, "end"], { start, end });
  return `${start}/${end}`;
}
