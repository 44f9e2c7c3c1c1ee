// Writes texts as sheets and reads them again: for each, the text of a new sheet, what is read back, and an improved one.
import { readFileSync, writeFileSync } from "node:fs";
import { improvedText, readSource, sheetText } from "../../plugins/tissage/frontend/src/core/form/writing.ts";

const [from = "", to = ""] = process.argv.slice(2);
const { rules, texts, sources } = JSON.parse(readFileSync(from, "utf8"));
const written = texts.map((text: string) => {
  const values = { title: text, list: [text, "après"], group: { text, after: "b" }, last: "c" };
  const sheet = sheetText(values, `Avant\n\n${text}\n\nAprès`, rules);
  return { sheet, again: readSource(sheet) };
});
const improved = sources.map((text: string) => {
  const source = readSource(text);
  const { title, ...others } = source.values;
  return {
    same: improvedText(source, source.values, source.body, rules),
    changed: improvedText(source, { ...source.values, title: `${title} : la suite`, contributors: ["Une main"] }, source.body, rules),
    without: improvedText(source, others, source.body, rules),
    body: improvedText(source, source.values, "Un autre texte.", rules),
  };
});
writeFileSync(to, JSON.stringify({ written, improved }));
