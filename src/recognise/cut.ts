/** Cuts spans that hold more than one name, or a name and what is said of it. */

import { isGivenName } from "../gazetteers/persons.ts";
import { findPlaces } from "../gazetteers/places.ts";
import type { Knowledge } from "./knowledge.ts";
import type { NamedSpan } from "./reading.ts";

/** The names of a span, in order; most spans are one. `isHeadline`: the text is set in capitals or capitalised throughout. */
export function cutSpan(span: NamedSpan, isHeadline: boolean, knowledge: Knowledge): NamedSpan[] {
  if (!span.text.includes(" ") || findPlaces(knowledge.places, span.text).length > 0) return [span];
  const whole = afterTitles(afterJob(afterNear(beforeWeekday(afterFullStop(span)), knowledge)), knowledge);
  return (
    (isHeadline ? atVerb(whole, knowledge) : undefined) ??
    atParty(whole, knowledge) ??
    atPreposition(whole, knowledge) ??
    atConjunction(whole, knowledge) ??
    atTitle(whole, knowledge) ??
    atPossessive(whole, knowledge) ??
    placeBeforeName(whole, knowledge) ??
    nameOfPlace(whole, knowledge) ??
    nameOfCountry(whole, knowledge) ??
    townAndRegion(whole, knowledge) ?? [beforeNoun(whole, knowledge)]
  );
}

function part(span: NamedSpan, from: number, to = span.text.length): NamedSpan {
  return { ...span, start: span.start + from, end: span.start + to, text: span.text.slice(from, to) };
}

// "Moadamiyah. " before "Ban Ki-moon".
const sentencePattern = /^.*\p{Ll}{5}\. (?=\p{Lu})/u;

/** "Moadamiyah. Ban Ki-moon": what stands behind a full stop that ends no title and no initial is another name. */
function afterFullStop(span: NamedSpan): NamedSpan {
  const first = sentencePattern.exec(span.text)?.[0];
  return first === undefined ? span : part(span, first.length);
}

/** "Near Ayn Isa": a preposition that opens a sentence, and the place behind it. */
function afterNear(span: NamedSpan, { places }: Knowledge): NamedSpan {
  if (span.label === "MISC" || !span.text.startsWith("Near ")) return span;
  const place = part(span, "Near ".length);
  return findPlaces(places, place.text).length > 0 ? { ...place, label: "LOC" } : place;
}

// "Angelina County Jail Tuesday".
const weekdayPattern = /^(\S+ (?:.+ )?\p{Lu}\S*) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/u;

/** "Angelina County Jail" of "Angelina County Jail Tuesday": American papers say the day without a preposition. */
function beforeWeekday(span: NamedSpan): NamedSpan {
  const length = span.label === "MISC" ? undefined : weekdayPattern.exec(span.text)?.[1]?.length;
  return length === undefined ? span : part(span, 0, length);
}

// "Éireann forecaster " before "Siobhán Ruane".
const jobPattern =
  /^\S+ (?!abdul |bint |delas? |dell[aeo] |delos |ould |vand[ae]n |vander |walad )\p{Ll}{4,} (?=\p{Lu}\S+ \p{Lu}\S+$)/u;

/** "Siobhán Ruane" of "Éireann forecaster Siobhán Ruane": behind what somebody is stands who it is. */
function afterJob(span: NamedSpan): NamedSpan {
  const job = span.label === "PER" ? jobPattern.exec(span.text)?.[0] : undefined;
  return job === undefined ? span : { ...part(span, job.length), confidence: Math.max(span.confidence, listed) };
}

// "Minister" of "Office Minister Tobias".
const wordBeforeName = /[^\s-]+(?= \p{Lu})/gu;

/** "Tobias Ellwood" of "Office Minister Tobias Ellwood": the last title before a name, and all before it, are not of the name. */
function afterTitles(span: NamedSpan, { persons }: Knowledge): NamedSpan {
  if (span.label !== "PER") return span;
  let from = 0;
  for (const { 0: word, index } of span.text.matchAll(wordBeforeName)) {
    const title = word.replace(/\.$/u, "").toLowerCase();
    const isSurname = index > 0 && (surnames.has(word) || persons.jobs.has(title));
    const isGiven = isGivenName(title, span.text.slice(index + word.length + 1), persons);
    if (!isSurname && !isGiven && persons.titles.has(title)) from = index + word.length + 1;
  }
  return from === 0 ? span : part(span, from);
}

// Titles that are as often surnames: "Martin Luther King Jr.".
const surnames: ReadonlySet<string> = new Set(
  "Abbot Bishop Chancellor Chief Dean Duke Earl Judge King Knight Lord Major Marshal Pope Prince Squire".split(" "),
);

// "RESIGNS" of "BRANDT RESIGNS".
const laterWord = /(?<= )\p{L}+/gu;

/** "BRANDT RESIGNS", "Carrier Enters Arabian Sea": a headline's name ends before what is said of it, or begins behind it. */
function atVerb(span: NamedSpan, knowledge: Knowledge): NamedSpan[] | undefined {
  for (const { 0: word, index } of span.text.matchAll(laterWord)) {
    if (!knowledge.headlineVerbs.has(word.toLowerCase())) continue;
    const sides = [part(span, 0, index - 1), part(span, Math.min(index + word.length + 1, span.text.length))];
    return placesAmong(sides, knowledge) ?? sides.slice(0, 1);
  }
  return undefined;
}

/** Those of some stretches that are places beyond doubt. */
function placesAmong(sides: readonly NamedSpan[], { places }: Knowledge): NamedSpan[] | undefined {
  const known = sides.filter(({ text }) => findPlaces(places, text).some((place) => !place.ambiguous));
  if (known.length === 0) return undefined;
  return known.map((side) => ({ ...side, label: "LOC" as const, confidence: Math.max(side.confidence, listed) }));
}

/** How sure a place is that the gazetteer found in what the tagger could make nothing of. */
const listed = 0.7;

// "Taiwan Strait on Saturday", "Flood on the Yangtze": no name goes on behind these.
const prepositionPattern = / (?:about|after|against|at|before|from|in|into|near|on|over|through|to|with) (?:the )?/iu;

// " Democrat" of "Illinois Democrat".
const partyPattern = / (?:Democrat|Republican)s?$/u;

/** "Illinois Democrat": a state, and what somebody is in it. */
function atParty(span: NamedSpan, knowledge: Knowledge): NamedSpan[] | undefined {
  const found = partyPattern.exec(span.text);
  const state = found ? part(span, 0, found.index) : undefined;
  // "The Tallahassee Democrat" is a newspaper.
  const isState = state !== undefined && findPlaces(knowledge.places, state.text).some(({ kind }) => kind === "region");
  return isState ? [{ ...state, label: "LOC", confidence: Math.max(state.confidence, listed) }] : undefined;
}

/** The places on both sides of a preposition; what else stands there was half a name at best. */
function atPreposition(span: NamedSpan, knowledge: Knowledge): NamedSpan[] | undefined {
  const found = prepositionPattern.exec(span.text);
  if (!found) return undefined;
  return placesAmong([part(span, 0, found.index), part(span, found.index + found[0].length)], knowledge);
}

// " station" of "Kramatorsk station".
const lastNoun = / \p{Ll}+$/u;

/** Below this the tagger's reading of several words as one thing is worth less than what the gazetteer knows of them. */
const doubtful = 0.5;

/** The same where both halves are places by themselves. */
const doubtfulPair = 0.65;

/** Importance from which a place of a pair is known well enough to speak for the other: "Carlisle and Appleby". */
const pairFrom = 40;

/** "Tayside and Fife", "Carlisle and Appleby", read as an organisation without conviction: two places. */
function atConjunction(span: NamedSpan, { places, persons }: Knowledge): NamedSpan[] | undefined {
  const middle = span.text.indexOf(" and ");
  if (middle < 0 || span.label === "PER" || span.confidence >= doubtfulPair) return undefined;
  const sides = [part(span, 0, middle), part(span, middle + " and ".length)];
  const best = sides.map(({ text }) => findPlaces(places, text)[0]);
  if (!best.every((place) => place !== undefined) || !best.some(({ importance }) => importance >= pairFrom))
    return undefined;
  // "children of Angus and Florence".
  const isCouple = sides.every(
    ({ text }) => persons.women.has(text.toLowerCase()) || persons.men.has(text.toLowerCase()),
  );
  if (isCouple) return undefined;
  return sides.map((side) => ({ ...side, label: "LOC", confidence: Math.max(side.confidence, listed) }));
}

// " of General Khalifa Haftar": a title inside, and two words behind it.
const ofTitlePattern = / of ((?:\p{Lu}[\p{L}.]+ )+)(?=\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+$)/u;

/** "Libyan National Army of General Khalifa Haftar": a body, and who leads it. */
function atTitle(span: NamedSpan, { persons }: Knowledge): NamedSpan[] | undefined {
  const found = span.label === "ORG" ? ofTitlePattern.exec(span.text) : null;
  const words = found?.[1]?.trim().toLowerCase().replaceAll(".", "").split(" ") ?? [];
  if (!found || !words.every((word) => persons.personTitles.has(word))) return undefined;
  const name = part(span, found.index + found[0].length);
  return [part(span, 0, found.index), { ...name, label: "PER", confidence: listed }];
}

/** "Israel's Iron Dome", read as one place: the country, and something that it has. */
function atPossessive(span: NamedSpan, { places }: Knowledge): NamedSpan[] | undefined {
  const owner = span.label === "LOC" ? /^.*?(?=['’]s )/u.exec(span.text)?.[0] : undefined;
  const isPlace = owner !== undefined && findPlaces(places, owner).some((place) => !place.ambiguous);
  if (!isPlace) return undefined;
  const rest = part(span, owner.length + "'s ".length);
  const label = findPlaces(places, rest.text).length > 0 ? "LOC" : "MISC";
  return [
    { ...part(span, 0, owner.length), confidence: listed },
    { ...rest, label },
  ];
}

// "Middle East" of "Middle East Tobias Ellwood": two words, and two behind them.
const twoAndTwo = /^(\p{Lu}\p{L}+ \p{Lu}\p{L}+) \p{Lu}\p{L}+ \p{Lu}[\p{L}-]+$/u;

/** "Minister for the Middle East Tobias Ellwood": a place, and the name of whoever looks after it. */
function placeBeforeName(span: NamedSpan, knowledge: Knowledge): NamedSpan[] | undefined {
  const least = span.label === "LOC" ? doubtfulPair : doubtful;
  const length = span.confidence < least ? twoAndTwo.exec(span.text)?.[1]?.length : undefined;
  if (length === undefined) return undefined;
  const rest = span.text.slice(length + 1);
  if (findPlaces(knowledge.places, rest).length > 0 || knowledge.persons.things.has(rest.split(" ")[1]!))
    return undefined;
  const found = placesAmong([part(span, 0, length)], knowledge);
  return found && [...found, { ...part(span, length + 1), label: "PER", confidence: listed }];
}

// "Roy Blunt of Missouri": a name of two words, and where its bearer is from; "Islamic State of Iraq" is one name.
const nameAndOrigin =
  /^(\p{Lu}\p{Ll}+ (?!(?:Bank|Board|Church|College|Council|Front|Government|Institute|Movement|Party|Republic|School|State|Union|University)\b)\p{Lu}\p{Ll}+) of \p{Lu}/u;

// "Kika de la Garza of Texas".
const particlesAndOrigin = /^(\p{Lu}\p{Ll}+ (?:(?:al|bin|de|del|den|der|la|van|von) )+\p{Lu}\p{Ll}+) of \p{Lu}/u;

/** "Roy Blunt of Missouri", read as one thing without conviction: a person and a place. */
function nameOfPlace(span: NamedSpan, knowledge: Knowledge): NamedSpan[] | undefined {
  const plain = span.confidence < doubtful ? nameAndOrigin.exec(span.text) : null;
  const length = (plain ?? particlesAndOrigin.exec(span.text))?.[1]?.length;
  if (length === undefined) return undefined;
  const found = placesAmong([part(span, length + " of ".length)], knowledge);
  return found && [{ ...part(span, 0, length), label: "PER", confidence: listed }, ...found];
}

// "Saint-Gobain of France", "Nissan of Japan": one word and a country; "Bank of Japan" and "Brothers of Italy" are one name.
const nameAndCountry =
  /^(?!(?:Academy|Bank|Church|Council|Federation|House|Kingdom|League|Ministry|Museum|Party|Radio|Republic|Society|State|Union|University|Voice) )(\p{Lu}[\p{L}&-]{3,30}(?<!s)) of (?:the )?\p{Lu}/u;

/** "Saint-Gobain of France", read as one body: a firm, and the country that it is from. */
function nameOfCountry(span: NamedSpan, knowledge: Knowledge): NamedSpan[] | undefined {
  const length = span.label === "ORG" ? nameAndCountry.exec(span.text)?.[1]?.length : undefined;
  if (length === undefined) return undefined;
  const from = length + / of (?:the )?/u.exec(span.text.slice(length))![0].length;
  const country = part(span, from);
  if (findPlaces(knowledge.places, country.text)[0]?.kind !== "country") return undefined;
  return [part(span, 0, length), { ...country, label: "LOC", confidence: listed }];
}

/** "Kramatorsk station": the noun in small letters is not of the place's name. */
function beforeNoun(span: NamedSpan, { places }: Knowledge): NamedSpan {
  const noun = lastNoun.exec(span.text);
  const isNamed =
    span.label === "LOC" && noun !== null && findPlaces(places, span.text.slice(0, noun.index)).length > 0;
  return isNamed ? part(span, 0, noun.index) : span;
}

/** "Alvin, Texas": two places, the one in the other. */
function townAndRegion(span: NamedSpan, { places }: Knowledge): NamedSpan[] | undefined {
  const comma = span.text.lastIndexOf(", ");
  if (span.label !== "LOC" || comma < 0) return undefined;
  const region = part(span, comma + 2);
  const isRegion = [region.text, `${region.text}.`].some((name) => {
    return findPlaces(places, name).some(({ kind }) => kind === "region" || kind === "country");
  });
  return isRegion ? [part(span, 0, comma), region] : undefined;
}
