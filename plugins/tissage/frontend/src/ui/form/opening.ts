// What the form begins with: its data, and the sheet that the address asks to improve.
import { Library } from "../../core/form/context.ts";
import type { Collection, FormData, Places, SheetRow } from "../../core/form/model.ts";
import { readSource, type Source } from "../../core/form/writing.ts";
import { load } from "../loading.ts";
import { Speech } from "../words.ts";

/** A form that opens: `own` is the id of the sheet to improve, `notice` what is said of it. */
export interface Opening {
  readonly data: FormData;
  readonly collection: Collection;
  readonly library: Library;
  readonly speech: Speech;
  readonly own: string;
  readonly source: Source | null;
  /** The fields that the site does not publish: they stay as they are. */
  readonly keptBack: readonly string[];
  readonly title: string;
  readonly notice: string;
}

/** Load what a form needs; null where it cannot be had. `size` is how many sheets a file of sources holds. */
export async function open(folder: string, name: string, size: number): Promise<Opening | null> {
  const files = [load<FormData>(folder, "form.data"), load<SheetRow[]>(folder, "form.sheets"), load<Places>(folder, "form.places")] as const;
  const loaded = await Promise.all(files).catch(() => null);
  const collection = loaded?.[0].collections[name];
  if (!loaded || !collection) return null;
  const [data, rows, places] = loaded;
  const [library, speech] = [new Library(rows, places), new Speech(data.words)];
  const begun = { data, collection, library, speech, own: "", source: null, keptBack: [], title: "", notice: "" };
  const slug = new URLSearchParams(location.search).get(speech.say("address_sheet"));
  if (!slug) return begun;
  const id = `${collection.id}/${slug}`;
  const place = rows.findIndex(([one]) => one === id);
  const file = `form.sources.${Math.floor(place / size)}`;
  const sources = place < 0 ? null : await load<Record<string, [string, string[]]>>(folder, file).catch(() => null);
  const [text, keptBack = []] = sources?.[id] ?? [];
  if (!text) return { ...begun, notice: speech.say("unknown_sheet", { id: slug }) };
  const title = rows[place]?.[1] ?? slug;
  const labels = keptBack.map((one) => collection.fields.find((field) => field.name === one)?.label ?? one);
  const said = [speech.say("improving", { title }), ...(labels.length ? [speech.say("kept_back", { fields: labels.join(", ") })] : [])];
  return { ...begun, own: id, source: readSource(text), keptBack, title, notice: said.join(" ") };
}
