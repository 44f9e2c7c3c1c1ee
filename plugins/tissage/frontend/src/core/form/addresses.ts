// Addresses: of a web page, of a mailbox, of a telephone; and the names of files.
import { listed, matches, report, type Read } from "./context.ts";
import type { Rules } from "./model.ts";

export const readUrl: Read = (written, field, path, context) => {
  const { rules } = context.data;
  const text = written.trim();
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text);
  if (scheme?.[1] && !rules.schemes.includes(scheme[1].toLowerCase()) && !scheme[1].includes(".")) {
    return report(context, "bad-link-scheme", path, { scheme: scheme[0], value: text }, withScheme(text, rules));
  }
  if (matches(rules.url, text, "i") && hasHost(text)) return text;
  return report(context, "bad-url", path, { field: field.label, value: text }, withScheme(text, rules));
};

/** The whole address, where only its beginning is missing or mistyped. */
export function withScheme(text: string, rules: Rules): string | undefined {
  const rest = matches(rules.meant, text, "i")?.groups?.["rest"];
  return rest && `https://${rest}`;
}

/** Whether something stands between `https://` (and a user’s name) and the port or the path. */
function hasHost(url: string): boolean {
  const place = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? "";
  const host = place.slice(place.lastIndexOf("@") + 1);
  if (/[[\]]/.test(host)) return /^\[[0-9a-fA-F:.]*:[0-9a-fA-F:.]*\](?::\d*)?$/.test(host);
  return host.replace(/:.*$/, "") !== "";
}

export const readEmail: Read = (written, field, path, context) => {
  const text = written.trim();
  if (matches(context.data.rules.email, text)) return text;
  return report(context, "bad-email", path, { field: field.label, value: text });
};

export const readPhone: Read = (written, field, path, context) => {
  const text = written.trim();
  if (matches(context.data.rules.phone, text)) return text;
  return report(context, "bad-phone", path, { field: field.label, value: text });
};

/** The name of a file; whether it is there, a browser cannot know. */
export const readFile: Read = (written, field, path, context) => {
  const text = written.trim();
  const { images, files } = context.data.rules;
  const types = field.kind === "image" ? images : files;
  if (types.some((type) => text.toLowerCase().endsWith(type))) return text;
  return report(context, "bad-file-type", path, { value: text, valid: listed(types, types.length) });
};
