// The controls of several fields together, by name.
import { isGroup, type Path, type Slip, type Written } from "../../core/form/model.ts";
import type { Control } from "./control.ts";

/** The slips at a place below a path, and what is left of each path. */
export function below(slips: readonly Slip[], step: string | number): Slip[] {
  return slips.filter((slip) => slip.path[0] === step).map((slip) => ({ ...slip, path: slip.path.slice(1) }));
}

/** The fields of a group, by name; what the form does not ask is kept as it was. */
export class Fields {
  readonly #controls: ReadonlyMap<string, Control>;
  #others: { readonly [name: string]: Written } = {};

  constructor(controls: ReadonlyMap<string, Control>) {
    this.#controls = controls;
  }

  get controls(): ReadonlyMap<string, Control> {
    return this.#controls;
  }

  /** The values in the order of `names`, then those that the form did not ask for. */
  read(names: readonly string[] = [...this.#controls.keys()]): { readonly [name: string]: Written } {
    const known = names.map((one) => [one, this.#controls.get(one)?.read() ?? this.#others[one] ?? ""] as const);
    return { ...Object.fromEntries(known), ...this.#others };
  }

  write(value: Written): void {
    const group = isGroup(value) ? value : {};
    this.#others = Object.fromEntries(Object.entries(group).filter(([key]) => !this.#controls.has(key)));
    for (const [key, control] of this.#controls) control.write(group[key] ?? "");
  }

  show(slips: readonly Slip[]): void {
    for (const [key, control] of this.#controls) control.show(below(slips, key));
  }

  target(path: Path): HTMLElement | undefined {
    return this.#controls.get(String(path[0]))?.target(path.slice(1));
  }
}
