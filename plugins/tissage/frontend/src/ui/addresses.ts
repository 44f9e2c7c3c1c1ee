// Where others find a page.

/** The address of the page without its query: the one that it declares, else the one it is read at; none from a folder. */
export function pageAddress(): string {
  const canonical = document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href;
  return canonical ?? (location.protocol === "file:" ? "" : location.origin + location.pathname);
}

/**
 * The address at which others find this page with a query; none where nobody knows it.
 *
 * From a folder it is that of the published `site`, which names the page of a list by its folder; `root` leads to ours.
 */
export function sharedAddress(query: string, root: string, site: string): string {
  const page = pageAddress();
  if (page) return page + query;
  if (!site) return "";
  const own = location.pathname.slice(new URL(root, location.href).pathname.length);
  return site.replace(/\/?$/, "/") + own.replace(/index\.html$/, "") + query;
}
