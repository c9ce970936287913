/** Weapons, munitions and armed platforms: by designation ("Kalibr") or by class ("cruise missile"), never acts. */

import { findPhrases, matchAt, splitWords, type PhraseMatch, type Word } from "../gazetteers/phrases.ts";
import { loadWeapons, type WeaponAlias, type WeaponRecord, type Weapons } from "../gazetteers/weapons.ts";
import { isCapitals, splitSentences } from "../text.ts";
import type { Article, Kind, Mention, Span } from "../types.ts";
import { groupEntity, groupMentions } from "./grouping.ts";

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

/** A text of an article, split once for all rules. */
interface Passage {
  readonly text: string;
  readonly words: readonly Word[];
  readonly paragraph: number;
  readonly isCapitals: boolean;
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
  };
}

function recogniseWeapons(weapons: Weapons, article: Article, spans: readonly Span[]): Mention[] {
  const texts = [article.title, ...article.paragraphs];
  const candidates = texts.flatMap((text, paragraph) => findCandidates(weapons, text, paragraph));
  const certain = new Set(candidates.filter((c) => c.isCertain).map((c) => c.record.name));
  return candidates
    .filter((candidate) => candidate.isCertain || certain.has(candidate.record.name))
    .filter((candidate) => !spans.some((span) => isVeto(span, candidate)))
    .map((candidate) => candidateMention(candidate, texts[candidate.paragraph] ?? ""));
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

/** "Field Artillery Regiment", "Mr. Abrams": the tagger read the name of something else. */
function isVeto(span: Span, candidate: Candidate): boolean {
  if (span.paragraph !== candidate.paragraph || span.start >= candidate.end || span.end <= candidate.start)
    return false;
  const isInside = span.end - span.start > candidate.end - candidate.start;
  if (span.label === "ORG") return isInside && span.confidence > 0.5;
  return (span.label === "PER" || span.label === "LOC") && candidate.isAmbiguous && span.confidence > 0.5;
}

function findCandidates(weapons: Weapons, text: string, paragraph: number): Candidate[] {
  const passage = { text, words: splitWords(text), paragraph, isCapitals: isCapitals(text) };
  const found: Candidate[] = [];
  for (const match of findPhrases(weapons, passage.words, text)) {
    const candidate = matchCandidate(match, passage);
    if (!candidate) continue;
    found.push(...sharedNounCandidates(weapons, match, passage), candidate);
  }
  return absorbClassNouns(found, text);
}

function matchCandidate(match: PhraseMatch<WeaponAlias>, passage: Passage): Candidate | undefined {
  const { words, text, paragraph } = passage;
  const start = words[match.from]!.start;
  const end = designationEnd(words, match.to);
  const surface = text.slice(start, words[match.to - 1]!.end);
  const aliases = match.values.filter((alias) => isCaseFitting(alias, surface, passage.isCapitals));
  if (aliases.some((alias) => alias.record === undefined)) return undefined;
  const plain = aliases.find((alias) => alias.context.length === 0);
  const fitting = plain ?? aliases.find((alias) => isContextFitting(alias, passage, start, end)) ?? aliases[0];
  if (!fitting?.record) return undefined;
  const isCertain = fitting === plain || isContextFitting(fitting, passage, start, end);
  return { record: fitting.record, paragraph, start, end, isCertain, isAmbiguous: fitting !== plain };
}

/** "Su-24" in "Su-24M": a variant's letters belong to the designation. */
function designationEnd(words: readonly Word[], to: number): number {
  const last = words[to - 1]!;
  const next = words[to];
  const isVariant = /^\p{N}/u.test(last.text) && next?.start === last.end && /^\p{Lu}{1,3}$|^s$/u.test(next.text);
  return isVariant ? next.end : last.end;
}

function isCaseFitting(alias: WeaponAlias, surface: string, isAllCapitals: boolean): boolean {
  if (alias.record === undefined || alias.record.isClassNoun || isAllCapitals) return true;
  if (isCapitals(alias.spelling)) return /^\p{Lu}/u.test(surface);
  if (/^\p{Lu}|^\p{N}/u.test(surface)) return true;
  // "kalashnikov": long and without another meaning, so that the writer's small letter does not matter.
  return alias.context.length === 0 && /^\p{L}{6,}$/u.test(alias.spelling);
}

function isContextFitting(alias: WeaponAlias, passage: Passage, start: number, end: number): boolean {
  const sentence = splitSentences(passage.text).find((s) => s.start <= start && start < s.end);
  return passage.words.some(
    (word) =>
      sentence !== undefined &&
      word.start >= sentence.start &&
      word.end <= sentence.end &&
      (word.end <= start || word.start >= end) &&
      alias.context.some((beginning) => word.key.startsWith(beginning)),
  );
}

/** "fighter and attack aircraft": the noun of the last stands for the ones before it as well. */
function sharedNounCandidates(weapons: Weapons, match: PhraseMatch<WeaponAlias>, passage: Passage): Candidate[] {
  const noun = passage.words[match.to - 1]!;
  const found: Candidate[] = [];
  let conjunction = match.from - 1;
  while (conjunction > 0 && found.length < 4) {
    const modifier = modifierBefore(weapons, conjunction, noun, passage);
    if (!modifier) break;
    found.unshift(modifier);
    conjunction = passage.words.findIndex((word) => word.start === modifier.start) - 1;
  }
  return found;
}

function modifierBefore(weapons: Weapons, conjunction: number, noun: Word, passage: Passage): Candidate | undefined {
  const { words, text, paragraph } = passage;
  const isConjunction = ["and", "or"].includes(words[conjunction]?.key ?? "");
  const last = isConjunction ? conjunction - 1 : conjunction;
  for (let from = Math.max(0, last - 2); from <= last; from++) {
    const parts = [...words.slice(from, last + 1), noun];
    const joined = parts.map((word) => word.text).join(" ");
    const match = matchAt(weapons, splitWords(joined), joined, 0);
    const record = match?.to === parts.length ? match.values[0]?.record : undefined;
    const gap = text.slice(words[last]!.end, words[last + 1]!.start);
    if (!record?.isClassNoun || !(isConjunction || gap.includes(","))) continue;
    const { start } = words[from]!;
    return { record, paragraph, start, end: words[last]!.end, isCertain: true, isAmbiguous: false };
  }
  return undefined;
}

/** "Kalibr cruise missile" is one mention of the Kalibr. */
function absorbClassNouns(candidates: readonly Candidate[], text: string): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates) {
    const before = kept.at(-1);
    if (before && isClassNounOf(candidate, before, text)) {
      kept[kept.length - 1] = { ...before, end: candidate.end, isCertain: true };
    } else kept.push(candidate);
  }
  return kept;
}

function isClassNounOf(noun: Candidate, name: Candidate, text: string): boolean {
  if (!noun.record.isClassNoun || name.record.isClassNoun) return false;
  // `"Silkworm" missiles`: a closing quotation mark may stand between them.
  const isAdjacent = /^["”’'»]?[ \u00a0-]$/u.test(text.slice(name.end, noun.start));
  return isAdjacent && noun.record.classes[0] === name.record.classes[0];
}
