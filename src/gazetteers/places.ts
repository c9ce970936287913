/** What we know about places: hand-made lists united with GeoNames. Look-ups are pure and read no disk. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadCountryNames } from "./countries.ts";
import { ARTICLE_COUNTRIES, foldName, isAllCapitals, isCapitalised, withoutArticle } from "./fold.ts";
import { contentLines, type PlaceKind } from "./lists.ts";
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
  /** Name of the first-level division: "Texas"; absent when unknown and for countries, divisions, seas and the like. */
  readonly region?: string;
  /** Degrees north and east of its centre. */
  readonly latitude: number;
  readonly longitude: number;
  /** Fame and size, 0–100: Paris in France 96, Paris in Texas 38, a village 10. */
  readonly importance: number;
  /** The name that was looked up is also an ordinary word, a person's name or a bare abbreviation: it needs context. */
  readonly ambiguous?: true;
  /** The name that was looked up is an acronym or initials of this place: "US", "N.C.", "NSW". */
  readonly acronym?: true;
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
  /** Text of `gazetteer.txt`, see table.ts. */
  readonly table: string;
  /** Names of first-level divisions by code: "IQ.15". */
  readonly divisions: ReadonlyMap<string, string>;
  readonly countries: ReadonlyMap<string, string>;
  readonly demonyms: ReadonlyMap<string, readonly string[]>;
  /** Codes by words of public life: "Crown Court". */
  readonly clues: ReadonlyMap<string, readonly string[]>;
  /** What was asked before: articles name the same places over and over. */
  readonly found: Map<string, readonly PlaceRecord[]>;
  readonly answers: Map<string, readonly PlaceRecord[]>;
  /** Which words a longer name begins with, as far as it was asked. */
  readonly starts: Map<string, boolean>;
  readonly beginnings: Map<string, boolean>;
}

/** Names whose answers are kept, and words of which only a yes or no is; this bounds memory to some 40 MB. */
const MOST_ANSWERS = 20_000;
const MOST_WORDS = 100_000;

/** Longest name in characters, and with room to spare: what is longer names no place. */
const MOST_CHARACTERS = 100;

/** Longest name in tokens; a hyphen or an apostrophe may be a token of its own. */
const MOST_TOKENS = 10;

/** What follows the name of a division: "Anbar province", "Kirov Oblast". */
const DIVISION_WORD =
  / (?:province|governorate|oblast|region|state|territory|district|department|krai|republic|prefecture)$/iu;
const SMALL_DIVISION_WORD = new RegExp(DIVISION_WORD.source, "u");

/** Loads the gazetteer from `folder` (default: this one): reads its files, parses the small ones. */
export function loadPlaces(folder: string = import.meta.dirname): Places {
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  return {
    table: readFileSync(join(folder, "gazetteer.txt"), "latin1"),
    divisions: new Map(contentLines(read("divisions.txt")).map(parseDivision)),
    countries: loadCountryNames(folder),
    demonyms: new Map(contentLines(read("demonyms.txt")).map(parseDemonym)),
    clues: new Map(contentLines(read("country-clues.txt")).map(parseDemonym)),
    found: new Map(),
    answers: new Map(),
    starts: new Map(),
    beginnings: new Map(),
  };
}

/**
 * All places that a name may mean, most important first; none for a name in small letters. Diacritics, apostrophes,
 * hyphens, "St." for "Saint", a leading "the" and Arabic articles do not matter. "Anbar province" finds divisions only.
 */
export function findPlaces(places: Places, name: string): readonly PlaceRecord[] {
  if (name.length > MOST_CHARACTERS) return [];
  return remembered(places.found, name, () => findByName(places, name));
}

function findByName(places: Places, name: string): readonly PlaceRecord[] {
  const division = DIVISION_WORD.exec(name);
  const bare = division === null ? name : name.slice(0, division.index);
  if (!isCapitalised(bare)) return [];
  const found = placesOfName(places, name);
  if (found.length > 0 || division === null) return found;
  return placesOfName(places, bare).filter((place) => place.kind === "region");
}

// "Raqqa", "al", "the", "az-Zawr", "10" of "10 Downing Street".
const mayBeginPlace = /^(?:[\p{Lu}\p{N}]|the$|al$|al-|el-|a[rstdz]-|ash-)/u;

// "house".
const smallWord = /^\p{Ll}/u;

/** The longest run of tokens from `start` that names a place; undefined when none does. */
export function findPlaceAt(places: Places, tokens: readonly string[], start: number): PlaceRun | undefined {
  const first = tokens[start] ?? "";
  if (!mayBeginPlace.test(first) || !beginsPlace(places, first)) return undefined;
  // "the house": an article begins a name before a capital only.
  if (first === "the" && smallWord.test(tokens[start + 1] ?? "")) return undefined;
  let best: PlaceRun | undefined;
  let name = first;
  for (let length = 1; length <= MOST_TOKENS && start + length <= tokens.length; length++) {
    if (length > 1) name += ` ${tokens[start + length - 1]}`;
    if (name.length > MOST_CHARACTERS) break;
    // "Anbar province": the word in small letters is not of the name.
    const found = isCapitalised(name) && !SMALL_DIVISION_WORD.test(name) ? placesOfName(places, name) : [];
    if (found.length > 0) best = { length, places: found };
    if (!hasPlacePrefix(places, name)) break;
  }
  return best;
}

/** Whether a longer name begins with these words: "Shatt" and "Shatt al" for "Shatt al-Arab". */
export function hasPlacePrefix(places: Places, words: string): boolean {
  return remembered(places.starts, words, () => {
    const key = foldName(`${words} x`).slice(0, -1); // a last word "ez" or "St" is read as one inside a name
    const starts = new Set([key, key.replace(/^the /u, ""), withoutArticle(key)]);
    return [...starts].some((start) => hasPrefix(places.table, start));
  });
}

/** The same for an institution or another word of one country's public life: "Crown Court" GB, and for a people. */
export function countryClues(places: Places, words: string): readonly string[] {
  return places.clues.get(words) ?? demonymCountries(places, words);
}

/** Whether any name of the gazetteer begins with a word, or with that word and a full stop: "Shatt", "St", "Ky". */
export function beginsPlace(places: Places, word: string): boolean {
  return remembered(
    places.beginnings,
    word,
    () => [word, `${word}.`].some((form) => beginsName(places, form)),
    MOST_WORDS,
  );
}

function beginsName(places: Places, words: string): boolean {
  return findPlaces(places, words).length > 0 || hasPlacePrefix(places, words);
}

/** Codes of the countries that an adjective or a people's name speaks of: "Syrians" SY, "Kurdish" IQ, TR, SY, IR. */
export function demonymCountries(places: Places, word: string): readonly string[] {
  return places.demonyms.get(word) ?? [];
}

/** English name of a country by its code, withdrawn codes included; undefined for a code that is none. */
export function countryName(places: Places, code: string): string | undefined {
  return places.countries.get(code);
}

function placesOfName(places: Places, name: string): readonly PlaceRecord[] {
  return remembered(places.answers, name, () => searchTable(places, name));
}

function remembered<Answer>(
  answers: Map<string, Answer>,
  question: string,
  find: () => Answer,
  most = MOST_ANSWERS,
): Answer {
  const known = answers.get(question);
  if (known !== undefined) return known;
  if (answers.size >= most) answers.clear();
  const answer = find();
  answers.set(question, answer);
  return answer;
}

function searchTable(places: Places, name: string): PlaceRecord[] {
  const inCapitals = isAllCapitals(name);
  const key = foldName(name);
  const rows = [...findRows(places.table, key), ...(inCapitals ? findRows(places.table, key.toUpperCase()) : [])];
  if (rows.length === 0) rows.push(...rowsWithoutArticle(places, key));
  const isUnsure = inCapitals && key.length <= 3;
  const spelt = accent.test(name.normalize("NFD")) ? rows.filter((row) => !isWithoutAccents(row)) : rows;
  const records = new Map(
    spelt.map((row) => [`${row.division}${row.kind}${row.name}`, placeRecord(places, row, isUnsure)]),
  );
  return [...records.values()].toSorted((a, b) => b.importance - a.importance || (a.key < b.key ? -1 : 1));
}

// "é", taken apart.
const accent = /\p{M}/u;

/** Countries that spell their towns without accents. */
const PLAIN_COUNTRIES: ReadonlySet<string> = new Set(["AU", "GB", "NZ", "US"]);

/** "Béatrice" is no Beatrice in Nebraska, but "Irán" is Iran. */
function isWithoutAccents({ division, name }: Row): boolean {
  return PLAIN_COUNTRIES.has(division.slice(0, 2)) && !accent.test(name.normalize("NFD"));
}

/** "the gulf" is filed as "gulf", "ar raqqah" as "raqqah"; "el paso" is not "paso", which is in no Arab country. */
function rowsWithoutArticle(places: Places, key: string): Row[] {
  if (key.startsWith("the ")) return findRows(places.table, key.slice(4));
  const bare = withoutArticle(key);
  if (bare === key) return [];
  return findRows(places.table, bare).filter((row) => ARTICLE_COUNTRIES.has(row.division.slice(0, 2)));
}

/** `isUnsure`: the name is so short and in capitals that it may be any acronym ("IS"), unless it is filed as one ("US"). */
function placeRecord(places: Places, row: Row, isUnsure: boolean): PlaceRecord {
  const { key: filedAs, name, kind, division, isAmbiguous, ...rest } = row;
  const country = division.slice(0, 2);
  const isAcronym = filedAs !== filedAs.toLowerCase();
  const inside = places.divisions.get(division) ?? "";
  // A county lies in a state; a state lies in none.
  const region = kind === "region" && inside === name ? "" : inside;
  return {
    key: `${kind}:${kind === "region" ? division : country}/${region}/${name}`,
    name,
    kind,
    ...(country === "" ? {} : { country }),
    ...(region === "" ? {} : { region }),
    ...rest,
    ...(isAmbiguous || (isUnsure && !isAcronym) ? ({ ambiguous: true } as const) : {}),
    ...(isAcronym ? ({ acronym: true } as const) : {}),
  };
}

/** A later list wins: a code that a state of today uses is named after it. */
function parseDivision(line: string): [string, string] {
  const bar = line.indexOf("|");
  return [line.slice(0, bar), line.slice(bar + 1)];
}

function parseDemonym(line: string): [string, string[]] {
  const [word = "", codes = ""] = line.split(" | ");
  return [word, codes.split(" ")];
}
