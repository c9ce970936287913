import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import { readDeltas, writeDeltas } from "./bytes.ts";
import type { Calibration } from "./calibrate.ts";
import { stepsOf } from "./chances.ts";
import { LABELS, TAGS } from "./labels.ts";
import type { NameHabits } from "./live.ts";
import { FINE } from "./lexicon.ts";
import { FIRST_INPUT, type Network } from "./network.ts";
import { createRows, fileRow, type WeightRows } from "./rows.ts";
import { createTable, setNumber, type Table } from "./table.ts";

/** A trained tagger's weights. */
export interface Model {
  readonly features: WeightRows;
  /** `TAGS` × `TAGS`: score of the second tag after the first. */
  readonly transitions: Float32Array;
  /** What the transitions multiply chances by. */
  readonly steps: Float64Array;
  readonly network: Network;
  readonly habits: NameHabits;
  /** `EVIDENCE_FEATURES` × `TAGS`: what the rest of a document adds to the scores. */
  readonly evidence: Float32Array;
  /** For each label. */
  readonly calibrations: readonly Calibration[];
}

/** A model before it is packed: the hash of each feature and each input, ascending, with their rows of weights. */
export interface ModelParts extends Pick<Model, "transitions" | "habits" | "evidence" | "calibrations"> {
  readonly keys: Uint32Array;
  /** `TAGS` weights a key. */
  readonly weights: Float32Array;
  readonly inputKeys: Uint32Array;
  readonly network: Omit<Network, "inputs">;
}

/** The model file's bytes, compressed: a section each for the numbers, the habits, the features and the network. */
export function writeModel(parts: ModelParts): Buffer {
  const { keys, weights, transitions, habits, evidence, calibrations, inputKeys } = parts;
  const { units, vectors, bias, out, rows } = parts.network;
  const sections = [
    floats(transitions),
    floats(evidence),
    floats(Float32Array.from(calibrations.flatMap(({ slope, offset }) => [slope, offset]))),
    ...[habits.opening, habits.inner, habits.closing, setOf(habits.clusters), habits.starters].map(writeSet),
    ...writeSparse(weights, keys),
    writeSet(inputKeys),
    floats(Float32Array.of(units, keys.length, largestOf(weights), largestOf(rows))),
    floats(bias),
    floats(out),
    floats(vectors),
    Buffer.from(pack(rows, largestOf(rows)).buffer),
  ];
  const body = sections.flatMap((section) => [Buffer.from(Uint32Array.of(section.length).buffer), section]);
  return brotliCompressSync(Buffer.concat(body), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

/** Reads the model file's bytes. */
export function readModel(file: Buffer): Model {
  const next = sectionReader(brotliDecompressSync(file));
  const [transitions, evidence] = [readFloats(next()), readFloats(next())];
  const lines = readFloats(next());
  const [opening, inner, closing, clusters, starters] = Array.from(
    { length: 5 },
    () => new Set(Int32Array.from(readSet(next()))),
  );
  const [masks, values, keys] = [next(), next(), next()];
  const inputKeys = readSet(next());
  const [units = 0, count = 0, largest = 0, largestRow = 0] = readFloats(next());
  const [bias, out, vectors] = [readFloats(next()), readFloats(next()), readFloats(next())];
  const rows = unpackAll(next(), largestRow);
  const inputCount = inputKeys.length + FIRST_INPUT;
  return {
    features: readSparse({ masks, values, keys: readDeltas(keys, count), scale: meanings(largest) }),
    transitions,
    steps: stepsOf(transitions),
    evidence,
    calibrations: LABELS.map((_, label) => ({ slope: lines[2 * label]!, offset: lines[2 * label + 1]! })),
    network: { units, inputs: numbered(inputKeys, FIRST_INPUT), inputCount, vectors, rows, bias, out },
    habits: {
      opening: opening!,
      inner: inner!,
      closing: closing!,
      clusters: Uint8Array.from({ length: FINE + 1 }, (_, id) => Number(clusters!.has(id))),
      starters: starters!,
    },
  };
}

function sectionReader(bytes: Buffer): () => Buffer {
  let at = 0;
  return () => {
    const length = bytes.readUInt32LE(at);
    at += 4 + length;
    return bytes.subarray(at - length, at);
  };
}

function floats(values: Float32Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

function readFloats(bytes: Buffer): Float32Array {
  return new Float32Array(new Uint8Array(bytes).buffer);
}

/** The numbers of what is marked with 1. */
function setOf(marks: Uint8Array): Set<number> {
  return new Set([...marks.keys()].filter((number) => marks[number] === 1));
}

function writeSet(values: Iterable<number>): Buffer {
  const sorted = Uint32Array.from(values).toSorted();
  return Buffer.concat([Buffer.from(Uint32Array.of(sorted.length).buffer), writeDeltas(sorted)]);
}

function readSet(bytes: Buffer): Uint32Array {
  return readDeltas(bytes.subarray(4), bytes.readUInt32LE(0));
}

function numbered(keys: Uint32Array, first: number): Table {
  const table = createTable(keys.length);
  for (let i = 0; i < keys.length; i += 1) setNumber(table, keys[i]! | 0, i + first);
  return table;
}

function largestOf(weights: Float32Array): number {
  return weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
}

/** One byte a weight holds the root of its size, so that small weights keep their differences. */
function pack(weights: Float32Array, largest: number): Int8Array {
  return Int8Array.from(weights, (weight) => {
    return Math.round(127 * Math.sqrt(Math.abs(weight) / (largest || 1))) * Math.sign(weight);
  });
}

function unpackAll(bytes: Buffer, largest: number): Float32Array {
  const meaning = meanings(largest);
  return Float32Array.from(bytes, (byte) => meaning[byte]!);
}

/** What each byte that `pack` wrote stands for. */
function meanings(largest: number): Float32Array {
  return Float32Array.from({ length: 256 }, (_, byte) => {
    const root = (byte << 24) >> 24;
    return Math.sign(root) * (root / 127) ** 2 * largest;
  });
}

/** Which tags each feature has a weight for (three bytes), these weights, and the features' hashes. */
function writeSparse(weights: Float32Array, keys: Uint32Array): [Buffer, Buffer, Buffer] {
  const bytes = pack(weights, largestOf(weights));
  const masks = new Uint8Array(keys.length * 3);
  const values: number[] = [];
  for (const [at, byte] of bytes.entries()) {
    if (byte === 0) continue;
    const tag = at % TAGS;
    masks[(tag >> 3) * keys.length + Math.floor(at / TAGS)]! |= 1 << (tag & 7);
    values.push(byte);
  }
  return [Buffer.from(masks), Buffer.from(Int8Array.from(values).buffer), writeDeltas(keys)];
}

interface Sparse {
  readonly masks: Uint8Array;
  readonly values: Uint8Array;
  readonly keys: Uint32Array;
  readonly scale: Float32Array;
}

function readSparse({ masks, values, keys, scale }: Sparse): WeightRows {
  const count = keys.length;
  const rows = createRows(count, scale);
  let value = 0;
  for (let i = 0; i < count; i += 1) {
    let mask = masks[i]! | (masks[count + i]! << 8) | (masks[2 * count + i]! << 16);
    for (let at = fileRow(rows, keys[i]! | 0); mask !== 0; mask >>= 1, at += 1) {
      if (mask & 1) rows.bytes[at] = values[value++]!;
    }
  }
  return rows;
}
