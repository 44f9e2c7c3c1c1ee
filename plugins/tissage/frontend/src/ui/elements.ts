// Elements in a line.

type Attributes = Readonly<Record<string, string | boolean>>;

/** An element with its attributes (true: present, false: absent) and what it holds. Text stays text, never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

/**
 * Say sentences in a live region, each in an element of its own.
 *
 * The same ones again get a space at their end: else nobody would hear that something was done.
 */
export function announce(region: HTMLElement, ...sentences: readonly string[]): void {
  const again = region.textContent === sentences.join(" ");
  const spoken = sentences.map((one) => element("span", {}, one));
  region.replaceChildren(...spoken.flatMap((one, number) => (number ? [" ", one] : [one])), again ? "\u00a0" : "");
}

/** A button that submits nothing. */
export function button(text: string, attributes: Attributes, press: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", ...attributes }, text);
  made.addEventListener("click", press);
  return made;
}
