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
  /** A bit for each of some beginnings of keys; where it is 0 there is no such key. So small that it stays in the cache. */
  readonly present: Int32Array;
}

/** The bits of a key that lead to its bit of presence. */
const PRESENT_BITS = 21;

const RECORD = 24;
const KEYS_PER_RECORD = RECORD / 4;
/** Where a record's weights begin and its mark of use stands, in bytes. */
const WEIGHTS = 4;
const MARK = WEIGHTS + TAGS;

/** Room for so many features, at most five in eight records in use. */
export function createRows(count: number, scale: Float32Array): WeightRows {
  const memory = new ArrayBuffer(2 ** Math.ceil(Math.log2(Math.max(8, count * 1.6))) * RECORD);
  const present = new Int32Array(2 ** PRESENT_BITS / 32);
  return { keys: new Int32Array(memory), bytes: new Uint8Array(memory), scale, present };
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
  rows.present[slotOf(key)]! |= bitOf(key);
  rows.keys[record * KEYS_PER_RECORD] = key;
  rows.bytes[record * RECORD + MARK] = 1;
  return record * RECORD + WEIGHTS;
}

function slotOf(key: number): number {
  return key >>> (32 - PRESENT_BITS + 5);
}

function bitOf(key: number): number {
  return 1 << (key >>> (32 - PRESENT_BITS));
}

const found = new Int32Array(256);

/** Adds the weights of features, of which there are at most 256, to the `TAGS` scores that begin at `to`. */
export function addRows(rows: WeightRows, hashes: ArrayLike<number>, scores: Float32Array, to: number): void {
  const { bytes, scale, present } = rows;
  // All look-ups first: none then waits for the memory that another one asked for. A free record has no weights.
  let count = 0;
  for (let i = 0; i < hashes.length; i += 1) {
    const key = hashes[i]!;
    if ((present[slotOf(key)]! & bitOf(key)) !== 0) found[count++] = recordOf(rows, key) * RECORD + WEIGHTS;
  }
  for (let i = 0; i < count; i += 1) {
    const from = found[i]!;
    if (bytes[from + TAGS] === 0) continue;
    for (let tag = 0; tag < TAGS; tag += 1) scores[to + tag]! += scale[bytes[from + tag]!]!;
  }
}
