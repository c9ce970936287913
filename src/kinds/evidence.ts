/** How much an article's other places say for one of the places of a name, in points of importance (0–100). */

import type { PlaceRecord } from "../gazetteers/places.ts";
import type { Coordinates } from "../geodesy.ts";

/** Weights of the evidence. A share is of the other places that the article is taken to name. */
const weights = {
  country: 26,
  region: 25,
  city: 12,
  demonym: 16,
  countryShare: 20,
  withinNamed: 10,
  regionShare: 40,
  close: 12,
  nextClose: 6,
  mostClose: 30,
  near: 8,
  nextNear: 2,
  mostNear: 14,
  beside: 12,
  home: 50,
} as const;

/** Kilometres within which another place of the article is close to a candidate, or near it. */
const closeBy = 60;
const nearby = 250;

/** Places that are asked how near a candidate is: a list of towns must not take the square of its length. */
const mostLocated = 60;

/** A place that an article is taken to name, and the paragraphs that name it. */
export interface FoundPlace {
  readonly place: PlaceRecord;
  readonly paragraphs: ReadonlySet<number>;
}

/** What the places of an article say about where it is. */
export interface Evidence {
  /** By code: how many places lie there, and the weight of the plainest of them. */
  readonly countries: ReadonlyMap<string, Counted>;
  /** By country and region: "US/Texas". */
  readonly regions: ReadonlyMap<string, Counted>;
  /** How many places lie in a country, and in a region of one. */
  readonly inCountries: number;
  readonly inRegions: number;
  /** Places that are points: no countries and regions. */
  readonly located: readonly FoundPlace[];
  /** Where most of them lie close together: the article is about one neighbourhood. */
  readonly neighbourhood: Coordinates | undefined;
  /** Codes of countries that it speaks of without naming them. */
  readonly demonyms: ReadonlySet<string>;
  /** Where it was published. */
  readonly home: PlaceRecord | undefined;
}

interface Counted {
  readonly count: number;
  readonly weight: number;
}

/** Adds up the places that an article is taken to name. */
export function gatherEvidence(
  found: readonly FoundPlace[],
  demonyms: ReadonlySet<string>,
  home: PlaceRecord | undefined,
): Evidence {
  const all = found.map(({ place }) => place);
  const inCountries = all.filter(({ country }) => country !== undefined);
  const inRegions = all.filter((place) => regionKey(place) !== undefined);
  const located = found.filter(({ place }) => isPoint(place)).slice(0, mostLocated);
  return {
    countries: count(inCountries, ({ country }) => speaksFor(country ?? ""), countryWeight),
    regions: count(inRegions, (place) => [regionKey(place) ?? ""], regionWeight),
    inCountries: inCountries.length,
    inRegions: inRegions.length,
    located,
    neighbourhood: neighbourhoodOf(located.map(({ place }) => place)),
    demonyms,
    home,
  };
}

function count(
  places: readonly PlaceRecord[],
  keysOf: (place: PlaceRecord) => readonly string[],
  weightOf: (place: PlaceRecord) => number,
): Map<string, Counted> {
  const counts = new Map<string, Counted>();
  for (const place of places) {
    for (const key of keysOf(place)) {
      const old = counts.get(key) ?? { count: 0, weight: 0 };
      counts.set(key, { count: old.count + 1, weight: Math.max(old.weight, weightOf(place)) });
    }
  }
  return counts;
}

function countryWeight({ kind }: PlaceRecord): number {
  if (kind === "country" || kind === "historic") return weights.country;
  return kind === "region" ? weights.region : weights.city;
}

function regionWeight({ kind }: PlaceRecord): number {
  return kind === "region" ? weights.withinNamed : 0;
}

/** The first-level region that a place is or lies in. */
function regionKey({ kind, country, region, name }: PlaceRecord): string | undefined {
  if (country === undefined) return undefined;
  if (region !== undefined) return `${country}/${region}`;
  return kind === "region" ? `${country}/${name}` : undefined;
}

function isPoint({ kind }: PlaceRecord): boolean {
  return kind !== "country" && kind !== "historic" && kind !== "region";
}

/** Fewest places that make a neighbourhood, and the share of them that must lie in it. */
const fewestNeighbours = 5;
const mostNeighbours = 0.6;

function neighbourhoodOf(located: readonly PlaceRecord[]): Coordinates | undefined {
  if (located.length < fewestNeighbours) return undefined;
  const centre = {
    latitude: middle(located.map((p) => p.latitude)),
    longitude: middle(located.map((p) => p.longitude)),
  };
  const inside = located.filter((place) => roughDistance(place, centre) < nearby);
  return inside.length / located.length >= mostNeighbours ? centre : undefined;
}

/** The median, which one far-off place does not move. */
function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
}

/** Kilometres from a neighbourhood at which a town is not of it. */
const farOff = 500;

/** Whether an article is about one neighbourhood that a place lies in. */
export function isInNeighbourhood(place: PlaceRecord, { neighbourhood }: Evidence): boolean {
  return neighbourhood !== undefined && roughDistance(place, neighbourhood) < nearby;
}

/** Whether an article names the region that a place lies in: "Kentucky" of Edmonton. */
export function isInNamedRegion(place: PlaceRecord, { regions }: Evidence): boolean {
  return (regions.get(regionKey(place) ?? "")?.weight ?? 0) > 0;
}

/** How many other places an article names close by: "Metcalfe County" of Edmonton. */
export function countClose(place: PlaceRecord, { located }: Evidence): number {
  return located.filter(({ place: other }) => other.name !== place.name && roughDistance(place, other) < closeBy)
    .length;
}

/** Whether an article about one neighbourhood has nothing else that points to a far-off place. */
export function isStray(found: FoundPlace, evidence: Evidence): boolean {
  const { place } = found;
  const { neighbourhood } = evidence;
  if (!neighbourhood || !isPoint(place) || roughDistance(place, neighbourhood) < farOff) return false;
  return regionSupport(place, evidence, place) === 0 && nearSupport(place, evidence, found) === 0;
}

/** Countries whose papers name the state of a town in another one. */
const federations: ReadonlySet<string> = new Set(["AU", "CA", "US"]);

/** Importance from which a town needs no state behind its name: Beverly Hills. */
const wellKnownFrom = 42;

/** Whether an article names states, but neither that of a town nor anything close to it: Saco in a paper of Montana is not in Maine. */
export function isOfUnnamedState(place: PlaceRecord, evidence: Evidence): boolean {
  if (evidence.home || !isPoint(place) || place.importance >= wellKnownFrom || !federations.has(place.country ?? ""))
    return false;
  const namesStates = Array.from(evidence.regions).some(
    ([key, { weight }]) => weight > 0 && federations.has(key.slice(0, 2)),
  );
  return namesStates && !isInNamedRegion(place, evidence) && countClose(place, evidence) === 0;
}

/** What speaks for a place; `own` is what its name, in its paragraphs, was taken for so far, and is left aside. */
export function supportFor(place: PlaceRecord, evidence: Evidence, own?: FoundPlace): number {
  const taken = own?.place;
  return (
    countrySupport(place, evidence, taken) + regionSupport(place, evidence, taken) + nearSupport(place, evidence, own)
  );
}

/** States that are no more, by code, with the countries of today that lie where they lay. */
const successors: ReadonlyMap<string, readonly string[]> = new Map([
  ["SU", ["RU", "UA", "BY", "MD", "EE", "LV", "LT", "GE", "AM", "AZ", "KZ", "UZ", "TM", "TJ", "KG"]],
  ["YU", ["RS", "HR", "BA", "SI", "MK", "ME", "XK"]],
  ["CS", ["CZ", "SK"]],
]);

/** Countries that a place in each of them speaks for: Leningrad and the Soviet Union speak for Odessa. */
function speaksFor(country: string): readonly string[] {
  return [country, ...(successors.get(country) ?? [])];
}

function countrySupport({ country }: PlaceRecord, evidence: Evidence, own: PlaceRecord | undefined): number {
  if (country === undefined) return 0;
  const isOwn = own?.country === country;
  const counted = evidence.countries.get(country);
  const others = (counted?.count ?? 0) - Number(isOwn);
  const all = evidence.inCountries - Number(own?.country !== undefined);
  const demonym = evidence.demonyms.has(country) ? weights.demonym : 0;
  if (others <= 0 || !counted) return demonym;
  return Math.max(counted.weight, demonym) + shareOf(weights.countryShare, others, all);
}

/** One of one is less than ten of ten. */
function shareOf(weight: number, some: number, all: number): number {
  return (weight * some) / (all + 2);
}

function regionSupport(place: PlaceRecord, evidence: Evidence, own: PlaceRecord | undefined): number {
  const key = regionKey(place);
  if (key === undefined) return 0;
  const ownKey = own && regionKey(own);
  const counted = evidence.regions.get(key);
  const others = (counted?.count ?? 0) - Number(ownKey === key);
  if (others <= 0 || !counted) return 0;
  return counted.weight + shareOf(weights.regionShare, others, evidence.inRegions - Number(ownKey !== undefined));
}

function nearSupport(place: PlaceRecord, { located, home }: Evidence, own: FoundPlace | undefined): number {
  const atHome = home && isInHome(place, home) ? weights.home : 0;
  if (!isPoint(place)) return atHome;
  let [close, near, beside] = [0, 0, 0];
  for (const { place: other, paragraphs } of located) {
    if (other.key === place.key || other.key === own?.place.key) continue;
    const far = roughDistance(place, other);
    if (far >= nearby) continue;
    if (far < closeBy) close++;
    else near++;
    if (beside === 0 && own && sharesOne(paragraphs, own.paragraphs)) beside = weights.beside;
  }
  const around = stepped(close, weights.close, weights.nextClose, weights.mostClose);
  return atHome + around + stepped(near, weights.near, weights.nextNear, weights.mostNear) + beside;
}

function sharesOne(some: ReadonlySet<number>, others: ReadonlySet<number>): boolean {
  const [few, many] = some.size <= others.size ? [some, others] : [others, some];
  for (const each of few) if (many.has(each)) return true;
  return false;
}

function stepped(number: number, first: number, next: number, most: number): number {
  return number === 0 ? 0 : Math.min(most, first + (number - 1) * next);
}

function isInHome(place: PlaceRecord, home: PlaceRecord): boolean {
  if (place.country !== home.country) return false;
  if (home.kind === "country") return true;
  return home.kind === "region" ? regionKey(place) === regionKey(home) : roughDistance(place, home) < nearby;
}

/** Degrees of latitude that are farther than any distance that is asked for. */
const farNorth = 5;

/** Kilometres, on a flat map that is right near both places: a candidate is compared with dozens of others. */
function roughDistance(a: Coordinates, b: Coordinates): number {
  const north = a.latitude - b.latitude;
  // Most are far apart already from north to south, and a cosine takes time.
  if (north > farNorth || north < -farNorth) return Number.POSITIVE_INFINITY;
  const east = Math.abs(a.longitude - b.longitude);
  const narrowing = Math.cos((((a.latitude + b.latitude) / 2) * Math.PI) / 180);
  return 111.2 * Math.hypot(north, Math.min(east, 360 - east) * narrowing);
}
