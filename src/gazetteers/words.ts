/** Cuts text into runs of letters and runs of digits, as the lists of phrases are compared with it. */

import { foldText } from "../text.ts";

/** A run of letters or a run of digits. */
export interface Word {
  /** As it stands in the text. */
  readonly text: string;
  /** Folded: lower case, no diacritics, British spelling. */
  readonly key: string;
  /** Of the key. */
  readonly hash: number;
  readonly start: number;
  readonly end: number;
}

/** 0 for what stands between words. */
type Sort = 0 | 1 | 2;
const [letter, digit] = [1, 2] as const;

const britishSpellings: ReadonlyMap<string, string> = new Map([
  ["armor", "armour"],
  ["armored", "armoured"],
  ["caliber", "calibre"],
  ["defense", "defence"],
  ["gray", "grey"],
  ["saber", "sabre"],
]);

/** Splits a text into words, in order; linear in its length. */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  let start = 0;
  let sort: Sort = 0;
  for (let i = 0; i <= text.length; i++) {
    const now = i < text.length ? sortOf(text, i) : 0;
    if (now === sort) continue;
    if (sort !== 0) words.push(wordOf(text, start, i));
    start = i;
    sort = now;
  }
  return words;
}

function wordOf(text: string, start: number, end: number): Word {
  const own = text.slice(start, end);
  const key = wordKey(own);
  return { text: own, key, hash: hashOf(key), start, end };
}

function wordKey(text: string): string {
  const lower = text.toLowerCase();
  const folded = isAscii(lower) ? lower : foldText(text);
  return britishSpellings.get(folded) ?? folded;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

function sortOf(text: string, index: number): Sort {
  const code = text.charCodeAt(index);
  if (code >= 97 && code <= 122) return letter;
  if (code >= 48 && code <= 57) return digit;
  if (code < 128) return code >= 65 && code <= 90 ? letter : 0;
  return sortBeyondAscii(text, index);
}

/** A combining mark belongs to its letter; a letter of two units counts with both. */
function sortBeyondAscii(text: string, index: number): Sort {
  const code = text.codePointAt(index)!;
  // Dashes, quotation marks and dots: most of what news has beyond ASCII.
  if (code >= 0x2000 && code <= 0x206f) return 0;
  const isSecondHalf = code >= 0xdc00 && code <= 0xdfff && index > 0;
  const character = String.fromCodePoint(isSecondHalf ? text.codePointAt(index - 1)! : code);
  // "é": a letter with a capital, told without the classes of Unicode, which take long to load.
  if (character.toLowerCase() !== character.toUpperCase()) return letter;
  if (/[\p{L}\p{M}]/u.test(character)) return letter;
  return /\p{N}/u.test(character) ? digit : 0;
}

/**
 * Whether some word, with the word before it, passes a test that is given the hashes of both; 0 for no word.
 * Makes no string of a word in ASCII, so that it costs next to nothing.
 */
export function someWord(text: string, test: (before: number, hash: number) => boolean): boolean {
  let before = 0;
  let hash = 0;
  let start = 0;
  let sort: Sort = 0;
  let isPlain = true;
  for (let i = 0; i <= text.length; i++) {
    let code = i < text.length ? text.charCodeAt(i) : 0;
    if (code >= 65 && code <= 90) code += 32;
    const now = code >= 97 && code <= 122 ? letter : code === 0 ? 0 : sortOf(text, i);
    if (now !== sort) {
      if (sort !== 0) {
        const own = isPlain ? (britishHashes.get(hash) ?? hash) : hashOf(wordKey(text.slice(start, i)));
        if (test(before, own)) return true;
        before = own;
      }
      hash = 0;
      start = i;
      sort = now;
      isPlain = true;
    }
    if (code > 127) isPlain = false;
    if (now !== 0) hash = nextHash(hash, code);
  }
  return false;
}

function nextHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) & 0x3fffffff;
}

/** The hash of a word's key, as `someWord` gives it. */
export function hashOf(key: string): number {
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = nextHash(hash, key.charCodeAt(i));
  return hash;
}

const britishHashes: ReadonlyMap<number, number> = new Map(
  Array.from(britishSpellings, ([american, british]) => [hashOf(american), hashOf(british)]),
);

/** One hash for two words that follow each other. */
export function pairHash(first: number, second: number): number {
  return (Math.imul(first, 0x1000193) + second) & 0x3fffffff;
}

/** A set of hashes; what is not in it is mostly told from a table, without a search. */
export interface HashSet {
  readonly has: (hash: number) => boolean;
}

// So few that they stay in the processor's cache.
const bits = 1 << 18;

/** Makes a set of hashes. */
export function hashSet(hashes: ReadonlySet<number>): HashSet {
  const table = new Int32Array(bits / 32);
  const slotOf = (hash: number): number => (hash & (bits - 1)) >> 5;
  for (const hash of hashes) table[slotOf(hash)]! |= 1 << (hash & 31);
  return { has: (hash) => (table[slotOf(hash)]! & (1 << (hash & 31))) !== 0 && hashes.has(hash) };
}
