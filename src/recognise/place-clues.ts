/** What the words around a span, and the gazetteer, say for its being a place. */

import { findPlaceAt, findPlaces, type PlaceRecord } from "../gazetteers/places.ts";
import { isAfterTitle } from "./person-clues.ts";
import { after, type Change, type NamedSpan, type Reading } from "./reading.ts";

/** "Churchill" further down, once the article has said "Churchill, Man." */
export function explainedTown({ text, label }: NamedSpan, { explained }: Reading): Change | undefined {
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
export function regionOfTown(span: NamedSpan, { knowledge, neighbours }: Reading): Change | undefined {
  if (span.label === "LOC") return undefined;
  const town = neighbours(span).find(({ other, between }) => other.start < span.start && between === ", ")?.other;
  const towns = town ? findPlaces(knowledge.places, town.text) : [];
  const regions = [span.text, `${span.text}.`].flatMap((name) => findPlaces(knowledge.places, name));
  return regions.some((region) => towns.some((each) => isIn(each, region))) ? { label: "LOC" } : undefined;
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

function isWellKnown({ text }: NamedSpan, { knowledge, nameParts, countries }: Reading): boolean {
  const best = findPlaces(knowledge.places, text)[0];
  if (!best || best.ambiguous || nameParts.has(text)) return false;
  return best.importance >= (countries.has(best.country ?? "") ? knownHereFrom : wellKnownFrom);
}

/** "Bentley Park, Trinity Beach and Mooroobool": what stands in a row of places is one, if there is a place of that name. */
export function placeAmongPlaces(span: NamedSpan, reading: Reading): Change | undefined {
  const { knowledge, nameParts, neighbours } = reading;
  if (span.label === "LOC" || nameParts.has(span.text)) return undefined;
  const inRow = neighbours(span).some(({ other, between }) => other.label === "LOC" && /^,? (?:and )?$/u.test(between));
  return inRow && findPlaces(knowledge.places, span.text).length > 0 ? { label: "LOC" } : undefined;
}

/** "Russia Crashes Syria-Bound Missiles": in a headline, where all is capitals, the name may end at its first words. */
export function headlinePlace(span: NamedSpan, { knowledge }: Reading): Change | undefined {
  if (span.label !== "LOC" || span.paragraph > 0 || findPlaces(knowledge.places, span.text).length > 0)
    return undefined;
  const words = span.text.split(" ");
  const run = findPlaceAt(knowledge.places, words, 0);
  if (!run || run.length === words.length || run.places[0]!.importance < wellKnownFrom) return undefined;
  return { end: span.start + words.slice(0, run.length).join(" ").length };
}
