import { TAGS } from "./labels.ts";

/**
 * The weights of features, found by hash. Key and weights of a feature stand side by side in one record, so that looking
 * one up asks the memory once: that, not the sums, is what tagging waits for.
 */
export interface WeightRows {
  /** Records of `RECORD` bytes: the key, a byte a tag, and 1 when the record is in use. */
  readonly keys: Int32Array;
  /** The same memory. */
  readonly bytes: Uint8Array;
  /** What each byte stands for. */
  readonly scale: Float32Array;
}

const RECORD = 24;
const KEYS_PER_RECORD = RECORD / 4;
/** Where a record's weights begin and its mark of use stands, in bytes. */
const WEIGHTS = 4;
const MARK = WEIGHTS + TAGS;

/** Room for so many features, at most five in eight records in use. */
export function createRows(count: number, scale: Float32Array): WeightRows {
  const memory = new ArrayBuffer(2 ** Math.ceil(Math.log2(Math.max(8, count * 1.6))) * RECORD);
  return { keys: new Int32Array(memory), bytes: new Uint8Array(memory), scale };
}

/** The record of a key, or the free one where it belongs. The top bits lead, so that sorted keys fill it from front to back. */
function recordOf({ keys, bytes }: WeightRows, key: number): number {
  const last = bytes.length / RECORD - 1;
  let record = key >>> (Math.clz32(last) & 31);
  while (bytes[record * RECORD + MARK] !== 0 && keys[record * KEYS_PER_RECORD] !== key) record = (record + 1) & last;
  return record;
}

/** Files a feature; gives where its `TAGS` bytes are to be written. */
export function fileRow(rows: WeightRows, key: number): number {
  const record = recordOf(rows, key);
  rows.keys[record * KEYS_PER_RECORD] = key;
  rows.bytes[record * RECORD + MARK] = 1;
  return record * RECORD + WEIGHTS;
}

const found = new Int32Array(256);

/** Adds the weights of features, of which there are at most 256, to the `TAGS` scores that begin at `to`. */
export function addRows(rows: WeightRows, hashes: ArrayLike<number>, scores: Float32Array, to: number): void {
  const { bytes, scale } = rows;
  // All look-ups first: none then waits for the memory that another one asked for. A free record has no weights.
  for (let i = 0; i < hashes.length; i += 1) found[i] = recordOf(rows, hashes[i]!) * RECORD + WEIGHTS;
  for (let i = 0; i < hashes.length; i += 1) {
    const from = found[i]!;
    if (bytes[from + TAGS] === 0) continue;
    for (let tag = 0; tag < TAGS; tag += 1) scores[to + tag]! += scale[bytes[from + tag]!]!;
  }
}
