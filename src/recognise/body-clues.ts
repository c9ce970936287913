/** What the words around a span say for its being a body: an institution, a firm, an armed force. */

import { findPlaces } from "../gazetteers/places.ts";
import { after, before, type Change, type NamedSpan, type Reading } from "./reading.ts";

// "St Edmund’s Catholic Primary School", "Metcalfe County Sheriff's Office": the name goes on to an institution.
const institutionPattern =
  /^(?:['’]s)?(?: \p{Lu}[\p{L}.]*){0,3} (?:Academy|Agency|Association|Bank|Board|Bureau|Center|Centre|Church|Club|College|Command|Committee|Council|Department|Foundation|Hospital|Institute|Ministry|Museum|Infantry|Office|Party|Police|Regiment|Rifles|School|Service|Times|Tribune|University|Post|Co|Corp|Inc|Ltd|PLC|Plc)\b/u;

// "Bank of Japan", "Royal Bank of Scotland".
const institutionOfPattern =
  /^(?:Royal |National |Central )?(?:Bank|Church|Department|Institute|Ministry|University) of /u;

// "the Bank of" before "Japan", "Air" before "France", "University of Maine at" before "Presque Isle".
const institutionBeforePattern =
  /\b(?:Air|University of \p{Lu}\p{Ll}+(?: at)|(?:Bank|Church|Department|Institute|Ministry|University) of(?: the)?|Ministry for|Radio|Royal) $/u;

/** "Metcalfe County Sheriff's Office", "Bank of Japan": what the name goes on to, or began with, is an institution. */
export function institution(span: NamedSpan, reading: Reading): Change | undefined {
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
export function body({ text, label }: NamedSpan): Change | undefined {
  return label === "LOC" && bodyPattern.test(text) ? { label: "ORG" } : undefined;
}

// "stockbrokers " before "Geddes Milne", "brokers Wardell and " before "Lyle".
const firmBefore =
  /\b(?:airline|auctioneers|band|brokerage|brokers|chain|charity|conglomerate|firm|stockbrokers|subsidiary|supermarket) (?:\p{Lu}\p{L}+ and )?["“]?$/u;
// "Syria's state news agency, " before "Sana, said".
const outletBefore = /\b(?:agency|broadcaster|magazine|newspaper|website), $/u;

/** "stockbrokers Geddes Milne", "the salvage firm Smit Tak": said to be a firm. */
export function firm(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label !== "PER") return undefined;
  const isOutlet = outletBefore.test(before(span, reading)) && after(span, reading).startsWith(",");
  return isOutlet || firmBefore.test(before(span, reading)) ? { label: "ORG" } : undefined;
}

// "5th " before "Fleet".
const ordinalBefore = /\b\p{N}{1,3}(?:st|nd|rd|th) $/u;

/** "the U.S. 5th Fleet", "the 101st Airborne": what is counted off is no place of that name. */
export function numbered(span: NamedSpan, reading: Reading): Change | undefined {
  const isCounted = span.label === "LOC" && ordinalBefore.test(before(span, reading));
  return isCounted ? { label: "MISC" } : undefined;
}

// "IDA Ireland".
const initialsAndWord = /^\p{Lu}{2,5} (\p{Lu}\p{Ll}+)$/u;

/** "IDA Ireland", "KPMG Australia": initials and a country are a body's name. */
export function bodyOfCountry(
  { text, label, paragraph }: NamedSpan,
  { knowledge, capitals }: Reading,
): Change | undefined {
  const name = label === "ORG" || capitals[paragraph] ? undefined : initialsAndWord.exec(text)?.[1];
  if (name === undefined) return undefined;
  return findPlaces(knowledge.places, name)[0]?.kind === "country" ? { label: "ORG" } : undefined;
}

// "Banco del Pacifico Sur".
const bankPattern = /^(?:Banc[ao]|Banque|Bank|Banka) \p{L}/u;

// "Swedish Riksbank", "Rheinische Handelsbank".
const wordOfBank = /\p{Ll}bank$/u;

/** "Banco del Pacifico Sur", "Rheinische Handelsbank", read as a place or a person: a bank. */
export function bank({ text, label }: NamedSpan, { knowledge }: Reading): Change | undefined {
  if (label === "ORG" || !(bankPattern.test(text) || wordOfBank.test(text))) return undefined;
  return findPlaces(knowledge.places, text).length === 0 ? { label: "ORG" } : undefined;
}

// "Jaish al-Nasr", "Ansar Bayt al-Maqdis"; Ansar Abbasi is somebody.
const militiaPattern =
  /^(?:(?:Ahrar|Asa'ib|Faylaq|Harakat|Jabhat|Jaish|Jaysh|Kata'ib|Saraya) \p{L}|(?:Ansar|Jund|Liwa) (?:a[lnrstz]-|as[hs]?-|ul |Bayt ))/u;

/** "Jaish al-Nasr": an army of Arabs, read as somebody. */
export function militia({ text, label }: NamedSpan): Change | undefined {
  return label === "PER" && militiaPattern.test(text) ? { label: "ORG" } : undefined;
}

// "CHI St. Luke".
const saintPattern = /^(?:\p{Lu}{2,4} )?St\.? \p{Lu}\p{Ll}+$/u;

/** "CHI St. Luke's": a hospital or a church, read as somebody. */
export function saint(span: NamedSpan, reading: Reading): Change | undefined {
  const isOwning = span.label === "PER" && saintPattern.test(span.text) && /^['’]s\b/u.test(after(span, reading));
  return isOwning ? { label: "ORG" } : undefined;
}

// "Iraqi " of "Iraqi Red Crescent".
const peopleFirst = /^(\p{Lu}\p{L}+) (\p{Lu}.*)$/u;

/** "Iraqi Red Crescent", read as a place that no list has: of a people, and of nowhere. */
export function bodyOfPeople({ text, label }: NamedSpan, { knowledge: { places } }: Reading): Change | undefined {
  const [, people = "", rest = ""] = label === "LOC" ? (peopleFirst.exec(text) ?? []) : [];
  const isOfPeople =
    rest !== "" && places.demonyms.has(people) && [text, rest].every((name) => findPlaces(places, name).length === 0);
  return isOfPeople ? { label: "ORG" } : undefined;
}

// "in " before "Goodyear": then the town is meant.
const whereabouts = /\b(?:at|from|in|near|of|to) $/u;

// " trucks" behind "columns of Toyota".
const vehicleBehind = /^ (?:4x4|cars?|jeeps?|pick-?ups?|sedan|SUV|tractors?|trucks?|vans?|vehicles?)\b/u;

/** From here on the tagger is sure of a place, though no list has it: "a Notting Hill Gate flat". */
const surePlace = 0.75;

/** "a Home Depot", "a Toyota pick-up": what there are many of is a brand, unless it is a place that is known. */
export function brand(span: NamedSpan, reading: Reading): Change | undefined {
  const { companies, places } = reading.knowledge;
  if (companies.has(span.text) && span.label !== "PER") {
    const isThere = whereabouts.test(before(span, reading)) && !vehicleBehind.test(after(span, reading));
    return isThere ? undefined : { label: "ORG" };
  }
  const isOne =
    span.label === "LOC" &&
    span.confidence < surePlace &&
    / /u.test(span.text) &&
    /\b[Aa]n? $/u.test(before(span, reading));
  return isOne && findPlaces(places, span.text).length === 0 ? { label: "MISC" } : undefined;
}

/** Importance from which a place that a firm is called after is more than that. */
const placeFrom = 50;

/** "Suzuki", "Marlowe" of the Marlowe Glass Corp: a firm, unless the article has a person of that name, or is there. */
export function company(span: NamedSpan, reading: Reading): Change | undefined {
  const { knowledge, nameParts, firms } = reading;
  if (nameParts.has(span.text) || (span.label !== "PER" && span.label !== "LOC")) return undefined;
  if (span.label === "PER") {
    const isFirm = firms().has(span.text) && !knowledge.persons.leaders.has(span.text);
    return isFirm || knowledge.companies.has(span.text) ? { label: "ORG" } : undefined;
  }
  const isPlace = (findPlaces(knowledge.places, span.text)[0]?.importance ?? 0) >= placeFrom;
  if (isPlace || !firms().has(span.text) || whereabouts.test(before(span, reading))) return undefined;
  return { label: "ORG" };
}

// " group" behind "the Wagner".
const groupBehind = /^ (?:group|militia)\b/u;

/** "the Wagner group": called after somebody, and many. */
export function groupOf(span: NamedSpan, reading: Reading): Change | undefined {
  const isGroup =
    span.label === "PER" && /\b[Tt]he $/u.test(before(span, reading)) && groupBehind.test(after(span, reading));
  return isGroup && !reading.nameParts.has(span.text) ? { label: "ORG" } : undefined;
}
