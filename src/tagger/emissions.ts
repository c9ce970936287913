import {
  CONTEXT_FEATURES,
  contextFeatures,
  describeWord,
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
  addOutput,
  addRow,
  BEYOND_INPUT,
  SPAN,
  sumCentres,
  sumWord,
  WINDOW,
  type Network,
} from "./network.ts";
import type { Signals, WordLists } from "./signals.ts";
import { numberOf } from "./table.ts";

/** A word with what it adds to the scores and the hidden units of the tokens around it; worked out when first asked. */
export interface ScoredWord extends Word {
  /** For each distance from -REACH to REACH, the `TAGS` scores it gives to a token that far away. */
  scores: Float32Array | undefined;
  /** For each place of the hidden layer's window, what it adds to the units. */
  units: Float32Array | undefined;
}

/** A row of tokens that can be scored. */
export interface ScoredRow extends Row {
  readonly words: readonly ScoredWord[];
  readonly edge: ScoredWord;
}

/** Scores tokens by a model. */
export interface Scorer {
  readonly describe: (word: string) => ScoredWord;
  /** The scores of each tag for the tokens of a stretch, one after the other. */
  readonly score: (row: ScoredRow, stretch: Stretch) => Float32Array;
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
    const word: ScoredWord = { ...describeWord(text, lexicon, lists), scores: undefined, units: undefined };
    known.set(text, word);
    return word;
  };
  const sums = sumCentres(model.network, lexicon);
  const scoresOf = (word: ScoredWord): Float32Array => (word.scores ??= scoreWord(model, word));
  const unitsOf = (word: ScoredWord): Float32Array => (word.units ??= sumWord(model.network, lexicon, sums, word));
  const signalUnits = signalScorer(model.network);
  const hidden = new Float32Array(model.network.units);
  const features = new Uint32Array(CONTEXT_FEATURES);
  const score = (row: ScoredRow, { start, end }: Stretch): Float32Array => {
    const scores = new Float32Array((end - start) * TAGS);
    for (let at = start; at < end; at += 1) {
      const to = (at - start) * TAGS;
      addNeighbours(row, at, scoresOf, scores, to);
      contextFeatures(row, at, features);
      for (let i = 0; i < CONTEXT_FEATURES; i += 1) addFeature(model, features[i]!, scores, to);
      sumHidden(model, row, at, { unitsOf, signalUnits, hidden });
      addOutput(model.network, hidden, scores, to);
    }
    return scores;
  };
  return { describe, score };
}

function scoreWord(model: Model, word: Word): Float32Array {
  const scores = new Float32Array((2 * REACH + 1) * TAGS);
  for (let distance = -REACH; distance <= REACH; distance += 1) {
    for (const feature of wordFeatures(word, distance)) addFeature(model, feature, scores, (distance + REACH) * TAGS);
  }
  return scores;
}

function addFeature({ features, weights }: Model, feature: number, scores: Float32Array, to: number): void {
  const number = numberOf(features, feature);
  if (number !== 0) addRow(weights, number * TAGS, TAGS, scores, to);
}

type Known = (word: ScoredWord) => Float32Array;

function addNeighbours(
  { words, edge }: ScoredRow,
  at: number,
  scoresOf: Known,
  scores: Float32Array,
  to: number,
): void {
  for (let step = -REACH; step <= REACH; step += 1) {
    addRow(scoresOf(words[at + step] ?? edge), (step + REACH) * TAGS, TAGS, scores, to);
  }
}

/** What a signal's inputs add to the hidden units at each place, as `sumWord` gives it for words. */
function signalScorer(network: Network): (signals: Signals, at: number) => Float32Array {
  const known = new Map<number, Float32Array>();
  return (signals, at) => {
    const code = signals.gazetteer[at]! * 256 + signals.casing[at]!;
    const found = known.get(code);
    if (found) return found;
    const added = new Float32Array(SPAN * network.units);
    for (const input of signalInputs(signals, at)) addInputEverywhere(network, input, added);
    known.set(code, added);
    return added;
  };
}

interface Hidden {
  readonly unitsOf: Known;
  readonly signalUnits: (signals: Signals, at: number) => Float32Array;
  /** Where the sums go. */
  readonly hidden: Float32Array;
}

function sumHidden({ network }: Model, { words, signals }: ScoredRow, at: number, to: Hidden): void {
  const { units } = network;
  const { unitsOf, signalUnits, hidden } = to;
  hidden.set(network.bias);
  for (let place = 0; place < SPAN; place += 1) {
    const neighbour = at + place - WINDOW;
    const word = words[neighbour];
    if (!word) {
      addInput(network, BEYOND_INPUT, place, hidden, 0);
      continue;
    }
    addRow(unitsOf(word), place * units, units, hidden, 0);
    addRow(signalUnits(signals, neighbour), place * units, units, hidden, 0);
  }
}
