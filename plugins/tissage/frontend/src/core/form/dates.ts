// Dates as precise as the source (ISO 8601: `2019`, `2019-03`, `2019-03-12`, `2019-03-12 13:00`), and periods.
import { bare } from "../slugs.ts";
import { matches, report, type Context, type Read } from "./context.ts";
import { isGroup, isList, type Field, type Path, type Rules, type Written } from "./model.ts";

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

export const readDate: Read = (written, field, path, context) => {
  const { rules } = context.data;
  const text = written.trim();
  const values = { field: field.label, value: text };
  const wanted = rules.precisions.indexOf(field.precision ?? "year");
  const isPreciseEnough = (date: string): boolean => rules.precisions.indexOf(precisionOf(date)) >= wanted;
  if (!boundsOf(text, rules)) {
    const meant = suggest(text, rules);
    return report(context, "bad-date", path, values, meant && isPreciseEnough(meant) ? meant : undefined);
  }
  if (!isPreciseEnough(text)) return report(context, "imprecise-date", path, values);
  return text.replace(" ", "T");
};

/** The ISO form of a date written another way, where only one reading is possible and that day exists. */
export function suggest(text: string, rules: Rules): string | undefined {
  const existing = (date: string): string | undefined => (boundsOf(date, rules) ? date : undefined);
  const two = (number: number): string => `${number}`.padStart(2, "0");
  const figures = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (figures) {
    const [day, month] = [Number(figures[1]), Number(figures[2])];
    if (day <= 12 && month <= 12 && day !== month) return undefined;
    return existing(month > 12 ? `${figures[3]}-${two(day)}-${two(month)}` : `${figures[3]}-${two(month)}-${two(day)}`);
  }
  const first = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(text);
  if (first) return existing(`${first[1]}-${two(Number(first[2]))}-${two(Number(first[3]))}`);
  const words = /^(?:(\d{1,2})(?:er)? +)?(\p{L}+) +(\d{4})$/u.exec(text);
  if (!words) return undefined;
  const month = rules.months[bare(words[2] ?? "")] ?? 0;
  return existing(`${words[3]}-${two(month)}${words[1] ? `-${two(Number(words[1]))}` : ""}`);
}

/** A period: a date, or a group with a start and perhaps an end. */
export function readPeriod(written: Written, field: Field, path: Path, context: Context): string | null {
  if (typeof written === "string") return readDate(written, field, path, context);
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
