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
 * Sums over all rows of tags, scores read as logarithms: the forward and backward procedure of Rabiner, "A tutorial on
 * hidden Markov models", Proceedings of the IEEE 77 (1989), scaled at each token.
 */
export function sumChances(scores: Scores, steps: Float64Array): Chances {
  const gains = findGains(scores);
  return { steps, gains, forward: sumForward(steps, gains), backward: sumBackward(steps, gains) };
}

/** What each step from one tag to another multiplies the sums by. */
export function stepsOf(transitions: Float32Array): Float64Array {
  return Float64Array.from(transitions, (score) => Math.exp(score));
}

function findGains({ emissions, length }: Scores): Float64Array {
  const gains = new Float64Array(length * TAGS);
  for (let at = 0; at < gains.length; at += TAGS) {
    let most = -Infinity;
    for (let tag = 0; tag < TAGS; tag += 1) most = Math.max(most, emissions[at + tag]!);
    for (let tag = 0; tag < TAGS; tag += 1) gains[at + tag] = Math.exp(emissions[at + tag]! - most);
  }
  return gains;
}

function sumForward(steps: Float64Array, gains: Float64Array): Float64Array {
  const sums = new Float64Array(gains.length);
  for (let at = 0; at < sums.length; at += TAGS) {
    for (let tag = 0; tag < TAGS; tag += 1) {
      const tags = BEFORE[tag]!;
      let sum = at === 0 && mayBegin(tag) ? 1 : 0;
      for (let i = 0; at > 0 && i < tags.length; i += 1) {
        const before = tags[i]!;
        sum += sums[at - TAGS + before]! * steps[before * TAGS + tag]!;
      }
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
      const tags = AFTER[tag]!;
      let sum = isEnd && mayEnd(tag) ? 1 : 0;
      for (let i = 0; !isEnd && i < tags.length; i += 1) {
        const after = tags[i]!;
        sum += steps[tag * TAGS + after]! * gains[at + TAGS + after]! * sums[at + TAGS + after]!;
      }
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

/** Writes the chance of each tag at token `i` to its place among those of all tokens. */
export function chanceAt({ forward, backward }: Chances, i: number, into: Float32Array): void {
  let total = 0;
  for (let at = i * TAGS; at < (i + 1) * TAGS; at += 1) total += forward[at]! * backward[at]!;
  for (let at = i * TAGS; at < (i + 1) * TAGS; at += 1) into[at] = (forward[at]! * backward[at]!) / total;
}

/** Adds the chance of each pair of tags at the tokens `i` - 1 and `i` to `TAGS` × `TAGS` sums. */
export function addStepChances({ steps, gains, forward, backward }: Chances, i: number, sums: Float32Array): void {
  const weight = (before: number, tag: number): number =>
    forward[(i - 1) * TAGS + before]! *
    steps[before * TAGS + tag]! *
    gains[i * TAGS + tag]! *
    backward[i * TAGS + tag]!;
  let total = 0;
  for (let tag = 0; tag < TAGS; tag += 1) for (const before of BEFORE[tag]!) total += weight(before, tag);
  for (let tag = 0; tag < TAGS; tag += 1) {
    for (const before of BEFORE[tag]!) sums[before * TAGS + tag]! += weight(before, tag) / total;
  }
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
