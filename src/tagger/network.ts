/**
 * The hidden layer: the vectors and a few traits of a token and its neighbours, through one layer of rectified units, as in
 * Collobert et al., "Natural language processing (almost) from scratch", Journal of Machine Learning Research 12 (2011).
 */

import { TAGS } from "./labels.ts";
import { PART_SIZE, PARTS } from "./lexicon.ts";
import type { Table } from "./table.ts";

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
