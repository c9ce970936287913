/**
 * Toponym resolution: which of the places of one name an article means.
 *
 * Importance decides unless the article says otherwise: a qualifier right behind the name ("Oxford, North Carolina"),
 * the countries and regions that it speaks of, the other places near a candidate (Leidner 2007; Lieberman & Samet
 * 2012). The names explain each other, so they are resolved in a few rounds, the plain ones first.
 */

import { findPlaces, type PlaceRecord, type Places } from "../gazetteers/places.ts";
import { distance } from "../geodesy.ts";
import type { Mention, ReadArticle } from "../types.ts";
import { gatherEvidence, isStray, supportFor, type Evidence, type FoundPlace } from "./evidence.ts";
import { surroundingsOf, type Clues } from "./surroundings.ts";

/** What the resolution of one article needs to know. */
export interface Setting {
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

/** A name of an article with the places that it may mean, and with what stands right beside it anywhere. */
interface Toponym {
  readonly name: string;
  readonly paragraphs: ReadonlySet<number>;
  /** Most important first. */
  readonly row: readonly PlaceRecord[];
  /** What the country or region right behind it may be: "North Carolina" in "Oxford, North Carolina". */
  readonly qualifiers: readonly PlaceRecord[];
  /** What the place right before it may be, which this one then contains: "Oxford". */
  readonly contained: readonly PlaceRecord[];
}

/** What each name, in capitals, is taken for so far. */
type Choices = ReadonlyMap<string, PlaceRecord>;

/**
 * The place that each mention of an article names; nothing for one that no list has, or where all that have the name
 * are unlikely. A name means one place throughout an article: "Edmonton, Ky." explains every "Edmonton" of it.
 */
export function resolveArticle(read: ReadArticle, setting: Setting): Map<Mention, PlaceRecord | undefined> {
  const mentions = read.mentions.filter((mention) => mention.kind === "place");
  if (mentions.length === 0) return new Map();
  const surroundings = surroundingsOf(read, setting.places, setting.clues);
  const named = toponymsOf(mentions, read, setting.places);
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
      const toponym = named.get(mention.text.toUpperCase())!;
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

function toponymsOf(mentions: readonly Mention[], read: ReadArticle, places: Places): Map<string, Toponym> {
  const toponyms = new Map<
    string,
    Toponym & { paragraphs: Set<number>; qualifiers: PlaceRecord[]; contained: PlaceRecord[] }
  >();
  const names = mentions.map(({ text }) => text.toUpperCase());
  for (const [i, mention] of mentions.entries()) {
    const name = names[i]!;
    const known = toponyms.get(name);
    if (known) known.paragraphs.add(mention.paragraph);
    else {
      const row = candidatesOf(places, mention.text);
      toponyms.set(name, { name, row, paragraphs: new Set([mention.paragraph]), qualifiers: [], contained: [] });
    }
  }
  for (const [i, mention] of mentions.entries()) {
    const [inner, outer] = [toponyms.get(names[i]!), toponyms.get(names[i + 1] ?? "")];
    if (!inner || !outer || !isRightBehind(mention, mentions[i + 1], read)) continue;
    addNew(inner.qualifiers, outer.row.filter(isLarger));
    addNew(outer.contained, inner.row);
  }
  return toponyms;
}

/** Adds what is not there yet: a list that repeats itself does not make it longer. */
function addNew(list: PlaceRecord[], more: readonly PlaceRecord[]): void {
  for (const place of more) if (list.length < mostNeighbours && !list.includes(place)) list.push(place);
}

/** Places that may stand right beside a name; a list of thousands must not take the square of its length. */
const mostNeighbours = 60;

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
  const whole = findPlaces(places, name);
  if (whole.length > 0) return whole;
  // "Upper Valley" is no part of a place called Valley.
  const forms = [name.replace(designatorPattern, ""), name.replace(modifierPattern, "")];
  const found = forms.map((form) => findPlaces(places, form)).find((row) => row[0] && !row[0].ambiguous);
  return found ?? [];
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
      const score = scoreOf(place, toponym, supportFor(place, evidence, own));
      if (!best || score > best.score || (score === best.score && place.key < best.place.key)) best = { place, score };
    }
    return best ? [[toponym.name, best.place] as const] : [];
  });
  return new Map(pairs);
}

function isSame(a: Choices, b: Choices): boolean {
  return a.size === b.size && [...a].every(([name, place]) => b.get(name) === place);
}

function scoreOf(place: PlaceRecord, toponym: Toponym, support: number): number {
  const handicap = isOtherwiseCalled(place, toponym) ? otherHandicap : 0;
  return place.importance + support + (isSaid(place, toponym) ? said : 0) - handicap;
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
  if (isStray(own, evidence)) return false;
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
