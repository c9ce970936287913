/**
 * Toponym resolution: which of the places of one name an article means.
 *
 * Importance decides unless the article says otherwise: a qualifier right behind the name ("Oxford, North Carolina"),
 * the countries and regions that it speaks of, the other places near a candidate (Leidner 2007; Lieberman & Samet 2012).
 */

import { countryName, demonymCountries, findPlaces, type PlaceRecord, type Places } from "../gazetteers/places.ts";
import { distance } from "../geodesy.ts";
import type { Entity, Mention, ReadArticle } from "../types.ts";
import { groupEntity, groupMentions, type Description } from "./grouping.ts";

/** Weights of the evidence, in points of importance (0–100). */
const weights = {
  qualifier: 200,
  within: 40,
  country: 26,
  region: 25,
  city: 12,
  demonym: 16,
  near: 12,
  home: 50,
} as const;

/** Points of importance by which a place leads the others of its name when nothing else can be meant. */
const clearLead = 20;

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
  readonly home: PlaceRecord | undefined;
}

/** Places of an article that are asked how near a candidate is: a list of towns must not take the square of its length. */
const mostCertain = 60;

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

/** A mention with the places that it may mean, and with what stands right beside it. */
interface Toponym {
  readonly mention: Mention;
  /** Most important first. */
  readonly row: readonly PlaceRecord[];
  /** The country or region right behind it: "North Carolina" in "Oxford, North Carolina". */
  readonly qualifier?: PlaceRecord | undefined;
  /** What the place right before it may be, which this one then contains: "Oxford". */
  readonly contained: readonly PlaceRecord[];
}

function resolveArticle(read: ReadArticle, places: Places, home?: PlaceRecord): Map<Mention, Resolved> {
  const toponyms = toponymsOf(read, places);
  const context = articleContext(read, places, toponyms, home);
  const byName = new Map<string, Resolved>();
  const resolved = new Map<Mention, Resolved>();
  // A name means one place throughout an article: "Edmonton, Ky." explains every "Edmonton" of it.
  for (const toponym of [...toponyms.filter(isExplained), ...toponyms.filter((each) => !isExplained(each))]) {
    const name = toponym.mention.text.toUpperCase();
    const place = byName.get(name) ?? resolveToponym(toponym, context);
    byName.set(name, place);
    resolved.set(toponym.mention, place);
  }
  return resolved;
}

function isExplained({ qualifier, contained }: Toponym): boolean {
  return qualifier !== undefined || contained.length > 0;
}

function toponymsOf(read: ReadArticle, places: Places): Toponym[] {
  const mentions = read.mentions.filter((mention) => mention.kind === "place");
  const rows = mentions.map((mention) => candidatesOf(places, mention.text));
  const isNext = (i: number): boolean => isRightBehind(mentions[i], mentions[i + 1], read);
  return mentions.map((mention, i) => ({
    mention,
    row: rows[i]!,
    qualifier: isNext(i) ? rows[i + 1]!.find(isLarger) : undefined,
    contained: isNext(i - 1) ? rows[i - 1]! : [],
  }));
}

/** Characters between a town and what says where it lies. */
const longestGap = 24;

function isRightBehind(first: Mention | undefined, second: Mention | undefined, { article }: ReadArticle): boolean {
  if (!first || !second || first.paragraph !== second.paragraph || second.start > first.end + longestGap) return false;
  const text = (first.paragraph === 0 ? article.title : article.paragraphs[first.paragraph - 1]) ?? "";
  // "Oxford, North Carolina", "Tripoli (Lebanon)", "Granada, in Nicaragua", "Tripoli, in the north of Lebanon".
  return /^(?:,? ?\(?|, in (?:the \p{L}+ of )?)$/u.test(text.slice(first.end, second.start));
}

function isLarger({ kind }: PlaceRecord): boolean {
  return kind === "region" || kind === "country" || kind === "historic";
}

// "northern Iraq", "Greater London", "downtown Kirkuk": the place is known without the word before it.
const modifierPattern = /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Greater|Upper|Lower) /u;
// "Al Qa'im region", "Faw peninsula", "Kayseri province": or without the one behind it.
const designatorPattern =
  / (?:[Rr]egion|[Pp]rovince|[Cc]ity|[Dd]istrict|[Gg]overnorate|[Aa]rea|[Vv]alley|[Pp]eninsula)$/u;

function candidatesOf(places: Places, name: string): readonly PlaceRecord[] {
  const forms = [name, name.replace(designatorPattern, ""), name.replace(modifierPattern, "")];
  return forms.map((form) => findPlaces(places, form)).find((found) => found.length > 0) ?? [];
}

function articleContext(
  read: ReadArticle,
  places: Places,
  toponyms: readonly Toponym[],
  home: PlaceRecord | undefined,
): Context {
  const firsts = toponyms.filter(({ row }) => isCertain(row)).map(({ row }) => [row[0]!.key, row[0]!] as const);
  const certain = [...new Map(firsts).values()];
  const countries = new Map([...demonymsOf(read, places)].map((code) => [code, weights.demonym as number]));
  for (const { kind, country } of certain) {
    const weight = weights[kind === "country" || kind === "region" ? kind : "city"];
    if (country !== undefined) countries.set(country, Math.max(weight, countries.get(country) ?? 0));
  }
  const regions = new Set(certain.filter(({ kind }) => kind === "region").map(({ name }) => name));
  return { countries, regions, certain: certain.slice(0, mostCertain), home };
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

function resolveToponym(toponym: Toponym, context: Context): Resolved {
  const scored = toponym.row.map((place) => ({ place, score: score(place, toponym, context) }));
  scored.sort((a, b) => b.score - a.score || (a.place.key < b.place.key ? -1 : 1));
  const best = scored[0]?.place;
  if (!best) return unlisted(toponym.mention);
  const { key, region } = best;
  return region === undefined ? { key, description: describe(best) } : { key, description: describe(best), region };
}

function unlisted(mention: Mention): Resolved {
  return { key: `unlisted:${mention.text.toLowerCase()}`, description: { name: mention.text, classes: [] } };
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

function score(place: PlaceRecord, { qualifier, contained }: Toponym, context: Context): number {
  const { countries, regions, certain, home } = context;
  const isSaid =
    (qualifier && isWithin(place, qualifier)) ||
    contained.some((inner) => isWithin(inner, place) || isDistrictOf(inner, place));
  return (
    place.importance +
    (isSaid ? weights.qualifier : 0) +
    (countries.get(place.country ?? "") ?? 0) +
    (place.region !== undefined && regions.has(place.region) ? weights.within : 0) +
    (certain.some((other) => other.key !== place.key && distance(place, other) < nearby) ? weights.near : 0) +
    (home && isWithin(place, home) ? weights.home : 0)
  );
}

function isWithin(place: PlaceRecord, larger: PlaceRecord): boolean {
  if (place.key === larger.key || place.country !== larger.country || !isLarger(larger)) return false;
  if (larger.kind !== "region") return true;
  return place.region === undefined ? distance(place, larger) < regionRadius : place.region === larger.name;
}

/** "Karrada, Baghdad" is the city, not the governorate; but behind a place in these countries a state is meant. */
function isDistrictOf(inner: PlaceRecord, { kind, country, ...centre }: PlaceRecord): boolean {
  if (kind !== "city" || inner.country !== country || ["AU", "CA", "US"].includes(country ?? "")) return false;
  return inner.kind !== "city" && distance(inner, centre) < cityRadius;
}

/** Kilometres from the centre of a big city to its outer districts. */
const cityRadius = 40;

/** Kilometres from the centre of a region within which a place is taken to lie in it, where no list says so. */
const regionRadius = 350;

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
