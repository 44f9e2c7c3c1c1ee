// A draft as the browser keeps it.
import type { Group } from "./model.ts";

export interface Draft {
  readonly values: Group;
  readonly body: string;
}

/** The name under which the draft of a collection's new sheet, or of a sheet being improved, is kept. */
export function draftName(collection: string, own: string): string {
  return `tissage.brouillon.${own || collection}`;
}

export function formatDraft(draft: Draft): string {
  return JSON.stringify(draft);
}

/** A draft that was kept; null for anything else that may stand under its name. */
export function parseDraft(kept: string | null): Draft | null {
  try {
    const draft: unknown = JSON.parse(kept ?? "null");
    if (!draft || typeof draft !== "object" || !("values" in draft) || !("body" in draft)) return null;
    const { values, body } = draft;
    if (typeof body !== "string" || !isWritten(values) || typeof values !== "object" || Array.isArray(values)) return null;
    return { values: values as Group, body };
  } catch {
    return null;
  }
}

function isWritten(value: unknown): boolean {
  if (typeof value === "string") return true;
  return !!value && typeof value === "object" && Object.values(value).every(isWritten);
}
