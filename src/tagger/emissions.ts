import { readAdded, type Added, type ScoredWord } from "./added.ts";
import { CONTEXT_FEATURES, contextFeatures, REACH, type Row } from "./features.ts";
import { addGrains, GRAIN, writeGrains } from "./grains.ts";
import { TAGS } from "./labels.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Stretch } from "./live.ts";
import type { Model } from "./model.ts";
import { SPAN, WINDOW, type Network } from "./network.ts";
import { addRows } from "./rows.ts";
import type { WordLists } from "./signals.ts";

/** A row of tokens that can be scored. */
export interface ScoredRow extends Row {
  readonly words: readonly ScoredWord[];
  readonly edge: ScoredWord;
}

/** Scores tokens by a model. */
export interface Scorer {
  readonly describe: (word: string) => ScoredWord;
  /** Writes the scores of each tag for the tokens of a stretch, one after the other, from `to` on. */
  readonly score: (row: ScoredRow, stretch: Stretch, scores: Float32Array, to: number) => void;
}

/** A scorer that remembers the words it has met. */
export function createScorer(model: Model, lexicon: Lexicon, lists: WordLists): Scorer {
  const added = readAdded(model, lexicon, lists);
  const layer = hiddenLayer(model.network);
  const score = (row: ScoredRow, { start, end }: Stretch, scores: Float32Array, first: number): void => {
    added.tidy();
    for (let at = start, to = first; at < end; at += 1, to += TAGS) {
      writeWords(added, row, at, scores, to);
      contextFeatures(row, at, contextHashes);
      addRows(model.features, contextHashes, scores, to);
      sumUnits(added, layer, row, at);
      addOutput(layer, scores, to);
    }
  };
  return { describe: added.describe, score };
}

const contextHashes = new Int32Array(CONTEXT_FEATURES);
const tagSums = new Int32Array(TAGS);

/** Writes what the words around a token and itself say of each tag. */
function writeWords(
  added: Added,
  { words, edge, signals }: ScoredRow,
  at: number,
  scores: Float32Array,
  to: number,
): void {
  tagSums.fill(0);
  for (let step = 0; step <= 2 * REACH; step += 1) {
    const from = added.near(words[at + step - REACH] ?? edge, step);
    addGrains(added.store.grains, from, tagSums);
  }
  const own = added.own(words[at]!, signals, at);
  addGrains(added.store.grains, own, tagSums);
  for (let tag = 0; tag < TAGS; tag += 1) scores[to + tag] = tagSums[tag]! * GRAIN;
}

/** The hidden layer, made ready for adding up. */
interface HiddenLayer {
  readonly bias: Int16Array;
  /** `units` × `TAGS`: what a grain of a unit adds to each tag. */
  readonly out: Float64Array;
  /** The units of the token at hand, in grains, before they are rectified. */
  readonly sums: Int32Array;
  /** Those above zero, with where their weights begin in `out`; room for one more. */
  readonly active: Float64Array;
  readonly rows: Int32Array;
}

function hiddenLayer({ units, bias, out }: Network): HiddenLayer {
  const grains = new Int16Array(units);
  writeGrains(
    bias.map((each) => each / GRAIN),
    grains,
    0,
  );
  return {
    bias: grains,
    out: Float64Array.from(out, (weight) => weight * GRAIN),
    sums: new Int32Array(units),
    active: new Float64Array(units + 1),
    rows: new Int32Array(units + 1),
  };
}

/** Sums what the tokens in the window of one add to its units. */
function sumUnits(added: Added, { bias, sums }: HiddenLayer, { words, signals }: ScoredRow, at: number): void {
  sums.set(bias);
  for (let place = 0; place < SPAN; place += 1) {
    const neighbour = at + place - WINDOW;
    const word = words[neighbour];
    const from = word ? added.units(word, place) : added.beyond(place);
    addGrains(added.store.grains, from, sums);
    const signalled = word && added.signalUnits(signals, neighbour, place);
    if (signalled !== undefined) addGrains(added.store.grains, signalled, sums);
  }
}

const said = new Float64Array(TAGS);

/** Adds what the hidden units say of each tag to the `TAGS` scores that begin at `to`; those below zero say nothing. */
function addOutput({ sums, out, active, rows }: HiddenLayer, scores: Float32Array, to: number): void {
  let count = 0;
  for (let unit = 0; unit < sums.length; unit += 1) {
    const grains = sums[unit]!;
    if (grains <= 0) continue;
    active[count] = grains;
    rows[count] = unit * TAGS;
    count += 1;
  }
  active[count] = 0;
  said.fill(0);
  // Two at a time, which reads and writes the sums half as often.
  for (let i = 0; i < count; i += 2) {
    const [first, second, own, next] = [active[i]!, active[i + 1]!, rows[i]!, rows[i + 1]!];
    for (let tag = 0; tag < TAGS; tag += 1) said[tag]! += first * out[own + tag]! + second * out[next + tag]!;
  }
  for (let tag = 0; tag < TAGS; tag += 1) scores[to + tag]! += said[tag]!;
}
