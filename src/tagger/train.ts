/** `npm run train -- DIR`: learns the model from the `*.jsonl` files of a folder; the same files give the same bytes. */

import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readClusters, type Clusters } from "./clusters.ts";
import { passagesOf, readFolder, type Passage } from "./corpus.ts";
import { describeWord, pairFeatures, REACH, wordFeatures, type Word } from "./features.ts";
import { TAGS } from "./labels.ts";
import { writeModel, type Weights } from "./model.ts";
import { learn, type Example, type Learnt } from "./perceptron.ts";
import { createTable, numberOf, setNumber, type Table } from "./table.ts";

/** What was tried and kept. */
const settings = { epochs: 8, seed: 7, seenAtLeast: 2, smallestWeight: 0.3, temperature: 3 } as const;
/** The feature that every token has. */
const bias = 0x12345;
/** Slots for all features, and for those that are kept. */
const mostFeatures = { seen: 1 << 24, kept: 1 << 23 } as const;

type Describe = (word: string) => Word;

function train(folder: string): void {
  const clusters = readClusters(readFileSync(new URL("clusters.bin", import.meta.url)));
  const describe = describer(clusters);
  const passages = readFolder(folder).flatMap(passagesOf);
  print(`${passages.length} sentences`);
  const { table, count } = chooseFeatures(passages, describe);
  print(`${count} features`);
  const examples = passages.map((passage) => exampleOf(passage, table, describe));
  const learnt = learn(examples, count, {
    ...settings,
    onEpoch: (epoch, wrong) => print(`epoch ${epoch} of ${settings.epochs}: ${wrong} wrong tags`),
  });
  const file = fileURLToPath(new URL("model.bin", import.meta.url));
  const bytes = writeModel(pruned(learnt, table));
  // Written aside and moved, so that a build that runs meanwhile never reads half a model.
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
  print(`${file}: ${bytes.length} bytes`);
}

/** Describes each distinct word once. */
function describer(clusters: Clusters): Describe {
  const words = new Map<string, Word>();
  return (text) => {
    const known = words.get(text);
    if (known) return known;
    const word = describeWord(text, clusters);
    words.set(text, word);
    return word;
  };
}

function featuresAt(words: readonly Word[], at: number, edge: Word): number[] {
  const features = [bias];
  for (let distance = -REACH; distance <= REACH; distance++) {
    features.push(...wordFeatures(words[at + distance] ?? edge, distance));
  }
  return [...features, ...pairFeatures(words, at, edge)];
}

/** Numbers the features that are seen often enough, from 1. */
function chooseFeatures(passages: readonly Passage[], describe: Describe): { table: Table; count: number } {
  const seen = createTable(mostFeatures.seen);
  const edge = describe("");
  for (const { words } of passages) {
    const described = words.map(describe);
    for (let i = 0; i < described.length; i++) {
      for (const feature of featuresAt(described, i, edge)) setNumber(seen, feature, numberOf(seen, feature) + 1);
    }
  }
  const table = createTable(mostFeatures.kept);
  let count = 0;
  for (const [slot, times] of seen.numbers.entries()) {
    if (times >= settings.seenAtLeast) setNumber(table, seen.keys[slot]!, ++count);
  }
  return { table, count };
}

function exampleOf({ words, tags }: Passage, table: Table, describe: Describe): Example {
  const described = words.map(describe);
  const edge = describe("");
  const offsets = new Int32Array(words.length + 1);
  const features: number[] = [];
  for (let i = 0; i < words.length; i++) {
    const numbers = featuresAt(described, i, edge).map((feature) => numberOf(table, feature));
    features.push(...numbers.filter((number) => number !== 0));
    offsets[i + 1] = features.length;
  }
  return { features: Int32Array.from(features), offsets, tags };
}

/** The weights that matter, by ascending hash of their feature. */
function pruned({ weights, transitions }: Learnt, table: Table): Weights {
  const kept: { key: number; row: number }[] = [];
  for (const [slot, number] of table.numbers.entries()) {
    const row = number * TAGS;
    const isKept = number !== 0 && weights.subarray(row, row + TAGS).some(matters);
    if (isKept) kept.push({ key: table.keys[slot]!, row });
  }
  kept.sort((a, b) => a.key - b.key);
  const packed = new Float32Array(kept.length * TAGS);
  for (const [i, { row }] of kept.entries()) {
    packed.set(
      weights.subarray(row, row + TAGS).map((weight) => (matters(weight) ? weight : 0)),
      i * TAGS,
    );
  }
  const keys = Uint32Array.from(kept, ({ key }) => key);
  return { keys, weights: packed, transitions, temperature: settings.temperature };
}

function matters(weight: number): boolean {
  return Math.abs(weight) > settings.smallestWeight;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write("npm run train -- DIR: name the folder of the training corpora\n");
  process.exitCode = 1;
} else train(folder);
