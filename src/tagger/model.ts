import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { readDeltas, writeDeltas } from "./bytes.ts";
import { TAGS } from "./labels.ts";
import { createTable, setNumber, type Table } from "./table.ts";

/** A trained tagger's weights. */
export interface Model {
  /** Features by hash; a feature's number n has the weights from `n * TAGS` on. Number 0 is unused. */
  readonly features: Table;
  readonly weights: Float32Array;
  /** `TAGS` × `TAGS`: score of the second tag after the first. */
  readonly transitions: Float32Array;
  /** What scores are divided by before they are read as log-odds; fitted on held-out text. */
  readonly temperature: number;
}

/** Weights before they are packed: the hash of each feature, ascending, and its `TAGS` weights. */
export interface Weights {
  readonly keys: Uint32Array;
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
  readonly temperature: number;
}

// One byte holds the square root of a weight, so that small weights keep their differences.
function pack(weight: number, largest: number): number {
  return Math.round(127 * Math.sqrt(Math.abs(weight) / largest)) * Math.sign(weight);
}

function unpack(byte: number, largest: number): number {
  return Math.sign(byte) * (byte / 127) ** 2 * largest;
}

/**
 * The model file's bytes: number of features, temperature, largest weight, transitions; then, compressed, which tags
 * each feature has a weight for (three bytes), these weights (one byte each), and the features' hashes.
 */
export function writeModel({ keys, weights, transitions, temperature }: Weights): Buffer {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const masks = new Uint8Array(keys.length * 3);
  const values: number[] = [];
  for (let i = 0; i < keys.length; i += 1) {
    for (let tag = 0; tag < TAGS; tag += 1) {
      const byte = pack(weights[i * TAGS + tag]!, largest);
      if (byte === 0) continue;
      masks[(tag >> 3) * keys.length + i]! |= 1 << (tag & 7);
      values.push(byte);
    }
  }
  const head = Buffer.from(Float32Array.of(keys.length, values.length, temperature, largest, ...transitions).buffer);
  const body = Buffer.concat([head, masks, Buffer.from(Int8Array.from(values).buffer), writeDeltas(keys)]);
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

/** Reads the model file's bytes. */
export function readModel(file: Buffer): Model {
  const bytes = brotliDecompressSync(file);
  const head = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + 4 * (4 + TAGS * TAGS)));
  const [count, valueCount, temperature, largest] = [head[0]!, head[1]!, head[2]!, head[3]!];
  const masks = bytes.subarray(head.byteLength, head.byteLength + 3 * count);
  const values = bytes.subarray(head.byteLength + 3 * count, head.byteLength + 3 * count + valueCount);
  const keys = readDeltas(bytes.subarray(head.byteLength + 3 * count + valueCount), count);
  const features = createTable(count);
  for (let i = 0; i < count; i += 1) setNumber(features, keys[i]!, i + 1);
  const weights = readWeights({ masks, values, count, largest });
  return { features, weights, transitions: head.slice(4), temperature };
}

interface PackedWeights {
  readonly masks: Uint8Array;
  readonly values: Uint8Array;
  readonly count: number;
  readonly largest: number;
}

function readWeights({ masks, values, count, largest }: PackedWeights): Float32Array {
  const meaning = Float32Array.from({ length: 256 }, (_, byte) => unpack((byte << 24) >> 24, largest));
  const weights = new Float32Array((count + 1) * TAGS);
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    let mask = masks[i]! | (masks[count + i]! << 8) | (masks[2 * count + i]! << 16);
    for (let row = (i + 1) * TAGS; mask !== 0; mask >>= 1, row += 1)
      if (mask & 1) weights[row] = meaning[values[at++]!]!;
  }
  return weights;
}
