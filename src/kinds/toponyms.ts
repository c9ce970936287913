/** Links place names to the gazetteer over all articles; two places of one name get what tells them apart. */

import { countryName, findPlaces, type PlaceRecord, type Places } from "../gazetteers/places.ts";
import { isCapitals } from "../text.ts";
import type { Entity, Mention, Occurrence, ReadArticle } from "../types.ts";
import { groupEntity, groupMentions, type Description } from "./grouping.ts";
import { resolveArticle } from "./resolve.ts";

/** Links place names to the gazetteer; a name that it lacks is an entity of its own without coordinates. */
export function linkPlaces(articles: readonly ReadArticle[], places: Places, home?: string): Entity[] {
  const homePlace = home === undefined ? undefined : findPlaces(places, home)[0];
  const setting = { places, clues: new Map(), home: homePlace };
  const keys = new Map<Mention, string>();
  const records = new Map<string, PlaceRecord>();
  for (const article of articles) {
    for (const [mention, place] of resolveArticle(article, setting)) {
      keys.set(mention, place?.key ?? unlistedKey(mention));
      if (place) records.set(place.key, place);
    }
  }
  const groups = groupMentions(articles, "place", (mention) => keys.get(mention));
  const regions = new Map<Entity, string>();
  const entities = groups.map(({ key, occurrences }) => {
    const place = records.get(key);
    if (!place) return groupEntity("place", { name: spellingOf(occurrences), classes: [] }, occurrences);
    const entity = groupEntity("place", describe(place), occurrences);
    if (place.region !== undefined) regions.set(entity, place.region);
    return entity;
  });
  return withDistinctions(entities, regions, places);
}

function unlistedKey({ text }: Mention): string {
  return `unlisted:${text.toLowerCase()}`;
}

/** The spelling of an unlisted place that is used most; one in capitals only where there is no other. */
function spellingOf(occurrences: readonly Occurrence[]): string {
  const counts = new Map<string, number>();
  for (const { mention } of occurrences) counts.set(mention.text, (counts.get(mention.text) ?? 0) + 1);
  const ranked = [...counts].toSorted(
    ([a, inA], [b, inB]) => Number(isCapitals(a)) - Number(isCapitals(b)) || inB - inA || (a < b ? -1 : 1),
  );
  return ranked[0]![0];
}

/** What the gazetteer knows of a name, told from others by its country, region or kind: "Georgia" and "country". */
export function describePlace(places: Places, name: string, distinction?: string): Description | undefined {
  const row = findPlaces(places, name);
  const isTold = (place: PlaceRecord): boolean =>
    [place.region, place.kind, countryName(places, place.country ?? "")].includes(distinction);
  const place = distinction === undefined ? row[0] : row.find(isTold);
  return place && describe(place);
}

function describe({ name, kind, country, latitude, longitude }: PlaceRecord): Description {
  const place = { name, classes: [kind === "historic" ? "country" : kind], latitude, longitude };
  return country === undefined ? place : { ...place, country };
}

/** Two places of one name are told apart by country, by region where that is the same, and by kind within a region. */
function withDistinctions(entities: readonly Entity[], regions: ReadonlyMap<Entity, string>, places: Places): Entity[] {
  const namesakes = new Map<string, Entity[]>();
  for (const entity of entities) namesakes.set(entity.name, [...(namesakes.get(entity.name) ?? []), entity]);
  return entities.map((entity) => {
    const others = namesakes.get(entity.name)!.filter((other) => other !== entity);
    if (others.length === 0) return entity;
    const kind = entity.classes[0] ?? "place";
    const country = entity.country === undefined ? kind : (countryName(places, entity.country) ?? kind);
    const region = regions.get(entity);
    if (kind === "country") return { ...entity, distinction: kind };
    const isAlone = others.every((other) => other.country !== entity.country);
    if (isAlone || (region === undefined && kind !== "region")) return { ...entity, distinction: country };
    const isOther = others.every((other) => other.classes[0] !== kind);
    return { ...entity, distinction: isOther ? kind : (region ?? kind) };
  });
}
