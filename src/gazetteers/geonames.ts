/** Reads rows of a GeoNames extract and decides how English news would spell them. Used by `generate.ts` alone. */
import { foldName, withoutArticle } from "./fold.ts";

/** A populated place of GeoNames. */
export interface City {
  readonly name: string;
  /** Names in all languages and scripts, unlabelled. */
  readonly alternates: readonly string[];
  readonly latitude: number;
  readonly longitude: number;
  /** GeoNames feature code: PPLC capital, PPLA seat of a first-level division, PPLX section of a town ... */
  readonly feature: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** First-level division with its country: "IQ.15". */
  readonly division: string;
  /** Second-level division within the first. */
  readonly district: string;
  /** 0 when unknown. */
  readonly population: number;
}

/** An administrative division of GeoNames; `code` is "US.KY" or "US.KY.001". */
export interface Division {
  readonly code: string;
  readonly name: string;
}

/** What ends the name of a division, in keys: "anbar province", "kirov oblast". */
export const DIVISION_WORDS: ReadonlySet<string> = new Set(
  "province governorate oblast region state territory district department krai republic prefecture".split(" "),
);

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

/** Countries whose names GeoNames romanises with marks that English print leaves out: "Ḩalabja", "Dāqūq". */
const ROMANISED = new Set(
  (
    "AE AF AM BD BG BH BT BY CN CY DJ DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KM KP KR KW KZ LA LB LK LY MA MK MM MN MR MV " +
    "NP OM PK PS QA RU SA SD SO SS SY TD TH TJ TN TW UA UZ XK YE"
  ).split(" "),
);

/** Spellings kept for one place besides its usual name. */
const MOST_SPELLINGS = 6;

/** Reads one line of `cities500.txt`; the columns are described at https://download.geonames.org/export/dump/. */
export function parseCity(line: string): City {
  const columns = line.split("\t");
  const column = (index: number): string => columns[index] ?? "";
  return {
    name: column(1),
    alternates: column(3).split(","),
    latitude: Number(column(4)),
    longitude: Number(column(5)),
    feature: column(7),
    country: column(8),
    division: `${column(8)}.${column(10)}`,
    district: column(11),
    population: Number(column(14)),
  };
}

/** Whether the gazetteer has room for a place: abandoned ones and villages that English news rarely names are left out. */
export function isKept(city: City): boolean {
  if (/^(?:PPLH|PPLQ|PPLW|PPLCH)$/u.test(city.feature)) return false;
  if (EVERY_PLACE.has(city.country)) return true;
  return city.population >= (FEWEST_BY_COUNTRY[city.country] ?? FEWEST_INHABITANTS) || /^PPL[AC]$/u.test(city.feature);
}

/** A name of a country's place as English news prints it: no romanisation marks, a hyphen after an Arabic article. */
export function usualName(name: string, country: string): string {
  if (!ROMANISED.has(country)) return name;
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[‘’ʻʼʿʾ`]/gu, "'")
    .replace(/(?<=\s|^)'|'(?=\s|$)/gu, "") // "‘Irbin", "Mari‘"
    .replace(/^(A[ldnrstz]|Ash|Ath) (?=\p{Lu})/u, "$1-") // "Al Qa'im"
    .normalize("NFC");
}

/** Other romanisations of the same name: "Jableh", "Jabla" for "Jablah"; translations and nicknames are left out. */
export function otherSpellings(city: City): string[] {
  const expanded = foldName(expandUmlauts(city.name));
  const wanted = skeleton(city.name);
  const isVariant = (name: string): boolean =>
    foldName(name) === expanded ||
    (ROMANISED.has(city.country) && wanted.length > 1 && isLatinName(name) && skeleton(name) === wanted);
  const keys = new Map(city.alternates.filter(isVariant).map((name) => [foldName(name), name]));
  keys.delete(foldName(city.name));
  const length = foldName(city.name).length;
  const closest = [...keys.values()].toSorted(
    (a, b) => Math.abs(a.length - length) - Math.abs(b.length - length) || (a < b ? -1 : 1),
  );
  return closest.slice(0, MOST_SPELLINGS);
}

// "Newcastle upon Tyne", "Stoke-on-Trent", "Berwick-upon-Tweed", "Weston-super-Mare".
const LOCATED_NAME = /^(\p{Lu}\p{L}+)[ -](?:upon|on|under|in|super|le|by)[ -](?:the[ -])?\p{Lu}/iu;

/** Fewest inhabitants of a town that is called by the first word of its name: "Newcastle". */
const SHORTENED_FROM = 20_000;

/** What a British town is called for short. */
export function shortNames({ name, country, population }: City): string[] {
  const short = country === "GB" && population >= SHORTENED_FROM ? LOCATED_NAME.exec(name)?.[1] : undefined;
  return short === undefined ? [] : [short];
}

/**
 * Fame in world news, 0–100. Inhabitants tell most of it: 1,000 give 12, a million gives 50. The number of languages
 * that have a name for a place tells old and famous ones from merely large ones.
 */
export function fameOf(city: City): number {
  const size = Math.max(0, Math.log10(Math.max(city.population, 300)) - 2) * 12.5;
  const languages = Math.min(25, Math.max(0, Math.log2(city.alternates.length) - 2) * 5.5);
  const seat = city.feature === "PPLC" ? 15 : city.feature === "PPLA" ? 4 : 0;
  const section = city.feature === "PPLX" ? -8 : 0;
  return Math.round(Math.min(99, Math.max(1, size + languages + seat + section)));
}

function isLatinName(name: string): boolean {
  return /^\p{Lu}\p{Ll}[\p{Script=Latin}\p{M} '’‘-]*$/u.test(name) && /\p{Ll}$/u.test(name);
}

/** "Göttingen" is also printed "Goettingen". */
function expandUmlauts(name: string): string {
  return name.replace(/ö/gu, "oe").replace(/ä/gu, "ae").replace(/ü/gu, "ue").replace(/Ö/gu, "Oe").replace(/Ü/gu, "Ue");
}

/** The consonants of a name, those that romanisations exchange made one: equal for "Djéblé" and "Jablah". */
function skeleton(name: string): string {
  return withoutArticle(foldName(name))
    .replace(/\bal /gu, "")
    .replace(/[aeiouwyh' ]/gu, "")
    .replace(/dj/gu, "j")
    .replace(/[qc]/gu, "k")
    .replace(/([a-z])\1/gu, "$1");
}
