/** `npm run train -- DIR`: learns the model from the `*.jsonl` files of a folder; the same files give the same bytes. */

import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadWordLists } from "../recognise/knowledge.ts";
import { fitCalibration, uncalibrated, type Calibration } from "./calibrate.ts";
import { readFolder } from "./corpus.ts";
import { stepsOf } from "./chances.ts";
import { createScorer } from "./emissions.ts";
import { EVIDENCE_FEATURES } from "./evidence.ts";
import { exampleMaker, markedRows, numberFeatures, tagsWithin, type MarkedRow } from "./examples.ts";
import { LABELS, namesOf, TAGS, type Name } from "./labels.ts";
import { learn, type Learnt, type Schedule } from "./learn.ts";
import { learnEvidence, type MarkedReadings } from "./learn-evidence.ts";
import { PART_SIZE, PARTS, CENTRES, readLexicon, type Lexicon } from "./lexicon.ts";
import { learnHabits } from "./live.ts";
import { readModel, writeModel, type ModelParts } from "./model.ts";
import { FIRST_INPUT, VECTOR } from "./network.ts";
import { readAgain, readAlone } from "./read-rows.ts";
import type { WordLists } from "./signals.ts";
import { entriesOf, type Table } from "./table.ts";

/** What was tried and kept. */
const schedule: Omit<Schedule, "onEpoch"> = {
  epochs: 9,
  seed: 7,
  units: 64,
  rates: { features: 0.02, network: 0.02 },
  dropout: { features: 0.5, units: 0.3 },
  averageFrom: 0.4,
};
/** How often files count whose marks follow the guidelines of Universal NER: they are news and web text, as articles are. */
const repeats: Readonly<Record<string, number>> = { "uner-ewt-dev.jsonl": 4, "uner-pud.jsonl": 3 };
/** Weights smaller than this are left out. */
const smallestWeight = 0.045;

function train(folder: string): void {
  const lexicon = readLexicon(readFileSync(new URL("lexicon.bin", import.meta.url)));
  const lists = loadWordLists();
  const documents = markedRows(readFolder(folder), lexicon, lists);
  const readings = [0, 1].flatMap((fold) => readFold({ documents, fold, lexicon, lists }));
  const evidence = learnEvidence(readings);
  const calibrations = fitCalibrations(
    readings.map((own) =>
      readAgain(own, { evidence, steps: stepsOf(own[0]?.scores.transitions ?? new Float32Array()) }),
    ),
  );
  print("for all documents:");
  save(writeModel({ ...trainParts(documents.flat(), lexicon), evidence, calibrations }));
}

interface Fold {
  readonly documents: readonly MarkedRow[][];
  /** 0 or 1. */
  readonly fold: number;
  readonly lexicon: Lexicon;
  readonly lists: WordLists;
}

/** Reads every second document of more than one sentence with a model that was trained on all else (jackknifing). */
function readFold({ documents, fold, lexicon, lists }: Fold): MarkedReadings[] {
  const isHeld = (rows: readonly MarkedRow[], i: number): boolean => rows.length > 1 && i % 2 === fold;
  const held = documents.filter(isHeld);
  print(`without ${held.length} documents:`);
  const parts = trainParts(documents.filter((rows, i) => !isHeld(rows, i)).flat(), lexicon);
  const model = readModel(writeModel(parts));
  const scorer = createScorer(model, lexicon, lists);
  return held.map((own) => {
    const scored = own.map((row) => ({
      ...row,
      words: row.words.map(({ text }) => scorer.describe(text)),
      edge: scorer.describe(""),
    }));
    return readAlone(scored, model, scorer).map((reading) => {
      return { ...reading, tags: tagsWithin(own[reading.row]!.tags, reading.stretch) };
    });
  });
}

/** For each label, how often there is a name of it where one was read, in documents that were not trained on. */
function fitCalibrations(documents: readonly MarkedReadings[]): Calibration[] {
  const read = documents.flat().flatMap(({ names, tags }) => {
    const gold = namesOf(tags);
    return names.map((name) => ({ ...name, isRight: gold.some((other) => isSameName(name, other)) }));
  });
  return LABELS.map((_, label) => fitCalibration(read.filter((name) => name.label === label)));
}

/** "Mr Blair" and "Blair": names of one label that end alike or begin alike; titles are stripped later. */
function isSameName(a: Name, b: Name): boolean {
  return a.label === b.label && (a.last === b.last || a.first === b.first);
}

/** Trains a model that does not look at the rest of a document. */
function trainParts(rows: readonly MarkedRow[], lexicon: Lexicon): ModelParts {
  const habits = learnHabits(rows);
  const numbers = numberFeatures(rows, habits);
  print(`${rows.length} sentences, ${numbers.features.count} features`);
  const makeExamples = exampleMaker(numbers, habits);
  const examples = rows.flatMap((row) => {
    const own = makeExamples(row);
    return Array.from({ length: repeats[row.file] ?? 1 }, () => own).flat();
  });
  const sizes = {
    features: numbers.features.count,
    inputs: numbers.inputs.count + FIRST_INPUT,
    vectors: vectorsOf(lexicon),
  };
  const onEpoch = (epoch: number): void => print(`epoch ${epoch} of ${schedule.epochs}`);
  const learnt = learn(examples, sizes, { ...schedule, onEpoch });
  return {
    ...pruned(learnt, numbers.features.table),
    ...sortedInputs(learnt, numbers.inputs.table),
    habits,
    evidence: new Float32Array(EVIDENCE_FEATURES * TAGS),
    calibrations: LABELS.map(() => uncalibrated),
  };
}

/** The vectors of all words, `VECTOR` numbers each, from word 1 on. */
function vectorsOf({ codes, centres }: Lexicon): Float32Array {
  const vectors = new Float32Array(VECTOR + (codes.length / PARTS) * VECTOR);
  for (const [at, code] of codes.entries()) {
    const centre = ((at % PARTS) * CENTRES + code) * PART_SIZE;
    vectors.set(centres.subarray(centre, centre + PART_SIZE), VECTOR + at * PART_SIZE);
  }
  return vectors;
}

/** The weights that matter, by ascending hash of their feature. */
function pruned({ weights, transitions }: Learnt, table: Table): Pick<ModelParts, "keys" | "weights" | "transitions"> {
  const kept = byKey(table).filter(({ number }) => rowOf(weights, number).some(matters));
  const packed = new Float32Array(kept.length * TAGS);
  for (const [i, { number }] of kept.entries()) {
    packed.set(
      rowOf(weights, number).map((weight) => (matters(weight) ? weight : 0)),
      i * TAGS,
    );
  }
  return { keys: Uint32Array.from(kept, ({ key }) => key), weights: packed, transitions };
}

function rowOf(weights: Float32Array, number: number): Float32Array {
  return weights.subarray(number * TAGS, (number + 1) * TAGS);
}

function matters(weight: number): boolean {
  return Math.abs(weight) > smallestWeight;
}

/** The hidden layer with its inputs by ascending hash. */
function sortedInputs({ network }: Learnt, table: Table): Pick<ModelParts, "inputKeys" | "network"> {
  const { units, inputCount, rows } = network;
  const inputs = byKey(table);
  const sorted = rows.slice();
  for (let place = 0; place < rows.length / (inputCount * units); place += 1) {
    for (const [i, { number }] of inputs.entries()) {
      const from = (place * inputCount + number) * units;
      sorted.set(rows.subarray(from, from + units), (place * inputCount + i + FIRST_INPUT) * units);
    }
  }
  return { inputKeys: Uint32Array.from(inputs, ({ key }) => key), network: { ...network, rows: sorted } };
}

function byKey(table: Table): { readonly key: number; readonly number: number }[] {
  return entriesOf(table).toSorted((a, b) => (a.key >>> 0) - (b.key >>> 0));
}

function save(bytes: Buffer): void {
  const file = fileURLToPath(new URL("model.bin", import.meta.url));
  // Written aside and moved, so that a build that runs meanwhile never reads half a model.
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
  print(`${file}: ${bytes.length} bytes`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write("npm run train -- DIR: name the folder of the training corpora\n");
  process.exitCode = 1;
} else train(folder);
