import { AFTER, BEFORE, type Scores } from "./decode.ts";
import { mayBegin, mayEnd, TAGS } from "./labels.ts";

/** The sums over all rows of tags that a name's chance is read from. */
export interface Chances {
  readonly steps: Float64Array;
  readonly gains: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
}

/**
 * Sums over all rows of tags, scores read as log-odds after division by a temperature: the forward and backward
 * procedure of Rabiner, "A tutorial on hidden Markov models", Proceedings of the IEEE 77 (1989), scaled at each token.
 */
export function sumChances(scores: Scores, temperature: number): Chances {
  const steps = Float64Array.from(scores.transitions, (score) => Math.exp(score / temperature));
  const gains = findGains(scores, temperature);
  return { steps, gains, forward: sumForward(steps, gains), backward: sumBackward(steps, gains) };
}

function findGains({ emissions, length }: Scores, temperature: number): Float64Array {
  const gains = new Float64Array(length * TAGS);
  for (let at = 0; at < gains.length; at += TAGS) {
    let most = -Infinity;
    for (let tag = 0; tag < TAGS; tag += 1) most = Math.max(most, emissions[at + tag]!);
    for (let tag = 0; tag < TAGS; tag += 1) gains[at + tag] = Math.exp((emissions[at + tag]! - most) / temperature);
  }
  return gains;
}

function sumForward(steps: Float64Array, gains: Float64Array): Float64Array {
  const sums = new Float64Array(gains.length);
  for (let at = 0; at < sums.length; at += TAGS) {
    for (let tag = 0; tag < TAGS; tag += 1) {
      let sum = at === 0 && mayBegin(tag) ? 1 : 0;
      if (at > 0) for (const before of BEFORE[tag]!) sum += sums[at - TAGS + before]! * steps[before * TAGS + tag]!;
      sums[at + tag] = sum * gains[at + tag]!;
    }
    scaleToOne(sums, at);
  }
  return sums;
}

function sumBackward(steps: Float64Array, gains: Float64Array): Float64Array {
  const sums = new Float64Array(gains.length);
  for (let at = sums.length - TAGS; at >= 0; at -= TAGS) {
    const isEnd = at === sums.length - TAGS;
    for (let tag = 0; tag < TAGS; tag += 1) {
      let sum = isEnd && mayEnd(tag) ? 1 : 0;
      if (!isEnd)
        for (const after of AFTER[tag]!)
          sum += steps[tag * TAGS + after]! * gains[at + TAGS + after]! * sums[at + TAGS + after]!;
      sums[at + tag] = sum;
    }
    scaleToOne(sums, at);
  }
  return sums;
}

function scaleToOne(sums: Float64Array, at: number): void {
  let total = 0;
  for (let tag = 0; tag < TAGS; tag += 1) total += sums[at + tag]!;
  for (let tag = 0; tag < TAGS; tag += 1) sums[at + tag]! /= total;
}

/** The chance that the tokens from `first` to `last` have these tags: that of the first, times that of each next one after it. */
export function chanceOf(chances: Chances, tags: Uint8Array, first: number, last: number): number {
  let chance = shareAt(chances, first, tags[first]!);
  for (let i = first; i < last; i += 1) chance *= shareAfter(chances, i, [tags[i]!, tags[i + 1]!]);
  return chance;
}

function shareAt({ forward, backward }: Chances, i: number, tag: number): number {
  let total = 0;
  for (let at = i * TAGS; at < (i + 1) * TAGS; at += 1) total += forward[at]! * backward[at]!;
  return (forward[i * TAGS + tag]! * backward[i * TAGS + tag]!) / total;
}

function shareAfter({ steps, gains, backward }: Chances, i: number, [tag, next]: readonly [number, number]): number {
  const weight = (after: number): number =>
    steps[tag * TAGS + after]! * gains[(i + 1) * TAGS + after]! * backward[(i + 1) * TAGS + after]!;
  return weight(next) / AFTER[tag]!.reduce((sum, after) => sum + weight(after), 0);
}
