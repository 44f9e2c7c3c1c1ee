// Where a finished sheet goes: addresses that open with it filled in, where they are short enough.
import type { Site } from "./model.ts";

/** What servers take of an address, with some room: GitHub answers 414 above 8,192 bytes. */
export const LONGEST_ADDRESS = 7500;
/** What mail programs take of a `mailto:` address. */
export const LONGEST_MAIL = 1900;

export interface Address {
  readonly url: string;
  /** Whether the text travels in it; if not, it is to be pasted. */
  readonly filled: boolean;
}

/** The page for a new file, with the file's text where the forge takes one; null where the repository is not known. */
export function newFile(site: Site, path: string, text: string): Address | null {
  if (!site.new) return null;
  const cut = path.lastIndexOf("/");
  if (!site.prefilled) return { url: site.new + encodeURI(path.slice(0, cut)), filled: false };
  const named = `${site.new.replace(/\/$/, "")}?filename=${encodeURIComponent(path)}`;
  return fitting(`${named}&value=${encodeURIComponent(text)}`, named, LONGEST_ADDRESS);
}

/** The page that edits a file: no forge takes a text for it. */
export function editFile(site: Site, path: string): Address | null {
  return site.edit ? { url: site.edit + encodeURI(path), filled: false } : null;
}

/** The text of a sheet in a block of code that nothing in it can end. */
export function fenced(text: string): string {
  const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`{3,}/g)].map((run) => run[0].length + 1)));
  return `${fence}markdown\n${text}${fence}\n`;
}

/** The page for a new issue, with the sheet in a block of code. */
export function newIssue(site: Site, title: string, lead: string, paste: string, text: string): Address | null {
  if (!site.issues.length) return null;
  const [url, titled, bodied] = site.issues;
  const ask = (body: string): string =>
    `${url}?${encodeURIComponent(titled)}=${encodeURIComponent(title)}&${encodeURIComponent(bodied)}=${encodeURIComponent(body)}`;
  return fitting(ask(`${lead}\n\n${fenced(text)}`), ask(`${lead}\n\n${paste}\n`), LONGEST_ADDRESS);
}

/** An e-mail to the editors, ready to be sent with the file. */
export function mail(site: Site, subject: string, body: string): string {
  const lines = body.replace(/\r?\n/g, "\r\n");
  const address = site.contact ? encodeURIComponent(site.contact).replace(/%40/g, "@") : "";
  const full = `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
  return full.length <= LONGEST_MAIL ? full : `mailto:${address}?subject=${encodeURIComponent(subject.slice(0, 120))}`;
}

function fitting(full: string, short: string, longest: number): Address {
  return full.length <= longest ? { url: full, filled: true } : { url: short, filled: false };
}
