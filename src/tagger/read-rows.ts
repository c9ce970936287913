/** Reads the names of a document in two passes: each stretch by itself, then each by what the others say of its words. */

import { chanceOfLabel, stepsOf, sumChances } from "./chances.ts";
import { findBestTags, type Scores } from "./decode.ts";
import type { ScoredRow, Scorer } from "./emissions.ts";
import { evidenceFeatures, gatherEvidence, type FirstReading, type ReadName } from "./evidence.ts";
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
  return readAgain(readAlone(rows, model, scorer), model.evidence);
}

/** Reads the stretches of a document once more, by what was read elsewhere; `weights` are those of the evidence. */
export function readAgain<First extends Scored>(readings: readonly First[], weights: Float32Array): First[] {
  const evidence = gatherEvidence(readings);
  const steps = stepsOf(readings[0]?.scores.transitions ?? new Float32Array());
  return readings.map((reading) => {
    const features = evidenceFeatures(reading, evidence);
    if (features === undefined) return reading;
    return { ...reading, names: readNames(withEvidence(reading.scores, features, weights), steps) };
  });
}

/** Reads each stretch of the rows by itself. */
export function readAlone(rows: readonly ScoredRow[], model: Model, scorer: Scorer): Scored[] {
  const steps = stepsOf(model.transitions);
  return rows.flatMap((row, number) => {
    return findLive(row.words, model.habits).map((stretch) => {
      const { words, signals } = row;
      const length = stretch.end - stretch.start;
      const scores = { length, emissions: scorer.score(row, stretch), transitions: model.transitions };
      return { row: number, words, signals, stretch, scores, names: readNames(scores, steps) };
    });
  });
}

/** The scores with what the features of the evidence add to them; `weights` are `TAGS` a feature. */
export function withEvidence(
  scores: Scores,
  features: readonly (readonly number[] | undefined)[],
  weights: Float32Array,
): Scores {
  const emissions = scores.emissions.slice();
  for (const [token, own] of features.entries()) {
    for (const feature of own ?? []) addRow(weights, feature * TAGS, TAGS, emissions, token * TAGS);
  }
  return { ...scores, emissions };
}

function readNames(scores: Scores, steps: Float64Array): ReadName[] {
  const names = namesOf(findBestTags(scores));
  if (names.length === 0) return [];
  const chances = sumChances(scores, steps);
  return names.map((name) => ({ ...name, chance: chanceOfLabel(chances, name) }));
}
