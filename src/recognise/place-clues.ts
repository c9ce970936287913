/** What the words around a span, and the gazetteer, say for its being a place. */

import { findPlaceAt, findPlaces, type PlaceRecord } from "../gazetteers/places.ts";
import { isAfterTitle } from "./person-clues.ts";
import { after, before, type Change, type NamedSpan, type Reading } from "./reading.ts";

/** "Churchill" further down, once the article has said "Churchill, Man." */
export function explainedTown({ text, label }: NamedSpan, { explained }: Reading): Change | undefined {
  return label !== "LOC" && explained.has(text) ? { label: "LOC" } : undefined;
}

// ", West Virginia" behind "Beaver".
const behindComma = /^, (\p{Lu}[^,;()]*)/u;

/** "Churchill, Man.", "Beaver, West Virginia": there is a town of that name in what is named behind it. */
export function townInRegion(span: NamedSpan, reading: Pick<Reading, "texts" | "knowledge">): Change | undefined {
  if (span.label === "LOC" || !reading.texts[span.paragraph]?.startsWith(", ", span.end)) return undefined;
  const rest = behindComma.exec(after(span, reading))?.[1];
  const tokens = rest?.split(/\s+/u) ?? [];
  const larger = findPlaceAt(reading.knowledge.places, tokens, 0)?.places ?? [];
  const towns = findPlaces(reading.knowledge.places, span.text);
  return towns.some((town) => larger.some((place) => isIn(town, place))) ? { label: "LOC" } : undefined;
}

function isIn(town: PlaceRecord, place: PlaceRecord): boolean {
  if (town.key === place.key || town.country === undefined || town.country !== place.country) return false;
  return place.kind === "country" || (place.kind === "region" && town.region === place.name);
}

/** Asked of every span, before any pattern is. */
function isBehindComma({ paragraph, start }: NamedSpan, { texts }: Reading): boolean {
  return texts[paragraph]?.startsWith(", ", start - ", ".length) ?? false;
}

// "Joplin, " before "Mo.", "New Bern, " before "N.C.".
const townBefore = /((?:\p{Lu}[\p{L}.'’-]+ ?){1,3}), $/u;

/** "Mo." in "Joplin, Mo.": the region of the town before it. */
export function regionOfTown(span: NamedSpan, reading: Reading): Change | undefined {
  const { places } = reading.knowledge;
  if (!isBehindComma(span, reading)) return undefined;
  const town = townBefore.exec(before(span, reading))?.[1];
  const towns = town === undefined ? [] : findPlaces(places, town);
  if (towns.length === 0) return undefined;
  const regions = [span.text, `${span.text}.`].flatMap((name) => findPlaces(places, name));
  return regions.some((region) => towns.some((each) => isIn(each, region))) ? { label: "LOC" } : undefined;
}

// ", passed through the Suez Canal" behind "the Bicester".
const behindName = /^(?:["”’)]?[,;:.!?)]|$| (?:and|was|were|is|are|has|have|had|will|would|at|in|\p{Ll}+ed)\b)/u;

/** "The minehunter Brecon followed the Bicester": a town has no article, but a ship, a newspaper or a pub has. */
export function articledTown(span: NamedSpan, reading: Reading): Change | undefined {
  if (!/\bthe $/u.test(before(span, reading))) return undefined;
  // "the Kent" of an article about the River Kent is no county.
  if (reading.rivers.has(span.text)) return { label: "MISC" };
  if (!behindName.test(after(span, reading))) return undefined;
  const { places } = reading.knowledge;
  const row = findPlaces(places, span.text);
  const isTown = row.length > 0 && row.every(({ kind }) => kind === "city");
  return isTown && findPlaces(places, `The ${span.text}`).length === 0 ? { label: "MISC" } : undefined;
}

/** "along the Shannon", read as a person: nobody has an article, and a river has. */
export function waterside(span: NamedSpan, reading: Reading): Change | undefined {
  const isRiver =
    span.label === "PER" &&
    reading.watersides.has(span.text) &&
    /\bthe (?:lower |upper )?$/u.test(before(span, reading));
  return isRiver ? { label: "LOC", confidence: borneOut } : undefined;
}

/** From here on the tagger is sure of a person, whatever towns there are. */
const surePerson = 0.95;

/**
 * "Talbott" of a paper of Tennessee, read as a person: nobody is called so in full, and there is a town of that name in a
 * state that is spoken of.
 */
export function townHere(span: NamedSpan, reading: Reading): Change | undefined {
  const { nameParts, knowledge, states } = reading;
  const { leaders, women, men } = knowledge.persons;
  const isBare =
    span.label === "PER" && span.confidence < surePerson && !/\s/u.test(span.text) && !nameParts.has(span.text);
  if (!isBare || states.size === 0 || isAfterTitle(span, reading)) return undefined;
  const given = span.text.toLowerCase();
  if (leaders.has(span.text) || women.has(given) || men.has(given)) return undefined;
  const isHere = findPlaces(knowledge.places, span.text).some(({ country, region }) =>
    states.has(`${country} ${region}`),
  );
  return isHere ? { label: "LOC", confidence: borneOut } : undefined;
}

/** Importance from which a place's name outweighs the tagger, unless the article has a person of that name. */
const wellKnownFrom = 45;

/** The same for a place in a country that the article speaks of, or beside other places. */
const knownHereFrom = 30;

/** "Raqqah" read as a person: a well-known place outweighs the tagger, but for a title before it. */
export function wellKnownPlace(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label === "LOC" || isAfterTitle(span, reading)) return undefined;
  return isWellKnown(span, reading) ? { label: "LOC" } : undefined;
}

function isWellKnown({ text, confidence }: NamedSpan, { knowledge, nameParts, countries }: Reading): boolean {
  const best = findPlaces(knowledge.places, text)[0];
  if (!best || best.ambiguous || nameParts.has(text)) return false;
  const isLikely = confidence < 0.5 || countries.has(best.country ?? "");
  return best.importance >= (isLikely ? knownHereFrom : wellKnownFrom);
}

/** Importance from which a place that is also somebody's name is meant behind a preposition: only places are near. */
const placeFrom: ReadonlyMap<string, number> = new Map([
  ["near", 0],
  ["in", 30],
  ["from", 60],
  ["outside", 30],
  ["of", 0],
  ["as", 0],
]);

/** Below this the tagger is not sure that somebody's name stands behind "from". */
const unsurePerson = 0.65;

// "from " before "Austin", "north of " before "Hearne".
const prepositionBefore =
  /\b(near|in|from|outside|(?<=\b(?:north|south|east|west|(?:north|south)(?:east|west)|outskirts) )of|(?<=\bas far (?:north|south|east|west) )as) $/iu;

/** "north of Hearne", "has offered from Austin", read as a person who has no other name: one is in a place, or comes from it. */
export function placeBehindPreposition(span: NamedSpan, reading: Reading): Change | undefined {
  const preposition = span.label === "PER" ? prepositionBefore.exec(before(span, reading))?.[1] : undefined;
  if (preposition === undefined || reading.nameParts.has(span.text)) return undefined;
  const [best] = findPlaces(reading.knowledge.places, span.text);
  const isUnsure = preposition === "from" && span.confidence < unsurePerson && !/\s/u.test(span.text);
  if (isUnsure || preposition === "as") return { label: "LOC", confidence: borneOut };
  const least = placeFrom.get(preposition.toLowerCase()) ?? Infinity;
  return best !== undefined && best.importance >= least ? { label: "LOC" } : undefined;
}

// ", 41, of " before "Malin".
const ageBefore = /(?:, \d{1,2}, | \(\d{1,2}\),? )of $/u;

// " of " between "Sen. Troy Jackson" and "Allagash".
const originBetween = /^,? of $/u;

/** "Troy Jackson of Allagash", "Craig Hollis, of Nelson police": a person of one name behind a person of two is where that one is from. */
function isOriginOf(span: NamedSpan, reading: Reading): boolean {
  // "Peter Doe of Kidder, Peabody": a firm of two names.
  if (/\s/u.test(span.text) || /^, \p{Lu}/u.test(after(span, reading))) return false;
  return reading.neighbours(span).some(({ other, between }) => {
    return other.label === "PER" && other.end < span.start && other.text.includes(" ") && originBetween.test(between);
  });
}

// " man gets 12 years" behind "Merrill", " mayor Rachel Reese" behind "Nelson".
const residentBehind =
  /^ (?:man|men|woman|women|couple|teen|teens|teenager|boy|girl|pensioner|residents?|motorist|mayor|MPs?|police|firefighters|publican|coach)\b/u;

/** "Merrill man gets 12 years", "Luis Arreola, 41, of Malin": where somebody is from, read as a person. */
export function residence(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label !== "PER" || reading.nameParts.has(span.text)) return undefined;
  if (ageBefore.test(before(span, reading)) || isOriginOf(span, reading)) return { label: "LOC" };
  const [best] = residentBehind.test(after(span, reading)) ? findPlaces(reading.knowledge.places, span.text) : [];
  return best && best.kind !== "country" ? { label: "LOC" } : undefined;
}

// "between " before "Calvert and Marlin", "between Calvert and " before "Marlin".
const betweenPattern = /\bbetween (?:(\p{Lu}[\p{L}'’-]+) and )?$/u;
const andPattern = /^ and (\p{Lu}[\p{L}'’-]+)/u;

/** "the third wreck between Calvert and Marlin", read as persons: there are places of both names. */
export function betweenPlaces(span: NamedSpan, reading: Reading): Change | undefined {
  const found = span.label === "PER" ? betweenPattern.exec(before(span, reading)) : null;
  if (!found || reading.nameParts.has(span.text)) return undefined;
  if (reading.neighbours(span).some(({ other, between }) => other.label === "LOC" && between === " and "))
    return { label: "LOC" };
  const other = found[1] ?? andPattern.exec(after(span, reading))?.[1] ?? "";
  const best = [span.text, other].map((name) => findPlaces(reading.knowledge.places, name)[0]);
  return best.every((place) => place !== undefined && !place.ambiguous) ? { label: "LOC" } : undefined;
}

/** "Bentley Park, Trinity Beach and Mooroobool": what stands in a row of places is one, if there is a place of that name. */
export function placeAmongPlaces(span: NamedSpan, reading: Reading): Change | undefined {
  const { knowledge, nameParts } = reading;
  if (span.label === "LOC" || nameParts.has(span.text)) return undefined;
  return isInRow(span, reading) && findPlaces(knowledge.places, span.text).length > 0 ? { label: "LOC" } : undefined;
}

// "the districts of Jolan and " before "Mualimeen".
const rowPattern =
  /\b(?:districts|towns|villages|cities|provinces|suburbs|neighbou?rhoods|counties|regions) of (?:(?:the )?\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)*(?:, | and |, and ))*$/u;

/** "the districts of Jolan and Mualimeen": what is said to be one of several places. */
export function placeInRow(span: NamedSpan, reading: Reading): Change | undefined {
  return span.label !== "LOC" && rowPattern.test(before(span, reading, 80)) ? { label: "LOC" } : undefined;
}

/** "Russia Crashes Syria-Bound Missiles", "Carrier Enters Arabian Sea": in a headline a name may be but the first or last words. */
export function headlinePlace(span: NamedSpan, { knowledge, headlines }: Reading): Change | undefined {
  if (span.label !== "LOC" || !headlines[span.paragraph] || findPlaces(knowledge.places, span.text).length > 0)
    return undefined;
  const words = span.text.split(" ");
  const run = findPlaceAt(knowledge.places, words, 0);
  if (run && run.length < words.length && run.places[0]!.importance >= wellKnownFrom) {
    return { end: span.start + words.slice(0, run.length).join(" ").length };
  }
  const first = words.findIndex((_, i) => i > 0 && isPlace(words.slice(i).join(" "), knowledge));
  return first > 0 ? { start: span.start + words.slice(0, first).join(" ").length + 1 } : undefined;
}

function isPlace(name: string, { places }: Reading["knowledge"]): boolean {
  const best = findPlaces(places, name)[0];
  return best !== undefined && !best.ambiguous && best.importance >= knownHereFrom;
}

/**
 * How sure an unambiguous place of some fame is at least that the tagger reads as a place, if without conviction: of such
 * spans in documents that it was not trained on seven in ten were right.
 */
const knownConfidence = 0.7;
const knownFrom = 20;

/** "Avdiivka", read as a place half-heartedly: the gazetteer knows it. */
export function knownPlace({ text, label, confidence }: NamedSpan, { knowledge }: Reading): Change | undefined {
  if (label !== "LOC" || confidence >= knownConfidence) return undefined;
  const best = findPlaces(knowledge.places, text)[0];
  return best && !best.ambiguous && best.importance >= knownFrom ? { confidence: knownConfidence } : undefined;
}

/** What the tagger makes of a place half-heartedly, and as how sure it counts where something bears it out. */
const [halfHearted, borneOut] = [0.4, 0.55];

// "off " before "Karawang", "residents of " before "Sandylands".
const locativeBefore =
  /\b(?:in|near|off|outside|(?:edge|natives?|outskirts|people|residents|streets|villagers) of(?: the)?) $/iu;

// "to meet Kaunda at " before "Livingstone".
const directionBefore = /\b(?:at|from|reached|through|to|towards?) $/iu;

/** "off Karawang", read as a place half-heartedly: where something is, is one; so is what a list knows, or stands in a row of them. */
export function borneOutPlace(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label !== "LOC" || span.confidence < halfHearted || span.confidence >= borneOut) return undefined;
  const words = before(span, reading);
  if (ageBefore.test(words)) return { confidence: borneOut };
  const isKnown = directionBefore.test(words) && findPlaces(reading.knowledge.places, span.text).length > 0;
  return isKnown || locativeBefore.test(words) || isInRow(span, reading) ? { confidence: borneOut } : undefined;
}

/** "Motueka, Richmond and St Arnaud": whether a place stands right beside a span. */
function isInRow(span: NamedSpan, { neighbours }: Reading): boolean {
  return neighbours(span).some(({ other, between }) => other.label === "LOC" && /^,? (?:and )?$/u.test(between));
}

// "River Tay", "Mount Hermon", "Loch Ness"; "Tyne Valley", "Cape Cod Bay".
const featurePattern =
  /^(?:Bay of|Cape|Gulf of|Isle of|Lake|Loch|Lough|Mount|River|Strait of) \p{Lu}\p{L}+$|^\p{Lu}\p{L}+ (?:\p{Lu}\p{L}+ )?(?:Bay|Canyon|Creek|Desert|Firth|Glacier|Gorge|Island|Islands|Lake|Mountains|Peninsula|Plateau|River|Saddle|Sound|Strait|Valley)$/u;

// "Mt Arthur".
const mountainPattern = /^(?:Mount|Mt\.?|Loch|Lough) \p{Lu}\p{L}+$/u;

/** "Mt Arthur", read as a person: a mountain may be called after one. */
export function mountain({ text, label }: NamedSpan): Change | undefined {
  return label === "PER" && mountainPattern.test(text) ? { label: "LOC" } : undefined;
}

/** Whether a name says by itself that it is one of a river, a lake, an island and the like. */
export function isFeature(text: string): boolean {
  return featurePattern.test(text);
}

/** "River Tay", of which the tagger could make little: the word says what it is. */
export function feature({ text, label, confidence }: NamedSpan): Change | undefined {
  if (confidence >= knownConfidence || label === "PER" || !isFeature(text)) return undefined;
  return { label: "LOC", confidence: knownConfidence };
}
