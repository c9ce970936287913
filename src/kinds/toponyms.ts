/**
 * Toponym resolution: which of the places of one name an article means.
 *
 * Importance decides unless the article says otherwise: a qualifier right behind the name ("Oxford, North Carolina"),
 * the countries and regions that it speaks of, the other places near a candidate (Leidner 2007; Lieberman & Samet 2012).
 */

import { countryName, demonymCountries, findPlaces, type PlaceRecord, type Places } from "../gazetteers/places.ts";
import type { Entity, Mention, ReadArticle } from "../types.ts";
import { groupEntity, groupMentions, type Description } from "./grouping.ts";

/** Weights of the evidence, in points of importance (0–100). */
const weights = {
  qualifier: 200,
  within: 40,
  country: 32,
  region: 25,
  city: 12,
  demonym: 16,
  near: 15,
  home: 30,
} as const;

/** Points of importance by which a place leads the others of its name when nothing else can be meant. */
const clearLead = 28;

/** Kilometres within which another place of the article speaks for a candidate. */
const nearby = 250;

/** What an article says about where it is. */
interface Context {
  /** Codes of the countries that it names, and how: as places or by a demonym. */
  readonly countries: ReadonlyMap<string, number>;
  /** Names of the regions that it names: "Texas". */
  readonly regions: ReadonlySet<string>;
  /** Places of the article that can only be one. */
  readonly certain: readonly PlaceRecord[];
  readonly home?: PlaceRecord;
}

/** Links place names to the gazetteer; a name that it lacks is an entity of its own without coordinates. */
export function linkPlaces(articles: readonly ReadArticle[], places: Places, home?: string): Entity[] {
  const homePlace = home === undefined ? undefined : findPlaces(places, home)[0];
  const keys = new Map<Mention, string>();
  const records = new Map<string, Resolved>();
  for (const article of articles) {
    for (const [mention, place] of resolveArticle(article, places, homePlace)) {
      keys.set(mention, place.key);
      records.set(place.key, place);
    }
  }
  const groups = groupMentions(articles, "place", (mention) => keys.get(mention));
  const regions = new Map<Entity, string>();
  const entities = groups.map(({ key, occurrences }) => {
    const { description, region } = records.get(key)!;
    const entity = groupEntity("place", description, occurrences);
    if (region !== undefined) regions.set(entity, region);
    return entity;
  });
  return withDistinctions(entities, regions, places);
}

/** A resolved mention: the key that all mentions of one place share, and what is known of it. */
interface Resolved {
  readonly key: string;
  readonly description: Description;
  /** Name of its first-level division: "Texas". */
  readonly region?: string;
}

function resolveArticle(read: ReadArticle, places: Places, home?: PlaceRecord): Map<Mention, Resolved> {
  const mentions = read.mentions.filter((mention) => mention.kind === "place");
  const candidates = new Map(mentions.map((mention) => [mention, candidatesOf(places, mention.text)]));
  const context = articleContext(read, places, candidates, home);
  const byName = new Map<string, Resolved>();
  const resolved = new Map<Mention, Resolved>();
  // A name means one place throughout an article; the mention that says most about it decides.
  for (const mention of byQualification(mentions, candidates, read)) {
    const name = mention.text.toUpperCase();
    const place = byName.get(name) ?? resolveMention(mention, candidates, read, context);
    byName.set(name, place);
    resolved.set(mention, place);
  }
  return resolved;
}

type Candidates = ReadonlyMap<Mention, readonly PlaceRecord[]>;

// "northern Iraq", "Greater London", "downtown Kirkuk": the place is known without the word before it.
const modifierPattern = /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Greater|Upper|Lower) /u;
// "Al Qa'im region", "Faw peninsula", "Kayseri province": or without the one behind it.
const designatorPattern =
  / (?:[Rr]egion|[Pp]rovince|[Cc]ity|[Dd]istrict|[Gg]overnorate|[Aa]rea|[Vv]alley|[Pp]eninsula)$/u;

function candidatesOf(places: Places, name: string): readonly PlaceRecord[] {
  const forms = [name, name.replace(designatorPattern, ""), name.replace(modifierPattern, "")];
  return forms.map((form) => findPlaces(places, form)).find((found) => found.length > 0) ?? [];
}

/** Mentions with a qualifier behind them come first: "Edmonton, Ky." explains every "Edmonton" of the article. */
function byQualification(mentions: readonly Mention[], candidates: Candidates, read: ReadArticle): Mention[] {
  const isQualified = (mention: Mention): boolean => qualifierOf(mention, candidates, read) !== undefined;
  return [...mentions.filter(isQualified), ...mentions.filter((mention) => !isQualified(mention))];
}

/** The country or region right behind a name: "North Carolina" in "Oxford, North Carolina". */
function qualifierOf(mention: Mention, candidates: Candidates, read: ReadArticle): PlaceRecord | undefined {
  const text = textOf(read, mention.paragraph);
  for (const [other, places] of candidates) {
    if (other.paragraph !== mention.paragraph || other.start < mention.end || other.start > mention.end + 3) continue;
    // ", " or " (" between a town and its state.
    if (!/^,? ?\(?$/u.test(text.slice(mention.end, other.start))) continue;
    const larger = places.find(({ kind }) => kind === "region" || kind === "country" || kind === "historic");
    if (larger) return larger;
  }
  return undefined;
}

function textOf({ article }: ReadArticle, paragraph: number): string {
  return (paragraph === 0 ? article.title : article.paragraphs[paragraph - 1]) ?? "";
}

function articleContext(read: ReadArticle, places: Places, candidates: Candidates, home?: PlaceRecord): Context {
  const countries = new Map<string, number>();
  const add = (code: string | undefined, weight: number): void => {
    if (code !== undefined) countries.set(code, Math.max(weight, countries.get(code) ?? 0));
  };
  for (const code of demonymsOf(read, places)) add(code, weights.demonym);
  const certain = [...candidates.values()].filter(isCertain).map((row) => row[0]!);
  for (const { kind, country } of certain)
    add(country, weights[kind === "country" || kind === "region" ? kind : "city"]);
  const regions = new Set(certain.filter(({ kind }) => kind === "region").map(({ name }) => name));
  const context = { countries, regions, certain };
  return home ? { ...context, home } : context;
}

/** A name that has one place, or one far more important than the next, needs no context and gives it to the others. */
function isCertain(row: readonly PlaceRecord[]): boolean {
  const [first, second] = row;
  return first !== undefined && (second === undefined || first.importance - second.importance >= clearLead);
}

function demonymsOf({ article }: ReadArticle, places: Places): Set<string> {
  const text = [article.title, ...article.paragraphs].join("\n");
  // "Syrian", "Iraqis": capitalised words.
  return new Set(Array.from(text.matchAll(/\p{Lu}\p{Ll}+/gu)).flatMap((word) => demonymCountries(places, word[0])));
}

function resolveMention(mention: Mention, candidates: Candidates, read: ReadArticle, context: Context): Resolved {
  const row = candidates.get(mention) ?? [];
  const qualifier = qualifierOf(mention, candidates, read);
  const scored = row.map((place) => ({ place, score: score(place, context, qualifier) }));
  scored.sort((a, b) => b.score - a.score || (a.place.key < b.place.key ? -1 : 1));
  const best = scored[0]?.place;
  if (!best) return unlisted(mention);
  const { key, region } = best;
  return region === undefined ? { key, description: describe(best) } : { key, description: describe(best), region };
}

function unlisted(mention: Mention): Resolved {
  return { key: `unlisted:${mention.text.toLowerCase()}`, description: { name: mention.text, classes: [] } };
}

function describe({ name, kind, country, latitude, longitude }: PlaceRecord): Description {
  const place = { name, classes: [kind === "historic" ? "country" : kind], latitude, longitude };
  return country === undefined ? place : { ...place, country };
}

function score(place: PlaceRecord, context: Context, qualifier: PlaceRecord | undefined): number {
  const { countries, regions, certain, home } = context;
  return (
    place.importance +
    (qualifier && isWithin(place, qualifier) ? weights.qualifier : 0) +
    (countries.get(place.country ?? "") ?? 0) +
    (place.region !== undefined && regions.has(place.region) ? weights.within : 0) +
    (certain.some((other) => other.key !== place.key && distance(place, other) < nearby) ? weights.near : 0) +
    (home && isWithin(place, home) ? weights.home : 0)
  );
}

function isWithin(place: PlaceRecord, larger: PlaceRecord): boolean {
  if (place.key === larger.key || place.country !== larger.country) return false;
  return larger.kind === "country" || larger.kind === "historic" || place.region === larger.name;
}

/** Kilometres between two places on a sphere (haversine). */
export function distance(a: Coordinates, b: Coordinates): number {
  const radians = Math.PI / 180;
  const [north, south] = [a.latitude * radians, b.latitude * radians];
  const half = (angle: number): number => Math.sin(angle / 2) ** 2;
  const east = (a.longitude - b.longitude) * radians;
  return 12_742 * Math.asin(Math.sqrt(half(north - south) + Math.cos(north) * Math.cos(south) * half(east)));
}

interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** Two places of one name are told apart by their region, country or kind: "Georgia" (country, United States). */
function withDistinctions(entities: readonly Entity[], regions: ReadonlyMap<Entity, string>, places: Places): Entity[] {
  const names = new Map<string, number>();
  for (const { name } of entities) names.set(name, (names.get(name) ?? 0) + 1);
  return entities.map((entity) => {
    if (names.get(entity.name) === 1) return entity;
    const isCountry = entity.classes.includes("country");
    const country = isCountry ? "country" : countryName(places, entity.country ?? "");
    const distinction = regions.get(entity) ?? country ?? entity.classes[0];
    return distinction === undefined ? entity : { ...entity, distinction };
  });
}
