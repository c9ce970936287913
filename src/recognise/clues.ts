/** What the words around a span, or the lists, say against the label that the tagger gave it. */

import type { Span } from "../types.ts";
import {
  acronym,
  adjectiveFirst,
  aged,
  bareTitle,
  family,
  givenNameFirst,
  kin,
  kunya,
  laterSurname,
  namesake,
  ruler,
  ship,
  titled,
} from "./person-clues.ts";
import {
  articledTown,
  betweenPlaces,
  borneOutPlace,
  explainedTown,
  feature,
  headlinePlace,
  knownPlace,
  mountain,
  placeAmongPlaces,
  placeBehindPreposition,
  placeInRow,
  regionOfTown,
  residence,
  townInRegion,
  waterside,
  wellKnownPlace,
} from "./place-clues.ts";
import { findPlaces } from "../gazetteers/places.ts";
import { after, before, type Change, type Clue, type NamedSpan, type Reading } from "./reading.ts";

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
  body,
  bank,
  bodyOfCountry,
  weather,
  mountain,
  firm,
  numbered,
  company,
  ruler,
  unlessSure(givenNameFirst),
  kunya,
  acronym,
  adjectiveFirst,
  unlessSure(titled),
  aged,
  townInRegion,
  explainedTown,
  regionOfTown,
  residence,
  waterside,
  articledTown,
  family,
  laterSurname,
  wellKnownPlace,
  placeInRow,
  placeBehindPreposition,
  betweenPlaces,
  unlessSure(placeAmongPlaces),
  unlessSure(headlinePlace),
  feature,
  majority,
  knownPlace,
  borneOutPlace,
  kin,
];

/** From here on the tagger is right more often than these clues are against it, in documents that it was not trained on. */
const sure = 0.7;

function unlessSure(clue: Clue): Clue {
  return (span, reading) => (span.confidence < sure ? clue(span, reading) : undefined);
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

// "-24s" behind "Soviet Mi".
const numberBehind = /^-\p{N}/u;

/** "Soviet Mi" in "Soviet Mi-24s": the span ends inside a designation. */
function designation(span: NamedSpan, reading: Reading): Change | undefined {
  return span.label !== "MISC" && numberBehind.test(after(span, reading)) ? { label: "MISC" } : undefined;
}

/** "Operation Sayeed": what an operation is called. */
function operation(span: NamedSpan, reading: Reading): Change | undefined {
  const isOperation = span.text.startsWith("Operation ") || /\bOperation:? ["“]?$/u.test(before(span, reading));
  return isOperation ? { label: "MISC" } : undefined;
}

// "St Edmund’s Catholic Primary School", "Metcalfe County Sheriff's Office": the name goes on to an institution.
const institutionPattern =
  /^(?:['’]s)?(?: \p{Lu}[\p{L}.]*){0,3} (?:Academy|Agency|Association|Bank|Board|Bureau|Center|Centre|Church|Club|College|Command|Committee|Council|Department|Foundation|Hospital|Institute|Ministry|Museum|Office|Party|Police|School|Service|Times|Tribune|University|Post|Co|Corp|Inc|Ltd|PLC|Plc)\b/u;

// "Bank of Japan", "Royal Bank of Scotland".
const institutionOfPattern =
  /^(?:Royal |National |Central )?(?:Bank|Church|Department|Institute|Ministry|University) of /u;

// "the Bank of" before "Japan", "Air" before "France", "University of Maine at" before "Presque Isle".
const institutionBeforePattern =
  /\b(?:Air|University of \p{Lu}\p{Ll}+(?: at)|(?:Bank|Church|Department|Institute|Ministry|University) of(?: the)?|Ministry for|Radio|Royal) $/u;

function institution(span: NamedSpan, reading: Reading): Change | undefined {
  if (reading.capitals[span.paragraph]) return undefined;
  const isPart = span.label !== "PER" && institutionBeforePattern.test(before(span, reading));
  if (isPart || institutionOfPattern.test(span.text)) return { label: "ORG" };
  if (span.label === "ORG") return undefined;
  if (isOwner(span, reading)) return undefined;
  return institutionPattern.test(after(span, reading)) ? { label: "ORG" } : undefined;
}

// "'s John Hunter Hospital" behind "Newcastle".
const ownedPattern = /^['’]s \p{Lu}\p{L}+ \p{Lu}/u;

/** Importance from which a place has institutions that are called after something else. */
const ownerFrom = 50;

/** "Newcastle's John Hunter Hospital": a city, and what stands in it. */
function isOwner(span: NamedSpan, reading: Reading): boolean {
  const best = span.label === "LOC" ? findPlaces(reading.knowledge.places, span.text)[0] : undefined;
  return best !== undefined && best.importance >= ownerFrom && ownedPattern.test(after(span, reading));
}

// "Black Sea Fleet", "Iraqi Army", "Hudson's Bay Company".
const bodyPattern =
  / (?:Army|Battalion|Brigade|Company|Corporation|Corps|Division|Fleet|Front|Guard|Ltd|Newspapers|PLC|Regiment|Squadron)$/u;

/** "Black Sea Fleet", "Hudson's Bay Company": an armed body or a firm is no place, whatever it is called after. */
function body({ text, label }: NamedSpan): Change | undefined {
  return label === "LOC" && bodyPattern.test(text) ? { label: "ORG" } : undefined;
}

// "stockbrokers " before "Geddes Milne", "brokers Wardell and " before "Lyle".
const firmBefore =
  /\b(?:airline|auctioneers|band|brokerage|brokers|chain|charity|conglomerate|firm|stockbrokers|subsidiary|supermarket) (?:\p{Lu}\p{L}+ and )?$/u;

/** "stockbrokers Geddes Milne", "the salvage firm Smit Tak": said to be a firm. */
function firm(span: NamedSpan, reading: Reading): Change | undefined {
  return span.label === "PER" && firmBefore.test(before(span, reading)) ? { label: "ORG" } : undefined;
}

// "5th " before "Fleet".
const ordinalBefore = /\b\p{N}{1,3}(?:st|nd|rd|th) $/u;

/** "the U.S. 5th Fleet", "the 101st Airborne": what is counted off is no place of that name. */
function numbered(span: NamedSpan, reading: Reading): Change | undefined {
  const isCounted = span.label === "LOC" && ordinalBefore.test(before(span, reading));
  return isCounted ? { label: "MISC" } : undefined;
}

// "IDA Ireland".
const initialsAndWord = /^\p{Lu}{2,5} (\p{Lu}\p{Ll}+)$/u;

/** "IDA Ireland", "KPMG Australia": initials and a country are a body's name. */
function bodyOfCountry({ text, label, paragraph }: NamedSpan, { knowledge, capitals }: Reading): Change | undefined {
  const name = label === "ORG" || capitals[paragraph] ? undefined : initialsAndWord.exec(text)?.[1];
  if (name === undefined) return undefined;
  return findPlaces(knowledge.places, name)[0]?.kind === "country" ? { label: "ORG" } : undefined;
}

// "Storm Desmond".
const stormPattern = /^(?:Cyclone|Hurricane|Storm|Typhoon|Tropical Storm) \p{Lu}/u;
const stormBefore = /\b(?:Cyclone|Hurricane|[Ss]torm|Typhoon) $/u;

/** "Storm Desmond", "Hurricane Mitch": bad weather has given names, and is nobody. */
function weather(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label !== "PER" && span.label !== "LOC") return undefined;
  return stormPattern.test(span.text) || stormBefore.test(before(span, reading)) ? { label: "MISC" } : undefined;
}

// "Banco del Pacifico Sur".
const bankPattern = /^(?:Banc[ao]|Banque|Bank|Banka) \p{L}/u;

/** "Banco del Pacifico Sur", read as a place or a person: a bank. */
function bank({ text, label }: NamedSpan): Change | undefined {
  return label !== "ORG" && bankPattern.test(text) ? { label: "ORG" } : undefined;
}

/** "Suzuki": a firm, unless the article has a person of that name. */
function company({ text, label }: NamedSpan, { knowledge, nameParts }: Reading): Change | undefined {
  const isFirm = label === "PER" && knowledge.companies.has(text) && !nameParts.has(text);
  return isFirm ? { label: "ORG" } : undefined;
}

/** The label that most of the article gives a name; a narrow majority changes nothing. */
function majority({ text, label }: NamedSpan, { votes }: Reading): Change | undefined {
  const row = votes.get(text) ?? new Map<Span["label"], number>();
  const best = [...row].reduce((a, b) => (b[1] > a[1] ? b : a), [label, 0] as const);
  return best[0] !== label && best[1] >= 2 * (row.get(label) ?? 0) ? { label: best[0] } : undefined;
}
