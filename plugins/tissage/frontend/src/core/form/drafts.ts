// A draft as the browser keeps it.
import type { Group } from "./model.ts";

export interface Draft {
  readonly values: Group;
  readonly body: string;
}

/** A draft as it is kept, with what the sheet said when it was begun; of a new sheet, nothing. */
export interface Kept extends Draft {
  readonly from?: Draft;
}

/** The name under which the draft of a collection's new sheet, or of a sheet being improved, is kept. */
export function draftName(collection: string, own: string): string {
  return `tissage.brouillon.${own || collection}`;
}

export function formatDraft(draft: Kept): string {
  return JSON.stringify(draft);
}

/** Whether a draft says what the sheet says. */
export function isSame(draft: Draft, sheet: Draft): boolean {
  return draft.body === sheet.body && changed(draft, sheet).length === 0;
}

/** The fields in which two drafts differ. */
function changed(draft: Draft, other: Draft): string[] {
  const names = new Set([...Object.keys(draft.values), ...Object.keys(other.values)]);
  return [...names].filter((name) => JSON.stringify(draft.values[name] ?? "") !== JSON.stringify(other.values[name] ?? ""));
}

/**
 * A sheet that is improved, given what the controls said of it at the beginning: what they still say stays as it was
 * written, in words that they may not have themselves.
 */
export function improved(draft: Draft, begun: Draft, sheet: Draft): Draft {
  const typed = changed(draft, begun).map((name) => [name, draft.values[name] ?? ""] as const);
  return { values: { ...sheet.values, ...Object.fromEntries(typed) }, body: draft.body === begun.body ? sheet.body : draft.body };
}

/**
 * A draft of a sheet that may have changed meanwhile: what the contributor changed stays, the rest is the sheet’s.
 * Gives also whether both changed the same thing.
 */
export function merged(kept: Kept, sheet: Draft): readonly [draft: Draft, clash: boolean] {
  const from = kept.from ?? kept;
  const [theirs, ours] = [changed(kept, from), changed(sheet, from)];
  const values = { ...sheet.values, ...Object.fromEntries(theirs.map((name) => [name, kept.values[name] ?? ""])) };
  const [typed, written] = [kept.body !== from.body, sheet.body !== from.body];
  const clash = theirs.some((name) => ours.includes(name)) || (typed && written);
  return [{ values, body: typed ? kept.body : sheet.body }, clash];
}

/** A draft that was kept; null for anything else that may stand under its name. */
export function parseDraft(kept: string | null): Kept | null {
  try {
    const draft: unknown = JSON.parse(kept ?? "null");
    if (!isDraft(draft)) return null;
    const { values, body } = draft;
    return "from" in draft && isDraft(draft.from) ? { values, body, from: draft.from } : { values, body };
  } catch {
    return null;
  }
}

function isDraft(draft: unknown): draft is Draft {
  if (!draft || typeof draft !== "object" || !("values" in draft) || !("body" in draft)) return false;
  const { values, body } = draft;
  return typeof body === "string" && typeof values === "object" && !Array.isArray(values) && isWritten(values);
}

function isWritten(value: unknown): boolean {
  if (typeof value === "string") return true;
  return !!value && typeof value === "object" && Object.values(value).every(isWritten);
}
