/** Reads the names of a document in two passes: each stretch by itself, then each by what the others say of its words. */

import { chanceOfLabel, sumChances } from "./chances.ts";
import { findBestTags, type Scores } from "./decode.ts";
import type { ScoredRow, Scorer } from "./emissions.ts";
import {
  evidenceFeatures,
  gatherEvidence,
  type EvidenceFeatures,
  type FirstReading,
  type ReadName,
} from "./evidence.ts";
import { namesOf, TAGS } from "./labels.ts";
import { findLive, type Stretch } from "./live.ts";
import type { Model } from "./model.ts";
import { addRow } from "./network.ts";

/** A stretch with what was read in it; names count tokens from its start. */
export interface Reading {
  /** Number of its row in the document. */
  readonly row: number;
  readonly stretch: Stretch;
  readonly names: readonly ReadName[];
}

/** A stretch as it was read without the rest of the document, and its scores. */
export interface Scored extends Reading, FirstReading {
  readonly scores: Scores;
}

/** The names of a document's rows of tokens. */
export function readRows(rows: readonly ScoredRow[], model: Model, scorer: Scorer): Reading[] {
  return readAgain(readAlone(rows, model, scorer), model);
}

/** Reads the stretches of a document once more, by what was read elsewhere. */
export function readAgain<First extends Scored>(
  readings: readonly First[],
  { evidence: weights, steps }: Pick<Model, "evidence" | "steps">,
): First[] {
  const evidence = gatherEvidence(readings);
  const emissions = readings[0]?.scores.emissions.slice() ?? new Float32Array();
  return readings.map((reading) => {
    const features = evidenceFeatures(reading, evidence);
    if (features === undefined) return reading;
    const scores = { ...reading.scores, emissions };
    addEvidence(scores, features, weights);
    return { ...reading, names: readNames(scores, steps) };
  });
}

/** Reads each stretch of the rows by itself. */
export function readAlone(rows: readonly ScoredRow[], model: Model, scorer: Scorer): Scored[] {
  const stretches = rows.map((row) => findLive(row.words, model.habits));
  const length = stretches.flat().reduce((sum, { start, end }) => sum + end - start, 0);
  const emissions = new Float32Array(length * TAGS);
  let at = 0;
  return rows.flatMap((row, number) => {
    return stretches[number]!.map((stretch) => {
      const scores = { length: stretch.end - stretch.start, emissions, start: at, transitions: model.transitions };
      at += scores.length * TAGS;
      scorer.score(row, stretch, emissions, scores.start);
      const { words, signals } = row;
      return { row: number, words, signals, stretch, scores, names: readNames(scores, model.steps) };
    });
  });
}

/** Adds what the features of the evidence say to the scores; `weights` are `TAGS` a feature. */
export function addEvidence(
  { emissions, start }: Pick<Scores, "emissions" | "start">,
  features: EvidenceFeatures,
  weights: Float32Array,
): void {
  for (const [token, own] of features.entries()) {
    for (const feature of own ?? []) addRow(weights, feature * TAGS, TAGS, emissions, start + token * TAGS);
  }
}

function readNames(scores: Scores, steps: Float64Array): ReadName[] {
  const names = namesOf(findBestTags(scores));
  if (names.length === 0) return [];
  const chances = sumChances(scores, steps);
  return names.map((name) => {
    const { first, last, label } = name;
    return { first, last, label, chance: chanceOfLabel(chances, name) };
  });
}
