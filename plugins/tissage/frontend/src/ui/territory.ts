// « Mon territoire »: chosen once, offered on every page, never forced.
import { type Territory, choose, read, within } from "../core/territory.ts";
import { TERRITORY, keep, kept, onKept } from "./keeping.ts";

/** The territory that the reader has chosen in the vocabulary whose pages lie in a folder. */
export function territory(folder: string): Territory | null {
  return within(read(kept(TERRITORY)), folder);
}

function setTerritory(folder: string, chosen: Territory | null): boolean {
  const all = choose(read(kept(TERRITORY)), folder, chosen);
  return keep(TERRITORY, all.length ? JSON.stringify(all) : null);
}

/** Be told whenever another territory is chosen. */
export function onTerritory(follow: () => void): void {
  onKept(TERRITORY, follow);
}

/** Show the link to the territory that the reader chose last, while there is one. `root` leads to the site's folder. */
export function territoryLink(link: HTMLAnchorElement, root: string): void {
  const name = link.querySelector("[data-name]");
  const show = (): void => {
    const chosen = read(kept(TERRITORY)).at(-1);
    link.hidden = !chosen;
    if (!chosen) return;
    link.href = root + chosen.address;
    if (name) name.textContent = chosen.label;
  };
  onTerritory(show);
  show();
}

/** <tissage-territory>: a form with a select of regions and one of the places in them, which the build writes. */
export class TissageTerritory extends HTMLElement {
  connectedCallback(): void {
    const region = this.querySelector<HTMLSelectElement>("select[name=region]");
    const place = this.querySelector<HTMLSelectElement>("select[name=place]");
    const form = this.querySelector("form");
    if (!region || !place || !form) return;
    const status = this.querySelector<HTMLElement>("[role=status]");
    const alert = this.querySelector<HTMLElement>("[role=alert]");
    const folder = this.dataset["places"] ?? "";
    const lead = (sentence: HTMLElement | null, { label, address }: Territory): void => {
      const link = sentence?.querySelector("a");
      if (!link) return;
      link.textContent = label;
      link.href = (this.dataset["root"] ?? "") + address;
    };
    const places = [...place.options].slice(1);
    const narrow = (): void => {
      const inside = places.filter((option) => option.dataset["region"] === region.value);
      place.replaceChildren(...[...place.options].slice(0, 1), ...inside);
      place.value = "";
      place.disabled = !inside.length;
    };
    region.addEventListener("change", narrow);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const option = place.value ? place.selectedOptions[0] : region.selectedOptions[0];
      if (!option?.value) return;
      const address = option.dataset["address"] ?? "";
      const chosen = { slug: option.value, label: option.dataset["name"] ?? option.text, address };
      const refused = !setTerritory(folder, chosen);
      if (refused) lead(alert, chosen);
      if (alert) alert.hidden = !refused;
    });
    const forget = this.querySelector<HTMLButtonElement>("button[name=forget]");
    forget?.addEventListener("click", () => {
      setTerritory(folder, null);
      region.focus();
    });
    const show = (first = false): void => {
      const chosen = territory(folder);
      if (forget) forget.hidden = !chosen;
      const option = [...region.options, ...places].find((one) => one.value && one.value === chosen?.slug);
      if (option && first) {
        region.value = option.dataset["region"] ?? option.value;
        narrow();
        if (option.dataset["region"]) place.value = option.value;
      }
      if (!chosen && !first) {
        region.value = "";
        narrow();
      }
      if (status) status.hidden = !chosen;
      if (chosen) lead(status, chosen);
    };
    narrow();
    show(true);
    onTerritory(() => show());
    this.hidden = false;
  }
}
