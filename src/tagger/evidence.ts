/**
 * What the rest of a document says of a token: as what the same word was read elsewhere, after Krishnan and Manning, "An
 * effective two-stage model for exploiting non-local dependencies in named entity recognition", COLING-ACL 2006.
 */

import type { Word } from "./features.ts";
import { LABELS, type Name } from "./labels.ts";
import type { Stretch } from "./live.ts";
import { opensSentence, type Signals } from "./signals.ts";

/** A name that was read, with the chance that it is one. */
export interface ReadName extends Name {
  readonly chance: number;
}

/** A stretch as it was first read; names count tokens from its start. */
export interface FirstReading {
  readonly words: readonly Word[];
  readonly stretch: Stretch;
  readonly names: readonly ReadName[];
  readonly signals: Signals;
}

/** The roles of a word in a name: the whole of it, its first word, its last one, one between. */
const ROLES = 4;
/** Sums of chances: one for each label and role, and one for being in no name. */
const SUMS = LABELS.length * ROLES + 1;
const NO_NAME = SUMS - 1;
/** Sums from which a feature is there. */
const STEPS = [0.3, 0.9, 1.8] as const;
/** Features of a token that opens a sentence are others than those of one that does not. */
const SUM_FEATURES = SUMS * STEPS.length;
const LEADING = LABELS.length + 1;

/** The number of features that there are. */
export const EVIDENCE_FEATURES = 2 * (SUM_FEATURES + LEADING);

/** What was read of a word, by its small letters. */
export type Evidence = ReadonlyMap<string, WordEvidence>;

interface WordEvidence {
  /** How often it stands in the stretches. */
  times: number;
  /** Chances of each label and role, and of none. */
  readonly sums: Float32Array;
}

/** Sums what was read of each word over the stretches of a document. */
export function gatherEvidence(readings: readonly FirstReading[]): Evidence {
  const evidence = new Map<string, WordEvidence>();
  for (const reading of readings) {
    const { words, stretch } = reading;
    const votes = votesOf(reading);
    for (let at = stretch.start; at < stretch.end; at += 1) {
      const { isCapital, lower } = words[at]!;
      if (!isCapital) continue;
      const own = evidence.get(lower) ?? { times: 0, sums: new Float32Array(SUMS) };
      if (own.times === 0) evidence.set(lower, own);
      own.times += 1;
      addVote(own.sums, votes, at - stretch.start, 1);
    }
  }
  return evidence;
}

/** What each token of a stretch was read as: the sum that its chance goes to, and that chance; the rest goes to `NO_NAME`. */
interface Votes {
  readonly sums: Uint8Array;
  readonly chances: Float32Array;
}

function votesOf({ stretch, names }: FirstReading): Votes {
  const length = stretch.end - stretch.start;
  const votes = { sums: new Uint8Array(length).fill(NO_NAME), chances: new Float32Array(length).fill(1) };
  for (const { first, last, label, chance } of names) {
    for (let i = first; i <= last; i += 1) {
      votes.sums[i] = label * ROLES + roleOf(i, first, last);
      votes.chances[i] = chance;
    }
  }
  return votes;
}

function addVote(to: Float32Array, { sums, chances }: Votes, i: number, times: number): void {
  to[sums[i]!]! += times * chances[i]!;
  to[NO_NAME]! += times * (1 - chances[i]!);
}

function roleOf(i: number, first: number, last: number): number {
  if (first === last) return 0;
  return i === first ? 1 : i === last ? 2 : 3;
}

/** For each token of a stretch the numbers, from 0, of its features. */
export type EvidenceFeatures = readonly (readonly number[] | undefined)[];

/** The features that the other places of its words give a stretch; undefined when there are none at all. */
export function evidenceFeatures(reading: FirstReading, evidence: Evidence): EvidenceFeatures | undefined {
  const { words, signals, stretch } = reading;
  let votes: Votes | undefined;
  const features: number[][] = [];
  for (let at = stretch.start; at < stretch.end; at += 1) {
    const word = words[at]!;
    const known = word.isCapital ? evidence.get(word.lower) : undefined;
    if (!known || known.times < 2) continue;
    votes ??= votesOf(reading);
    others.set(known.sums);
    addVote(others, votes, at - stretch.start, -1);
    features[at - stretch.start] = featuresOf(others, opensSentence(signals, at) ? EVIDENCE_FEATURES / 2 : 0);
  }
  return features.length > 0 ? features : undefined;
}

// Memory for the token at hand.
const others = new Float32Array(SUMS);
const labels = new Float32Array(LEADING);

function featuresOf(sums: Float32Array, offset: number): number[] {
  const features: number[] = [];
  labels.fill(0);
  let leading = 0;
  for (let sum = 0; sum < SUMS; sum += 1) {
    const total = sums[sum]!;
    labels[Math.floor(sum / ROLES)]! += total;
    for (let step = 0; step < STEPS.length; step += 1) {
      if (total >= STEPS[step]!) features.push(offset + sum * STEPS.length + step);
    }
  }
  for (let label = 1; label < LEADING; label += 1) if (labels[label]! > labels[leading]!) leading = label;
  if (labels[leading]! >= STEPS[0]) features.push(offset + SUM_FEATURES + leading);
  return features;
}
