// Dates and periods as people write them in a text, as the engine understands them (`schema/written_dates.py`).
import { fold } from "../slugs.ts";
import { matches } from "./context.ts";
import { boundsOf } from "./dates.ts";
import type { Rules } from "./model.ts";

export type Ends = {
  readonly start: string;
  readonly end: string;
};

function form(name: string, text: string, rules: Rules): RegExpExecArray | null {
  return matches(rules.written[name] ?? "", text);
}

function existing(date: string, rules: Rules): string | undefined {
  return boundsOf(date, rules) ? date : undefined;
}

const two = (number: string | number | undefined): string => `${Number(number)}`.padStart(2, "0");

/** A text with its spaces and its case evened out, without the name of the day, « le » or « 1er ». */
function plain(text: string, rules: Rules): string {
  const even = fold(text).replace(/\s+/g, " ").replace(/^[ .,]+|[ .,]+$/g, "");
  return (form("lead", even, rules)?.groups?.["rest"] ?? even).replace(/\b1(?:er|st)\b/g, "1");
}

/** The ISO form of the date that a text says, where only one reading is possible and that day exists. */
export function dateIn(text: string, rules: Rules): string | undefined {
  if (text.length > rules.longest) return undefined;
  const even = plain(text, rules);
  if (matches(rules.date, even.toUpperCase())) return existing(even.toUpperCase(), rules);
  const time = form("time", even, rules);
  const day = time && dateIn(time.groups?.["day"] ?? "", rules);
  if (time && day?.length === 10) return `${day} ${clock(time)}`;
  return inFigures(even, rules) ?? inWords(even, rules);
}

function clock(time: RegExpExecArray): string {
  return `${two(time.groups?.["hour"])}:${time.groups?.["minute"] ?? "00"}`;
}

/** Whether a text is one date in figures, day and month first in either order. */
export function isInFigures(text: string, rules: Rules): boolean {
  return form("figures", text, rules) !== null;
}

function inFigures(even: string, rules: Rules): string | undefined {
  const first = form("year_first", even, rules);
  if (first) return existing(`${first[1]}-${two(first[2])}-${two(first[3])}`, rules);
  const match = form("figures", even, rules);
  if (!match) return undefined;
  const [day, month] = [Number(match[1]), Number(match[2])];
  if (day <= 12 && month <= 12 && day !== month) return undefined;
  return existing(month > 12 ? `${match[3]}-${two(day)}-${two(month)}` : `${match[3]}-${two(month)}-${two(day)}`, rules);
}

function inWords(written: string, rules: Rules): string | undefined {
  const [, cellDay, cellMonth, cellYear = ""] = form("excel", written, rules) ?? [];
  const century = cellYear.length === 4 ? "" : cellYear < "30" ? "20" : "19"; // as Excel itself reads two figures
  const even = cellYear ? `${cellDay} ${cellMonth} ${century}${cellYear}` : written;
  const first = form("month_first", even, rules);
  const { day, month, year } = form("words", spelledOut(first ? `${first[2]} ${first[1]} ${first[3]}` : even, rules), rules)?.groups ?? {};
  if (month === undefined) return undefined;
  const number = Object.hasOwn(rules.months, month) ? rules.months[month] : 0;
  return existing(`${year}-${two(number)}${day ? `-${two(day)}` : ""}`, rules);
}

/** A date in words with its month whole: « 3 janv. 2022 ». */
function spelledOut(text: string, rules: Rules): string {
  const whole = (word: string): string => {
    const short = word.replace(/\.+$/, "");
    return /^\p{L}{3,}$/u.test(short) ? (Object.keys(rules.months).find((month) => month.startsWith(short)) ?? word) : word;
  };
  return text.split(" ").map(whole).join(" ");
}

/** The period that a text says: both ends, or one date. */
export function periodIn(text: string, rules: Rules): string | Ends | undefined {
  if (text.length > rules.longest) return undefined;
  const single = dateIn(text, rules);
  if (single) return single;
  const even = plain(text, rules);
  const open = form("open", even, rules);
  if (open) return dateIn(open.groups?.["start"] ?? "", rules);
  for (const name of rules.ranges) {
    const { start: from = "", end: to = "" } = form(name, even, rules)?.groups ?? {};
    const start = dateIn(from, rules) ?? dateIn(completed(from, to, rules), rules);
    const end = start && endOfDay(start, to, rules);
    if (start && end) return { start, end };
  }
  return undefined;
}

/** The beginning of a period with the month and year that only its end says: « 12 » of « 12 au 14 mai 2021 ». */
function completed(start: string, end: string, rules: Rules): string {
  const { month = "", year = "" } = form("rest", end, rules)?.groups ?? {};
  return /[a-z_]/.test(start) ? `${start} ${year}` : `${start} ${month} ${year}`;
}

/** The end of a period, which may be a time of the day on which it begins: « 12 mai 2021 de 13 h à 15 h ». */
function endOfDay(start: string, end: string, rules: Rules): string | undefined {
  const time = form("time", end, rules);
  if (time && !time.groups?.["day"] && start.length > "2021-05-12".length) return `${start.slice(0, 10)} ${clock(time)}`;
  return dateIn(end, rules);
}
