/** Which tokens can be part of a name at all: the others are passed over, which is most of a text. */

import { LABELS, namesOf, OUTSIDE } from "./labels.ts";
import type { Word } from "./features.ts";
import { FINE } from "./lexicon.ts";
import { standsFirst } from "./signals.ts";

/** How names are written, as far as small letters and marks go. Words are told by `Word.lowerHash`. */
export interface NameHabits {
  /** Words that open names before their first capital: "al", "de". */
  readonly opening: ReadonlySet<number>;
  /** Words between the capitals of names: "of", "-". */
  readonly inner: ReadonlySet<number>;
  /** Words behind the last capital of names: "'s" of "Del Frisco's". */
  readonly closing: ReadonlySet<number>;
  /** 1 for each fine cluster (`Word.clusters`) whose words are names even in small letters: "california" in hasty text. */
  readonly clusters: Uint8Array;
  /** Words that have their capital from opening a sentence, and never open a name before a word without one: "The". */
  readonly starters: ReadonlySet<number>;
}

/** A stretch of a row of tokens, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Between two capitals of a name stand at most so many words in small letters. */
const WIDEST = 4;

/** The stretches of a row in which names can stand, in order. */
export function findLive(words: readonly Word[], habits: NameHabits): Stretch[] {
  const isLive = new Uint8Array(words.length);
  for (let i = 0; i < words.length; i += 1) {
    const { isCapital, clusters, lowerHash } = words[i]!;
    if (isCapital ? isLoneFirst(words, i) && habits.starters.has(lowerHash) : habits.clusters[clusters[0]] !== 1)
      continue;
    isLive[i] = 1;
    for (let at = openingOf(words, i, habits); at < i; at += 1) isLive[at] = 1;
    for (let at = closingOf(words, i, habits); at > i; at -= 1) isLive[at] = 1;
  }
  return stretchesOf(isLive);
}

/** Whether a word with a capital opens a sentence and has none behind it. */
function isLoneFirst(words: readonly Word[], i: number): boolean {
  return standsFirst(words, i) && !words[i + 1]?.isCapital;
}

/** Where a name with a capital at `i` may open; words between it and a capital before it are of one name. */
function openingOf(words: readonly Word[], i: number, { opening, inner }: NameHabits): number {
  let first = i;
  for (let at = i - 1; at >= 0 && at >= i - WIDEST; at -= 1) {
    const { isCapital, lowerHash } = words[at]!;
    if (isCapital) return at + 1;
    if (opening.has(lowerHash)) first = at;
    if (!inner.has(lowerHash)) return first;
  }
  return first;
}

/** The last word that may belong to a name with a capital at `i`: "'s", or "un" of "Jong-un". */
function closingOf(words: readonly Word[], i: number, { closing }: NameHabits): number {
  if (words[i + 1]?.text === "-" && i + 2 < words.length) return i + 2;
  return closing.has(words[i + 1]?.lowerHash ?? 0) ? i + 1 : i;
}

function stretchesOf(isLive: Uint8Array): Stretch[] {
  const stretches: Stretch[] = [];
  let start = -1;
  for (let i = 0; i <= isLive.length; i += 1) {
    if (isLive[i] === 1 && start < 0) start = i;
    if (isLive[i] !== 1 && start >= 0) {
      stretches.push({ start, end: i });
      start = -1;
    }
  }
  return stretches;
}

/** A row of words with the gold tag of each. */
interface TaggedWords {
  readonly words: readonly Word[];
  readonly tags: Uint8Array;
}

/** A habit is one when it is seen so often, and in so large a share of all places of the word beside a capital. */
const SEEN_AT_LEAST = 3;
const SHARE_AT_LEAST = 0.004;
/** Of the words of a cluster of names, more than this share have a capital inside sentences. */
const CAPITAL_SHARE = 0.7;

/** Learns how names of persons and places are written from rows with their gold tags. */
export function learnHabits(rows: readonly TaggedWords[]): NameHabits {
  const [opening, inner, closing, beside] = [counter(), counter(), counter(), counter()];
  for (const { words, tags } of rows) {
    for (const name of namesOf(tags).filter(({ label }) => label <= LAST_LABEL)) {
      const own = words.slice(name.first, name.last + 1);
      const first = own.findIndex((word) => word.isCapital);
      const last = own.findLastIndex((word) => word.isCapital);
      for (const [i, { isCapital, lowerHash }] of own.entries()) {
        if (!isCapital && first >= 0) count(i < first ? opening : i > last ? closing : inner, lowerHash);
      }
    }
    for (const [i, { isCapital, lowerHash }] of words.entries()) {
      if (!isCapital && (words[i - 1]?.isCapital || words[i + 1]?.isCapital)) count(beside, lowerHash);
    }
  }
  const habitual = (counts: Counter): Set<number> => {
    const often = [...counts].filter(
      ([key, times]) => times >= Math.max(SEEN_AT_LEAST, SHARE_AT_LEAST * (beside.get(key) ?? 0)),
    );
    return new Set(often.map(([key]) => key));
  };
  return {
    opening: habitual(opening),
    inner: habitual(inner),
    closing: habitual(closing),
    clusters: nameClusters(rows),
    starters: learnStarters(rows),
  };
}

type Counter = Map<number, number>;

/** Persons and places, which must be found whole; organisations are labelled to tell the others from them. */
const LAST_LABEL = LABELS.indexOf("ORG");

function counter(): Counter {
  return new Map();
}

function count(counts: Counter, key: number): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** So often a word is seen to open a sentence before it is taken for one that opens no name. */
const STARTS_AT_LEAST = 8;

function learnStarters(rows: readonly TaggedWords[]): Set<number> {
  const [all, names] = [counter(), new Set<number>()];
  for (const { words, tags } of rows) {
    for (const [i, { isCapital, lowerHash }] of words.entries()) {
      if (!isCapital || !isLoneFirst(words, i)) continue;
      count(all, lowerHash);
      if (tags[i] !== OUTSIDE) names.add(lowerHash);
    }
  }
  return new Set([...all].filter(([key, times]) => times >= STARTS_AT_LEAST && !names.has(key)).map(([key]) => key));
}

function nameClusters(rows: readonly TaggedWords[]): Uint8Array {
  const [all, capitals] = [counter(), counter()];
  for (const { words } of rows) {
    for (const { clusters, isCapital } of words.slice(1)) {
      count(all, clusters[0]);
      if (isCapital) count(capitals, clusters[0]);
    }
  }
  all.delete(0);
  const isName = new Uint8Array(FINE + 1);
  for (const [id, times] of all) if ((capitals.get(id) ?? 0) > CAPITAL_SHARE * times) isName[id] = 1;
  return isName;
}
