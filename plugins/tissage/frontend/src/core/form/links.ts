// Where the links of a text lead, as the engine’s `links.py` follows them.
import { report, type Context } from "./context.ts";
import type { Path } from "./model.ts";

const WHOLE = /^\s*(?:https?:\/\/[^\s/?#:@]+\S*|mailto:\S+|tel:\S+)\s*$/i;

export function checkLink(url: string, image: boolean, anchors: ReadonlySet<string>, path: Path, context: Context): void {
  const scheme = /^\s*([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(url)?.[1]?.toLowerCase();
  if (scheme !== undefined || url.startsWith("//")) {
    const safe = scheme !== undefined && context.data.rules.schemes.includes(scheme);
    if (safe && !image) {
      if (!WHOLE.test(url)) report(context, "broken-link", path, { value: url });
    } else if (image && (scheme === undefined || scheme === "http" || scheme === "https")) report(context, "outside-image", path);
    else report(context, "bad-link-scheme", path, { scheme: scheme === undefined ? "//" : `${scheme}:` });
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
    const own = library.rows.find(([id]) => id === context.own)?.[2];
    const joined = join(own ? own.slice(0, own.lastIndexOf("/")) : context.collection.source, place);
    const id = library.byPath.get(joined);
    if (id !== undefined && !image) {
      checkAnchor(id, anchor, anchors, path, context);
      return;
    }
    if (library.pages.has(joined) && !image) return;
    if (library.files.has(joined)) return;
    if (/^[A-Za-z]:|^\\/.test(place) || !data.rules.roots.includes(joined.split("/", 1)[0] ?? "")) {
      report(context, "file-outside", path, { value: place });
      return;
    }
  }
  const whole = /^www\.\S+$/.test(value) ? `https://${value}` : /^[^\s/@:]+@[^\s/@:]+\.\w+$/.test(value) ? `mailto:${value}` : undefined;
  report(context, image ? "file-missing" : "broken-link", path, { value }, whole);
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
  } else if (id === undefined) report(context, "unknown-wikilink", path, { value: name });
  else if (cut >= 0) checkAnchor(id, target.slice(cut + 1).trim(), anchors, path, context);
}
