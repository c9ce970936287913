import { readDeltas, writeDeltas } from "./bytes.ts";
import { hashText } from "./hash.ts";
import { createTable, numberOf, setNumber, type Table } from "./table.ts";

/** The number of fine clusters; each lies in one middling and one coarse cluster. */
export const FINE = 1024;

/** The parts that a word vector is cut into, the length of each, and the number of centres that stand for it. */
export const PARTS = 20;
export const PART_SIZE = 5;
export const CENTRES = 256;

/**
 * Which words are used alike: for each word its cluster, and its vector with each part replaced by the nearest of `CENTRES`
 * centres, after Jégou, Douze and Schmid, "Product quantization for nearest neighbor search", IEEE Transactions on
 * Pattern Analysis and Machine Intelligence 33 (2011). A word's number is 0 when it is not in the lexicon.
 */
export interface Lexicon {
  readonly numbers: Table;
  /** The fine cluster, from 0, of word n at n - 1. */
  readonly fine: Uint16Array;
  /** The middling and the coarse cluster of each fine one. */
  readonly middling: Uint8Array;
  readonly coarse: Uint8Array;
  /** `PARTS` bytes a word: the number of the centre of each part. */
  readonly codes: Uint8Array;
  /** `PARTS` × `CENTRES` × `PART_SIZE` numbers. */
  readonly centres: Float32Array;
}

/** A lexicon before it is packed: `lexiconKey` of each word, ascending, without repeats. */
export interface LexiconList extends Omit<Lexicon, "numbers"> {
  readonly keys: Uint32Array;
}

/** What stands for a word in the lexicon file: 27 bits, so that one in a thousand unknown words meets a known one. */
export function lexiconKey(word: string): number {
  return hashText(word) >>> 5;
}

/** The number, from 1, of a word in small letters; 0 when it is not in the lexicon. */
export function wordNumber({ numbers }: Lexicon, word: string): number {
  return numberOf(numbers, lexiconKey(word) << 5);
}

/** The fine, middling and coarse cluster of a word's number, each from 1; zeros for no word. */
export function clustersOf({ fine, middling, coarse }: Lexicon, number: number): readonly [number, number, number] {
  if (number === 0) return [0, 0, 0];
  const cluster = fine[number - 1]!;
  return [cluster + 1, middling[cluster]! + 1, coarse[cluster]! + 1];
}

/** The lexicon file's bytes; they are as good as random, so that compression would save little. */
export function writeLexicon({ keys, fine, middling, coarse, codes, centres }: LexiconList): Buffer {
  const low = Buffer.from(Uint8Array.from(fine, (id) => id & 255));
  const high = Buffer.from(Uint8Array.from(fine, (id) => id >> 8));
  const head = Buffer.from(Uint32Array.of(keys.length).buffer);
  return Buffer.concat([head, Buffer.from(centres.buffer), middling, coarse, low, high, codes, writeDeltas(keys)]);
}

/** Reads the lexicon file's bytes. */
export function readLexicon(bytes: Buffer): Lexicon {
  const count = bytes.readUInt32LE(0);
  let at = 4;
  const take = (length: number): Buffer => bytes.subarray(at, (at += length));
  const centres = new Float32Array(new Uint8Array(take(4 * PARTS * CENTRES * PART_SIZE)).buffer);
  const [middling, coarse, low, high, codes] = [take(FINE), take(FINE), take(count), take(count), take(count * PARTS)];
  const keys = readDeltas(bytes.subarray(at), count);
  const numbers = createTable(count);
  for (let i = 0; i < count; i += 1) setNumber(numbers, keys[i]! << 5, i + 1);
  const fine = Uint16Array.from(low, (byte, i) => byte + 256 * high[i]!);
  return { numbers, fine, middling, coarse, codes, centres };
}
