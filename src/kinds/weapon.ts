/** Weapons, munitions and armed platforms: by designation ("Kalibr") or by class ("cruise missile"), never acts. */

import { findPhrases, matchAt, splitWords, type PhraseMatch, type Word } from "../gazetteers/phrases.ts";
import { loadWeapons, type WeaponAlias, type WeaponRecord, type Weapons } from "../gazetteers/weapons.ts";
import { isCapitals, overlapping, type Extent } from "../text.ts";
import type { Article, Kind, Mention, Span } from "../types.ts";
import { groupEntity, groupMentions } from "./grouping.ts";
import { passagesOf, sentenceFinder, type Passage } from "./passages.ts";

/** A stretch of text that a list entry fits, before it is known whether a weapon is meant. */
interface Candidate {
  readonly record: WeaponRecord;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  /** True when the spelling, its neighbours or its sentence leave no doubt. */
  readonly isCertain: boolean;
  /** True when the spelling has other meanings. */
  readonly isAmbiguous: boolean;
}

/** A passage cut into words, once for all rules. */
interface Wording {
  readonly passage: Passage;
  readonly text: string;
  readonly words: readonly Word[];
  readonly findSentence: (offset: number) => Extent;
}

/** The kind of weapons; reads its lists. */
export function weaponKind(weapons: Weapons = loadWeapons()): Kind {
  const records = new Map<string, WeaponRecord>();
  for (const row of weapons.values()) {
    for (const { value } of row) if (value.record) records.set(value.record.name, value.record);
  }
  return {
    name: "weapon",
    plural: "weapons",
    title: "Weapons",
    recognise: (article, spans) => recogniseWeapons(weapons, article, spans),
    link: (articles) =>
      groupMentions(articles, "weapon", (mention) => mention.authority).map(({ key, occurrences }) =>
        groupEntity("weapon", { name: key, classes: records.get(key)?.classes ?? [] }, occurrences),
      ),
    describe: (name) => records.get(name),
  };
}

function recogniseWeapons(weapons: Weapons, article: Article, spans: readonly Span[]): Mention[] {
  const passages = passagesOf(article, spans);
  const candidates = passages.flatMap((passage) => findCandidates(weapons, passage));
  const certain = new Set(candidates.filter((c) => c.isCertain).map((c) => c.record.name));
  return candidates
    .filter((candidate) => candidate.isCertain || certain.has(candidate.record.name))
    .map((candidate) => candidateMention(candidate, passages[candidate.paragraph]!.text));
}

function candidateMention(candidate: Candidate, text: string): Mention {
  const { record, paragraph, start, end } = candidate;
  return {
    kind: "weapon",
    paragraph,
    start,
    end,
    text: text.slice(start, end),
    authority: record.name,
    foundBy: record.isClassNoun ? "class noun" : candidate.isAmbiguous ? "weapon list, in context" : "weapon list",
    confidence: candidate.isAmbiguous ? 0.85 : record.isClassNoun ? 0.93 : 0.97,
  };
}

/** "Field Artillery Regiment", "Creighton Abrams", "Harry S. Truman": the tagger read the name of something else. */
function isVeto(span: Span, candidate: Candidate, text: string): boolean {
  const [length, own] = [span.end - span.start, candidate.end - candidate.start];
  if (span.confidence <= 0.5 || length < own) return false;
  if (length === own) return candidate.isAmbiguous && span.label === "PER" && isFullName(span, text);
  // "Rebels Seize Tanks": in a headline, where all is capitals, the tagger takes a verb and its object for a name.
  if (span.label === "ORG") return span.paragraph > 0 || span.end > candidate.end;
  return (span.label === "PER" || span.label === "LOC") && candidate.isAmbiguous;
}

/** "Harry S. Truman" is the President; "the Harry S. Truman" is a ship. */
function isFullName({ start, end }: Span, text: string): boolean {
  return (
    text.slice(start, end).includes(" ") &&
    !/\b(?:an?|the) $/iu.test(text.slice(Math.max(0, start - " the ".length), start))
  );
}

function findCandidates(weapons: Weapons, passage: Passage): Candidate[] {
  const { text, spans } = passage;
  const wording = { passage, text, words: splitWords(text), findSentence: sentenceFinder(text) };
  const found = findPhrases(weapons, wording.words, text).flatMap((match) => {
    const candidate = matchCandidate(match, wording);
    return candidate ? [...sharedNounCandidates(weapons, match, wording), candidate] : [];
  });
  const absorbed = absorbClassNouns(found, text);
  return absorbed.filter((candidate) => !overlapping(spans, candidate).some((span) => isVeto(span, candidate, text)));
}

function matchCandidate(match: PhraseMatch<WeaponAlias>, wording: Wording): Candidate | undefined {
  const { words, text, passage } = wording;
  const { paragraph } = passage;
  if (isSentence(words, match.from, text)) return undefined;
  const start = words[match.from]!.start;
  const end = designationEnd(words, match.to);
  const surface = text.slice(start, words[match.to - 1]!.end);
  const aliases = match.values.filter((alias) => isCaseFitting(alias, surface, passage.isCapitals));
  if (aliases.some((alias) => alias.record === undefined)) return undefined;
  const plain = aliases.find((alias) => alias.context.length === 0);
  const fitting = plain ?? aliases.find((alias) => isContextFitting(alias, wording, { start, end })) ?? aliases[0];
  if (!fitting?.record) return undefined;
  const isCertain = fitting === plain || isContextFitting(fitting, wording, { start, end });
  return { record: fitting.record, paragraph, start, end, isCertain, isAmbiguous: fitting !== plain };
}

/** "Su-24" in "Su-24M3", "T-72" in "T-72s": the letters and digits of a variant belong to the designation. */
function designationEnd(words: readonly Word[], to: number): number {
  const last = words[to - 1]!;
  if (!/^\p{N}/u.test(last.text)) return last.end;
  let { end } = last;
  for (let i = to; words[i]?.start === end && /^(?:\p{Lu}{1,3}|\p{N}{1,2}|s)$/u.test(words[i]!.text); i++) {
    end = words[i]!.end;
  }
  return end;
}

// "A 10-year-old", "As 90 percent", "At 802 feet" are no A-10, AS-90 and AT-802.
const ordinaryBeforeNumber: ReadonlySet<string> = new Set(
  "a am an as at be do he if in is it no of on or so to up we".split(" "),
);

function isSentence(words: readonly Word[], from: number, text: string): boolean {
  const [first, second] = [words[from]!, words[from + 1]];
  if (!second || !/^\p{N}/u.test(second.text) || text[first.end] !== " ") return false;
  return ordinaryBeforeNumber.has(first.key);
}

function isCaseFitting(alias: WeaponAlias, surface: string, isAllCapitals: boolean): boolean {
  if (alias.record === undefined || alias.record.isClassNoun || isAllCapitals) return true;
  // "tommy gun": an alias in small letters is met in any case.
  if (/^\p{Ll}/u.test(alias.spelling)) return true;
  if (isCapitals(alias.spelling)) return /^\p{Lu}/u.test(surface);
  if (/^\p{Lu}|^\p{N}/u.test(surface)) return true;
  // "kalashnikov": long and without another meaning, so that the writer's small letter does not matter.
  return alias.context.length === 0 && /^\p{L}{6,}$/u.test(alias.spelling);
}

function isContextFitting(alias: WeaponAlias, { words, findSentence }: Wording, { start, end }: Extent): boolean {
  return overlapping(words, findSentence(start)).some(
    (word) =>
      (word.end <= start || word.start >= end) && alias.context.some((beginning) => word.key.startsWith(beginning)),
  );
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
    const record = match?.to === parts.length ? match.values[0]?.record : undefined;
    if (!record?.isClassNoun) continue;
    const stretch = { start: words[from]!.start, end: words[last]!.end };
    const candidate = { record, paragraph: passage.paragraph, ...stretch, isCertain: true, isAmbiguous: false };
    return { from, candidate };
  }
  return undefined;
}

/** "Kalibr cruise missile" is one mention of the Kalibr; "aircraft carrier Kitty Hawk" leaves no doubt about the ship. */
function absorbClassNouns(candidates: readonly Candidate[], text: string): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    const before = kept.at(-1);
    if (before && isClassNounOf(candidate, before, text)) {
      kept[kept.length - 1] = { ...before, end: candidate.end, isCertain: true, isAmbiguous: false };
    } else if (before && isNameAfter(candidate, before, text)) {
      kept.push({ ...candidate, isCertain: true, isAmbiguous: false });
    } else kept.push(candidate);
  }
  return kept;
}

function isNameAfter(name: Candidate, noun: Candidate, text: string): boolean {
  if (name.record.isClassNoun || !noun.record.isClassNoun) return false;
  return text.slice(noun.end, name.start) === " " && noun.record.classes[0] === name.record.classes[0];
}

function isClassNounOf(noun: Candidate, name: Candidate, text: string): boolean {
  if (!noun.record.isClassNoun || name.record.isClassNoun) return false;
  // `"Silkworm" missiles`: a closing quotation mark may stand between them.
  const isAdjacent = /^["”’'»]?[ \u00a0-]$/u.test(text.slice(name.end, noun.start));
  return isAdjacent && noun.record.classes[0] === name.record.classes[0];
}
