// Where the links of a text lead, as the engine’s `links.py` follows them.
import { slugify } from "../slugs.ts";
import { withScheme } from "./addresses.ts";
import { report, type Context } from "./context.ts";
import type { Path } from "./model.ts";

const WHOLE = /^\s*(?:https?:\/\/[^\s/?#:@]+\S*|mailto:\S+|tel:\S+)\s*$/i;

export function checkLink(url: string, image: boolean, anchors: ReadonlySet<string>, path: Path, context: Context): void {
  const scheme = /^\s*([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(url)?.[1]?.toLowerCase();
  const whole = withScheme(url.trim(), context.data.rules);
  if (scheme !== undefined || url.startsWith("//")) {
    const safe = scheme !== undefined && context.data.rules.schemes.includes(scheme);
    if (safe && !image) {
      const encoded = url.trim().replace(/ /g, "%20"); // between < and > an address may hold spaces
      if (!WHOLE.test(encoded)) report(context, "broken-link", path, { value: url }, whole);
    } else if (image && (scheme === undefined || scheme === "http" || scheme === "https")) report(context, "outside-image", path);
    else report(context, "bad-link-scheme", path, { scheme: scheme === undefined ? "//" : `${scheme}:` }, image ? undefined : whole);
    return;
  }
  const cut = url.indexOf("#");
  const [place, anchor] = cut < 0 ? [url, ""] : [url.slice(0, cut), url.slice(cut + 1)];
  if (!place && anchor) checkAnchor(context.own, anchor, anchors, path, context);
  else checkPlace(url, decoded(place), anchor, image, anchors, path, context);
}

/** What lies at a path that starts from the sheet’s folder, or at an address that starts with `/`. */
function checkPlace(
  value: string, place: string, anchor: string, image: boolean, anchors: ReadonlySet<string>, path: Path, context: Context,
): void {
  const { library, data } = context;
  if (place.startsWith("/")) {
    const address = place.replace(/^\/+|\/+$/g, "");
    const id = library.at(address, data);
    if (id !== undefined) checkAnchor(id, anchor, anchors, path, context);
    if (id !== undefined || library.addresses.has(address ? `${address}/` : "")) return;
  } else if (place) {
    const joined = join(folderOf(context), place);
    const id = library.byPath.get(joined);
    if (id !== undefined && !image) {
      checkAnchor(id, anchor, anchors, path, context);
      return;
    }
    if (library.pages.has(joined) && !image) return;
    if (library.files.has(joined)) return;
    if (/^[A-Za-z]:|^\\/.test(place) || !data.rules.roots.includes(joined.split("/", 1)[0] ?? "")) {
      report(context, "file-outside", path, { value: place }, image ? undefined : pathMeant(place, "", context));
      return;
    }
  }
  const mailbox = /^[^\s/@:]+@[^\s/@:]+\.\w+$/.test(value) ? `mailto:${value}` : undefined;
  const meant = mailbox ?? withScheme(value, data.rules) ?? pathMeant(place, anchor, context);
  report(context, image ? "file-missing" : "broken-link", path, { value }, image ? undefined : meant);
}

/** The folder of the sheet that is being written. */
function folderOf(context: Context): string {
  const own = context.library.rows.find(([id]) => id === context.own)?.[2];
  return own ? own.slice(0, own.lastIndexOf("/")) : context.collection.source;
}

/** The path, from the folder of the sheet, of the sheet that a path which leads nowhere means. */
function pathMeant(place: string, anchor: string, context: Context): string | undefined {
  const row = context.library.meant(place, context.data, context.collection);
  if (!row) return undefined;
  const [from, to] = [folderOf(context).split("/"), row[2].split("/")];
  let common = 0;
  while (common < from.length && from[common] === to[common]) common++;
  const path = [...from.slice(common).map(() => ".."), ...to.slice(common)].join("/");
  return anchor ? `${path}#${anchor}` : path;
}

/** Whether a sheet has a heading; `anchors` are those of the one being written. */
function checkAnchor(id: string, anchor: string, anchors: ReadonlySet<string>, path: Path, context: Context): void {
  const there = id === context.own ? anchors : context.library.anchors(id);
  if (anchor && !there.has(anchor)) report(context, "broken-anchor", path, { anchor });
}

/** The path at which a relative one leads from a folder. */
function join(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    if (part === ".." && parts.length && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && part) parts.push(part);
  }
  return parts.join("/");
}

/** What a percent-encoded path says; itself where it is encoded wrongly. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export function checkWiki(target: string, anchors: ReadonlySet<string>, path: Path, context: Context): void {
  const cut = target.indexOf("#");
  const name = (cut < 0 ? target : target.slice(0, cut)).trim();
  const found = context.library.linked(target);
  const [id] = found;
  if (found.length > 1) {
    report(context, "ambiguous-wikilink", path, { value: name, others: found.map((one) => `[[${one}]]`).join(", ") });
  } else if (id === undefined) report(context, "unknown-wikilink", path, { value: name || target }, wikiMeant(target, context));
  else if (cut >= 0) checkAnchor(id, target.slice(cut + 1).trim(), anchors, path, context);
}

/** What to write in the place of `[[target]]`; a heading alone takes another sort of link. */
function wikiMeant(target: string, context: Context): string | undefined {
  const cut = target.indexOf("#");
  const [name, anchor] = cut < 0 ? [target.trim(), ""] : [target.slice(0, cut).trim(), target.slice(cut + 1)];
  if (!name && slugify(anchor)) return `[${anchor.trim()}](#${slugify(anchor)})`;
  const row = context.library.meant(name, context.data, context.collection);
  return row && `[[${row[0]}${anchor && `#${anchor}`}]]`;
}
