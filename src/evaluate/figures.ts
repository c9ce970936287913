/** The measured figures that the page about an archive shows: how good the tags are. */

import { readFile, writeFile } from "node:fs/promises";
import { ratios, type Tally } from "./terms.ts";

const figuresFile = new URL("../site/figures.json", import.meta.url);

/** Puts scores into `src/site/figures.json`; what it says of the texts that were measured stays. */
export async function writeFigures(tallies: Readonly<Record<string, Tally>>): Promise<void> {
  const { texts, caution } = JSON.parse(await readFile(figuresFile, "utf8"));
  const kinds = Object.entries(tallies).map(([plural, tally]) => [plural, rounded(ratios(tally))]);
  const figures = { texts, caution, kinds: Object.fromEntries(kinds) };
  await writeFile(figuresFile, `${JSON.stringify(figures, undefined, 2)}\n`);
}

/** As many digits as the documentation gives. */
function rounded({ precision, recall, f1 }: ReturnType<typeof ratios>) {
  const [p, r, f] = [precision, recall, f1].map((value) => Math.round(value * 1000) / 1000);
  return { precision: p, recall: r, f1: f };
}
