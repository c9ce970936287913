import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { readDeltas, writeDeltas } from "./bytes.ts";
import { hashText } from "./hash.ts";
import { createTable, numberOf, setNumber } from "./table.ts";

/** The number of fine clusters; each lies in one middling and one coarse cluster. */
export const FINE = 1024;

/** Which words are used alike. */
export interface Clusters {
  /** The word's fine, middling and coarse cluster, each from 1; zeros for an unknown word. Small letters only. */
  readonly find: (word: string) => readonly [number, number, number];
}

/** What the cluster file says: words by hash, and for each fine cluster the wider ones it lies in. */
export interface ClusterList {
  /** `clusterKey` of each word, ascending, without repeats. */
  readonly keys: Uint32Array;
  /** The fine cluster, from 0, of each word in `keys`. */
  readonly fine: Uint16Array;
  readonly middling: Uint8Array;
  readonly coarse: Uint8Array;
}

/** What stands for a word in the cluster file: 27 bits, of which at most one in four hundred unknown words meets a known one. */
export function clusterKey(word: string): number {
  return hashText(word) >>> 5;
}

/** The cluster file's bytes. */
export function writeClusters({ keys, fine, middling, coarse }: ClusterList): Buffer {
  const count = Buffer.from(Uint32Array.of(keys.length).buffer);
  const low = Buffer.from(Uint8Array.from(fine, (id) => id & 255));
  const high = Buffer.from(Uint8Array.from(fine, (id) => id >> 8));
  return brotliCompressSync(Buffer.concat([count, middling, coarse, low, high, writeDeltas(keys)]));
}

/** Reads the cluster file's bytes. */
export function readClusters(file: Buffer): Clusters {
  const bytes = brotliDecompressSync(file);
  const count = bytes.readUInt32LE(0);
  const middling = bytes.subarray(4, 4 + FINE);
  const coarse = bytes.subarray(4 + FINE, 4 + 2 * FINE);
  const low = bytes.subarray(4 + 2 * FINE);
  const keys = readDeltas(bytes.subarray(4 + 2 * FINE + 2 * count), count);
  const table = createTable(count);
  for (let i = 0; i < count; i += 1) setNumber(table, (keys[i]! << 5) >>> 0, 1 + low[i]! + 256 * low[count + i]!);
  return {
    find: (word) => {
      const fine = numberOf(table, (clusterKey(word) << 5) >>> 0);
      return fine === 0 ? [0, 0, 0] : [fine, 1 + middling[fine - 1]!, 1 + coarse[fine - 1]!];
    },
  };
}
