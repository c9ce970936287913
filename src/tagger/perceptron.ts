/**
 * The averaged structured perceptron: Collins, "Discriminative training methods for hidden Markov models", EMNLP 2002;
 * averaging after Freund and Schapire, "Large margin classification using the perceptron algorithm", 1999.
 */

import { findBestTags } from "./decode.ts";
import { TAGS } from "./labels.ts";
import { randomNumbers } from "./random.ts";

/** A row of tokens as the perceptron sees it. */
export interface Example {
  /** Numbers of the features of all tokens, one token after the other; a feature n has the weights from n × `TAGS` on. */
  readonly features: Int32Array;
  /** Where each token's features begin, and where the last one's end. */
  readonly offsets: Int32Array;
  /** Gold tags. */
  readonly tags: Uint8Array;
}

/** What training finds. */
export interface Learnt {
  /** `TAGS` weights for each feature. */
  readonly weights: Float32Array;
  /** `TAGS` × `TAGS` weights for one tag after another. */
  readonly transitions: Float32Array;
}

/** Weights with the sum that their average is made of. */
interface Averaged {
  readonly now: Float32Array;
  /** Each change times the step at which it was made. */
  readonly late: Float32Array;
}

/** How long to train, and from which random order. */
export interface Schedule {
  readonly epochs: number;
  readonly seed: number;
  /** Told after each epoch how many tags came out wrong. */
  readonly onEpoch: (epoch: number, wrong: number) => void;
}

/** Learns from examples; the same examples and seed give the same weights. */
export function learn(examples: readonly Example[], features: number, { epochs, seed, onEpoch }: Schedule): Learnt {
  const weights = averaged((features + 1) * TAGS);
  const transitions = averaged(TAGS * TAGS);
  const order = examples.map((_, i) => i);
  const random = randomNumbers(seed);
  let step = 1;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    shuffle(order, random);
    let wrong = 0;
    for (const i of order) wrong += update(examples[i]!, weights, transitions, ++step);
    onEpoch(epoch, wrong);
  }
  return { weights: average(weights, step), transitions: average(transitions, step) };
}

function averaged(length: number): Averaged {
  return { now: new Float32Array(length), late: new Float32Array(length) };
}

function average({ now, late }: Averaged, step: number): Float32Array {
  return now.map((weight, i) => weight - late[i]! / step);
}

/** Fisher and Yates: every order is equally likely. */
function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

/** Tags one example and moves the weights from what came out to what should have; gives the number of wrong tags. */
function update(example: Example, weights: Averaged, transitions: Averaged, step: number): number {
  const { tags } = example;
  const guess = findBestTags({
    length: tags.length,
    emissions: emissionsOf(example, weights.now),
    transitions: transitions.now,
  });
  let wrong = 0;
  for (let i = 0; i < tags.length; i++) {
    const [gold, tag] = [tags[i]!, guess[i]!];
    const [goldBefore, tagBefore] = [tags[i - 1] ?? -1, guess[i - 1] ?? -1];
    if (gold !== tag) {
      wrong++;
      moveToken(example, i, { weights, gold, tag, step });
    }
    if (i > 0 && (goldBefore !== tagBefore || gold !== tag)) {
      add(transitions, goldBefore * TAGS + gold, 1, step);
      add(transitions, tagBefore * TAGS + tag, -1, step);
    }
  }
  return wrong;
}

interface Move {
  readonly weights: Averaged;
  readonly gold: number;
  readonly tag: number;
  readonly step: number;
}

function moveToken({ features, offsets }: Example, token: number, { weights, gold, tag, step }: Move): void {
  for (let j = offsets[token]!; j < offsets[token + 1]!; j++) {
    const row = features[j]! * TAGS;
    add(weights, row + gold, 1, step);
    add(weights, row + tag, -1, step);
  }
}

function add({ now, late }: Averaged, at: number, change: number, step: number): void {
  now[at]! += change;
  late[at]! += change * step;
}

function emissionsOf({ features, offsets, tags }: Example, weights: Float32Array): Float32Array {
  const emissions = new Float32Array(tags.length * TAGS);
  for (let token = 0; token < tags.length; token++) {
    for (let j = offsets[token]!; j < offsets[token + 1]!; j++) {
      const row = features[j]! * TAGS;
      for (let tag = 0; tag < TAGS; tag++) emissions[token * TAGS + tag]! += weights[row + tag]!;
    }
  }
  return emissions;
}
