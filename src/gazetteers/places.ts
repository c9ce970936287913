/** What we know about places: hand-made lists first, GeoNames behind them. Look-ups are pure and read no disk. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ARTICLE_COUNTRIES, foldName, isAllCapitals, isCapitalised, placeKey, withoutArticle } from "./fold.ts";
import { contentLines, listedNames, parsePlace, type ListedPlace, type PlaceKind } from "./lists.ts";
import { findRows, hasPrefix, type Row } from "./table.ts";

/** A place of the gazetteer. */
export interface PlaceRecord {
  /** Stable and unique: "city:US/Texas/Paris". Two look-ups that find the same place give the same key. */
  readonly key: string;
  /** The usual English name today: "Raqqa", "Washington, D.C.". */
  readonly name: string;
  readonly kind: PlaceKind;
  /** ISO 3166-1 alpha-2, or a withdrawn code (SU, YU); absent for seas, continents and what lies in several countries. */
  readonly country?: string;
  /** Name of the first-level division: "Texas". Absent for most places of the hand-made lists. */
  readonly region?: string;
  /** Degrees north and east of its centre. */
  readonly latitude: number;
  readonly longitude: number;
  /** Fame and size, 0–100: Paris in France 94, Paris in Texas 38, a village 10. */
  readonly importance: number;
  /** Other names in the hand-made lists. */
  readonly aliases?: readonly string[];
  /** The name that was looked up is also an ordinary word, a person's name or a bare abbreviation: it needs context. */
  readonly ambiguous?: boolean;
}

/** A run of tokens that names a place. */
export interface PlaceRun {
  /** Number of tokens. */
  readonly length: number;
  /** All places of that name, most important first; never empty. */
  readonly places: readonly PlaceRecord[];
}

/** The loaded gazetteer; made by `loadPlaces`, used through the functions below. */
export interface Places {
  /** Lines of the hand-made lists by the keys of their names; parsed when looked up. */
  readonly listed: ReadonlyMap<string, readonly string[]>;
  /** What longer listed keys begin with: "deir", "deir al" for "deir al zor". */
  readonly prefixes: ReadonlySet<string>;
  /** Text of `cities.txt`, see table.ts. */
  readonly table: string;
  /** Names of first-level divisions by code: "IQ.15". */
  readonly divisions: ReadonlyMap<string, string>;
  readonly countries: ReadonlyMap<string, string>;
  readonly demonyms: ReadonlyMap<string, readonly string[]>;
  /** Keys of names that need context. */
  readonly commonWords: ReadonlySet<string>;
}

/** Longest name, in words and in tokens (punctuation may be tokens of its own). */
const MOST_WORDS = 6;
const MOST_TOKENS = 10;

/** What follows the name of a division, in keys: "anbar province". */
const DIVISION_WORDS = ["province", "governorate", "oblast", "region", "state", "district", "department", "krai"];

/** Degrees within which a listed place and one of GeoNames of the same name and country are the same, by kind. */
const SAME_PLACE: Readonly<Record<Row["kind"], number>> = { city: 0.4, area: 0.2, region: 15 };

/** Loads the gazetteer from `folder` (default: this one); takes tens of milliseconds. */
export function loadPlaces(folder: string = import.meta.dirname): Places {
  const read = (name: string): string[] => contentLines(readFileSync(join(folder, name), "utf8"));
  const lines = readdirSync(join(folder, "places"))
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) => read(join("places", name)));
  const listed = fileByKey(lines);
  return {
    listed,
    prefixes: prefixesOf(listed.keys()),
    table: readFileSync(join(folder, "cities.txt"), "latin1"),
    divisions: new Map(read("divisions.txt").map((line) => splitAt(line, "|"))),
    countries: countryNames(lines),
    demonyms: new Map(read("demonyms.txt").map((line) => parseDemonym(line))),
    commonWords: new Set(read("common-words.txt")),
  };
}

/**
 * All places that a name may mean, most important first. Diacritics, apostrophes, hyphens, "St." and Arabic articles do
 * not matter; capitals do, but a name in nothing but capitals finds all.
 */
export function findPlaces(places: Places, name: string): readonly PlaceRecord[] {
  if (!isCapitalised(name)) return [];
  const key = foldName(name);
  const bare = withoutArticle(key);
  const found = placesOfKey(places, name, key);
  if (bare !== key)
    found.push(...placesOfKey(places, name, bare).filter((each) => ARTICLE_COUNTRIES.has(each.country ?? "")));
  if (found.length === 0 && key.startsWith("the ")) found.push(...placesOfKey(places, name, key.slice(4)));
  const unique = [...new Map(found.map((place) => [place.key, place])).values()];
  unique.sort((a, b) => b.importance - a.importance || (a.key < b.key ? -1 : 1));
  return needsContext(places, name, key) ? unique.map((place) => ({ ...place, ambiguous: true })) : unique;
}

/** The longest run of tokens from `start` that names a place; undefined when none does. */
export function findPlaceAt(places: Places, tokens: readonly string[], start: number): PlaceRun | undefined {
  let best: PlaceRun | undefined;
  for (let length = 1; length <= MOST_TOKENS && start + length <= tokens.length; length++) {
    const name = tokens.slice(start, start + length).join(" ");
    if (name.split(" ").length > MOST_WORDS + 4) break;
    const found = findPlaces(places, name);
    if (found.length > 0) best = { length, places: found };
    if (!hasPlacePrefix(places, name)) break;
  }
  return best;
}

/** Whether a longer name begins with these words: "Shatt" and "Shatt al" for "Shatt al-Arab". */
export function hasPlacePrefix(places: Places, words: string): boolean {
  const key = foldName(words);
  return [key, withoutArticle(key), key.replace(/^the (?=.)/u, "")].some(
    (each) => places.prefixes.has(each) || hasPrefix(places.table, `${each} `),
  );
}

/** Codes of the countries that an adjective or a people's name speaks of: "Syrians" SY, "Kurdish" IQ, TR, SY, IR. */
export function demonymCountries(places: Places, word: string): readonly string[] {
  return places.demonyms.get(word) ?? [];
}

/** English name of a country by its code, withdrawn codes included; undefined for a code that is none. */
export function countryName(places: Places, code: string): string | undefined {
  return places.countries.get(code);
}

function fileByKey(lines: readonly string[]): Map<string, string[]> {
  const listed = new Map<string, string[]>();
  for (const line of lines) {
    const { names, country } = listedNames(line);
    for (const name of names) {
      const key = placeKey(name, country);
      const entries = listed.get(key);
      if (entries === undefined) listed.set(key, [line]);
      else if (!entries.includes(line)) entries.push(line);
    }
  }
  return listed;
}

function prefixesOf(keys: Iterable<string>): Set<string> {
  const prefixes = new Set<string>();
  for (const key of keys) {
    for (let space = key.indexOf(" "); space !== -1; space = key.indexOf(" ", space + 1)) {
      prefixes.add(key.slice(0, space));
    }
  }
  return prefixes;
}

function countryNames(lines: readonly string[]): Map<string, string> {
  const named = (kind: PlaceKind): [string, string][] =>
    lines
      .filter((line) => line.includes(` | ${kind} | `))
      .map((line) => [listedNames(line).country, listedNames(line).names[0] ?? ""]);
  return new Map([...named("historic"), ...named("country")]);
}

function parseDemonym(line: string): [string, string[]] {
  const [word, codes] = splitAt(line, "|");
  return [word, codes.split(/[ ,]+/u)];
}

function splitAt(line: string, separator: string): [string, string] {
  const at = line.indexOf(separator);
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

function placesOfKey(places: Places, name: string, key: string): PlaceRecord[] {
  const listed = listedPlaces(places, key).filter((place) => isAllCapitals(name) || !isAcronym(place, key));
  return [...listed.map(listedRecord), ...findRows(places.table, key).map((row) => rowRecord(places, row))];
}

function listedPlaces(places: Places, key: string): ListedPlace[] {
  return (places.listed.get(key) ?? []).map(parsePlace).filter((place) => place !== undefined);
}

/** "US", "NSW": a place is found by its letters only in capitals. */
function isAcronym(place: ListedPlace, key: string): boolean {
  const name = [place.name, ...place.aliases].find((each) => placeKey(each, place.country) === key);
  return name !== undefined && isAllCapitals(name);
}

function listedRecord(place: ListedPlace): PlaceRecord {
  const { aliases, country, ...rest } = place;
  return {
    key: `${place.kind}:${country}//${place.name}`,
    ...rest,
    ...(country === "" ? {} : { country }),
    ...(aliases.length === 0 ? {} : { aliases }),
  };
}

/** The listed place that a row of the table stands for, else the row itself. */
function rowRecord(places: Places, row: Row): PlaceRecord {
  const country = row.division.slice(0, 2);
  const same = possibleKeys(row, country)
    .flatMap((key) => listedPlaces(places, key))
    .find((place) => isSamePlace(place, row, country));
  if (same !== undefined) return listedRecord(same);
  const { name, kind, latitude, longitude, importance } = row;
  const region = places.divisions.get(row.division);
  const key = `${kind}:${country}/${region ?? ""}/${name}`;
  return { key, name, kind, country, ...(region === undefined ? {} : { region }), latitude, longitude, importance };
}

/** GeoNames calls "Donetsk" what the lists call "Donetsk Oblast". */
function possibleKeys(row: Row, country: string): string[] {
  const key = placeKey(row.name, country);
  return row.kind === "region" ? [key, ...DIVISION_WORDS.map((word) => `${key} ${word}`)] : [key];
}

function isSamePlace(place: ListedPlace, row: Row, country: string): boolean {
  if (place.country !== country || (place.kind === "region") !== (row.kind === "region")) return false;
  const reach = SAME_PLACE[row.kind];
  return Math.abs(place.latitude - row.latitude) <= reach && Math.abs(place.longitude - row.longitude) <= reach;
}

/** Ordinary words, and short words in capitals, which may be any acronym: "IS", "MAN". */
function needsContext(places: Places, name: string, key: string): boolean {
  if (places.commonWords.has(key)) return true;
  return key.length <= 3 && isAllCapitals(name) && !places.listed.has(key);
}
