// What the site keeps in this browser, and nowhere else. `content/confidentialite.md` names each of these, and the drafts
// of the forms (`core/form/drafts.ts`).
export const SELECTION = "tissage.selection";
export const TERRITORY = "tissage.territoire";
export const SHORTCUTS = "tissage.raccourcis";

/** What is kept under a name; null where the browser keeps nothing, or refuses to tell. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // A browser that keeps nothing serves as well: the reader begins anew on each page.
  }
}

/** Keep a text under a name, or forget it, and tell whoever follows that name; says whether the browser did. */
export function keep(name: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
  } catch {
    return false;
  }
  window.dispatchEvent(new Event(name));
  return true;
}

/** Be told whenever something else is kept under a name: in this window, in another one, or while one was on another page. */
export function onKept(name: string, follow: () => void): void {
  window.addEventListener(name, follow);
  window.addEventListener("storage", (event) => {
    if (event.key === name || event.key === null) follow();
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) follow(); // The browser brings the page back as it was left.
  });
}

/** What to say where the browser keeps nothing; the link to the selection, which every page has, brings it. */
export function refusal(): string {
  return document.querySelector<HTMLElement>("a.tissage-kept")?.dataset["refused"] ?? "";
}
