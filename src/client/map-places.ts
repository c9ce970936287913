import type { MapData, NameData, PlaceData } from "../page/map-data.ts";
import { parseSteps } from "../page/numbers.ts";
import type { MapFilter } from "./map-filter.ts";

/** A place, and how many of the articles that are looked at name it. */
export interface CountedPlace extends PlaceData {
  readonly articles: number;
}

/** What a filter lets through. */
export interface FilteredMap {
  /** The most named first; none that nothing names. */
  readonly places: readonly CountedPlace[];
  /** Number of articles that fit. */
  readonly articles: number;
  /** Names in the filter that the map does not know. */
  readonly unknown: readonly string[];
}

/** Counts for each place the articles that fit a filter. */
export function filterPlaces(data: MapData, filter: MapFilter): FilteredMap {
  const [first, end] = articlesOfYears(data.years, filter);
  const wanted = Object.entries(filter.names).map(([kind, name]) => ({
    name,
    found: findName(data.names[kind], name),
  }));
  const sets = wanted.map(({ found }) => new Set(found ? parseSteps(found[1]) : []));
  const fits = (number: number) => number >= first && number < end && sets.every((set) => set.has(number));
  const places = data.places
    .map((place) => ({ ...place, articles: parseSteps(place.in).filter(fits).length }))
    .filter(({ articles }) => articles > 0)
    .toSorted((a, b) => b.articles - a.articles);
  return {
    places,
    articles: Array.from({ length: end - first }, (_, index) => first + index).filter(fits).length,
    unknown: wanted.filter(({ found }) => found === undefined).map(({ name }) => name),
  };
}

/** The name as the map spells it, whatever its case. */
export function findName(names: readonly NameData[] = [], typed: string): NameData | undefined {
  const folded = typed.toLowerCase();
  return names.find(([name]) => name === typed) ?? names.find(([name]) => name.toLowerCase() === folded);
}

/** The first article of some years, and the one after their last. */
function articlesOfYears(years: MapData["years"], { from, to }: MapFilter): readonly [first: number, end: number] {
  let [number, first, end] = [0, 0, 0];
  for (const [year, articles] of years) {
    const isDated = year > 0;
    const isIn = from === undefined && to === undefined ? true : isDated && year >= (from ?? 0) && year <= (to ?? 9999);
    if (isIn && end === 0) first = number;
    number += articles;
    if (isIn) end = number;
  }
  return [first, end];
}
