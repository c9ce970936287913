/** Unites the hand-made lists with GeoNames into the rows of the table. Used by `generate.ts` alone. */
import { isAllCapitals, placeKey } from "./fold.ts";
import {
  DIVISION_WORDS,
  fameOf,
  isKept,
  otherSpellings,
  shortNames,
  usualName,
  type City,
  type Division,
} from "./geonames.ts";
import type { ListedPlace } from "./lists.ts";
import type { Row } from "./table.ts";

/** What a gazetteer is made of. */
export interface Sources {
  /** Undefined for a malformed line, which the tests report. */
  readonly listed: readonly (ListedPlace | undefined)[];
  readonly cities: readonly City[];
  /** First-level divisions of all countries: "US.KY". */
  readonly regions: readonly Division[];
  /** Second-level divisions of all countries: "US.KY.001". */
  readonly districts: readonly Division[];
  /** Keys that are also ordinary words or names of people. */
  readonly commonWords: ReadonlySet<string>;
}

/** A place on its way into the table. */
type Candidate = Omit<Row, "key" | "isAmbiguous"> & { readonly keys: readonly string[] };

/** Countries whose second-level divisions are named in news: counties. */
const COUNTED_DISTRICTS = new Set(["US"]);

/** Degrees within which a listed place and one of GeoNames that share a name and a country are the same, by kind. */
const SAME_PLACE: Readonly<Record<string, number>> = { city: 0.4, area: 0.2, region: 15 };

/** Kinds of listed places that GeoNames may have as a populated place. */
const POPULATED = new Set(["city", "area", "island"]);

/** Kinds of places that lie in one division. */
const SITUATED = new Set(["city", "area", "facility"]);

/** Degrees within which the nearest town tells a place's division. */
const FARTHEST_TOWN = 0.6;

/**
 * The rows of all places under all their names, unsorted. Where a list and GeoNames have the same place, the list's
 * name, position and fame stand, GeoNames adds the division and its spellings.
 */
export function mergePlaces(sources: Sources): Row[] {
  const listed = sources.listed.filter((place) => place !== undefined).map(listedCandidate);
  const merged = new Map<Candidate, Candidate>(listed.map((candidate) => [candidate, candidate]));
  const byName = groupBy(listed, (candidate) => candidate.keys.map((key) => `${candidate.division}|${key}`));
  const byCountry = groupBy(sources.cities, (city) => [city.country]);
  const others = geonamesCandidates(sources).filter((candidate) => {
    const same = findSame(candidate, byName);
    if (same !== undefined) merged.set(same, unite(merged.get(same) ?? same, candidate));
    return same === undefined;
  });
  const located = [...merged.values()].map((candidate) => withDivision(candidate, byCountry));
  return [...located, ...others].flatMap((candidate) => rowsOf(candidate, sources.commonWords));
}

function listedCandidate(place: ListedPlace): Candidate {
  const { aliases, country, ...rest } = place;
  return {
    ...rest,
    division: country,
    keys: [...new Set([place.name, ...aliases].map((name) => nameKey(name, country)))],
  };
}

/** Acronyms are filed in capitals, so that "us" does not find "US". */
function nameKey(name: string, country: string): string {
  const key = placeKey(name, country);
  return isAllCapitals(name) ? key.toUpperCase() : key;
}

function geonamesCandidates({ cities, regions, districts }: Sources): Candidate[] {
  const counties = districts.filter(({ code }) => COUNTED_DISTRICTS.has(code.slice(0, 2)));
  return [
    ...cities.filter(isKept).map(cityCandidate),
    ...divisionCandidates(
      regions,
      groupBy(cities, (city) => [city.division]),
      40,
    ),
    ...divisionCandidates(
      counties,
      groupBy(cities, (city) => [`${city.division}.${city.district}`]),
      15,
    ),
  ];
}

function cityCandidate(city: City): Candidate {
  const { country, division, latitude, longitude } = city;
  const name = usualName(city.name, country);
  const keys = [name, ...otherSpellings(city), ...shortNames(city)]
    .map((each) => placeKey(each, country))
    .filter((key) => key.length > 1);
  const kind = city.feature === "PPLX" ? "area" : "city";
  return { name, kind, division, latitude, longitude, importance: fameOf(city), keys: [...new Set(keys)] };
}

/** A division stands where its populated places stand on average; one without any is left out. */
function divisionCandidates(
  divisions: readonly Division[],
  places: ReadonlyMap<string, readonly City[]>,
  importance: number,
): Candidate[] {
  return divisions.flatMap(({ code, name: romanised }) => {
    const members = places.get(code);
    if (members === undefined) return [];
    const name = usualName(romanised, code.slice(0, 2));
    const latitude = mean(members.map((city) => city.latitude));
    const longitude = mean(members.map((city) => city.longitude));
    const division = code.split(".").slice(0, 2).join(".");
    return [{ name, kind: "region", division, latitude, longitude, importance, keys: divisionKeys(name, code) }];
  });
}

/** "Kirov Oblast" is also called Kirov; a county is not called by its bare name, which is a person's. */
function divisionKeys(name: string, code: string): string[] {
  const key = placeKey(name, code.slice(0, 2));
  const last = key.slice(key.lastIndexOf(" ") + 1);
  return DIVISION_WORDS.has(last) && last !== key ? [key, key.slice(0, -last.length - 1)] : [key];
}

function findSame(candidate: Candidate, byName: ReadonlyMap<string, readonly Candidate[]>): Candidate | undefined {
  const country = candidate.division.slice(0, 2);
  return possibleKeys(candidate)
    .flatMap((key) => byName.get(`${country}|${key}`) ?? [])
    .find((listed) => isSame(listed, candidate));
}

/** GeoNames calls "Donetsk" the division that the lists call "Donetsk Oblast". */
function possibleKeys({ kind, keys }: Candidate): readonly string[] {
  if (kind !== "region") return keys;
  return [...keys, ...keys.flatMap((key) => [...DIVISION_WORDS].map((word) => `${key} ${word}`))];
}

function isSame(listed: Candidate, candidate: Candidate): boolean {
  const isRegion = candidate.kind === "region";
  if (isRegion ? listed.kind !== "region" : !POPULATED.has(listed.kind)) return false;
  const reach = SAME_PLACE[candidate.kind] ?? 0;
  return (
    Math.abs(listed.latitude - candidate.latitude) <= reach &&
    Math.abs(listed.longitude - candidate.longitude) <= reach / narrowing(listed.latitude)
  );
}

function unite(listed: Candidate, other: Candidate): Candidate {
  const keys = [...new Set([...listed.keys, ...other.keys])];
  return { ...listed, keys, division: listed.division.includes(".") ? listed.division : other.division };
}

/** A listed place that GeoNames lacks lies in the division of the nearest town. */
function withDivision(place: Candidate, byCountry: ReadonlyMap<string, readonly City[]>): Candidate {
  if (place.division.includes(".") || !SITUATED.has(place.kind)) return place;
  const far = (city: City): number =>
    Math.hypot(city.latitude - place.latitude, (city.longitude - place.longitude) * narrowing(place.latitude));
  let nearest: City | undefined;
  for (const city of byCountry.get(place.division) ?? []) {
    if (far(city) < (nearest === undefined ? FARTHEST_TOWN : far(nearest))) nearest = city;
  }
  return nearest === undefined ? place : { ...place, division: nearest.division };
}

/** How much shorter a degree of longitude is than one of latitude. */
function narrowing(latitude: number): number {
  return Math.cos((latitude * Math.PI) / 180);
}

function rowsOf({ keys, ...place }: Candidate, commonWords: ReadonlySet<string>): Row[] {
  return keys.map((key) => ({ ...place, key, isAmbiguous: commonWords.has(key.toLowerCase()) }));
}

function groupBy<Item>(items: readonly Item[], keysOf: (item: Item) => readonly string[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
