// Compiles the scripts and styles of the site into the theme’s assets, with the licences of what they bring in.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(here, "../theme/layout/assets/tissage");

const { metafile } = await build({
  absWorkingDir: here,
  entryPoints: { site: "src/site.ts", listing: "src/listing.ts", selection: "src/selection.ts", proposal: "src/proposal.ts", styles: "styles/site.css" },
  outdir: out,
  bundle: true,
  minify: true,
  // Classic scripts: a page opened from disk may not load modules.
  format: "iife",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
});

const packages = new Set(
  Object.keys(metafile.inputs)
    .map((input) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1])
    .filter(Boolean),
);
const notices = [...packages].sort().map((name) => {
  const folder = join(here, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), "utf8").trim() : ""}\n`;
});
writeFileSync(join(out, "licences.txt"), notices.join("\n---\n\n"));
