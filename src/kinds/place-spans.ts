/** From what the tagger reads as a place to the mentions inside it. */

import { findPlaces, type PlaceRecord, type Places } from "../gazetteers/places.ts";
import type { Extent } from "../text.ts";
import type { Mention } from "../types.ts";
import type { Passage } from "./passages.ts";
import { abbreviationEnd, isAdjective, placeMention, type PlaceLists } from "./place-words.ts";

/** The places that a passage names, by the tagger's word. */
export function placeSpans(passage: Passage, lists: PlaceLists): Mention[] {
  const mentions: Mention[] = [];
  for (const span of passage.spans) {
    if (span.label !== "LOC") continue;
    for (const part of partsOf(span, passage.text, lists.places)) {
      const mention = taggedMention(part, span.confidence, passage, lists);
      if (mention) mentions.push(mention);
    }
  }
  return mentions;
}

// "Near Ayn Isa", "the Gulf": what a span may begin with and the name does not.
const leadPattern = /^(?:(?:Near|In|At|From|Outside|Around) )?(?:[Tt]he )?(?=\p{Lu})/u;

const largerKinds: ReadonlySet<string> = new Set(["country", "region"]);

/** Importance from which a region is known well enough to stand before the name of what lies in it. */
const largerFrom = 50;

/** "NSW Hunter Valley", "WA's South West": a region and what lies in it are two names. */
function partsOf({ start, end }: Extent, text: string, places: Places): Extent[] {
  const whole = text.slice(start, end);
  if (!whole.includes(" ") || findPlaces(places, whole).length > 0) return [{ start, end }];
  for (const gap of whole.matchAll(/(?:['’]s)? (?=\p{Lu})/gu)) {
    const [left, right] = [whole.slice(0, gap.index), whole.slice(gap.index + gap[0].length)];
    const larger = findPlaces(places, left)[0];
    const isLarger = larger && largerKinds.has(larger.kind) && larger.importance >= largerFrom;
    const inner = findPlaces(places, right)[0];
    if (!isLarger || !inner || inner.ambiguous) continue;
    return [
      { start, end: start + gap.index },
      { start: end - right.length, end },
    ];
  }
  return [{ start, end }];
}

/** The place inside a span; nothing when the words are an adjective or a people. */
function taggedMention(span: Extent, confidence: number, passage: Passage, lists: PlaceLists): Mention | undefined {
  const raw = passage.text.slice(span.start, span.end);
  const lead = leadPattern.exec(raw)?.[0].length ?? 0;
  // "Northern Iraq's": the possessive is not of the name.
  const text = raw.slice(lead).replace(/['’]s?$/u, "");
  const start = span.start + lead;
  const end = abbreviationEnd(passage.text, start, start + text.length, lists.places);
  if (!/\p{Lu}/u.test(text) || (!passage.isCapitals && isUnknownAcronym(text, lists.places))) return undefined;
  if (isPeopleOrBody(text, lists.places)) return undefined;
  if (isAdjective(passage, start, end, lists) || isMagazine(passage.text, start, text, lists.places)) return undefined;
  return placeMention(passage, start, end, "tagger", confidence);
}

// "DFAT’s Middle East Branch", "White Helmets": a body, by its last word.
const bodyPattern =
  / (?:Branch|Department|Ministry|Agency|Bureau|Council|Committee|Commission|Command|Division|Helmets|Party|Police|Government|Administration|Association|Corps|Army|Front|Brigade|Embassy)$/u;

/** "Arab", "South American", "Indonesian newspaper Merdeka". */
function isPeopleOrBody(text: string, places: Places): boolean {
  if (!text.includes(" ")) return places.demonyms.has(text) && findPlaces(places, text).every(isLittleKnown);
  if (bodyPattern.test(text)) return true;
  const words = text.split(" ");
  const isPeople = places.demonyms.has(words.at(-1) ?? "");
  const isOfPeople = places.demonyms.has(words[0] ?? "") && /^\p{Ll}/u.test(words[1] ?? "");
  return (isPeople || isOfPeople) && findPlaces(places, text).every(isLittleKnown);
}

function isLittleKnown({ importance }: PlaceRecord): boolean {
  return importance < largerFrom;
}

/** "a video by The Atlantic": a sea has no capital article inside a sentence. */
function isMagazine(text: string, start: number, name: string, places: Places): boolean {
  const isInSentence = /[\p{Ll},] The $/u.test(text.slice(Math.max(0, start - "x The ".length), start));
  return isInSentence && findPlaces(places, name)[0]?.kind === "water";
}

/** "ODE", "ISIL": capitals that no list has for a place are an organisation. */
function isUnknownAcronym(text: string, places: Places): boolean {
  if (!/^\p{Lu}{2,5}$/u.test(text)) return false;
  return !findPlaces(places, text).some(({ acronym }) => acronym);
}
