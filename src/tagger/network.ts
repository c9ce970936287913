/**
 * The hidden layer: the vectors and a few traits of a token and its neighbours, through one layer of rectified units, as in
 * Collobert et al., "Natural language processing (almost) from scratch", Journal of Machine Learning Research 12 (2011).
 */

import type { Word } from "./features.ts";
import { TAGS } from "./labels.ts";
import { CENTRES, PART_SIZE, PARTS, type Lexicon } from "./lexicon.ts";
import { numberOf, type Table } from "./table.ts";

/** How far to either side of a token the hidden layer sees. */
export const WINDOW = 2;
/** The tokens that it sees. */
export const SPAN = 2 * WINDOW + 1;
/** The numbers in a word's vector. */
export const VECTOR = PARTS * PART_SIZE;

/** The hidden layer's weights. */
export interface Network {
  /** Number of hidden units. */
  readonly units: number;
  /** Number, from `FIRST_INPUT`, of each trait that is taken in, by its hash. */
  readonly inputs: Table;
  readonly inputCount: number;
  /** `SPAN` × `VECTOR` × `units`. */
  readonly vectors: Float32Array;
  /** `SPAN` × `inputCount` × `units`; the row of no input is not used. */
  readonly rows: Float32Array;
  /** `units`. */
  readonly bias: Float32Array;
  /** `units` × `TAGS`. */
  readonly out: Float32Array;
}

/** Numbers of inputs: none, a place beyond the edge of the row, a word without a vector, and the first of the traits. */
const NO_INPUT = 0;
export const BEYOND_INPUT = 1;
export const UNKNOWN_INPUT = 2;
export const FIRST_INPUT = 3;

/** What each centre of each part of a vector adds to the hidden units at each place: `SPAN` × `PARTS` × `CENTRES` × `units`. */
export function sumCentres({ units, vectors }: Network, { centres }: Lexicon): Float32Array {
  const sums = new Float32Array(SPAN * PARTS * CENTRES * units);
  for (let row = 0; row < SPAN * PARTS * CENTRES; row += 1) {
    const place = Math.floor(row / (PARTS * CENTRES));
    const centre = row % (PARTS * CENTRES);
    const part = Math.floor(centre / CENTRES);
    for (let i = 0; i < PART_SIZE; i += 1) {
      const value = centres[centre * PART_SIZE + i]!;
      const from = (place * VECTOR + part * PART_SIZE + i) * units;
      for (let unit = 0; unit < units; unit += 1) sums[row * units + unit]! += value * vectors[from + unit]!;
    }
  }
  return sums;
}

/** What a word adds to the hidden units at each place: `SPAN` × `units`. `sums` are those of `sumCentres`. */
export function sumWord(
  network: Network,
  lexicon: Lexicon,
  sums: Float32Array,
  { number, inputs }: Word,
): Float32Array {
  const { units } = network;
  const added = new Float32Array(SPAN * units);
  for (let place = 0; place < SPAN; place += 1) {
    if (number === 0) {
      addInput(network, UNKNOWN_INPUT, place, added, place * units);
      continue;
    }
    for (let part = 0; part < PARTS; part += 1) {
      const code = lexicon.codes[(number - 1) * PARTS + part]!;
      addRow(sums, ((place * PARTS + part) * CENTRES + code) * units, units, added, place * units);
    }
  }
  for (const input of inputs) addInputEverywhere(network, input, added);
  return added;
}

/** Adds what an input, by its hash, gives at each place: `SPAN` × `units`. */
export function addInputEverywhere(network: Network, input: number, to: Float32Array): void {
  const number = numberOf(network.inputs, input);
  for (let place = 0; place < SPAN; place += 1) addInput(network, number, place, to, place * network.units);
}

/** Adds what an input gives at a place to the hidden units that begin at `at`. */
export function addInput(network: Network, input: number, place: number, to: Float32Array, at: number): void {
  if (input === NO_INPUT) return;
  addRow(network.rows, (place * network.inputCount + input) * network.units, network.units, to, at);
}

/** Adds a row of `from` to a row of `to`. */
export function addRow(from: Float32Array, start: number, length: number, to: Float32Array, at: number): void {
  for (let i = 0; i < length; i += 1) to[at + i]! += from[start + i]!;
}

/** Adds what the hidden units (before they are rectified) say of each tag to the `TAGS` scores that begin at `at`. */
export function addOutput({ units, out }: Network, hidden: Float32Array, scores: Float32Array, at: number): void {
  for (let unit = 0; unit < units; unit += 1) {
    const value = hidden[unit]!;
    if (value <= 0) continue;
    for (let tag = 0, from = unit * TAGS; tag < TAGS; tag += 1) scores[at + tag]! += value * out[from + tag]!;
  }
}
