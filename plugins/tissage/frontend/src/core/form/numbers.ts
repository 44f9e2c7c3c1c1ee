// Numbers and money, as one writes them in French or in English; neither `1,200` nor `1.200` is guessed.
import { matches, report, type Context, type Read } from "./context.ts";
import type { Field, Path } from "./model.ts";

export const readNumber: Read = (written, field, path, context) => {
  const { rules } = context.data;
  const text = written.trim();
  if (matches(rules.thousands, text)) {
    return report(context, "bad-number", path, { field: field.label, value: text }, text.replace(/[.,]/g, ""));
  }
  if (!matches(rules.number, text)) return report(context, "bad-number", path, { field: field.label, value: text });
  return withinRange(text, text, field, path, context);
};

export const readMoney: Read = (written, field, path, context) => {
  const { rules } = context.data;
  const text = written.trim();
  const amount = matches(rules.money, text)?.groups?.["amount"];
  if (amount === undefined) return report(context, "bad-money", path, { field: field.label, value: text });
  if (matches(rules.thousands, amount)) {
    const suggestion = amount.replace(/[.,]/g, "") + text.slice(amount.length);
    return report(context, "bad-money", path, { field: field.label, value: text }, suggestion);
  }
  return withinRange(amount, text, field, path, context);
};

function withinRange(number: string, text: string, field: Field, path: Path, context: Context): string | null {
  const value = Number(number.replace(/[ \u00a0\u202f]/g, "").replace(",", "."));
  const { min, max } = field;
  if (min !== undefined && value < Number(min)) {
    return report(context, "too-small", path, { field: field.label, limit: min, value: text });
  }
  if (max !== undefined && value > Number(max)) {
    return report(context, "too-large", path, { field: field.label, limit: max, value: text });
  }
  return `${value} ${text.replace(number, "")}`;
}
