import type { Clusters } from "./clusters.ts";
import { describeWord, pairFeatures, REACH, wordFeatures, type Word } from "./features.ts";
import { TAGS } from "./labels.ts";
import type { Model } from "./model.ts";
import { numberOf } from "./table.ts";

/** A word and, for each distance from -REACH to REACH, the `TAGS` scores it gives to a token that far away. */
export interface ScoredWord extends Word {
  readonly scores: Float32Array;
}

// Words that are kept from one article to the next; beyond that the store starts anew.
const WORDS_KEPT = 50_000;

/** Describes and scores words, each once. */
export function wordScorer(model: Model, clusters: Clusters): (word: string) => ScoredWord {
  const known = new Map<string, ScoredWord>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    if (known.size >= WORDS_KEPT) known.clear();
    const word = describeWord(text, clusters);
    const scored = { ...word, scores: scoreWord(model, word) };
    known.set(text, scored);
    return scored;
  };
}

function scoreWord(model: Model, word: Word): Float32Array {
  const scores = new Float32Array((2 * REACH + 1) * TAGS);
  for (let distance = -REACH; distance <= REACH; distance += 1) {
    const row = scores.subarray((distance + REACH) * TAGS, (distance + REACH + 1) * TAGS);
    for (const feature of wordFeatures(word, distance)) addFeature(model, feature, row);
  }
  return scores;
}

function addFeature({ features, weights }: Model, feature: number, row: Float32Array): void {
  const number = numberOf(features, feature);
  if (number === 0) return;
  for (let tag = 0, at = number * TAGS; tag < TAGS; tag += 1) row[tag]! += weights[at + tag]!;
}

/** The scores of each tag for each of these words, one after the other. */
export function scoreTokens(model: Model, words: readonly ScoredWord[], edge: ScoredWord): Float32Array {
  const emissions = new Float32Array(words.length * TAGS);
  for (let i = 0; i < words.length; i += 1) {
    const row = emissions.subarray(i * TAGS, (i + 1) * TAGS);
    for (let step = -REACH; step <= REACH; step += 1) {
      const { scores } = words[i + step] ?? edge;
      for (let tag = 0, at = (step + REACH) * TAGS; tag < TAGS; tag += 1) row[tag]! += scores[at + tag]!;
    }
    for (const feature of pairFeatures(words, i, edge)) addFeature(model, feature, row);
    addFeature(model, BIAS, row);
  }
  return emissions;
}

/** The feature that every token has. */
export const BIAS = 0x12345;
