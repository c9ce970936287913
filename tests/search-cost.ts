/**
 * `npm run bench:search`: what must be transferred before a search shows its first result, in thousands of bytes. Builds
 * an archive of 20,000 made-up articles (`-- --articles N` for others), which takes minutes and 2 GB; `-- --site DIR` measures
 * one that is built already, for the base path "/".
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildArchive } from "../src/build.ts";
import { facetName } from "../src/client/archive-data.ts";
import type { NameRow } from "../src/page/names.ts";
import { launchChromium } from "./browser/chromium.ts";
import { measureSearch } from "./cost/measure.ts";
import { madeUpTexts } from "./cost/texts.ts";
import { temporaryFolder, writeTexts } from "./site/archives.ts";

const { values } = parseArgs({
  options: { articles: { type: "string", default: "20000" }, site: { type: "string" } },
});
const site = values.site ?? (await buildMadeUp(Number(values.articles)));
const place = mostFrequentPlace(site);
const searches: ReadonlyArray<readonly [name: string, query: Readonly<Record<string, string>>]> = [
  ["none yet, the newest articles", {}],
  ["`kalibr`", { q: "kalibr" }],
  ["`cluster bomb`", { q: "cluster bomb" }],
  ["`missile`", { q: "missile" }],
  ["`president`", { q: "president" }],
  ["`said`, in nearly all articles", { q: "said" }],
  ["`president kalibr missile`", { q: "president kalibr missile" }],
  ['`"cruise missile"`', { q: '"cruise missile"' }],
  ["`kalibr`, newest first", { q: "kalibr", sort: "newest" }],
  ["`said`, oldest first", { q: "said", sort: "oldest" }],
  ["`kalibr` in one year", { q: "kalibr", year: "2015" }],
  ["`kalibr` with a class of weapons", { q: "kalibr", "weapon-class": "missile" }],
  ["`kalibr` with the most frequent place", { q: "kalibr", places: place }],
];

const browser = await launchChromium();
printRow(["search", "articles found", "first result after"]);
printRow(["---", "---:", "---:"]);
for (const [name, query] of searches) {
  const { found, bytes } = await measureSearch(browser, site, `?${new URLSearchParams(query)}`);
  printRow([name, found, `${Math.ceil(bytes / 1000)} kB`]);
}
await browser.close();

function printRow(cells: readonly string[]): void {
  process.stdout.write(`| ${cells.join(" | ")} |\n`);
}

async function buildMadeUp(count: number): Promise<string> {
  const folder = temporaryFolder();
  const [articles, output, pages] = [join(folder, "articles"), join(folder, "site"), join(folder, "pages")];
  writeTexts(articles, Object.fromEntries(madeUpTexts(count)));
  const report = await buildArchive({ articles, output, pages, base: "/" });
  const names = report.entities.reduce((sum, each) => sum + each.count, 0);
  process.stdout.write(`${report.articles} articles, ${names} names, ${Math.round(report.bytes / 1e6)} MB\n\n`);
  return output;
}

function mostFrequentPlace(folder: string): string {
  const rows: NameRow[] = JSON.parse(readFileSync(join(folder, "places/names.json"), "utf8"));
  const [first] = rows.toSorted((a, b) => b[4] - a[4]);
  return first ? facetName(first) : "";
}
