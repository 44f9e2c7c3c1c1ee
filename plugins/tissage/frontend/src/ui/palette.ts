// The theme’s switch between light and dark, by keyboard. It is two radio buttons: each is followed by the label that
// shows while it is chosen and that chooses the other. A first visit chooses none, and the keyboard would find the first.

export function startPalette(): void {
  const inputs = [...document.querySelectorAll<HTMLInputElement>("[data-md-component=palette] > input")];
  const current = inputs.find((input) => input.dataset["mdColorScheme"] === document.body.dataset["mdColorScheme"]);
  if (current && !inputs.some((input) => input.checked)) current.checked = true;
  for (const input of inputs) {
    input.addEventListener("keydown", (event) => {
      if (event.key !== " ") return; // the theme knows of Enter
      event.preventDefault();
      (input.nextElementSibling as HTMLElement | null)?.click();
      inputs.find((one) => one.checked)?.focus();
    });
  }
}
