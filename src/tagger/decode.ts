import { mayBegin, mayEnd, mayFollow, TAGS } from "./labels.ts";

/** Scores of a row of tokens: `TAGS` per token, and `TAGS` × `TAGS` for one tag after another. */
export interface Scores {
  readonly length: number;
  /** May hold those of other rows too: these begin at `start`. */
  readonly emissions: Float32Array;
  readonly start: number;
  readonly transitions: Float32Array;
}

const ALL = Uint8Array.from({ length: TAGS }, (_, tag) => tag);

/** For each tag, the tags that may stand before it. */
export const BEFORE = [...ALL].map((tag) => ALL.filter((before) => mayFollow(before, tag)));

/** For each tag, the tags that may stand after it. */
export const AFTER = [...ALL].map((tag) => ALL.filter((after) => mayFollow(tag, after)));

/** Memory for one row, used again for the next: most rows are a few tokens, and new memory would cost more than they do. */
let pointers = new Uint8Array(64 * TAGS);
let sums = new Float64Array(TAGS);
let next = new Float64Array(TAGS);

/** The best row of tags: Viterbi, "Error bounds for convolutional codes", IEEE Transactions on Information Theory 13 (1967). */
export function findBestTags({ length, emissions, start, transitions }: Scores): Uint8Array {
  const tags = new Uint8Array(length);
  if (length === 0) return tags;
  if (pointers.length < length * TAGS) pointers = new Uint8Array(2 * length * TAGS);
  for (let tag = 0; tag < TAGS; tag += 1) sums[tag] = mayBegin(tag) ? emissions[start + tag]! : -Infinity;
  for (let i = 1; i < length; i += 1) {
    for (let tag = 0; tag < TAGS; tag += 1) {
      const before = findBestBefore(tag, sums, transitions);
      pointers[i * TAGS + tag] = before;
      next[tag] = sums[before]! + transitions[before * TAGS + tag]! + emissions[start + i * TAGS + tag]!;
    }
    [sums, next] = [next, sums];
  }
  let tag = findBestEnd(sums);
  for (let i = length - 1; i >= 0; i -= 1) {
    tags[i] = tag;
    tag = pointers[i * TAGS + tag]!;
  }
  return tags;
}

function findBestBefore(tag: number, scores: Float64Array, transitions: Float32Array): number {
  const candidates = BEFORE[tag]!;
  let best = candidates[0]!;
  let bestScore = -Infinity;
  for (let c = 0; c < candidates.length; c += 1) {
    const before = candidates[c]!;
    const score = scores[before]! + transitions[before * TAGS + tag]!;
    if (score > bestScore) {
      best = before;
      bestScore = score;
    }
  }
  return best;
}

function findBestEnd(scores: Float64Array): number {
  let best = 0;
  for (let tag = 1; tag < TAGS; tag += 1) if (mayEnd(tag) && scores[tag]! > scores[best]!) best = tag;
  return best;
}
