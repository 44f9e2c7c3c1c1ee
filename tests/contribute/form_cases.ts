// Says, for each case of a file, the codes and suggestions that the form would give, and the text that it would write.
import { readFileSync, writeFileSync } from "node:fs";
import { check } from "../../plugins/tissage/frontend/src/core/form/checking.ts";
import { Library } from "../../plugins/tissage/frontend/src/core/form/context.ts";
import { sheetText } from "../../plugins/tissage/frontend/src/core/form/writing.ts";

const [from = "", to = ""] = process.argv.slice(2);
const { data, rows, places, collection, cases } = JSON.parse(readFileSync(from, "utf8"));
const library = new Library(rows, places);
const said = cases.map((sheet: any) => ({
  slips: check(sheet, { data, collection: data.collections[collection], library, own: "" }),
  text: sheetText(sheet.values, sheet.body, data.rules),
}));
writeFileSync(to, JSON.stringify(said));
