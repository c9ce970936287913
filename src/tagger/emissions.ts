import {
  CONTEXT_FEATURES,
  contextFeatures,
  describeWord,
  ownFeatures,
  REACH,
  signalInputs,
  wordFeatures,
  type Row,
  type Word,
} from "./features.ts";
import { TAGS } from "./labels.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Stretch } from "./live.ts";
import type { Model } from "./model.ts";
import {
  addInput,
  addInputEverywhere,
  addRow,
  BEYOND_INPUT,
  SPAN,
  sumCentres,
  sumWord,
  WINDOW,
  type Network,
} from "./network.ts";
import { addRows } from "./rows.ts";
import type { Signals, WordLists } from "./signals.ts";

/** What a word adds under certain signals. */
interface OwnScores {
  /** `TAGS` scores of the word itself. */
  readonly scores: Float32Array;
  /** For each place of the hidden layer's window, what it adds to the units in `GRAIN`s. */
  readonly units: Int32Array;
}

/** A word with what it adds to the scores and the hidden units of the tokens around it; worked out when first asked. */
export interface ScoredWord extends Word {
  /** For each distance from -REACH to REACH, the `TAGS` scores it gives to a token that far away. */
  scores: Float32Array | undefined;
  /** For each place of the hidden layer's window, what it adds to the units, whatever its signals. */
  units: Float32Array | undefined;
  /** What it adds under the signals under which it was met, by their code. */
  readonly own: Map<number, OwnScores>;
}

/** A row of tokens that can be scored. */
export interface ScoredRow extends Row {
  readonly words: readonly ScoredWord[];
  readonly edge: ScoredWord;
}

/** Scores tokens by a model. */
export interface Scorer {
  readonly describe: (word: string) => ScoredWord;
  /** Adds the scores of each tag for the tokens of a stretch, one after the other, to those that begin at `to`. */
  readonly score: (row: ScoredRow, stretch: Stretch, scores: Float32Array, to: number) => void;
}

// Words that are kept from one article to the next; beyond that the store starts anew.
const WORDS_KEPT = 50_000;

/** A scorer that remembers the words it has met. */
export function createScorer(model: Model, lexicon: Lexicon, lists: WordLists): Scorer {
  const known = new Map<string, ScoredWord>();
  const describe = (text: string): ScoredWord => {
    const found = known.get(text);
    if (found) return found;
    if (known.size >= WORDS_KEPT) known.clear();
    const word = describeWord(text, lexicon, lists);
    const scored = { ...word, scores: undefined, units: undefined, own: new Map<number, OwnScores>() };
    known.set(text, scored);
    return scored;
  };
  const sums = sumCentres(model.network, lexicon);
  const ownOf = (word: ScoredWord, signals: Signals, at: number): OwnScores => {
    const code = signals.gazetteer[at]! * 256 + signals.casing[at]!;
    const found = word.own.get(code);
    if (found) return found;
    word.units ??= sumWord(model.network, lexicon, sums, word);
    const own = scoreOwn(model, word, word.units, signals, at);
    word.own.set(code, own);
    return own;
  };
  const unitSums = new Int32Array(model.network.units);
  const hidden = new Float64Array(model.network.units);
  const out = outputByTag(model.network);
  const bias = grains(model.network.bias);
  const beyond = grains(beyondUnits(model.network));
  const score = (row: ScoredRow, { start, end }: Stretch, scores: Float32Array, first: number): void => {
    for (let at = start, to = first; at < end; at += 1, to += TAGS) {
      addNeighbours(model, row, at, scores, to);
      addContext(model, row, at, scores, to);
      addRow(ownOf(row.words[at]!, row.signals, at).scores, 0, TAGS, scores, to);
      unitSums.set(bias);
      for (let place = 0; place < SPAN; place += 1) {
        const neighbour = at + place - WINDOW;
        const word = row.words[neighbour];
        addGrains(word ? ownOf(word, row.signals, neighbour).units : beyond, place * unitSums.length, unitSums);
      }
      rectify(unitSums, hidden);
      addOutput(out, hidden, scores, to);
    }
  };
  return { describe, score };
}

/** Hidden units are summed in whole grains, which is faster than in fractions, and the same in any order. */
const GRAIN = 1 / 4096;

function grains(values: Float32Array): Int32Array {
  const whole = new Int32Array(values.length);
  for (let i = 0; i < values.length; i += 1) whole[i] = Math.round(values[i]! / GRAIN);
  return whole;
}

function addGrains(from: Int32Array, start: number, to: Int32Array): void {
  for (let i = 0; i < to.length; i += 1) to[i] = (to[i]! + from[start + i]!) | 0;
}

/** What a place beyond the edge adds to the units at each place. */
function beyondUnits(network: Network): Float32Array {
  const added = new Float32Array(SPAN * network.units);
  for (let place = 0; place < SPAN; place += 1) addInput(network, BEYOND_INPUT, place, added, place * network.units);
  return added;
}

/** The output weights by tag and unit, for `addOutput`. */
function outputByTag({ out, units }: Network): Float64Array {
  return Float64Array.from(out, (_, i) => out[(i % units) * TAGS + Math.floor(i / units)]!);
}

/** Adds what the hidden units say of each tag to the `TAGS` scores that begin at `at`; units below zero say nothing. */
function addOutput(out: Float64Array, hidden: Float64Array, scores: Float32Array, at: number): void {
  const units = hidden.length;
  for (let tag = 0, from = 0; tag < TAGS; tag += 1, from += units) {
    // Two sums side by side, so that neither has to wait for the other.
    let [even, odd] = [0, 0];
    for (let unit = 0; unit < units; unit += 2) {
      even += hidden[unit]! * out[from + unit]!;
      odd += hidden[unit + 1]! * out[from + unit + 1]!;
    }
    scores[at + tag]! += even + odd;
  }
}

/** The units as they are after what is below zero is cut off. */
function rectify(sums: Int32Array, hidden: Float64Array): void {
  for (let unit = 0; unit < sums.length; unit += 1) hidden[unit] = sums[unit]! > 0 ? sums[unit]! * GRAIN : 0;
}

function scoreOwn(model: Model, word: Word, units: Float32Array, signals: Signals, at: number): OwnScores {
  const scores = new Float32Array(TAGS);
  addRows(model.features, ownFeatures(word, signals.gazetteer[at]!, signals.casing[at]!), scores, 0);
  const added = units.slice();
  for (const input of signalInputs(signals, at)) addInputEverywhere(model.network, input, added);
  return { scores, units: grains(added) };
}

function scoreWord(model: Model, word: Word): Float32Array {
  const scores = new Float32Array((2 * REACH + 1) * TAGS);
  for (let distance = -REACH; distance <= REACH; distance += 1) {
    addRows(model.features, wordFeatures(word, distance), scores, (distance + REACH) * TAGS);
  }
  return scores;
}

const contextHashes = new Int32Array(CONTEXT_FEATURES);

function addContext(model: Model, row: ScoredRow, at: number, scores: Float32Array, to: number): void {
  contextFeatures(row, at, contextHashes);
  addRows(model.features, contextHashes, scores, to);
}

function addNeighbours(model: Model, { words, edge }: ScoredRow, at: number, scores: Float32Array, to: number): void {
  for (let step = -REACH; step <= REACH; step += 1) {
    const word = words[at + step] ?? edge;
    word.scores ??= scoreWord(model, word);
    addRow(word.scores, (step + REACH) * TAGS, TAGS, scores, to);
  }
}
