// Whether the mouse or a finger is pressing: what moved the page then would take its click away.

export class Press {
  #held = false;
  #waiting: (() => void)[] = [];

  constructor() {
    const begin = (event: MouseEvent): void => {
      this.#held = event.button === 0; // another button ends in a menu, and perhaps in no event of ours
    };
    // A browser knows by then what is clicked; a finger, too, ends in these events of a mouse.
    window.addEventListener("mousedown", begin, true);
    for (const end of ["click", "keydown"]) window.addEventListener(end, () => this.#end(), true);
    // No click follows where one lets go elsewhere, drags something, or leaves the window.
    for (const end of ["mouseup", "dragend", "pointercancel"]) window.addEventListener(end, () => setTimeout(() => this.#end()), true);
    window.addEventListener("blur", (event) => event.target === window && this.#end());
  }

  /** Do something now, or as soon as nothing is pressed any more: before what the click does. */
  after(action: () => void): void {
    if (this.#held) this.#waiting.push(action);
    else action();
  }

  #end(): void {
    this.#held = false;
    for (const action of this.#waiting.splice(0)) action();
  }
}
