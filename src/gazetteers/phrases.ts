/**
 * Finds the phrases of a list in running text.
 *
 * Letters and digits are words of their own, so that "T-72", "T72" and "T 72" are the same two words; what may
 * stand between the words of a phrase is a hyphen, a space, or nothing.
 */

import { hashOf, hashSet, pairHash, someWord, splitWords, type HashSet, type Word } from "./words.ts";

export { splitWords, type HashSet, type Word } from "./words.ts";

/** A phrase of a list and what it stands for. */
export interface Phrase<T> {
  /** `Word.key` of each of its words. */
  readonly keys: readonly string[];
  readonly value: T;
}

/** The phrases of a list by the key of their first word, those of most words first. */
export interface PhraseTable<T> {
  readonly get: (first: string) => readonly Phrase<T>[] | undefined;
  /** How they begin: the hashes of single words, and of the first two words of the others. */
  readonly beginnings: HashSet;
}

/** Where a phrase stands: words `from` (inclusive) to `to` (exclusive). */
export interface PhraseMatch<T> {
  readonly from: number;
  readonly to: number;
  /** Every list entry with these words: an alias may stand for several things. */
  readonly values: readonly T[];
}

// "Guns N' Roses", "BGM-109", "anti- aircraft", "S.300", "Da’esh", "Smith & Wesson", "Colt .45"; not "cruise, missile".
const gapPattern = /^(?: ?[-\u2010-\u2013/&][ \u00a0]?|[ \u00a0]|[ ]?\.|['’] ?|)$/u;
// "Harry S. Truman", "vz. 61": a full stop and a space are inside a phrase after a short word only.
const stopGap = ". ";
const longestBeforeStop = 3;

/** Files phrases for `findPhrases`. */
export function phraseTable<T>(phrases: readonly Phrase<T>[]): PhraseTable<T> {
  const rows = new Map<string, Phrase<T>[]>();
  for (const phrase of phrases) {
    const first = phrase.keys[0];
    if (first === undefined) continue;
    const row = rows.get(first);
    if (row) row.push(phrase);
    else rows.set(first, [phrase]);
  }
  for (const row of rows.values()) row.sort((a, b) => b.keys.length - a.keys.length);
  return {
    get: (first) => rows.get(first),
    beginnings: hashSet(new Set(phrases.map(({ keys }) => beginningOf(keys)))),
  };
}

/** The hash by which a phrase is looked for. */
function beginningOf([first = "", second]: readonly string[]): number {
  return second === undefined ? hashOf(first) : pairHash(hashOf(first), hashOf(second));
}

/** Finds the phrases in a text; one that holds none is not even cut into words. */
export function findInText<T>(
  table: PhraseTable<T>,
  text: string,
): { readonly words: readonly Word[]; readonly matches: readonly PhraseMatch<T>[] } {
  if (!mayHoldPhrase(table, text)) return { words: [], matches: [] };
  const words = splitWords(text);
  return { words, matches: findPhrases(table, words, text) };
}

/** Whether some word alone, or some two neighbours, begin a phrase: true of every text that holds one. */
function mayHoldPhrase<T>({ beginnings }: PhraseTable<T>, text: string): boolean {
  return someWord(text, (before, hash) => beginnings.has(hash) || beginnings.has(pairHash(before, hash)));
}

/** The longest match at each position, left to right, without overlap. */
export function findPhrases<T>(table: PhraseTable<T>, words: readonly Word[], text: string): PhraseMatch<T>[] {
  const matches: PhraseMatch<T>[] = [];
  for (let from = 0; from < words.length;) {
    const match = matchAt(table, words, text, from);
    if (match) matches.push(match);
    from = match ? match.to : from + 1;
  }
  return matches;
}

/** The longest phrase that begins at word `from`, with every list entry of that spelling. */
export function matchAt<T>(
  table: PhraseTable<T>,
  words: readonly Word[],
  text: string,
  from: number,
): PhraseMatch<T> | undefined {
  if (!mayBegin(table, words, from)) return undefined;
  const row = table.get(words[from]!.key) ?? [];
  let length = 0;
  const values: T[] = [];
  for (const phrase of row) {
    if (phrase.keys.length < length) break;
    if (!isPhraseAt(phrase, words, text, from)) continue;
    length = phrase.keys.length;
    values.push(phrase.value);
  }
  return length === 0 ? undefined : { from, to: from + length, values };
}

function mayBegin<T>({ beginnings }: PhraseTable<T>, words: readonly Word[], from: number): boolean {
  const { hash } = words[from]!;
  if (beginnings.has(hash)) return true;
  const second = words[from + 1];
  return second !== undefined && beginnings.has(pairHash(hash, second.hash));
}

function isPhraseAt<T>({ keys }: Phrase<T>, words: readonly Word[], text: string, from: number): boolean {
  for (let i = 1; i < keys.length; i++) {
    if (words[from + i]?.key !== keys[i] || !isJoined(words, text, from + i)) return false;
  }
  return true;
}

/** Whether only a hyphen, a space or nothing stands between a word and the one before it. */
export function isJoined(words: readonly Word[], text: string, index: number): boolean {
  const before = words[index - 1];
  const word = words[index];
  if (!before || !word) return false;
  const gap = text.slice(before.end, word.start);
  return gap === " " || gapPattern.test(gap) || (gap === stopGap && before.text.length <= longestBeforeStop);
}
