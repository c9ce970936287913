/** Learns what the rest of a document adds to the scores of a token, from what models read that were not trained on it. */

import { EVIDENCE_FEATURES, evidenceFeatures, gatherEvidence, type EvidenceFeatures } from "./evidence.ts";
import { gradientOf } from "./gradient.ts";
import { TAGS } from "./labels.ts";
import { addEvidence, type Scored } from "./read-rows.ts";
import { averageOf, createWeights, descendRow, remember, type Weights } from "./weights.ts";

/** The stretches of a document as they were read, each with its gold tags. */
export type MarkedReadings = readonly MarkedReading[];

interface MarkedReading extends Scored {
  readonly tags: Uint8Array;
}

interface Example extends Pick<Scored, "scores"> {
  readonly features: EvidenceFeatures;
  readonly tags: Uint8Array;
}

const epochs = 12;
const rate = 0.02;

/** `EVIDENCE_FEATURES` × `TAGS` weights. */
export function learnEvidence(documents: readonly MarkedReadings[]): Float32Array {
  const examples = documents.flatMap(examplesOf);
  const weights = createWeights(EVIDENCE_FEATURES * TAGS);
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    for (const example of examples) learnFrom(example, weights);
    remember(weights);
  }
  return averageOf(weights, epochs);
}

function examplesOf(readings: MarkedReadings): Example[] {
  const evidence = gatherEvidence(readings);
  return readings.flatMap((reading) => {
    const features = evidenceFeatures(reading, evidence);
    return features === undefined ? [] : [{ scores: reading.scores, tags: reading.tags, features }];
  });
}

function learnFrom({ scores, features, tags }: Example, weights: Weights): void {
  const emissions = scores.emissions.slice(scores.start, scores.start + tags.length * TAGS);
  const informed = { ...scores, emissions, start: 0 };
  addEvidence(informed, features, weights.now);
  const gradient = gradientOf(informed, tags);
  for (const [token, own] of features.entries()) {
    const slopes = gradient.emissions.subarray(token * TAGS, (token + 1) * TAGS);
    for (const feature of own ?? []) descendRow(weights, feature * TAGS, slopes, rate);
  }
}
