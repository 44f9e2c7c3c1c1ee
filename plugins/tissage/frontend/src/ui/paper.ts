// What paper needs and a screen does not: where a page comes from, for eyes and for cameras.
import { encode } from "uqr";
import { pageAddress } from "./addresses.ts";

const SVG = "http://www.w3.org/2000/svg";
/** How many cells stay white around a code. */
const QUIET = 4;
/** The most characters that a camera reads in a code of this size. */
const LONGEST = 600;

/** The address of what is shown: a list that was asked for says its own. */
function address(): string {
  return document.querySelector<HTMLElement>("[data-here]")?.dataset["here"] ?? pageAddress();
}

/** The QR code of a text, under a name. No theme may colour what a camera must read. */
function code(text: string, name: string): SVGElement {
  const { data, size } = encode(text, { ecc: "M", border: QUIET });
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", name);
  for (const [d, fill] of [
    [`M0 0h${size}v${size}H0z`, "#fff"],
    [dark, "#000"],
  ] as const) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    path.setAttribute("fill", fill);
    svg.append(path);
  }
  return svg;
}

/** Write the address and its code onto the page whenever it goes to a printer. */
export function preparePaper(): void {
  window.addEventListener("beforeprint", () => {
    const text = address();
    const imprint = document.querySelector(".tissage-imprint__address");
    if (imprint) imprint.textContent = text;
    const place = document.querySelector<HTMLElement>(".tissage-qr");
    const fits = text && text.length <= LONGEST;
    place?.replaceChildren(...(fits ? [code(text, place.dataset["label"] ?? "")] : []));
  });
}
