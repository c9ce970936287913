/** What the words around a span, and the gazetteer, say for its being a place. */

import { findPlaceAt, findPlaces, type PlaceRecord } from "../gazetteers/places.ts";
import { after, before, borneOut, type Change, type NamedSpan, type Reading } from "./reading.ts";
import { ageBefore, knownHereFrom, wellKnownFrom } from "./town-clues.ts";

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
  const { places } = reading.knowledge;
  const row = findPlaces(places, span.text);
  // "the Kent" of an article about the River Kent is no county; "the Severn" is the river.
  if (reading.rivers().has(span.text)) return row.some(({ kind }) => kind === "water") ? undefined : { label: "MISC" };
  if (!behindName.test(after(span, reading))) return undefined;
  const isTown = row.length > 0 && row.every(({ kind }) => kind === "city");
  return isTown && findPlaces(places, `The ${span.text}`).length === 0 ? { label: "MISC" } : undefined;
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

/** What the tagger makes of a place half-heartedly. */
const halfHearted = 0.4;

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
