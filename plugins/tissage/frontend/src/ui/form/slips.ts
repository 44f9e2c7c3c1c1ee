// What is wrong, in the sentences of `tissage check`.
import { endsOf } from "../../core/form/dates.ts";
import type { Field, FormData, Path, Slip } from "../../core/form/model.ts";
import { button, element } from "../elements.ts";
import type { Speech } from "../words.ts";

/** The sentence of a slip, and how to mend it. */
export function sentencesOf(slip: Slip, data: FormData): readonly [message: string, help: string] {
  const [, message = slip.code, help = ""] = data.codes[slip.code] ?? [];
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (hole, name: string) => slip.values[name] ?? hole);
  return [fill(message), fill(help)];
}

/** How the form calls the place of a slip: « Sources, number 1 › Title ». */
export function placeOf(path: Path, fields: readonly Field[], speech: Speech): string {
  const said: string[] = [];
  let inside: readonly Field[] = fields;
  for (const step of path) {
    if (typeof step === "number") {
      const field = said.pop() ?? "";
      said.push(speech.say("number_of", { field, number: speech.number(step + 1) }));
      continue;
    }
    const field = inside.find((one) => one.name === step);
    said.push(field?.label ?? speech.say(step === "body" ? "text" : step));
    inside = field?.fields ?? [];
  }
  return said.join(" › ");
}

/** Slips one below the other, each with a button where we know what was meant. */
export function slipList(slips: readonly Slip[], data: FormData, speech: Speech, take: (suggestion: string) => void): HTMLElement {
  const items = slips.map((slip) => {
    const [message, help] = sentencesOf(slip, data);
    const severity = data.codes[slip.code]?.[0] ?? "error";
    const item = element("li", { class: `tissage-slip tissage-slip--${severity}` }, element("strong", {}, message), " ", help);
    const { suggestion } = slip;
    if (suggestion !== undefined && !slip.path.includes("body")) {
      const ends = endsOf(suggestion);
      const words = speech.say("suggestion", { value: ends ? `${ends.start} – ${ends.end}` : suggestion });
      item.append(" ", button(words, { class: "tissage-link" }, () => take(suggestion)));
    }
    return item;
  });
  return element("ul", { class: "tissage-plain", role: "list" }, ...items);
}
