/** Marked texts as the learner sees them: rows of words with signals, then numbers of features. */

import { passagesOf, type Corpus } from "./corpus.ts";
import {
  CONTEXT_FEATURES,
  contextFeatures,
  describeWord,
  ownFeatures,
  REACH,
  signalInputs,
  wordFeatures,
  type Row,
  type Word,
} from "./features.ts";
import { namesOf, tagsOf } from "./labels.ts";
import { INPUTS, type Example } from "./learn.ts";
import type { Lexicon } from "./lexicon.ts";
import { findLive, type NameHabits, type Stretch } from "./live.ts";
import { FIRST_INPUT, SPAN, WINDOW } from "./network.ts";
import { signalsOf, type WordLists } from "./signals.ts";
import { createTable, entriesOf, numberOf, setNumber, type Table } from "./table.ts";

/** A sentence with the gold tag of each token. */
export interface MarkedRow extends Row {
  /** The file that it comes from. */
  readonly file: string;
  readonly tags: Uint8Array;
}

/** The sentences of each of some marked texts. */
export function markedRows(records: readonly Corpus[], lexicon: Lexicon, lists: WordLists): MarkedRow[][] {
  const known = new Map<string, Word>();
  const describe = (text: string): Word => {
    const word = known.get(text) ?? describeWord(text, lexicon, lists);
    known.set(text, word);
    return word;
  };
  const edge = describe("");
  return records.map((record) => {
    const passages = passagesOf(record);
    const rows = passages.map(({ words }) => words.map(describe));
    const signals = signalsOf(rows, lists.places);
    return passages.map(({ tags }, i) => ({ file: record.file, words: rows[i]!, edge, signals: signals[i]!, tags }));
  });
}

/** Hashes and the numbers, from 1, that were given to those of them that are seen often enough. */
interface Numbering {
  readonly table: Table;
  readonly count: number;
}

/** The numbers of the features and, from `FIRST_INPUT`, of the hidden layer's inputs. */
export interface Numbers {
  readonly features: Numbering;
  readonly inputs: Numbering;
}

/** How often a feature or an input must be seen. */
const seenAtLeast = { features: 2, inputs: 25 } as const;
/** Slots for all that is seen, and for what is kept. */
const slots = { features: [1 << 23, 1 << 21], inputs: [1 << 16, 1 << 14] } as const;

/** Numbers what is seen often enough in the stretches where names can stand. */
export function numberFeatures(rows: readonly MarkedRow[], habits: NameHabits): Numbers {
  const features = createTable(slots.features[0]);
  const inputs = createTable(slots.inputs[0]);
  for (const row of rows) {
    for (const at of liveTokens(row, habits)) {
      for (const feature of featuresAt(row, at)) countIn(features, feature);
      for (const input of inputsAt(row, at)) countIn(inputs, input);
    }
  }
  return {
    features: numberOften(features, createTable(slots.features[1]), { from: 1, atLeast: seenAtLeast.features }),
    inputs: numberOften(inputs, createTable(slots.inputs[1]), { from: FIRST_INPUT, atLeast: seenAtLeast.inputs }),
  };
}

function liveTokens(row: MarkedRow, habits: NameHabits): number[] {
  return findLive(row.words, habits).flatMap(({ start, end }) =>
    Array.from({ length: end - start }, (_, i) => start + i),
  );
}

function featuresAt(row: Row, at: number): number[] {
  const context = new Int32Array(CONTEXT_FEATURES);
  contextFeatures(row, at, context);
  const { gazetteer, casing } = row.signals;
  const features = [...context, ...ownFeatures(row.words[at]!, gazetteer[at]!, casing[at]!)];
  for (let distance = -REACH; distance <= REACH; distance += 1) {
    features.push(...wordFeatures(row.words[at + distance] ?? row.edge, distance));
  }
  return features;
}

/** Hashes of the `INPUTS` traits of a token that the hidden layer takes in. */
function inputsAt({ words, signals }: Row, at: number): number[] {
  return [...words[at]!.inputs, ...signalInputs(signals.gazetteer[at]!, signals.casing[at]!)];
}

function countIn(table: Table, key: number): void {
  setNumber(table, key, numberOf(table, key) + 1);
}

interface Selection {
  /** The first number. */
  readonly from: number;
  readonly atLeast: number;
}

function numberOften(seen: Table, table: Table, { from, atLeast }: Selection): Numbering {
  let count = 0;
  for (const { key, number: times } of entriesOf(seen)) {
    if (times >= atLeast) setNumber(table, key, from + count++);
  }
  return { table, count };
}

/** Makes the examples of a sentence: one for each stretch in which names can stand. */
export function exampleMaker(numbers: Numbers, habits: NameHabits): (row: MarkedRow) => Example[] {
  return (row) => findLive(row.words, habits).map((stretch) => exampleOf(row, stretch, numbers));
}

function exampleOf(row: MarkedRow, { start, end }: Stretch, numbers: Numbers): Example {
  const length = end - start;
  const offsets = new Int32Array(length + 1);
  const features: number[] = [];
  const vectors = new Int32Array(length * SPAN).fill(-1);
  const inputs = new Int32Array(length * SPAN * INPUTS);
  for (let token = 0; token < length; token += 1) {
    const kept = featuresAt(row, start + token).map((feature) => numberOf(numbers.features.table, feature));
    features.push(...kept.filter((number) => number !== 0));
    offsets[token + 1] = features.length;
    for (let place = 0; place < SPAN; place += 1) {
      const at = start + token + place - WINDOW;
      const word = row.words[at];
      if (!word) continue;
      vectors[token * SPAN + place] = word.number;
      const numbered = inputsAt(row, at).map((input) => numberOf(numbers.inputs.table, input));
      inputs.set(numbered, (token * SPAN + place) * INPUTS);
    }
  }
  return { features: Int32Array.from(features), offsets, vectors, inputs, tags: tagsWithin(row.tags, { start, end }) };
}

/** The gold tags of a stretch; a name that is only partly in it ends with it. */
export function tagsWithin(tags: Uint8Array, { start, end }: Stretch): Uint8Array {
  const inside = namesOf(tags).filter(({ first, last }) => first < end && last >= start);
  const names = inside.map(({ first, last, label }) => {
    return { first: Math.max(first, start) - start, last: Math.min(last, end - 1) - start, label };
  });
  return tagsOf(end - start, names);
}
