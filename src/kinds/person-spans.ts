/** From what the tagger reads as a person to the name inside it, or to nothing. */

import { isGivenName, type PersonLists } from "../gazetteers/persons.ts";
import { isNamesake } from "../names.ts";
import { overlapping, type Extent } from "../text.ts";
import type { Mention, Span } from "../types.ts";
import type { Passage } from "./passages.ts";

/** The persons that a passage names, by the tagger's word. */
export function personSpans(passage: Passage, lists: PersonLists): Mention[] {
  const { text, spans, paragraph } = passage;
  const mentions: Mention[] = [];
  for (const span of spans) {
    const isInLast = span.start < (mentions.at(-1)?.end ?? 0);
    if (span.label !== "PER" || isInLast) continue;
    const inside = nameInside(span, passage, lists);
    if (!inside) continue;
    const name = withGivenName(inside, passage, lists);
    mentions.push({
      kind: "person",
      paragraph,
      start: name.start,
      end: name.end,
      text: text.slice(name.start, name.end),
      foundBy: "tagger",
      confidence: span.confidence,
    });
  }
  return mentions;
}

/** The name inside a span, without titles; nothing when the span names no person. */
function nameInside(span: Span, { text, isCapitals }: Passage, lists: PersonLists): Extent | undefined {
  const start = skipTitles(text, startBehindRank(text, span), span.end, lists);
  const bare = untilVerb(text.slice(start, span.end)).replace(/['’]s$/u, "");
  const whole = text.slice(start, wholeEnd(text, start + bare.length));
  const name = withoutOrigin(whole);
  const end = start + name.length;
  if (!/\p{L}{2}/u.test(name) || /\p{N}/u.test(name)) return undefined;
  if (isThingNamedAfter(text, start, end) || isThing(name, lists.things)) return undefined;
  // "Near Ayn Isa, three strikes": only places are near.
  if (/^Near\s/u.test(name) || /\b[Nn]ear $/u.test(text.slice(Math.max(0, start - 6), start))) return undefined;
  return !isCapitals && isArticleBefore(text, start, end) ? undefined : { start, end };
}

// "Samantha " before "Power".
const wordBefore = /(?<![\p{L}-])(\p{Lu}\p{L}+) $/u;
const longestGivenName = 16;

/** "Power" with "Samantha" before it, of which the tagger took no notice. */
function withGivenName(name: Extent, { text, spans }: Passage, { women, men, titles }: PersonLists): Extent {
  if (/\s/u.test(text.slice(name.start, name.end))) return name;
  const word = wordBefore.exec(text.slice(Math.max(0, name.start - longestGivenName), name.start))?.[1];
  const given = word?.toLowerCase() ?? "";
  // "Sultan" is a given name too, but not of Qaboos.
  if (word === undefined || titles.has(given) || !(women.has(given) || men.has(given))) return name;
  const start = name.start - word.length - " ".length;
  return overlapping(spans, { start, end: start + word.length }).length > 0 ? name : { start, end: name.end };
}

// "Jackson Police Lt. Christopher Simpson": all that stands before a rank is not of the name.
const rankPattern =
  /^.*(?<![\p{L}-])(?:(?:Lt|Sgt|Capt|Col|Gen|Maj|Cpl|Det|Const|Sen|Rep|Gov|Dr|Rev|Supt|Insp|Cmdr|Adm)\.|Mr|Mrs|Ms|President|Minister|Sheriff|Officer|Trooper) (?=\p{Lu})/u;

function startBehindRank(text: string, { start, end }: Extent): number {
  return start + (rankPattern.exec(text.slice(start, end))?.[0].length ?? 0);
}

// "Howard met USAir": a word in small letters that stands in no name; "de la", "bin", "of" do.
const verbPattern =
  /^(\S+(?: \S+)*?)\s+(?!(?:de|da|di|du|del|dos|das|la|le|van|von|der|den|ter|ten|bin|ibn|bint|ben|al|el|ul|ud|ur|of|the|e|y|i|zu|af|av|ap)\s)\p{Ll}{3,}(?:\s|$)/u;

function untilVerb(name: string): string {
  return verbPattern.exec(name)?.[1] ?? name;
}

function skipTitles(text: string, start: number, end: number, lists: PersonLists): number {
  // "Gen. ", "Secretary-General ": one word and the space after it.
  const wordPattern = /[^\s]+\s+/uy;
  let at = start;
  for (;;) {
    wordPattern.lastIndex = at;
    const word = wordPattern.exec(text)?.[0];
    if (word === undefined || at + word.length >= end || !lists.titles.has(titleKey(word))) return at;
    if (isGivenName(titleKey(word), text.slice(at + word.length, end), lists)) return at;
    at += word.length;
  }
}

function titleKey(word: string): string {
  return word
    .trim()
    .replace(/[.,]+$/u, "")
    .toLowerCase();
}

// `"Che" Guevara` behind "Ernesto", "-ahn" behind "Hwang Kyo", " Jr." behind "Brindell Wilkins": what the span leaves out.
const nicknamePattern = /^ ["“‘(]\p{Lu}[\p{L}. ]{1,20}["”’)](?: \p{Lu}[\p{L}’'-]+)+/u;
const hyphenPattern = /^(?:[-\u2010\u2011]\p{Ll}{2,5})+(?![\p{L}-])/u;
const suffixPattern = /^,? (?:Jr|Sr)\.(?=[\s,]|$)/u;

// "Obama-era", "Assad-led": no part of a name.
const attributePattern = /-(?:era|led|run|born|like|held|based|style|owned|bound|free|wide|aged|old)$/u;

function wholeEnd(text: string, end: number): number {
  const rest = text.slice(end, end + 60);
  const hyphened = hyphenPattern.exec(rest)?.[0];
  const more = hyphened !== undefined && !attributePattern.test(hyphened) ? hyphened : undefined;
  return end + (nicknamePattern.exec(rest)?.[0] ?? more ?? suffixPattern.exec(rest)?.[0] ?? "").length;
}

/** "Loretta Weinberg of Teaneck": where somebody is from is not of a name of two words. */
function withoutOrigin(name: string): string {
  return /^(\S+(?: \S+)+) of \p{Lu}/u.exec(name)?.[1] ?? name;
}

// "USS Ronald Reagan": a ship.
const shipPattern = /\b(?:USS|HMS|USNS|INS|HMCS|HMAS|MV|SS) $/u;

const comma = ",".charCodeAt(0);
const stop = ".".charCodeAt(0);

/** Whether a person's name stands inside the name of a thing: "USS Ronald Reagan", "Kennedy International Airport". */
export function isThingNamedAfter(text: string, start: number, end: number): boolean {
  // Most names end with their sentence or before a comma.
  const next = text.charCodeAt(end);
  const isBare = Number.isNaN(next) || next === comma || next === stop;
  if (isBare) return shipPattern.test(text.slice(Math.max(0, start - 6), start));
  return isNamesake(text.slice(end, end + 40)) || shipPattern.test(text.slice(Math.max(0, start - 6), start));
}

/** "Northumbria Police", "Robertson County": the last word says that it is nobody. */
export function isThing(name: string, things: ReadonlySet<string>): boolean {
  const last = /\s([^\s]+?)\.?$/u.exec(name)?.[1];
  return last !== undefined && things.has(last);
}

// "the Anita, limped into Dubai", "the Lautenberg (station)"; "the Reagan administration" has Reagan in it.
const endPattern = /^(?:["”’)]?[,;:.!?)]|$| (?:\p{Ll}+ed|was|were|is|are|has|have|had|will|would|sank)\b)/u;

/** A person has no article: what has one, and no noun behind it that it would belong to, is a ship or a thing. */
function isArticleBefore(text: string, start: number, end: number): boolean {
  return (
    /\b[Tt]he ["“]?$/u.test(text.slice(Math.max(0, start - 6), start)) && endPattern.test(text.slice(end, end + 24))
  );
}
