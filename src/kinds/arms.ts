/** Where a passage may name a weapon, and how sure that is. */

import { findInText, matchAt, splitWords, type PhraseMatch, type Word } from "../gazetteers/phrases.ts";
import type { WeaponAlias, WeaponRecord, Weapons } from "../gazetteers/weapons.ts";
import { overlapping } from "../text.ts";
import { sentenceFinder, type Passage } from "./passages.ts";
import { findShips, isShipName } from "./ships.ts";
import {
  designationEnd,
  isBeside,
  isCaseFitting,
  isCompoundPart,
  isHeadlineCase,
  isNamePart,
  isOtherName,
  isSentence,
  isUnit,
  type Wording,
} from "./wording.ts";

/** A stretch of text that a list entry fits, before it is known whether a weapon is meant. */
export interface Candidate {
  readonly record: WeaponRecord;
  /** What it is short for, if the article names that: "warhead" for "nuclear warhead". */
  readonly long?: WeaponRecord;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /**
   * What speaks for it: its spelling alone, the words beside it, or nothing yet; "spoilt" when a word beside it
   * speaks of something else.
   */
  readonly proof: "spelling" | "context" | "none" | "spoilt";
  /** Whether the whole article may speak for it: "helicopter", "A-10"; not "Eagle". */
  readonly isOpen: boolean;
  /** Whether the lists know it with a capital: "Taser". */
  readonly isCapitalised: boolean;
  readonly alias: WeaponAlias;
}

/** Roots of classes of which a war is fought; drones and pistols are met in peace as well. */
const warRoots: ReadonlySet<string> = new Set([
  "missile",
  "rocket",
  "artillery",
  "mortar",
  "mine",
  "torpedo",
  "warship",
  "submarine",
  "combat aircraft",
  "armoured vehicle",
  "anti-tank weapon",
]);

/** Whether where such a weapon is spoken of, a helicopter is an army's and a shell is a gun's. */
export function isWarlike({ classes }: WeaponRecord): boolean {
  return warRoots.has(classes[0] ?? "");
}

/** Finds what a passage may name, in order of position and without overlap. */
export function findCandidates(weapons: Weapons, passage: Passage): Candidate[] {
  const { text, spans } = passage;
  const { words, matches } = findInText(weapons, text);
  let isHeadline: boolean | undefined;
  const wording: Wording = {
    passage,
    text,
    words,
    findSentence: sentenceFinder(text),
    isHeadline: () => (isHeadline ??= isHeadlineCase(words)),
  };
  const found = matches.flatMap((match) => {
    const candidate = matchCandidate(match, wording);
    return candidate ? [...sharedNounCandidates(weapons, match, wording), candidate] : [];
  });
  const all = withShips(found, passage);
  const named = absorbClassNouns(all, text).filter((candidate) => !isOtherSense(candidate, wording));
  const kept = named.filter((candidate) => {
    // "USS Carl Vinson Strike Group": the prefix tells the ship, whatever follows.
    if (isShipName(text.slice(candidate.start, candidate.end))) return true;
    const isAmbiguous = candidate.proof !== "spelling" && !isKindNoun(candidate, wording);
    const reading = { start: candidate.start, end: candidate.end, isAmbiguous, isName: !candidate.record.isClassNoun };
    return !overlapping(spans, candidate).some((span) => isOtherName(span, reading, text));
  });
  return kept.map((candidate) => withNeighbours(candidate, kept, wording));
}

/** Adds the ships that the lists do not know. */
function withShips(candidates: readonly Candidate[], { text, paragraph }: Passage): Candidate[] {
  const unknown = findShips(text).filter((ship) => !candidates.some(({ start }) => start === ship.start));
  if (unknown.length === 0) return [...candidates];
  const ships = unknown.map(({ start, end }): Candidate => {
    const name = text.slice(start, end).replaceAll("\u00a0", " ");
    const record = { name, classes: ["warship"], isClassNoun: false };
    const alias = { spelling: name, record, needs: [], spoils: [], isShort: false };
    return { record, paragraph, start, end, proof: "spelling", isOpen: false, isCapitalised: true, alias };
  });
  // "HMS Broadsword" is no sword.
  const others = candidates.filter((candidate) => overlapping(unknown, candidate).length === 0);
  return [...others, ...ships].toSorted((a, b) => a.start - b.start);
}

function matchCandidate(match: PhraseMatch<WeaponAlias>, wording: Wording): Candidate | undefined {
  const { words, text, passage } = wording;
  if (isSentence(words, match.from, text)) return undefined;
  const start = words[match.from]!.start;
  const end = designationEnd(words, match.to);
  const surface = text.slice(start, words[match.to - 1]!.end);
  const aliases = match.values.filter((alias) => isCaseFitting(alias, surface, passage.isCapitals));
  if (aliases.some((alias) => alias.record === undefined)) return undefined;
  const own = aliases.filter(({ isShort }) => !isShort);
  const fitting = own.find((alias) => proofOf(alias, wording, { start, end }) !== "none") ?? own[0];
  const long = aliases.find(({ isShort }) => isShort)?.record;
  if (!fitting?.record) return undefined;
  return {
    record: fitting.record,
    ...(long && { long }),
    paragraph: passage.paragraph,
    start,
    end,
    proof: proofOf(fitting, wording, { start, end }),
    isOpen: isOpen(fitting, fitting.record),
    isCapitalised: own.some(({ spelling }) => /^\p{Lu}/u.test(spelling)),
    alias: fitting,
  };
}

function proofOf(alias: WeaponAlias, wording: Wording, place: { start: number; end: number }): Candidate["proof"] {
  if (isBeside(alias.spoils, wording, place)) return "spoilt";
  if (alias.needs.length === 0) return "spelling";
  return isBeside(alias.needs, wording, place) ? "context" : "none";
}

function isOpen({ spelling }: WeaponAlias, record: WeaponRecord): boolean {
  if (/\p{N}/u.test(spelling)) return true;
  const isPlainNoun = record.isClassNoun && spelling === record.name;
  return isPlainNoun && (isWarlike(record) || ["helicopter", "ammunition"].includes(record.classes[0] ?? ""));
}

/** A class noun that is part of a compound, of a title or of a unit's name. */
function isOtherSense(candidate: Candidate, wording: Wording): boolean {
  if (!candidate.record.isClassNoun) return false;
  const own = overlapping(wording.words, candidate);
  const from = wording.words.indexOf(own[0]!);
  const place = { from, to: from + own.length };
  const { words, text } = wording;
  if (isUnit(words, place.to, text) || isCompoundPart(words, place, text)) return true;
  // "Sarin, Soman and VX": agents are often written like names.
  if (["chemical weapon", "biological weapon"].includes(candidate.record.classes[0] ?? "") && own.length === 1)
    return false;
  return !candidate.isCapitalised && isNamePart(words, place, wording);
}

/** The nouns that follow a name of each root and leave no doubt: "Impala jets", "Patriot batteries". */
const kindNouns: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^ (?:jet|plane|aircraft|fighter|bomber|warplane)s?\b/iu, ["combat aircraft"]],
  [/^ (?:helicopter|chopper|gunship)s?\b/iu, ["helicopter"]],
  [/^ (?:missile|rocket|launcher|batter(?:y|ies)|interceptor)/iu, ["missile", "rocket", "anti-tank weapon"]],
  [/^ (?:vehicle|tank|carrier|APC)s?\b/iu, ["armoured vehicle"]],
  [/^ (?:rifle|pistol|handgun|revolver|shotgun|carbine|gun)s?\b/iu, ["small arm", "machine gun"]],
  [/^ (?:drone|UAV)s?\b/iu, ["drone"]],
];

function isKindNoun({ record, end }: Candidate, { text }: Wording): boolean {
  if (record.isClassNoun) return false;
  const after = text.slice(end, end + 14);
  return kindNouns.some(([pattern, roots]) => roots.includes(record.classes[0] ?? "") && pattern.test(after));
}

/** What a noun behind it says of a name, and what another weapon in its sentence says of a word that is spoilt. */
function withNeighbours(candidate: Candidate, all: readonly Candidate[], wording: Wording): Candidate {
  if (candidate.proof === "none" && isKindNoun(candidate, wording)) return { ...candidate, proof: "context" };
  if (candidate.proof !== "spoilt") return candidate;
  const others = overlapping(all, wording.findSentence(candidate.start)).filter(({ record, proof }) => {
    return record !== candidate.record && isWarlike(record) && (proof === "spelling" || proof === "context");
  });
  return others.length === 0 ? candidate : { ...candidate, proof: "context" };
}

/** "fighter and attack aircraft": the noun of the last stands for the ones before it as well. */
function sharedNounCandidates(weapons: Weapons, match: PhraseMatch<WeaponAlias>, wording: Wording): Candidate[] {
  const noun = wording.words[match.to - 1]!;
  const found: Candidate[] = [];
  let before = match.from - 1;
  while (before > 0 && found.length < 4) {
    const modifier = modifierBefore(weapons, before, noun, wording);
    if (!modifier) break;
    found.unshift(modifier.candidate);
    before = modifier.from - 1;
  }
  return found;
}

/** The modifier that ends at word `at`, or before it when that is "and" or "or". */
function modifierBefore(weapons: Weapons, at: number, noun: Word, { words, text, passage }: Wording) {
  const isConjunction = ["and", "or"].includes(words[at]!.key);
  const last = isConjunction ? at - 1 : at;
  const gap = text.slice(words[last]?.end ?? 0, words[last + 1]!.start);
  if (last < 0 || !(isConjunction || gap.includes(","))) return undefined;
  for (let from = Math.max(0, last - 2); from <= last; from++) {
    const parts = [...words.slice(from, last + 1), noun];
    const joined = parts.map((word) => word.text).join(" ");
    const match = matchAt(weapons, splitWords(joined), joined, 0);
    const alias = match?.to === parts.length ? match.values[0] : undefined;
    if (!alias?.record?.isClassNoun) continue;
    const stretch = { start: words[from]!.start, end: words[last]!.end };
    const sense = { record: alias.record, proof: "spelling", isOpen: false, isCapitalised: false, alias } as const;
    return { from, candidate: { paragraph: passage.paragraph, ...stretch, ...sense } };
  }
  return undefined;
}

/** "Kalibr cruise missile" is one mention of the Kalibr; "aircraft carrier Kitty Hawk" leaves no doubt about the ship. */
function absorbClassNouns(candidates: readonly Candidate[], text: string): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    const before = kept.at(-1);
    if (before && (isClassNounOf(candidate, before, text) || isSameAgain(candidate, before, text))) {
      kept[kept.length - 1] = { ...before, end: candidate.end, proof: "spelling" };
    } else if (before && isNameAfter(candidate, before, text)) {
      kept.push({ ...candidate, proof: "spelling" });
    } else kept.push(candidate);
  }
  return kept;
}

/** "A-6E Intruder": two names of one weapon, side by side. */
function isSameAgain(candidate: Candidate, before: Candidate, text: string): boolean {
  if (candidate.record !== before.record || candidate.record.isClassNoun) return false;
  return /^ ["“]?$/u.test(text.slice(before.end, candidate.start));
}

function isNameAfter(name: Candidate, noun: Candidate, text: string): boolean {
  if (name.record.isClassNoun || !noun.record.isClassNoun) return false;
  return text.slice(noun.end, name.start) === " " && noun.record.classes[0] === name.record.classes[0];
}

// `"Silkworm" missiles`, "(SDI) anti-missile system", "SS-24 rail-mobile missiles": what may stand between.
const betweenNameAndNoun = /^["”’'»)]?[ \u00a0-](?:\p{L}+-\p{L}+ )?$/u;

function isClassNounOf(noun: Candidate, name: Candidate, text: string): boolean {
  if (!noun.record.isClassNoun || name.record.isClassNoun) return false;
  if (noun.record.classes[0] !== name.record.classes[0]) return false;
  return betweenNameAndNoun.test(text.slice(name.end, noun.start));
}
