/**
 * What words add to the scores and the hidden units of the tokens around them, in grains. A word adds the same wherever it
 * stands, so that each sum is made once, when it is first asked for.
 */

import { describeWord, ownFeatures, REACH, wordFeatures, type Word } from "./features.ts";
import { createStore, GRAIN, reserve, writeGrains, type Store } from "./grains.ts";
import { TAGS } from "./labels.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Model } from "./model.ts";
import { SPAN } from "./network.ts";
import { addRows } from "./rows.ts";
import type { Signals, WordLists } from "./signals.ts";
import { unitSums } from "./unit-sums.ts";

/** A word, and where that stands in the store which it adds, as far as it has been worked out. */
export interface ScoredWord extends Word {
  /** `TAGS` grains for each distance from -REACH to REACH, then the units for each place, without signals; -1 when none are. */
  block: number;
  /** A bit for each distance and, above them, for each place that has been worked out. */
  known: number;
  /** The grains that it gives to itself under signals, by the code of these. */
  readonly own: Map<number, number>;
}

/** Works out what words add, and keeps it. */
export interface Added {
  readonly store: Store;
  readonly describe: (text: string) => ScoredWord;
  /** Where the `TAGS` grains begin that a word gives to a token `step` - REACH places before it. */
  readonly near: (word: ScoredWord, step: number) => number;
  /** Where those begin that a token gives to itself. */
  readonly own: (word: ScoredWord, signals: Signals, at: number) => number;
  /** Where that begins which a word adds to the units of the token in whose window it stands at a place. */
  readonly units: (word: ScoredWord, place: number) => number;
  /** The same of the signals of a token, as far as they are others than none; undefined when there are none. */
  readonly signalUnits: (signals: Signals, at: number, place: number) => number | undefined;
  /** The same of a place beyond the edge. */
  readonly beyond: (place: number) => number;
  /** Empties the store when it is full: what is asked for again is worked out again. What was given before is void. */
  readonly tidy: () => void;
}

/** Grains that are kept, those of some 35,000 words beside names, and words in all. */
const GRAINS_KEPT = 2 ** 24;
const WORDS_KEPT = 100_000;

const STEPS = 2 * REACH + 1;

/** Reads what words add from a model. */
export function readAdded(model: Model, lexicon: Lexicon, lists: WordLists): Added {
  const { network, features } = model;
  const { units } = network;
  const sums = unitSums(network, lexicon);
  const store = createStore(2 ** 20);
  const words = new Map<string, ScoredWord>();
  const beyond = reserve(store, SPAN * units);
  for (let place = 0; place < SPAN; place += 1) {
    writeGrains(sums.ofBeyond(place), store.grains, beyond + place * units);
  }
  const signalBlocks = new Int32Array(CODES).fill(-1);
  const scores = new Float32Array(TAGS);
  const writeScores = (hashes: ArrayLike<number>, at: number): void => {
    scores.fill(0);
    addRows(features, hashes, scores, 0);
    for (let tag = 0; tag < TAGS; tag += 1) scores[tag]! /= GRAIN;
    writeGrains(scores, store.grains, at);
  };
  let stored: ScoredWord[] = [];
  const blockOf = (word: ScoredWord): number => {
    if (word.block < 0) {
      word.block = reserve(store, STEPS * TAGS + SPAN * units);
      stored.push(word);
    }
    return word.block;
  };
  return {
    store,
    describe: (text) => {
      const found = words.get(text);
      if (found) return found;
      const word = {
        ...describeWord(text, lexicon, lists),
        block: -1,
        known: 0,
        own: new Map<number, number>(),
      };
      words.set(text, word);
      return word;
    },
    near: (word, step) => {
      const at = blockOf(word) + step * TAGS;
      if ((word.known & (1 << step)) === 0) {
        writeScores(wordFeatures(word, step - REACH), at);
        word.known |= 1 << step;
      }
      return at;
    },
    own: (word, { gazetteer, casing }, at) => {
      const code = codeOf(gazetteer[at]!, casing[at]!);
      const found = word.own.get(code);
      if (found !== undefined) return found;
      blockOf(word);
      const own = reserve(store, TAGS);
      writeScores(ownFeatures(word, gazetteer[at]!, casing[at]!), own);
      word.own.set(code, own);
      return own;
    },
    units: (word, place) => {
      const at = blockOf(word) + STEPS * TAGS + place * units;
      if ((word.known & (1 << (STEPS + place))) === 0) {
        writeGrains(sums.ofWord(word, place), store.grains, at);
        word.known |= 1 << (STEPS + place);
      }
      return at;
    },
    signalUnits: ({ gazetteer, casing }, at, place) => {
      const code = codeOf(gazetteer[at]!, casing[at]!);
      if (code === NO_SIGNAL) return undefined;
      if (signalBlocks[code]! < 0) {
        signalBlocks[code] = reserve(store, SPAN * units);
        for (let each = 0; each < SPAN; each += 1) {
          const row = sums.ofSignals(gazetteer[at]!, casing[at]!, each);
          writeGrains(row, store.grains, signalBlocks[code]! + each * units);
        }
      }
      return signalBlocks[code]! + place * units;
    },
    beyond: (place) => beyond + place * units,
    tidy: () => {
      if (words.size >= WORDS_KEPT) words.clear();
      if (store.used < GRAINS_KEPT) return;
      for (const word of stored) {
        word.block = -1;
        word.known = 0;
        word.own.clear();
      }
      stored = [];
      signalBlocks.fill(-1);
      store.used = beyond + SPAN * units;
    },
  };
}

/** One number for the two signals of a token. */
function codeOf(gazetteer: number, casing: number): number {
  return gazetteer * CASINGS + casing;
}

const CASINGS = 32;
const CODES = 256 * CASINGS;
const NO_SIGNAL = 0;
