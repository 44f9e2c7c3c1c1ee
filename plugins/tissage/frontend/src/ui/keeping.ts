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

/** Keep a text under a name, or forget it; says whether the browser did. */
export function keep(name: string, text: string | null): boolean {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}
