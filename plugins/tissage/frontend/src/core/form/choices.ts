// Values from a list: a choice, yes or no, a term of a vocabulary, a reference to another sheet.
import { listed, report, same, type Read } from "./context.ts";

export const readChoice: Read = (written, field, path, context) => {
  const text = written.trim();
  const choices = field.choices ?? [];
  if (choices.some(([key]) => key === text)) return text;
  const valid = listed(choices.map(([, label]) => label), context.data.rules.words);
  return report(context, "bad-choice", path, { field: field.label, value: text, valid }, same(text, choices));
};

export const readBoolean: Read = (written, field, path, context) => {
  const words = context.data.rules.booleans;
  const text = written.trim().toLowerCase();
  if (Object.hasOwn(words, text)) return String(words[text]);
  return report(context, "bad-boolean", path, { field: field.label, value: written.trim() });
};

export const readTerm: Read = (written, field, path, context) => {
  const text = written.trim();
  const name = field.vocabulary ?? "";
  const terms = context.data.vocabularies[name] ?? [];
  if (terms.some(([slug]) => slug === text)) return text;
  const valid = listed(terms.map(([, label]) => label), context.data.rules.words);
  const suggestion = same(text, terms.map(([slug, label]) => [slug, label] as const));
  return report(context, "unknown-term", path, { field: field.label, value: text, vocabulary: name, valid }, suggestion);
};

export const readRef: Read = (written, field, path, context) => {
  const text = written.trim();
  const cut = text.lastIndexOf("/");
  const [collection, slug] = [text.slice(0, Math.max(0, cut)), text.slice(cut + 1)];
  const to = field.to ?? [];
  const found = to.filter((one) => context.library.ids.has(`${one}/${slug}`) && (!collection || collection === one));
  if (found.length === 1) return `${found[0]}/${slug}`;
  const name = (id: string): string => context.data.collections[id]?.label ?? id;
  const values = { field: field.label, value: text, collections: (found.length ? found : to).map(name).join(", ") };
  if (found.length) return report(context, "ambiguous-reference", path, values, `${found[0]}/${slug}`);
  const within = context.library.rows.filter(([id]) => to.includes(id.slice(0, id.indexOf("/"))));
  const near = same(text, within.map(([id, title]) => [id, title, id.slice(id.indexOf("/") + 1)] as const));
  return report(context, "unknown-reference", path, values, near);
};
