// Files made in the browser, which alone has them.
import { element } from "./elements.ts";

/** Hand a text to the reader as a file. */
export function save(text: string, name: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = element("a", { href: address, download: name });
  link.click();
  // The browser has begun to read by then; at once would be too soon for some.
  window.setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
