/** Where a passage may name a weapon, and how sure that is. */

import { findInText, matchAt, type PhraseMatch } from "../gazetteers/phrases.ts";
import type { WeaponAlias, Weapons } from "../gazetteers/weapons.ts";
import { overlapping, type Extent } from "../text.ts";
import { absorbClassNouns, sharedNounCandidates } from "./adjacent.ts";
import { isCertain, isWarlike, type Candidate } from "./candidate.ts";
import { sentenceFinder, type Passage } from "./passages.ts";
import { findShips, isShipName, shipName } from "./ships.ts";
import {
  designationEnd,
  isBeside,
  isCaseFitting,
  isCompoundPart,
  isHeadlineCase,
  isNamePart,
  isOtherName,
  isSentence,
  isThing,
  isUnit,
  nearby,
  type Wording,
} from "./wording.ts";

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
  const found = matches.flatMap((match, i) => {
    const candidate = matchCandidate(match, wording) ?? spoiltNoun(weapons, match, wording);
    if (!candidate) return [];
    const before = matches[i - 1];
    return [...sharedNounCandidates(weapons, { match, ...(before && { before }) }, wording), candidate];
  });
  const all = withShips(
    found.toSorted((a, b) => a.start - b.start),
    passage,
  );
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
    const name = shipName(text.slice(start, end));
    const record = { name, classes: ["warship"], isClassNoun: false };
    const alias = { spelling: name, record, needs: [], spoils: [], isShort: false };
    return {
      record,
      paragraph,
      from: 0,
      start,
      end,
      proof: "spelling",
      openness: Infinity,
      isCapitalised: true,
      alias,
    };
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
    from: match.from,
    start,
    end,
    proof: proofOf(fitting, wording, { start, end }),
    openness: opennessOf(fitting, wording, { start, end }),
    isCapitalised: own.some(({ spelling }) => /^\p{Lu}/u.test(spelling)),
    alias: fitting,
  };
}

function proofOf(alias: WeaponAlias, wording: Wording, place: { start: number; end: number }): Candidate["proof"] {
  if (isBeside(alias.spoils, wording, place)) return "spoilt";
  if (alias.needs.length === 0) return "spelling";
  return isBeside(alias.needs, wording, place) ? "context" : "none";
}

function opennessOf({ spelling, record, spoils }: WeaponAlias, wording: Wording, place: Extent): number {
  const root = record?.classes[0] ?? "";
  if (/[0-9]/u.test(spelling)) return 1;
  if (!record?.isClassNoun) {
    // "a Belfast company": half the ships are towns.
    return !["warship", "submarine"].includes(root) && isThing(wording, place) ? 2 : Infinity;
  }
  const isPlainNoun = spelling === record.name || spoils.length > 0;
  return isPlainNoun && (isWarlike(record) || ["helicopter", "ammunition"].includes(root)) ? 1 : Infinity;
}

/** A class noun that is part of a compound, of a title or of a unit's name. */
function isOtherSense(candidate: Candidate, wording: Wording): boolean {
  if (!candidate.record.isClassNoun) return false;
  const own = overlapping(wording.words, candidate);
  const place = { from: candidate.from, to: candidate.from + own.length };
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
  [/^ (?:shell|projectile|round)s?\b/iu, ["ammunition"]],
  [/^ (?:gun|howitzer|fire|barrage|salvo)s?\b/iu, ["artillery", "rocket"]],
];

function isKindNoun({ record, end }: Candidate, { text }: Wording): boolean {
  if (record.isClassNoun) return false;
  const after = text.slice(end, end + 14);
  return kindNouns.some(([pattern, roots]) => roots.includes(record.classes[0] ?? "") && pattern.test(after));
}

/** What a noun behind it says of a name, and what another weapon in its sentence says of a word that is spoilt. */
function withNeighbours(candidate: Candidate, all: readonly Candidate[], wording: Wording): Candidate {
  if (candidate.proof === "none" && isKindNoun(candidate, wording)) return { ...candidate, proof: "context" };
  // "a suicide bomber" beside a Humvee is no aircraft.
  if (candidate.proof !== "spoilt" || !candidate.record.isClassNoun || candidate.openness === Infinity)
    return candidate;
  const others = overlapping(all, nearby(wording, candidate)).filter(({ record, proof }) => {
    return record !== candidate.record && isWarlike(record) && isCertain(proof);
  });
  return others.length === 0 ? candidate : { ...candidate, proof: "context" };
}

/** "SpaceX rocket", which is no weapon, says what "the rocket" is in the next sentence. */
function spoiltNoun(weapons: Weapons, match: PhraseMatch<WeaponAlias>, wording: Wording): Candidate | undefined {
  if (match.values.every(({ record }) => record !== undefined)) return undefined;
  const last = matchAt(weapons, wording.words, wording.text, match.to - 1);
  const candidate = last?.to === match.to ? matchCandidate(last, wording) : undefined;
  return candidate?.proof === "spoilt" ? { ...candidate, openness: Infinity } : undefined;
}
