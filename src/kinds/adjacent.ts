/** What weapons that stand side by side say of each other: a name and its class, a noun that several words share. */

import { matchAt, splitWords, type PhraseMatch, type Word } from "../gazetteers/phrases.ts";
import type { WeaponAlias, Weapons } from "../gazetteers/weapons.ts";
import type { Candidate } from "./candidate.ts";
import type { Wording } from "./wording.ts";

interface Neighbours {
  readonly match: PhraseMatch<WeaponAlias>;
  readonly before?: PhraseMatch<WeaponAlias>;
}

/** "fighter and attack aircraft", "cruise and Pershing-2 missiles": the last noun stands for what is before as well. */
export function sharedNounCandidates(
  weapons: Weapons,
  { match, before: named }: Neighbours,
  wording: Wording,
): Candidate[] {
  const noun = wording.words[match.to - 1]!;
  const found: Candidate[] = [];
  let before = (named?.to === match.from ? named.from : match.from) - 1;
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
    const sense = { record: alias.record, proof: "spelling", openness: Infinity, isCapitalised: false, alias } as const;
    return { from, candidate: { paragraph: passage.paragraph, from, ...stretch, ...sense } };
  }
  return undefined;
}

/** "Kalibr cruise missile" is one mention of the Kalibr; "aircraft carrier Kitty Hawk" leaves no doubt about the ship. */
export function absorbClassNouns(candidates: readonly Candidate[], text: string): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    const before = kept.at(-1);
    if (before && isCalibreOf(candidate, before, text)) {
      kept[kept.length - 1] = { ...candidate, start: before.start, from: before.from, proof: "spelling" };
    } else if (before && isAbbreviationOf(candidate, before, text)) {
      kept[kept.length - 1] = { ...before, end: candidate.end };
    } else if (before && (isClassNounOf(candidate, before, text) || isSameAgain(candidate, before, text))) {
      kept[kept.length - 1] = { ...before, end: candidate.end, proof: "spelling" };
    } else if (before && isNameAfter(candidate, before, text)) {
      // "the carrier Ranger": each speaks for the other.
      if (before.proof === "none") kept[kept.length - 1] = { ...before, proof: "context" };
      kept.push({ ...candidate, proof: "spelling" });
    } else kept.push(candidate);
  }
  return kept;
}

/** "9mm Glock": a calibre, which alone is a pistol, belongs to the weapon behind it. */
function isCalibreOf(candidate: Candidate, before: Candidate, text: string): boolean {
  if (!/^\p{N}+ ?mm$/iu.test(text.slice(before.start, before.end))) return false;
  return text.slice(before.end, candidate.start) === " ";
}

/** "Hwasong-14 intercontinental ballistic missile (ICBM)": the class again, shortened. */
function isAbbreviationOf(candidate: Candidate, before: Candidate, text: string): boolean {
  if (!candidate.record.isClassNoun || text.slice(before.end, candidate.start) !== " (") return false;
  return text[candidate.end] === ")" && /^\p{Lu}{3,}s?$/u.test(text.slice(candidate.start, candidate.end));
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

// `"Silkworm" missiles`, "(SDI) anti-missile system", "SS-24 rail-mobile missiles", "Ruger .380 pistol": what may
// stand between.
const betweenNameAndNoun =
  /^["”’'»)]?[ \u00a0-](?:\p{L}+-\p{L}+ |\.?\p{N}{1,3}(?:[ -]?(?:mm|millimet(?:er|re)|calib(?:er|re)))? )?\.?$/u;

/** Nouns that are said of names of other classes as well: "ZU-23 guns", "Scud rockets", "Grad missiles". */
const looseNouns: ReadonlyMap<string, readonly string[]> = new Map([
  ["gun", ["artillery", "machine gun", "small arm"]],
  ["rocket", ["missile", "anti-tank weapon"]],
  ["missile", ["rocket", "drone", "defence system"]],
]);

function isClassNounOf(noun: Candidate, name: Candidate, text: string): boolean {
  if (!noun.record.isClassNoun || name.record.isClassNoun) return false;
  const [root, nameRoot = ""] = [noun.record.classes[0], name.record.classes[0]];
  if (root !== nameRoot && !looseNouns.get(noun.record.name)?.includes(nameRoot)) return false;
  return betweenNameAndNoun.test(text.slice(name.end, noun.start));
}
