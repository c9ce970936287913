/** What the places of an article, taken together, say about where it is. */

import type { PlaceRecord } from "../gazetteers/places.ts";
import { roughDistance, type Coordinates } from "../geodesy.ts";

/** How much a place of a kind says, in points of importance (0–100), for others of its country, and of its region. */
const weights = { country: 26, region: 25, city: 12, withinNamed: 10 } as const;

/** Kilometres within which another place of the article is close to a candidate, or near it. */
export const closeBy = 60;
export const nearby = 250;

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
export function regionKey({ kind, country, region, name }: PlaceRecord): string | undefined {
  if (country === undefined) return undefined;
  if (region !== undefined) return `${country}/${region}`;
  return kind === "region" ? `${country}/${name}` : undefined;
}

/** Whether a place is a point on the map: no country and no region. */
export function isPoint({ kind }: PlaceRecord): boolean {
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
