/** What the words around a match say about its sense. */

import type { WeaponAlias } from "../gazetteers/weapons.ts";
import type { Word } from "../gazetteers/phrases.ts";
import { isCapitals, overlapping, type Extent } from "../text.ts";
import type { Span } from "../types.ts";
import type { Passage } from "./passages.ts";

/** A passage cut into words, once for all rules. */
export interface Wording {
  readonly passage: Passage;
  readonly text: string;
  readonly words: readonly Word[];
  readonly findSentence: (offset: number) => Extent;
  /** Whether most of its words have a capital, as those of headlines have. */
  readonly isHeadline: () => boolean;
}

/** "Four Dead as Gunmen Storm Hotel": most of the longer words have a capital. */
export function isHeadlineCase(words: readonly Word[]): boolean {
  const long = words.filter(({ text }) => text.length > 3 && !/^\p{N}/u.test(text));
  return long.length > 2 && long.filter(({ text }) => /^\p{Lu}/u.test(text)).length > 0.7 * long.length;
}

// "A 10-year-old", "As 90 percent", "At 802 feet" are no A-10, AS-90 and AT-802.
const ordinaryBeforeNumber: ReadonlySet<string> = new Set(
  "a am an as at be do he if in is it no of on or so to up we".split(" "),
);

/** Whether what looks like letters and digits of a designation is a word and a number. */
export function isSentence(words: readonly Word[], from: number, text: string): boolean {
  const [first, second] = [words[from]!, words[from + 1]];
  if (!second || !/^\p{N}/u.test(second.text) || text[first.end] !== " ") return false;
  return ordinaryBeforeNumber.has(first.key);
}

/** "Su-24" in "Su-24M3", "T-72" in "T-72s": the letters and digits of a variant belong to the designation. */
export function designationEnd(words: readonly Word[], to: number): number {
  const last = words[to - 1]!;
  if (!/^\p{N}/u.test(last.text)) return last.end;
  let { end } = last;
  for (let i = to; words[i]?.start === end && /^(?:\p{Lu}{1,3}|\p{N}{1,2}|s)$/u.test(words[i]!.text); i++) {
    end = words[i]!.end;
  }
  return end;
}

/** Whether the case of a surface form is that of a spelling: "Tow" is a TOW, "tow" is not, "Sam" is no SAM. */
export function isCaseFitting(alias: WeaponAlias, surface: string, isAllCapitals: boolean): boolean {
  if (alias.record === undefined || isAllCapitals) return true;
  if (alias.record.isClassNoun) return !/^\p{Lu}{2,4}$/u.test(alias.spelling) || /^\p{Lu}+s?$/u.test(surface);
  // "tommy gun": an alias in small letters is met in any case.
  if (/^\p{Ll}/u.test(alias.spelling)) return true;
  if (isCapitals(alias.spelling)) return /^\p{Lu}/u.test(surface);
  if (/^\p{Lu}|^\p{N}/u.test(surface)) return true;
  // "kalashnikov": long and without another meaning, so that the writer's small letter does not matter.
  return alias.needs.length === 0 && /^\p{L}{6,}$/u.test(alias.spelling);
}

/** How many characters of a sentence without end are looked at on either side. */
const farthest = 500;

/** The sentence around a match, or as much of it as can have to do with it. */
export function nearby({ findSentence }: Wording, { start, end }: Extent): Extent {
  const sentence = findSentence(start);
  return { start: Math.max(sentence.start, start - farthest), end: Math.min(sentence.end, end + farthest) };
}

/** Whether a word that begins like one of a list stands in the sentence, outside the match. */
export function isBeside(beginnings: readonly string[], wording: Wording, place: Extent): boolean {
  if (beginnings.length === 0) return false;
  return overlapping(wording.words, nearby(wording, place)).some(
    ({ key, start, end }) =>
      (end <= place.start || start >= place.end) && beginnings.some((each) => key.startsWith(each)),
  );
}

const oppositePrefixes: ReadonlySet<string> = new Set(["anti", "pro", "counter", "non"]);
const likenessSuffixes: ReadonlySet<string> = new Set(
  "like shaped sized style free proof launched resistant themed sniffing detecting shy happy metal".split(" "),
);

/** "anti-gun campaigners", "a torpedo-like fish": one part of a compound that means something else. */
export function isCompoundPart(words: readonly Word[], { from, to }: { from: number; to: number }, text: string) {
  const [before, first, last, after] = [words[from - 1], words[from]!, words[to - 1]!, words[to]];
  const isAgainst = before && oppositePrefixes.has(before.key) && text.slice(before.end, first.start) === "-";
  const isLike = after && likenessSuffixes.has(after.key) && text.slice(last.end, after.start) === "-";
  return isAgainst === true || isLike === true;
}

const unitNouns: ReadonlySet<string> = new Set(
  "regiment regiments brigade brigades corps officer officers regimental museum gunner gunners commander commanders".split(
    " ",
  ),
);

/** "an artillery officer", "3rd Tank Regiment": a unit and its people, not their weapons. */
export function isUnit(words: readonly Word[], to: number, text: string): boolean {
  const after = words[to];
  return after !== undefined && unitNouns.has(after.key) && text.slice(words[to - 1]!.end, after.start) === " ";
}

// `police: "Bombs`, "U.S. Carriers", "(Missiles": what stands before a word that has its capital from its place.
const opening = /(?:^|[.!?:;"“”‘'’«([—–•*/\n-]\s*)$/u;

/** "The Guns of the South", "Chemical Weapons Convention": a class noun with a capital inside a sentence is in a name. */
export function isNamePart(words: readonly Word[], { from, to }: { from: number; to: number }, wording: Wording) {
  const { text, passage } = wording;
  const first = words[from]!;
  if (!/^\p{Lu}\p{Ll}/u.test(first.text) || passage.isCapitals) return false;
  if (opening.test(text.slice(Math.max(0, first.start - 3), first.start)) || wording.isHeadline()) return false;
  if (to - from === 1) return true;
  const after = words[to];
  return after !== undefined && /^\p{Lu}\p{Ll}/u.test(after.text) && text[after.start - 1] === " ";
}

/** "at Canberra", "in Wellington": where something is, not what it is. */
const whereabouts = /(?:^|\s)(?:in|at|near|from|to|of|outside|around|for)\s$/iu;

/** "Field Artillery Regiment", "Creighton Abrams", "at Canberra": the tagger read the name of something else. */
export function isOtherName(span: Span, candidate: Extent & { isAmbiguous: boolean; isName: boolean }, text: string) {
  const [length, own] = [span.end - span.start, candidate.end - candidate.start];
  if (span.confidence <= 0.5 || length < own) return false;
  const { label } = span;
  if (length === own) {
    // "Cannon said": a class noun with a capital that the tagger takes for a person; not "Torpedoes".
    if (!candidate.isName && label === "PER" && span.confidence > SURE_PERSON)
      return /^\p{Lu}\p{Ll}+(?<!s)$/u.test(text.slice(span.start, span.end));
    if (!candidate.isAmbiguous) return false;
    if (label === "LOC") return whereabouts.test(text.slice(Math.max(0, span.start - 9), span.start));
    return label === "PER" && isFullName(span, text);
  }
  // "Rebels Seize Tanks": in a headline, where all is capitals, the tagger takes a verb and its object for a name.
  // "Iraqi Humvee": a people before the name of a thing makes no organisation.
  if (label === "ORG") return span.end > candidate.end || (span.paragraph > 0 && !candidate.isName);
  return (label === "PER" || label === "LOC") && candidate.isAmbiguous;
}

/** "Sarin killed hundreds": what opens a sentence has a capital anyway, so that the tagger must be surer. */
const SURE_PERSON = 0.65;

/** "Harry S. Truman" is the President; "the Harry S. Truman" is a ship. */
function isFullName({ start, end }: Span, text: string): boolean {
  return (
    text.slice(start, end).includes(" ") &&
    !/\b(?:an?|the) $/iu.test(text.slice(Math.max(0, start - " the ".length), start))
  );
}

// "a Lancet", "the Bradley", "two Grads", "captured T-10s": what is counted or pointed at is a thing.
const beforeThing =
  /(?:^|[\s"“‘(])(?:an?|the|this|that|its|his|her|their|our|another|each|one|two|three|four|five|six|ten|dozen|captured|old|new|\p{N}{1,3}) $/iu;

/** Whether a name is spoken of as a thing: "a Lancet". */
export function isThing({ text }: Wording, { start, end }: Extent): boolean {
  return text[end] !== "-" && beforeThing.test(text.slice(Math.max(0, start - 12), start));
}
