/** What says that a name that was read as a person's is a place's: towns, most of them, that are also surnames. */

import { findPlaces } from "../gazetteers/places.ts";
import { isResident } from "../names.ts";
import { isAfterTitle } from "./person-clues.ts";
import { after, before, borneOut, type Change, type NamedSpan, type Reading } from "./reading.ts";

/** "along the Shannon", read as a person: nobody has an article, and a river has. */
export function waterside(span: NamedSpan, reading: Reading): Change | undefined {
  const isArticled = span.label === "PER" && /\bthe (?:lower |upper )?$/u.test(before(span, reading));
  const isRiver = isArticled && reading.watersides().has(span.text);
  return isRiver ? { label: "LOC", confidence: borneOut } : undefined;
}

/** From here on the tagger is sure of a person, whatever towns there are. */
const surePerson = 0.95;

// "Parsons told the jury", "a jury convicted Denton".
const doingBehind =
  /^ (?:added|asked|denied|fired|pleaded|said|says|shot|testified|told|was (?:acquitted|arrested|charged|convicted|jailed|sentenced)|who)\b/u;
const doneBefore = /\b(?:accused|acquitted|arrested|asked|charged|convicted|sentenced|shot|sued|told) $/u;

/**
 * "Talbott" of a paper of Tennessee, read as a person: nobody is called so in full, and there is a town of that name in a
 * state that is spoken of.
 */
export function townHere(span: NamedSpan, reading: Reading): Change | undefined {
  const { nameParts, knowledge, states } = reading;
  const { leaders, women, men, commonSurnames } = knowledge.persons;
  const isBare =
    span.label === "PER" && span.confidence < surePerson && !/\s/u.test(span.text) && !nameParts.has(span.text);
  if (!isBare || states.size === 0 || isAfterTitle(span, reading)) return undefined;
  const given = span.text.toLowerCase();
  if (leaders.has(span.text) || [women, men, commonSurnames].some((names) => names.has(given))) return undefined;
  if (isActing(span, reading)) return undefined;
  const isHere = findPlaces(knowledge.places, span.text).some(({ country, region }) =>
    states.has(`${country} ${region}`),
  );
  return isHere ? { label: "LOC", confidence: borneOut } : undefined;
}

/** Whether something is said of a name that only people do, or that is done to people only. */
function isActing(span: NamedSpan, reading: Reading): boolean {
  return doingBehind.test(after(span, reading)) || doneBefore.test(before(span, reading));
}

/** Importance from which a place's name outweighs the tagger, unless the article has a person of that name. */
export const wellKnownFrom = 45;

/** The same for a place in a country that the article speaks of, or beside other places. */
export const knownHereFrom = 30;

/** "Raqqah" read as a person: a well-known place outweighs the tagger, but for a title before it. */
export function wellKnownPlace(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label === "LOC" || isAfterTitle(span, reading)) return undefined;
  return isWellKnown(span, reading) ? { label: "LOC" } : undefined;
}

/** Importance from which a place speaks for its government: "Baghdad said". */
const actingFrom = 50;

function isWellKnown(span: NamedSpan, reading: Reading): boolean {
  const { text, confidence, label } = span;
  const { knowledge, nameParts, countries } = reading;
  const best = findPlaces(knowledge.places, text)[0];
  if (!best || best.ambiguous || nameParts.has(text)) return false;
  if (label === "PER" && best.importance < actingFrom && isActing(span, reading)) return false;
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
]);

/** Below this the tagger is not sure that somebody's name stands behind "from". */
const unsurePerson = 0.65;

// "from " before "Austin", "north of " before "Hearne".
const prepositionBefore =
  /\b(near|in|from|outside|(?<=\b(?:north|south|east|west|(?:north|south)(?:east|west)|outskirts) )of|(?<=\bas far (?:north|south|east|west) )as) $/iu;

/** "north of Hearne", "has offered from Austin", read as a person who has no other name: one is in a place, or comes from it. */
export function placeBehindPreposition(span: NamedSpan, reading: Reading): Change | undefined {
  const preposition =
    span.label === "PER" ? prepositionBefore.exec(before(span, reading))?.[1]?.toLowerCase() : undefined;
  if (preposition === undefined || reading.nameParts.has(span.text)) return undefined;
  const [best] = findPlaces(reading.knowledge.places, span.text);
  const isUnsure = preposition === "from" && span.confidence < unsurePerson && !/\s/u.test(span.text);
  if (isUnsure || preposition === "as") return { label: "LOC", confidence: borneOut };
  const least = placeFrom.get(preposition) ?? Infinity;
  return best !== undefined && best.importance >= least ? { label: "LOC" } : undefined;
}

/** ", 41, of " before "Malin". */
export const ageBefore = /(?:, \d{1,2}, | \(\d{1,2}\),? )of $/u;

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

// " mayor Rachel Reese" behind "Nelson".
const officeBehind = /^ (?:mayor|MPs?|police(?! reform)|firefighters|publican|coach)\b/u;

/** From here on the tagger is sure that a name before "man" is a family's. */
const sureSurname = 0.8;

/** "Merrill man gets 12 years", "Luis Arreola, 41, of Malin": where somebody is from, read as a person. */
export function residence(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label !== "PER" || reading.nameParts.has(span.text)) return undefined;
  if (ageBefore.test(before(span, reading))) return { label: "LOC" };
  const [best] = findPlaces(reading.knowledge.places, span.text);
  // "Tom Smith of Shearson said": he works there.
  if (isOriginOf(span, reading))
    return { label: best || !/^ s(?:aid|ays)\b/u.test(after(span, reading)) ? "LOC" : "MISC" };
  if (!best || best.kind === "country") return undefined;
  const isHome = officeBehind.test(after(span, reading)) || isOfTown(span, reading);
  return isHome ? { label: "LOC" } : undefined;
}

/** "Merrill man", but not "the Ramsey girl" and "Johnson men". */
function isOfTown(span: NamedSpan, reading: Reading): boolean {
  const { leaders, commonSurnames } = reading.knowledge.persons;
  const isSurname = leaders.has(span.text) || commonSurnames.has(span.text.toLowerCase());
  if (isSurname || span.confidence >= sureSurname || /\b[Tt]he $/u.test(before(span, reading))) return false;
  return isResident(after(span, reading));
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
