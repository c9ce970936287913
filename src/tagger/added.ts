/**
 * What words add to the scores and the hidden units of the tokens around them, in grains. A word adds the same wherever it
 * stands, so that each sum is made once, when it is first asked for.
 */

import { describeWord, ownFeatures, REACH, signalInputs, wordFeatures, type Word } from "./features.ts";
import { createStore, GRAIN, reserve, writeGrains, type Store } from "./grains.ts";
import { TAGS } from "./labels.ts";
import { CENTRES, PART_SIZE, PARTS, type Lexicon } from "./lexicon.ts";
import type { Model } from "./model.ts";
import { addInput, BEYOND_INPUT, SPAN, UNKNOWN_INPUT, VECTOR, type Network } from "./network.ts";
import { addRows } from "./rows.ts";
import type { Signals, WordLists } from "./signals.ts";
import { numberOf } from "./table.ts";

/** A word, and where that stands in the store which it adds, as far as it has been worked out. */
export interface ScoredWord extends Word {
  /** `TAGS` grains for each distance from -REACH to REACH, then the units, without signals, for each place of the window; -1 when none are. */
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
  /** Forgets the words, when there are many; those described before must not be scored any more. */
  readonly tidy: () => void;
}

/** Grains that are kept from one article to the next: some 35,000 words. */
const GRAINS_KEPT = 2 ** 24;

const STEPS = 2 * REACH + 1;

/** Reads what words add from a model. */
export function readAdded(model: Model, lexicon: Lexicon, lists: WordLists): Added {
  const { network, features } = model;
  const { units } = network;
  const centres = sumCentres(network, lexicon);
  const store = createStore(2 ** 20);
  const words = new Map<string, ScoredWord>();
  const beyond = reserve(store, SPAN * units);
  for (let place = 0; place < SPAN; place += 1) {
    writeGrains(sumInputs(network, [BEYOND_INPUT], place), store.grains, beyond + place * units);
  }
  const signalBlocks = new Int32Array(CODES).fill(-1);
  const scores = new Float32Array(TAGS);
  const writeScores = (hashes: ArrayLike<number>, at: number): void => {
    scores.fill(0);
    addRows(features, hashes, scores, 0);
    writeGrains(scores, store.grains, at);
  };
  const blockOf = (word: ScoredWord): number => {
    if (word.block < 0) word.block = reserve(store, STEPS * TAGS + SPAN * units);
    return word.block;
  };
  return {
    store,
    describe: (text) => {
      const found = words.get(text);
      if (found) return found;
      const word = { ...describeWord(text, lexicon, lists), block: -1, known: 0, own: new Map<number, number>() };
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
      const own = reserve(store, TAGS);
      writeScores(ownFeatures(word, gazetteer[at]!, casing[at]!), own);
      word.own.set(code, own);
      return own;
    },
    units: (word, place) => {
      const at = blockOf(word) + STEPS * TAGS + place * units;
      if ((word.known & (1 << (STEPS + place))) === 0) {
        writeGrains(sumWord(network, { lexicon, centres }, word, place), store.grains, at);
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
          const added = sumSignals(network, gazetteer[at]!, casing[at]!, each);
          writeGrains(added, store.grains, signalBlocks[code]! + each * units);
        }
      }
      return signalBlocks[code]! + place * units;
    },
    beyond: (place) => beyond + place * units,
    tidy: () => {
      if (store.used < GRAINS_KEPT) return;
      words.clear();
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

/** What each centre of each part of a vector adds to the hidden units at each place: `SPAN` × `PARTS` × `CENTRES` × `units`. */
function sumCentres({ units, vectors }: Network, { centres }: Lexicon): Int16Array {
  const sums = new Int16Array(SPAN * PARTS * CENTRES * units);
  const added = new Float64Array(units);
  for (let row = 0; row < SPAN * PARTS * CENTRES; row += 1) {
    const place = Math.floor(row / (PARTS * CENTRES));
    const centre = row % (PARTS * CENTRES);
    const part = Math.floor(centre / CENTRES);
    added.fill(0);
    for (let i = 0; i < PART_SIZE; i += 1) {
      const value = centres[centre * PART_SIZE + i]!;
      const from = (place * VECTOR + part * PART_SIZE + i) * units;
      for (let unit = 0; unit < units; unit += 1) added[unit]! += value * vectors[from + unit]!;
    }
    writeGrains(added, sums, row * units);
  }
  return sums;
}

interface Vectors {
  readonly lexicon: Lexicon;
  /** Those of `sumCentres`. */
  readonly centres: Int16Array;
}

/** What a word without signals adds to the hidden units at a place. */
function sumWord(
  network: Network,
  { lexicon, centres }: Vectors,
  { number, inputs }: Word,
  place: number,
): Float32Array {
  const { units } = network;
  const numbers = [...inputs, ...signalInputs(NO_SIGNAL, NO_SIGNAL)].map((input) => numberOf(network.inputs, input));
  if (number === 0) return sumInputs(network, [UNKNOWN_INPUT, ...numbers], place);
  const added = sumInputs(network, numbers, place);
  for (let part = 0; part < PARTS; part += 1) {
    const code = lexicon.codes[(number - 1) * PARTS + part]!;
    const from = ((place * PARTS + part) * CENTRES + code) * units;
    for (let unit = 0; unit < units; unit += 1) added[unit]! += centres[from + unit]! * GRAIN;
  }
  return added;
}

/** What the signals of a token add to the hidden units at a place, less what none add. */
function sumSignals(network: Network, gazetteer: number, casing: number, place: number): Float32Array {
  const numbersOf = (...signals: [number, number]): number[] => {
    return signalInputs(...signals).map((input) => numberOf(network.inputs, input));
  };
  const none = sumInputs(network, numbersOf(NO_SIGNAL, NO_SIGNAL), place);
  return sumInputs(network, numbersOf(gazetteer, casing), place).map((sum, unit) => sum - none[unit]!);
}

/** What inputs, by their numbers, add to the hidden units at a place. */
function sumInputs(network: Network, inputs: readonly number[], place: number): Float32Array {
  const added = new Float32Array(network.units);
  for (const input of inputs) addInput(network, input, place, added, 0);
  return added;
}
