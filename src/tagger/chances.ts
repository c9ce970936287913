import { AFTER, BEFORE, type Scores } from "./decode.ts";
import { labelOf, mayBegin, mayEnd, OUTSIDE, TAGS, type Name } from "./labels.ts";

/** The sums over all rows of tags that chances are read from; good until the next ones are summed in the same memory. */
export interface Chances {
  readonly length: number;
  readonly steps: Float64Array;
  readonly gains: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
}

const memory = { gains: new Float64Array(), forward: new Float64Array(), backward: new Float64Array() };

/**
 * Sums over all rows of tags, scores read as logarithms: the forward and backward procedure of Rabiner, "A tutorial on
 * hidden Markov models", Proceedings of the IEEE 77 (1989), scaled at each token. `steps` are those of `stepsOf`.
 */
export function sumChances(scores: Scores, steps: Float64Array): Chances {
  const size = scores.length * TAGS;
  if (memory.gains.length < size) {
    for (const key of ["gains", "forward", "backward"] as const) memory[key] = new Float64Array(2 * size);
  }
  const chances = { length: scores.length, steps, ...memory };
  findGains(scores, memory.gains);
  sumForward(chances);
  sumBackward(chances);
  return chances;
}

/** What each step from one tag to another multiplies the sums by. */
export function stepsOf(transitions: Float32Array): Float64Array {
  return Float64Array.from(transitions, (score) => Math.exp(score));
}

function findGains({ emissions, start, length }: Scores, gains: Float64Array): void {
  for (let at = 0; at < length * TAGS; at += TAGS) {
    let most = -Infinity;
    for (let tag = 0; tag < TAGS; tag += 1) most = Math.max(most, emissions[start + at + tag]!);
    for (let tag = 0; tag < TAGS; tag += 1) gains[at + tag] = Math.exp(emissions[start + at + tag]! - most);
  }
}

function sumForward({ length, steps, gains, forward: sums }: Chances): void {
  for (let tag = 0; tag < TAGS; tag += 1) sums[tag] = mayBegin(tag) ? gains[tag]! : 0;
  scaleToOne(sums, 0);
  for (let at = TAGS; at < length * TAGS; at += TAGS) {
    for (let tag = 0; tag < TAGS; tag += 1) {
      const tags = BEFORE[tag]!;
      let sum = 0;
      for (let i = 0; i < tags.length; i += 1) sum += sums[at - TAGS + tags[i]!]! * steps[tags[i]! * TAGS + tag]!;
      sums[at + tag] = sum * gains[at + tag]!;
    }
    scaleToOne(sums, at);
  }
}

function sumBackward({ length, steps, gains, backward: sums }: Chances): void {
  const end = (length - 1) * TAGS;
  for (let tag = 0; tag < TAGS; tag += 1) sums[end + tag] = mayEnd(tag) ? 1 : 0;
  scaleToOne(sums, end);
  for (let at = end - TAGS; at >= 0; at -= TAGS) {
    for (let tag = 0; tag < TAGS; tag += 1) {
      const tags = AFTER[tag]!;
      let sum = 0;
      for (let i = 0; i < tags.length; i += 1) {
        const after = tags[i]!;
        sum += steps[tag * TAGS + after]! * gains[at + TAGS + after]! * sums[at + TAGS + after]!;
      }
      sums[at + tag] = sum;
    }
    scaleToOne(sums, at);
  }
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

/** The chance that the tokens from `first` to `last` are in a name of a label, wherever that begins and ends: the mean over them. */
export function chanceOfLabel(chances: Chances, { first, last, label }: Name): number {
  let sum = 0;
  for (let i = first; i <= last; i += 1) sum += shareOfLabel(chances, i, label);
  return sum / (last - first + 1);
}

function shareOfLabel({ forward, backward }: Chances, i: number, label: number): number {
  let total = 0;
  let own = 0;
  for (let tag = 0, at = i * TAGS; tag < TAGS; tag += 1, at += 1) {
    const share = forward[at]! * backward[at]!;
    total += share;
    if (tag !== OUTSIDE && labelOf(tag) === label) own += share;
  }
  return own / total;
}
