/**
 * Finds the phrases of a list in running text.
 *
 * Letters and digits are words of their own, so that "T-72", "T72" and "T 72" are the same two words; what may
 * stand between the words of a phrase is a hyphen, a space, or nothing.
 */

import { foldText } from "../text.ts";

/** A run of letters or a run of digits. */
export interface Word {
  /** As it stands in the text. */
  readonly text: string;
  /** Folded: lower case, no diacritics, British spelling. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** A phrase of a list and what it stands for. */
export interface Phrase<T> {
  /** `Word.key` of each of its words. */
  readonly keys: readonly string[];
  readonly value: T;
}

/** The phrases of a list by the key of their first word, those of most words first. */
export type PhraseTable<T> = ReadonlyMap<string, readonly Phrase<T>[]>;

/** Where a phrase stands: words `from` (inclusive) to `to` (exclusive). */
export interface PhraseMatch<T> {
  readonly from: number;
  readonly to: number;
  /** Every list entry with these words: an alias may stand for several things. */
  readonly values: readonly T[];
}

// "BGM-109": two words, "BGM" and "109". A combining mark belongs to its letter.
const wordPattern = /[\p{L}\p{M}]+|\p{N}+/gu;
// "T-72", "T72", "anti- aircraft", "S.300", "Da’esh", "Smith & Wesson", "Colt .45"; not "cruise, missile".
const gapPattern = /^(?: ?[-\u2010-\u2013/&][ \u00a0]?|[ \u00a0]|[ ]?\.|['’]|)$/u;
// "Harry S. Truman", "vz. 61": a full stop and a space are inside a phrase after a short word only.
const stopGap = ". ";
const longestBeforeStop = 3;

// A text of nothing but ASCII needs no folding, and its letters and digits are told apart by their codes.
// eslint-disable-next-line no-control-regex
const asciiPattern = /^[\x00-\x7f]*$/u;

/** Splits a text into words, in order; linear in its length. */
export function splitWords(text: string): Word[] {
  if (asciiPattern.test(text)) return splitAsciiWords(text);
  return Array.from(text.matchAll(wordPattern), ({ 0: word, index }) => ({
    text: word,
    key: wordKey(word),
    start: index,
    end: index + word.length,
  }));
}

/** The same for plain English text, several times as fast. */
function splitAsciiWords(text: string): Word[] {
  const lower = text.toLowerCase();
  const words: Word[] = [];
  let start = 0;
  let sort = 0;
  for (let i = 0; i <= text.length; i++) {
    const now = asciiSort(lower.charCodeAt(i));
    if (now === sort) continue;
    if (sort !== 0) {
      const key = lower.slice(start, i);
      words.push({ text: text.slice(start, i), key: britishSpellings.get(key) ?? key, start, end: i });
    }
    start = i;
    sort = now;
  }
  return words;
}

/** 1 for a small letter, 2 for a digit, 0 for anything else, the end of the text included. */
function asciiSort(code: number): 0 | 1 | 2 {
  if (code >= 97 && code <= 122) return 1;
  return code >= 48 && code <= 57 ? 2 : 0;
}

function wordKey(text: string): string {
  const folded = foldText(text);
  return britishSpellings.get(folded) ?? folded;
}

const britishSpellings: ReadonlyMap<string, string> = new Map([
  ["armor", "armour"],
  ["armored", "armoured"],
  ["caliber", "calibre"],
  ["defense", "defence"],
  ["gray", "grey"],
  ["saber", "sabre"],
]);

/** Files phrases for `findPhrases`. */
export function phraseTable<T>(phrases: Iterable<Phrase<T>>): PhraseTable<T> {
  const table = new Map<string, Phrase<T>[]>();
  for (const phrase of phrases) {
    const first = phrase.keys[0];
    if (first === undefined) continue;
    const row = table.get(first);
    if (row) row.push(phrase);
    else table.set(first, [phrase]);
  }
  for (const row of table.values()) row.sort((a, b) => b.keys.length - a.keys.length);
  return table;
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
  const key = words[from]?.key;
  const row = key === undefined ? undefined : table.get(key);
  if (!row) return undefined;
  const first = row.find((phrase) => isPhraseAt(phrase, words, text, from));
  if (!first) return undefined;
  const length = first.keys.length;
  const values = row
    .filter((phrase) => phrase.keys.length === length && isPhraseAt(phrase, words, text, from))
    .map((phrase) => phrase.value);
  return { from, to: from + length, values };
}

/** Whether only a hyphen, a space or nothing stands between a word and the one before it. */
export function isJoined(words: readonly Word[], text: string, index: number): boolean {
  const before = words[index - 1];
  const word = words[index];
  if (!before || !word) return false;
  const gap = text.slice(before.end, word.start);
  return gapPattern.test(gap) || (gap === stopGap && before.text.length <= longestBeforeStop);
}

function isPhraseAt<T>(phrase: Phrase<T>, words: readonly Word[], text: string, from: number): boolean {
  return phrase.keys.every((key, i) => words[from + i]?.key === key && (i === 0 || isJoined(words, text, from + i)));
}
