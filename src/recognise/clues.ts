/** What the words around a span, or the lists, say against the label that the tagger gave it. */

import { findPlaceAt, findPlaces, type PlaceRecord } from "../gazetteers/places.ts";
import { isNamesake } from "../names.ts";
import type { Span } from "../types.ts";
import type { Knowledge } from "./knowledge.ts";

/** A span with its words. */
export interface NamedSpan extends Span {
  readonly text: string;
}

/** An article as the tagger read it. */
export interface Reading {
  /** The title, then the paragraphs. */
  readonly texts: readonly string[];
  /** For each text, whether it is set in capitals. */
  readonly capitals: readonly boolean[];
  readonly knowledge: Knowledge;
  /** Words of the names of two and more words that were read as persons: "Jerome", "Faulkner". */
  readonly nameParts: ReadonlySet<string>;
  /** The last of the words of each such name. */
  readonly surnames: ReadonlySet<string>;
  /** Codes of the countries that it names. */
  readonly countries: ReadonlySet<string>;
  /** The spans before and after a span in its text, with what stands between. */
  readonly neighbours: (span: NamedSpan) => readonly { readonly other: NamedSpan; readonly between: string }[];
  /** Names that a region right behind one of their mentions has explained as towns: "Churchill". */
  readonly explained: ReadonlySet<string>;
  /** For each name, how sure the tagger was of each label, summed over the article. */
  readonly votes: ReadonlyMap<string, ReadonlyMap<Span["label"], number>>;
}

/** What a clue changes of a span. */
type Change = Partial<Pick<Span, "start" | "end" | "label">>;

/** Says what is to change; nothing when it has nothing to say. */
type Clue = (span: NamedSpan, reading: Reading) => Change | undefined;

/** The first that has something to say decides. */
export const clues: readonly Clue[] = [
  demonym,
  degree,
  bareTitle,
  designation,
  operation,
  ship,
  namesake,
  institution,
  acronym,
  adjectiveFirst,
  titled,
  aged,
  townInRegion,
  explainedTown,
  regionOfTown,
  family,
  laterSurname,
  wellKnownPlace,
  placeAmongPlaces,
  headlinePlace,
  majority,
];

function before({ paragraph, start }: Span, { texts }: Pick<Reading, "texts">, length = 24): string {
  return (texts[paragraph] ?? "").slice(Math.max(0, start - length), start);
}

function after({ paragraph, end }: Span, { texts }: Pick<Reading, "texts">, length = 48): string {
  return (texts[paragraph] ?? "").slice(end, end + length);
}

/** "Syrians", "Arabs": a people is nobody and nowhere. */
function demonym({ text, label }: NamedSpan, { knowledge }: Reading): Change | undefined {
  if (label === "MISC" || !knowledge.places.demonyms.has(text.replace(/['’]s?$/u, ""))) return undefined;
  return { label: "MISC" };
}

// "M.D.", "Ph.D.", "M.A"
const degreePattern = /^(?:M\.?D|Ph\.?D|[BM]\.?A|[BM]\.?Sc|J\.?D|LL\.?[BM])\.?$/u;

/** "Maury M. Rosenstein, M.D., Ph.D.": a degree behind a name; "…Center—St. Margaret": a saint of stone. */
function degree(span: NamedSpan, reading: Reading): Change | undefined {
  const isSaint = span.label === "PER" && /\bSt\.? $/u.test(before(span, reading));
  const isDegree = degreePattern.test(span.text) && before(span, reading).endsWith(", ");
  return isSaint || isDegree ? { label: "MISC" } : undefined;
}

/** "Sheriff", "the Colonel": a title without a name. */
function bareTitle({ text, label }: NamedSpan, { knowledge }: Reading): Change | undefined {
  return label === "PER" && knowledge.personTitles.has(text.toLowerCase()) ? { label: "MISC" } : undefined;
}

// "destroyer John S. McCain", "the liner Queen Mary".
const shipNounPattern =
  /\b(?:battleship|carrier|corvette|cruiser|destroyer|ferry|freighter|frigate|icebreaker|liner|minesweeper|ship|steamer|submarine|tanker|trawler|vessel|yacht) ["“]?$/iu;

/** A ship named after somebody: said to be one, or spoken of as "the Carl Vinson". */
function ship(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label !== "PER" || reading.capitals[span.paragraph]) return undefined;
  const words = before(span, reading);
  const hasArticle = /\bthe $/u.test(words) && /\s/u.test(span.text) && !/^ \p{Ll}/u.test(after(span, reading));
  return hasArticle || shipNounPattern.test(words) ? { label: "MISC" } : undefined;
}

// "Kim Il Sung Square": the noun is in the span.
const namedPlacePattern =
  /\s(?:Airport|Avenue|Bridge|Dam|Palace|Park|Plaza|Prison|Road|Shrine|Square|Stadium|Street)$/u;

/** "Kennedy International Airport", "the Imam Ali shrine", "Kim Il Sung Square": what is named after a person is none. */
function namesake(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label !== "PER" || reading.capitals[span.paragraph]) return undefined;
  if (namedPlacePattern.test(span.text)) return { label: "LOC" };
  if (/ (?:Act|Doctrine|Plan|Thought)$/u.test(span.text)) return { label: "MISC" };
  return isNamesake(after(span, reading)) ? { label: "MISC" } : undefined;
}

/** "Soviet Mi" in "Soviet Mi-24s": the span ends inside a designation. */
function designation(span: NamedSpan, reading: Reading): Change | undefined {
  return span.label !== "MISC" && /^-\p{N}/u.test(after(span, reading)) ? { label: "MISC" } : undefined;
}

/** "Operation Sayeed": what an operation is called. */
function operation(span: NamedSpan, reading: Reading): Change | undefined {
  const isOperation = span.text.startsWith("Operation ") || /\bOperation:? ["“]?$/u.test(before(span, reading));
  return isOperation ? { label: "MISC" } : undefined;
}

// "St Edmund’s Catholic Primary School", "Metcalfe County Sheriff's Office": the name goes on to an institution.
const institutionPattern =
  /^(?:['’]s)?(?: \p{Lu}[\p{L}.]*){0,3} (?:Academy|Agency|Association|Bank|Board|Bureau|Center|Centre|Church|Club|College|Command|Committee|Council|Department|Foundation|Hospital|Institute|Ministry|Museum|Office|Party|Police|School|Service|Times|Tribune|University|Post)\b/u;

// "Bank of Japan", "Royal Bank of Scotland".
const institutionOfPattern =
  /^(?:Royal |National |Central )?(?:Bank|Church|Department|Institute|Ministry|University) of /u;

function institution(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label === "ORG" || reading.capitals[span.paragraph]) return undefined;
  if (institutionOfPattern.test(span.text)) return { label: "ORG" };
  return institutionPattern.test(after(span, reading)) ? { label: "ORG" } : undefined;
}

/** "HRW", "SDF": nobody is called by capitals alone in running text. */
function acronym({ text, label, paragraph }: NamedSpan, { capitals }: Reading): Change | undefined {
  return label === "PER" && !capitals[paragraph] && /^\p{Lu}{2,5}s?$/u.test(text) ? { label: "ORG" } : undefined;
}

// "U.S. Concern", "UK Opposition".
const abbreviatedFirst = /^(?:U\.S\.|US|U\.K\.|UK|EU)[\s-]/u;

/** "Syrian Opposition", "U.S.-Soviet": a person's name does not begin with an adjective of place. */
function adjectiveFirst({ text, label }: NamedSpan, { knowledge }: Reading): Change | undefined {
  const first = /^\S+(?=\s)/u.exec(text)?.[0] ?? "";
  const isAdjective = abbreviatedFirst.test(text) || knowledge.places.demonyms.has(first);
  return label === "PER" && isAdjective ? { label: "ORG" } : undefined;
}

/** "Colonel North", "Spokeswoman Sandy Holmes": a title makes a person of what was read as something else. */
function titled(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label === "PER" || span.label === "ORG") return undefined;
  const isTitle = (word: string): boolean => reading.knowledge.personTitles.has(word.replace(/\.$/u, "").toLowerCase());
  const first = /^(\p{Lu}[\p{L}.]+) (?=\p{Lu})/u.exec(span.text);
  if (first && isTitle(first[1]!)) return { label: "PER", start: span.start + first[0].length };
  return isAfterTitle(span, reading) ? { label: "PER" } : undefined;
}

/** "Lord Halifax" is a person, well known as the town may be. */
function isAfterTitle(span: NamedSpan, reading: Reading): boolean {
  const word = /(?<![\p{L}.])(\p{Lu}[\p{L}.]+) $/u.exec(before(span, reading))?.[1];
  return word !== undefined && reading.knowledge.personTitles.has(word.replace(/\.$/u, "").toLowerCase());
}

// ", 62, " but not ", 62 miles".
const agePattern = /^, \d{1,2}(?:,|\.$|\. |;)/u;

/** "his wife, Dora, 62, …": only people have an age. */
function aged(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label === "PER" || span.label === "ORG") return undefined;
  return agePattern.test(after(span, reading)) ? { label: "PER" } : undefined;
}

/** "Churchill" further down, once the article has said "Churchill, Man." */
function explainedTown({ text, label }: NamedSpan, { explained }: Reading): Change | undefined {
  return label !== "LOC" && explained.has(text) ? { label: "LOC" } : undefined;
}

/** "Churchill, Man.", "Beaver, West Virginia": there is a town of that name in what is named behind it. */
export function townInRegion(span: NamedSpan, reading: Pick<Reading, "texts" | "knowledge">): Change | undefined {
  if (span.label === "LOC") return undefined;
  const rest = /^, (\p{Lu}[^,;()]*)/u.exec(after(span, reading))?.[1];
  const tokens = rest?.split(/\s+/u) ?? [];
  const larger = findPlaceAt(reading.knowledge.places, tokens, 0)?.places ?? [];
  const towns = findPlaces(reading.knowledge.places, span.text);
  return towns.some((town) => larger.some((place) => isIn(town, place))) ? { label: "LOC" } : undefined;
}

function isIn(town: PlaceRecord, place: PlaceRecord): boolean {
  if (town.key === place.key || town.country === undefined || town.country !== place.country) return false;
  return place.kind === "country" || (place.kind === "region" && town.region === place.name);
}

/** "Mo." in "Joplin, Mo.": the region of the town before it. */
function regionOfTown(span: NamedSpan, { knowledge, neighbours }: Reading): Change | undefined {
  if (span.label === "LOC") return undefined;
  const town = neighbours(span).find(({ other, between }) => other.start < span.start && between === ", ")?.other;
  const towns = town ? findPlaces(knowledge.places, town.text) : [];
  const regions = [span.text, `${span.text}.`].flatMap((name) => findPlaces(knowledge.places, name));
  return regions.some((region) => towns.some((each) => isIn(each, region))) ? { label: "LOC" } : undefined;
}

/** "the Faulkners": a family is not one person. */
function family(span: NamedSpan, reading: Reading): Change | undefined {
  if (!span.text.endsWith("s") || !/\bthe $/iu.test(before(span, reading))) return undefined;
  return reading.nameParts.has(span.text.slice(0, -1)) ? { label: "MISC" } : undefined;
}

// "in Jordan", "from London": after these a name is a place's.
const placePrepositionPattern = /\b(?:across|at|from|in|inside|into|near|outside|through|toward|towards) (?:the )?$/iu;

/** "Jordan" after "Hamilton Jordan": the surname of somebody of the article, where no preposition makes it a place. */
function laterSurname(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label === "PER" || !reading.surnames.has(span.text) || reading.capitals[span.paragraph]) return undefined;
  return placePrepositionPattern.test(before(span, reading)) ? undefined : { label: "PER" };
}

/** Importance from which a place's name outweighs the tagger, unless the article has a person of that name. */
const wellKnownFrom = 45;
/** The same for a place in a country that the article speaks of, or beside other places. */
const knownHereFrom = 30;

function wellKnownPlace(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label === "LOC" || isAfterTitle(span, reading)) return undefined;
  return isWellKnown(span, reading) ? { label: "LOC" } : undefined;
}

function isWellKnown({ text }: NamedSpan, { knowledge, nameParts, countries }: Reading): boolean {
  const best = findPlaces(knowledge.places, text)[0];
  if (!best || best.ambiguous || nameParts.has(text)) return false;
  return best.importance >= (countries.has(best.country ?? "") ? knownHereFrom : wellKnownFrom);
}

/** "Bentley Park, Trinity Beach and Mooroobool": what stands in a row of places is one, if there is a place of that name. */
function placeAmongPlaces(span: NamedSpan, reading: Reading): Change | undefined {
  const { knowledge, nameParts, neighbours } = reading;
  if (span.label === "LOC" || nameParts.has(span.text)) return undefined;
  const inRow = neighbours(span).some(({ other, between }) => other.label === "LOC" && /^,? (?:and )?$/u.test(between));
  return inRow && findPlaces(knowledge.places, span.text).length > 0 ? { label: "LOC" } : undefined;
}

/** "Russia Crashes Syria-Bound Missiles": in a headline, where all is capitals, the name may end at its first words. */
function headlinePlace(span: NamedSpan, { knowledge }: Reading): Change | undefined {
  if (span.label !== "LOC" || span.paragraph > 0 || findPlaces(knowledge.places, span.text).length > 0)
    return undefined;
  const words = span.text.split(" ");
  const run = findPlaceAt(knowledge.places, words, 0);
  if (!run || run.length === words.length || run.places[0]!.importance < wellKnownFrom) return undefined;
  return { end: span.start + words.slice(0, run.length).join(" ").length };
}

/** The label that most of the article gives a name; a narrow majority changes nothing. */
function majority({ text, label }: NamedSpan, { votes }: Reading): Change | undefined {
  const row = votes.get(text) ?? new Map<Span["label"], number>();
  const best = [...row].reduce((a, b) => (b[1] > a[1] ? b : a), [label, 0] as const);
  return best[0] !== label && best[1] >= 2 * (row.get(label) ?? 0) ? { label: best[0] } : undefined;
}
