/**
 * Toponym resolution: which of the places of one name an article means.
 *
 * Importance decides unless the article says otherwise: a qualifier right behind the name ("Oxford, North Carolina"),
 * the countries and regions that it speaks of, the other places near a candidate (Leidner 2007; Lieberman & Samet
 * 2012). The names explain each other, so they are resolved in a few rounds, the plain ones first.
 */

import type { PlaceRecord, Places } from "../gazetteers/places.ts";
import { distance } from "../geodesy.ts";
import type { Mention, ReadArticle } from "../types.ts";
import { isLarger, toponymsOf, type Toponym } from "./candidates.ts";
import {
  gatherEvidence,
  countClose,
  isInNamedRegion,
  isInNeighbourhood,
  type Evidence,
  type FoundPlace,
} from "./evidence.ts";
import { isOfUnnamedState, isStray, supportFor } from "./support.ts";
import { surroundingsOf, type Clues } from "./surroundings.ts";

/** What the resolution of one article needs to know. */
interface Setting {
  readonly places: Places;
  readonly clues: Clues;
  /** Where the articles were published. */
  readonly home: PlaceRecord | undefined;
}

/** Points of importance by which a place leads the others of its name when nothing else can be meant. */
const clearLead = 20;

/** Points for what a qualifier right beside the name says. */
const said = 200;

/** Points against a place that is usually called otherwise than the name at hand. */
const otherHandicap = 15;

/** Rounds in which the names of an article explain each other. */
const rounds = 3;

/** What each name, in capitals, is taken for so far. */
type Choices = ReadonlyMap<string, PlaceRecord>;

/**
 * The place that each mention of an article names; nothing for one that no list has, or where all that have the name
 * are unlikely. A name means one place throughout an article: "Edmonton, Ky." explains every "Edmonton" of it.
 */
export function resolveArticle(read: ReadArticle, setting: Setting): Map<Mention, PlaceRecord | undefined> {
  const mentions = read.mentions.filter((mention) => mention.kind === "place");
  if (mentions.length === 0) return new Map();
  const { named, keys } = toponymsOf(mentions, read, setting.places);
  if (![...named.values()].some(isDoubtful)) {
    const plain = plainChoices([...named.values()]);
    return new Map(mentions.map((mention) => [mention, plain.get(keys.get(mention)!)]));
  }
  const surroundings = surroundingsOf(read, setting.places, setting.clues);
  const asides = [...surroundings.asides]
    .map(([name, { row, paragraph }]) => asideOf(name, row, paragraph))
    .filter(({ name }) => !named.has(name));
  const toponyms = [...named.values(), ...asides];
  const gather = (choices: Choices): Evidence =>
    gatherEvidence(distinct(toponyms, choices), surroundings.countries, setting.home);
  let last: Choices = plainChoices(toponyms);
  let evidence = gather(last);
  for (let round = 1; round <= rounds; round++) {
    const next = choose(toponyms, evidence, last);
    const isSettled = isSame(next, last);
    last = next;
    if (isSettled || round === rounds) break;
    evidence = gather(last);
  }
  return new Map(
    mentions.map((mention) => {
      const toponym = named.get(keys.get(mention)!)!;
      const place = last.get(toponym.name);
      return [mention, place && isLikely(place, toponym, evidence) ? place : undefined];
    }),
  );
}

/** A place inside the name of an institution: it explains others and is no mention. */
function asideOf(name: string, row: readonly PlaceRecord[], paragraph: number): Toponym {
  return { name: name.toUpperCase(), paragraphs: new Set([paragraph]), row, qualifiers: [], contained: [] };
}

function distinct(toponyms: readonly Toponym[], choices: Choices): FoundPlace[] {
  const found = toponyms.flatMap(({ name, paragraphs }) => {
    const place = choices.get(name);
    return place ? [[place.key, { place, paragraphs }] as const] : [];
  });
  return [...new Map(found).values()];
}

/** The names that need no context: they have one place, one far more important than the next, or one that is said. */
function plainChoices(toponyms: readonly Toponym[]): Choices {
  return new Map(
    toponyms.flatMap((toponym) => {
      const [first, second] = toponym.row;
      const told = toponym.row.find((place) => isSaid(place, toponym));
      const isPlain = first && (second === undefined || first.importance - second.importance >= clearLead);
      const place = told ?? (isPlain ? first : undefined);
      return place ? [[toponym.name, place] as const] : [];
    }),
  );
}

function choose(toponyms: readonly Toponym[], evidence: Evidence, choices: Choices): Choices {
  const pairs = toponyms.flatMap((toponym) => {
    const [only, second] = toponym.row;
    if (only && !second) return [[toponym.name, only] as const];
    const taken = choices.get(toponym.name);
    const own = taken && { place: taken, paragraphs: toponym.paragraphs };
    let best: { place: PlaceRecord; score: number } | undefined;
    for (const place of toponym.row) {
      if (isOvershadowed(place, toponym, evidence)) continue;
      const score = scoreOf(place, toponym, supportFor(place, evidence, own));
      if (!best || score > best.score || (score === best.score && place.key < best.place.key)) best = { place, score };
    }
    return best ? [[toponym.name, best.place] as const] : [];
  });
  return new Map(pairs);
}

/** Importance from which a place is the only one of its name that the world knows: London, Paris, Moscow. */
const worldFamousFrom = 80;

/** The same of a continent: Geneva, Vienna, Edmonton. */
const widelyKnownFrom = 70;

/**
 * Talks in Geneva are not in Geneva, Illinois: beside a famous city only a local paper, its region, a place close by or a
 * qualifier helps a town of its name; beside Geneva and Vienna it takes two of these, and beside London or Moscow they do
 * not help.
 */
function isOvershadowed(place: PlaceRecord, toponym: Toponym, evidence: Evidence): boolean {
  const [first] = toponym.row;
  if (!first || first.importance < famousFrom || place.importance > first.importance - clearLead) return false;
  const isHere = isInNeighbourhood(place, evidence) || isInStory(place, first.importance, evidence);
  return !isSaid(place, toponym) && !isHere && evidence.home === undefined;
}

/** Whether an article brings a town into its story, against a city of its name that is known so well. */
function isInStory(town: PlaceRecord, importance: number, evidence: Evidence): boolean {
  if (importance >= worldFamousFrom) return false;
  const supports = (isInNamedRegion(town, evidence) ? 1 : 0) + countClose(town, evidence);
  return supports >= (importance >= widelyKnownFrom ? 2 : 1);
}

function isSame(a: Choices, b: Choices): boolean {
  return a.size === b.size && [...a].every(([name, place]) => b.get(name) === place);
}

function scoreOf(place: PlaceRecord, toponym: Toponym, support: number): number {
  const handicap = isOtherwiseCalled(place, toponym) ? otherHandicap : 0;
  return place.importance + support + (isSaid(place, toponym) ? said : 0) - handicap;
}

/** Points of importance by which a place leads so far that hardly any evidence would be enough for another. */
const certainLead = 60;

/** Whether it takes the rest of the article to tell which place a name means; for "Iran", "Syria" and "Baghdad" it does not. */
function isDoubtful({ row: [first, second] }: Toponym): boolean {
  if (!first) return false;
  return first.importance < famousFrom || (second !== undefined && first.importance - second.importance < certainLead);
}

function isSaid(place: PlaceRecord, { qualifiers, contained }: Toponym): boolean {
  return (
    qualifiers.some((larger) => isWithin(place, larger)) ||
    contained.some((inner) => isWithin(inner, place) || isDistrictOf(inner, place))
  );
}

/**
 * "Hama" is a spelling of Al-Hameh too, and "Matanzas" is said of a province, but there are towns of these names.
 * "New York" is New York City's own name cut short.
 */
function isOtherwiseCalled(place: PlaceRecord, { row, name }: Toponym): boolean {
  const own = place.name.toUpperCase();
  if (own === name || (place.kind !== "region" && own.startsWith(name))) return false;
  return row.some((other) => other.name.toUpperCase() === name);
}

/** Importance from which a place may be meant though nothing in the article points to it, or all points elsewhere. */
const knownFrom = 35;
const famousFrom = 50;

/** Places of an article that must point elsewhere before a village is doubted. */
const fewest = 2;

/** "Arsenal" of an English club is no village of Mauritius: an unknown place needs something that points to it. */
function isLikely(place: PlaceRecord, toponym: Toponym, evidence: Evidence): boolean {
  if (isSaid(place, toponym) || place.importance >= famousFrom) return true;
  const own = { place, paragraphs: toponym.paragraphs };
  if (isStray(own, evidence) || isOfUnnamedState(place, evidence)) return false;
  if (place.importance >= knownFrom || evidence.inCountries <= fewest) return true;
  return supportFor(place, evidence, own) > 0;
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
