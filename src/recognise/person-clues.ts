/** What the words around a span say for or against its being a person. */

import { findPlaces } from "../gazetteers/places.ts";
import { isNamesake } from "../names.ts";
import { after, before, type Change, type NamedSpan, type Reading } from "./reading.ts";

// "Minister" of "FCO Minister", but not of "the Minister Bishop"; "The Wolf".
const officePattern =
  / (?:Adviser|Advisor|Ambassador|Chairman|Commissioner|Director|Minister|President|Secretary|Spokesman)$|^The /u;

/** "Sheriff", "FCO Minister", "The Wolf": an office without a name, or no name of anybody. */
export function bareTitle({ text, label }: NamedSpan, { knowledge }: Reading): Change | undefined {
  const isNobody = knowledge.persons.personTitles.has(text.toLowerCase()) || officePattern.test(text);
  return label === "PER" && isNobody ? { label: "MISC" } : undefined;
}

const shipNouns =
  "battleship|carrier|corvette|cruiser|destroyer|ferry|freighter|frigate|icebreaker|liner|minehunter|minesweeper|ship|" +
  "steamer|submarine|supertanker|tanker|trawler|vessel|yacht";
// "destroyer John S. McCain", "the liner Queen Mary".
const shipNounPattern = new RegExp(
  String.raw`\b(?<!\b(?:air|letter|mail|mobile|national) )(?:${shipNouns}) ["“]?$`,
  "iu",
);
// "minehunters, the Brecon and the " before "Bicester", "tankers " before "Gas King".
const shipRowPattern = new RegExp(
  String.raw`\b(?:${shipNouns})s,? (?:(?:the )?["“]?\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)*["”]?(?:,? and|,) )*(?:the )?["“]?$`,
  "u",
);

// " line" behind "the Carl Vinson".
const smallWordBehind = /^ \p{Ll}/u;

/** A ship named after somebody or some place: said to be one, or spoken of as "the Carl Vinson". */
export function ship(span: NamedSpan, reading: Reading): Change | undefined {
  if (reading.headlines[span.paragraph]) return undefined;
  const isNamed = shipNounPattern.test(before(span, reading)) || shipRowPattern.test(before(span, reading, 80));
  return isNamed || isArticledPerson(span, reading) ? { label: "MISC" } : undefined;
}

function isArticledPerson(span: NamedSpan, reading: Reading): boolean {
  if (span.label !== "PER" || !/\bthe $/u.test(before(span, reading))) return false;
  return /\s/u.test(span.text) && !smallWordBehind.test(after(span, reading));
}

// "Kim Il Sung Square": the noun is in the span.
const namedPlacePattern =
  /\s(?:Airport|Avenue|Bridge|Dam|Palace|Park|Plaza|Prison|Road|Shrine|Square|Stadium|Street)$/u;

/** "Kennedy International Airport", "the Imam Ali shrine", "Kim Il Sung Square": what is named after a person is none. */
export function namesake(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label !== "PER" || reading.capitals[span.paragraph]) return undefined;
  if (namedPlacePattern.test(span.text)) return { label: "LOC" };
  if (/ (?:Act|Doctrine|Plan|Thought)$/u.test(span.text)) return { label: "MISC" };
  return isNamesake(after(span, reading)) ? { label: "MISC" } : undefined;
}

// "HRW", "SDFs".
const acronymPattern = /^\p{Lu}{2,5}s?$/u;

/** "HRW", "SDF": nobody is called by capitals alone in running text. */
export function acronym({ text, label, paragraph }: NamedSpan, { capitals }: Reading): Change | undefined {
  return label === "PER" && !capitals[paragraph] && acronymPattern.test(text) ? { label: "ORG" } : undefined;
}

// "U.S. Concern", "UK Opposition".
const abbreviatedFirst = /^(?:U\.S\.|US|U\.K\.|UK|EU|U\.N\.|UN)[\s-]/u;

/** "Syrian Opposition", "U.S.-Soviet": a person's name does not begin with an adjective of place. */
export function adjectiveFirst({ text, label }: NamedSpan, { knowledge }: Reading): Change | undefined {
  const first = /^\S+(?=\s)/u.exec(text)?.[0] ?? "";
  const isAdjective = abbreviatedFirst.test(text) || knowledge.places.demonyms.has(first);
  return label === "PER" && isAdjective ? { label: "ORG" } : undefined;
}

// "Colonel" of "Colonel North".
const firstWord = /^(\p{Lu}[\p{L}.]+) (?=\p{Lu})/u;

/** "Colonel North", "Spokeswoman Sandy Holmes": a title makes a person of what was read as something else. */
export function titled(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label === "PER" || span.label === "ORG") return undefined;
  const first = firstWord.exec(span.text);
  if (first && isTitle(first[1]!, reading)) return { label: "PER", start: span.start + first[0].length };
  return isAfterTitle(span, reading) ? { label: "PER" } : undefined;
}

// "Lord " before "Halifax".
const wordBefore = /(?<![\p{L}.])(\p{Lu}[\p{L}.]+) $/u;

/** "Lord Halifax" is a person, well known as the town may be. */
export function isAfterTitle(span: NamedSpan, reading: Reading): boolean {
  const word = wordBefore.exec(before(span, reading))?.[1];
  return word !== undefined && isTitle(word, reading);
}

function isTitle(word: string, { knowledge }: Reading): boolean {
  return knowledge.persons.personTitles.has(word.replace(/\.$/u, "").toLowerCase());
}

// ", 62, " but not ", 62 miles".
const agePattern = /^, \d{1,2}(?:,|\.$|\. |;)/u;

/** "his wife, Dora, 62, …": only people have an age. */
export function aged(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label === "PER" || span.label === "ORG") return undefined;
  return agePattern.test(after(span, reading)) ? { label: "PER" } : undefined;
}

const kinNouns =
  "aunt|boyfriend|brother|brother-in-law|cousin|daughter|daughter-in-law|father|father-in-law|fiance|fiancee|fiancé|fiancée|" +
  "girlfriend|granddaughter|grandfather|grandmother|grandson|husband|mother|mother-in-law|nephew|niece|partner|sister|" +
  "sister-in-law|son|son-in-law|stepfather|stepson|uncle|widow|wife";
// "brother-in-law " before "Monu", "partner, " before "Tahlia".
const kinBefore = new RegExp(String.raw`\b(?:${kinNouns}),? $`, "u");

/** What the tagger makes of somebody half-heartedly, and as how sure it counts behind a word for kin. */
const [halfHearted, kinConfidence] = [0.4, 0.6];

/** "his brother-in-law Monu", read as a person half-heartedly: whose kin somebody is. */
export function kin(span: NamedSpan, reading: Reading): Change | undefined {
  const isDoubtful = span.label === "PER" && span.confidence >= halfHearted && span.confidence < kinConfidence;
  return isDoubtful && kinBefore.test(before(span, reading)) ? { confidence: kinConfidence } : undefined;
}

// "Member for " before "Barwon Kevin Humphries".
const memberBefore = /\b(?:MLA|MP|Member|candidate|member) for $/u;
const seatAndName = /^\p{Lu}\S+ (?=\p{Lu}\S+ \p{Lu}\S+$)/u;

/** "Member for Barwon Kevin Humphries": a seat, and who sits in it. */
export function seat(span: NamedSpan, reading: Reading): Change | undefined {
  const name = span.label === "PER" ? seatAndName.exec(span.text)?.[0] : undefined;
  return name !== undefined && memberBefore.test(before(span, reading))
    ? { start: span.start + name.length }
    : undefined;
}

// "regime" behind "the Asad".
const regimePattern = /^(?:['’]s)? (?:[Aa]dministration|[Rr]egime|[Gg]overnment|dictatorship|presidency|cabinet)\b/u;

/** "the Asad regime": whoever rules, though there is a town called so. */
export function ruler(span: NamedSpan, reading: Reading): Change | undefined {
  const isLeader = span.label !== "PER" && reading.knowledge.persons.leaders.has(span.text);
  return isLeader && regimePattern.test(after(span, reading)) ? { label: "PER" } : undefined;
}

// "Brooklyn Vandenberg", but no "Victoria Park".
const givenAndSurname =
  /^(\p{Lu}\p{Ll}+) (?!(?:Airport|Avenue|Bay|Beach|Canyon|City|Club|College|County|Creek|Desert|Drive|Falls|Gardens|Heights|Highway|Hospital|House|Islands?|Junction|Lake|Lane|Mall|Mountains?|Park|Pass|Peninsula|Place|Point|Port|River|Road|School|Springs|Square|Station|Strait|Street|Township|University|Valley|Village|West|East|North|South)$)\p{Lu}\p{Ll}+$/u;

/** "Brooklyn Vandenberg", read as a place: a given name and a word that no place of that name has. */
export function givenNameFirst(span: NamedSpan, { knowledge }: Reading): Change | undefined {
  const { women, men } = knowledge.persons;
  const first = span.label === "LOC" ? givenAndSurname.exec(span.text)?.[1]?.toLowerCase() : undefined;
  if (first === undefined || !(women.has(first) || men.has(first))) return undefined;
  return findPlaces(knowledge.places, span.text).length === 0 ? { label: "PER" } : undefined;
}

/** "the Faulkners": a family is not one person. */
export function family(span: NamedSpan, reading: Reading): Change | undefined {
  if (!span.text.endsWith("s") || !/\bthe $/iu.test(before(span, reading))) return undefined;
  return reading.nameParts.has(span.text.slice(0, -1)) ? { label: "MISC" } : undefined;
}

// "in Jordan", "from London": after these a name is a place's.
const placePrepositionPattern =
  /\b(?:across|at|from|in|inside|into|near|outside|through|toward|towards|(?<=, )of) (?:the )?$/iu;

/** "Jordan" after "Hamilton Jordan": the surname of somebody of the article, where no preposition makes it a place. */
export function laterSurname(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label === "PER" || !reading.surnames.has(span.text) || reading.capitals[span.paragraph]) return undefined;
  return placePrepositionPattern.test(before(span, reading)) ? undefined : { label: "PER" };
}

// "Abu Jandal", "Umm Sayyaf".
const kunyaPattern = /^(?:Abu|Umm) \p{Lu}/u;

/** "Umm Sayyaf", "Abu Jandal al-Kuwaiti": by whose father or mother somebody is. */
export function kunya(span: NamedSpan, { knowledge }: Reading): Change | undefined {
  const isKunya = kunyaPattern.test(span.text) && findPlaces(knowledge.places, span.text).length === 0;
  if (!isKunya || (span.label === "PER" && span.confidence > settledFrom)) return undefined;
  return { label: "PER" };
}

/** A label that the tagger is this sure of needs no clue that only confirms it. */
const settledFrom = 0.7;
