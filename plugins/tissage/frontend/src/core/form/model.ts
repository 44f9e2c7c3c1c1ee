// What a form knows: the collections, the rules and the sentences that the build hands over.

/** What is written in a field: a text, a list, a group. */
export type Written = string | readonly Written[] | { readonly [name: string]: Written };
export type Group = { readonly [name: string]: Written };
export type Path = readonly (string | number)[];

export interface Field {
  readonly name: string;
  readonly kind: string;
  readonly label: string;
  readonly place: string;
  readonly help?: string;
  readonly example?: string;
  readonly required?: boolean;
  readonly sensitive?: boolean;
  readonly many?: { readonly min: number; readonly max: number | null };
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly readable?: boolean;
  readonly min?: string;
  readonly max?: string;
  readonly unit?: string;
  readonly precision?: string;
  readonly choices?: readonly (readonly [key: string, label: string])[];
  readonly vocabulary?: string;
  readonly to?: readonly string[];
  readonly fields?: readonly Field[];
}

export interface Collection {
  readonly id: string;
  readonly label: string;
  readonly source: string;
  readonly url: string;
  readonly body: "required" | "optional" | "none";
  readonly fields: readonly Field[];
}

/** Patterns and limits of the kinds, as the engine itself has them. */
export interface Rules {
  readonly control: string;
  readonly removed: string;
  readonly ambiguous: string;
  readonly empty: readonly string[];
  readonly email: string;
  readonly phone: string;
  readonly url: string;
  /** A web address whose beginning is missing or mistyped. */
  readonly meant: string;
  readonly schemes: readonly string[];
  readonly number: string;
  readonly thousands: string;
  readonly money: string;
  readonly date: string;
  readonly earliest: number;
  readonly precisions: readonly string[];
  readonly months: Readonly<Record<string, number>>;
  /** The forms of dates and periods that are understood, and those of them that are ranges. */
  readonly written: Readonly<Record<string, string>>;
  readonly ranges: readonly string[];
  readonly longest: number;
  readonly booleans: Readonly<Record<string, boolean>>;
  readonly words: number;
  /** The kinds whose values hold no comma, and how many values between commas are looked at. */
  readonly without_commas: readonly string[];
  readonly parts: number;
  readonly images: readonly string[];
  readonly files: readonly string[];
  /** The folders that hold what is published. */
  readonly roots: readonly string[];
  readonly difficult: number;
  readonly fewest: number;
  readonly text: number;
  readonly line: number;
  readonly columns: number;
  readonly levels: number;
  /** The slugs of the heading below which stands what an import left to sort. */
  readonly leftovers: readonly string[];
  readonly little: readonly string[];
  readonly long: number;
  readonly reserved: readonly string[];
}

export type Severity = "error" | "warning" | "hint";

export interface Site {
  readonly name: string;
  /** Where a file is edited, and where one is added: its path goes behind. Empty where the repository is not known. */
  readonly edit: string;
  readonly new: string;
  /** Where an issue is opened, and the names of its title and text in that address. */
  readonly issues: readonly [] | readonly [url: string, title: string, body: string];
  /** What people call the place where the files are kept. */
  readonly forge: string;
  readonly prefilled: boolean;
  readonly licence: string;
  readonly contact: string;
  readonly readability: boolean;
}

export interface FormData {
  readonly collections: Readonly<Record<string, Collection>>;
  readonly vocabularies: Readonly<Record<string, readonly (readonly [slug: string, label: string, above?: string])[]>>;
  readonly codes: Readonly<Record<string, readonly [Severity, message: string, help: string]>>;
  /** The fields that editors alone fill in. */
  readonly editors: readonly string[];
  readonly rules: Rules;
  readonly words: { readonly language: string; readonly [name: string]: string };
  readonly site: Site;
}

export type SheetRow = readonly [id: string, title: string, path: string, anchors?: readonly string[]];

/** What a text may link to beside the sheets: pages and files by their paths, pages by their addresses. */
export interface Places {
  readonly pages: readonly string[];
  readonly files: readonly string[];
  readonly addresses: readonly string[];
}

/** One thing wrong or doubtful in what is being written: its code is that of `tissage check`. */
export interface Slip {
  readonly code: string;
  /** The field, then the number of the value or the field inside it…; `["body"]` for the text. */
  readonly path: Path;
  readonly values: Readonly<Record<string, string>>;
  readonly suggestion?: string | undefined;
}

export const isGroup = (written: Written): written is Group => typeof written === "object" && !Array.isArray(written);
export const isList = (written: Written): written is readonly Written[] => Array.isArray(written);
