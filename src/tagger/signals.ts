/** What the lists, and the document as a whole, say of each token before anything is tagged. */

import { findPlaceAt, type PlaceRecord, type PlaceRun, type Places } from "../gazetteers/places.ts";

/** A code for each token of a row; 0 where there is nothing to say. */
export interface Signals {
  /** Where in the longest name of a place it stands, how important that place is, of what kind, and whether it is ambiguous. */
  readonly gazetteer: Uint8Array;
  /** How it and the same word elsewhere in the document are written: the sum of the values of `CASING`. */
  readonly casing: Uint8Array;
}

/** The lists that tell something of a token. */
export interface WordLists {
  readonly places: Places;
  /** Words before a person's name, in small letters. */
  readonly titles: ReadonlySet<string>;
  /** Ordinary words that are also names, in small letters. */
  readonly commonWords: ReadonlySet<string>;
}

const CASING = { opensSentence: 1, capital: 2, capitalElsewhere: 4, smallElsewhere: 8, rowOfCapitals: 16 } as const;
const LISTS = { demonym: 1, title: 2, commonWord: 4 } as const;
const WRITING = { capitalFirst: 1, endsSentence: 2, long: 4, longCapitals: 8 } as const;

// "Paris".
const capitalFirst = /^\p{Lu}/u;

// "is", not "a".
const longPattern = /\p{L}{2}/u;

// "UN", "McDONALD".
const capitalsPattern = /\p{Lu}{2}/u;

/** How a word is written: the sum of the values of `WRITING`. */
export function writingOf(text: string): number {
  return (
    (capitalFirst.test(text) ? WRITING.capitalFirst : 0) +
    (/^(?:[.!?:"“”*•]|)$/u.test(text) ? WRITING.endsSentence : 0) +
    (longPattern.test(text) ? WRITING.long : 0) +
    (capitalsPattern.test(text) ? WRITING.longCapitals : 0)
  );
}

/** On which lists a word is: the sum of the values of `LISTS`. */
export function listsOf(word: string, { places, titles, commonWords }: WordLists): number {
  const lower = word.toLowerCase();
  return (
    (places.demonyms.has(word) ? LISTS.demonym : 0) +
    (titles.has(lower.endsWith(".") ? lower.slice(0, -1) : lower) ? LISTS.title : 0) +
    (commonWords.has(lower) ? LISTS.commonWord : 0)
  );
}

/** What is asked of a word. */
interface WrittenWord {
  readonly text: string;
  readonly lower: string;
  readonly lowerHash: number;
  readonly writing: number;
}

/** The signals of each row of a document. */
export function signalsOf(rows: readonly (readonly WrittenWord[])[], places: Places): Signals[] {
  const spellings = countSpellings(rows);
  return rows.map((words) => ({ gazetteer: placesIn(words, places), casing: casingOf(words, spellings) }));
}

/** How the words that somewhere have a capital are written inside sentences of the document, by their small letters. */
interface Spellings {
  /** How often with a capital; 0 for one that only opens sentences. */
  readonly capital: ReadonlyMap<string, number>;
  /** Those that stand there without one, too. */
  readonly small: ReadonlySet<string>;
}

/** Room for the last bits of the hashes of words that have a capital: most small words are told from them by these. */
const HASHES = 4096;

function countSpellings(rows: readonly (readonly WrittenWord[])[]): Spellings {
  const capital = new Map<string, number>();
  const hashes = new Uint8Array(HASHES);
  for (const words of rows) {
    for (let i = 0; i < words.length; i += 1) {
      const { lower, lowerHash, writing } = words[i]!;
      if ((writing & WRITING.capitalFirst) === 0) continue;
      hashes[lowerHash & (HASHES - 1)] = 1;
      capital.set(lower, (capital.get(lower) ?? 0) + (standsFirst(words, i) ? 0 : 1));
    }
  }
  const small = new Set<string>();
  for (const words of rows) {
    for (let i = 1; i < words.length; i += 1) {
      const { lower, lowerHash, writing } = words[i]!;
      if ((writing & WRITING.capitalFirst) !== 0 || hashes[lowerHash & (HASHES - 1)] === 0) continue;
      if (capital.has(lower) && !standsFirst(words, i)) small.add(lower);
    }
  }
  return { capital, small };
}

function casingOf(words: readonly WrittenWord[], { capital, small }: Spellings): Uint8Array {
  const codes = new Uint8Array(words.length).fill(isMostlyCapitals(words) ? CASING.rowOfCapitals : 0);
  for (let i = 0; i < words.length; i += 1) {
    const opens = standsFirst(words, i);
    if (opens) codes[i]! += CASING.opensSentence;
    const { lower, writing } = words[i]!;
    if ((writing & WRITING.capitalFirst) === 0) continue;
    codes[i]! += CASING.capital;
    if ((capital.get(lower) ?? 0) > (opens ? 0 : 1)) codes[i]! += CASING.capitalElsewhere;
    if (small.has(lower)) codes[i]! += CASING.smallElsewhere;
  }
  return codes;
}

/** Whether a word opens its row or a sentence. */
export function standsFirst(words: readonly Pick<WrittenWord, "writing">[], at: number): boolean {
  return at === 0 || (words[at - 1]!.writing & WRITING.endsSentence) !== 0;
}

/** Whether a token opens a sentence, by its signals. */
export function opensSentence({ casing }: Signals, at: number): boolean {
  return (casing[at]! & CASING.opensSentence) !== 0;
}

function isMostlyCapitals(words: readonly WrittenWord[]): boolean {
  let long = 0;
  let capitals = 0;
  for (const { writing } of words) {
    if (writing & WRITING.long) long += 1;
    if (writing & WRITING.longCapitals) capitals += 1;
  }
  return capitals * 2 > long;
}

function placesIn(words: readonly WrittenWord[], places: Places): Uint8Array {
  const codes = new Uint8Array(words.length);
  const texts = words.map(({ text }) => text);
  let at = 0;
  while (at < words.length) {
    const { text, writing } = words[at]!;
    const mayStart = (writing & WRITING.capitalFirst) !== 0 || text === "the" || text === "al";
    const run = mayStart ? findPlaceAt(places, texts, at) : undefined;
    if (run) markPlace(codes, at, run);
    at += run?.length ?? 1;
  }
  return codes;
}

function markPlace(codes: Uint8Array, at: number, { length, places }: PlaceRun): void {
  const code = 1 + placeCode(places[0]!);
  for (let i = 0; i < length; i += 1) codes[at + i] = code + 32 * partOf(i, length);
}

/** 0 the only token, 1 the first, 2 the last, 3 one between. */
function partOf(i: number, length: number): number {
  if (length === 1) return 0;
  return i === 0 ? 1 : i === length - 1 ? 2 : 3;
}

/** Importance from which a place is a little known, known, or famous. */
const DEGREES = [20, 40, 60] as const;

/** 0 to 31. */
function placeCode({ importance, kind, ambiguous }: PlaceRecord): number {
  const degree = DEGREES.filter((from) => importance >= from).length;
  const sort = kind === "country" || kind === "historic" ? 0 : kind === "region" ? 1 : kind === "city" ? 2 : 3;
  return degree + 4 * sort + (ambiguous ? 16 : 0);
}
