/**
 * Learns the weights of the tagger: a linear-chain conditional random field (Lafferty, McCallum and Pereira, ICML 2001)
 * whose scores are those of sparse features and of a hidden layer, by stochastic gradients with AdaGrad (Duchi, Hazan and
 * Singer, Journal of Machine Learning Research 12, 2011) and dropout (Srivastava et al., the same 15, 2014). What comes
 * out is the average of the weights over the later epochs (Polyak and Juditsky, 1992).
 */

import { gradientOf } from "./gradient.ts";
import { TAGS } from "./labels.ts";
import { addInput, addOutput, addRow, BEYOND_INPUT, SPAN, UNKNOWN_INPUT, VECTOR, type Network } from "./network.ts";
import { averageOf, createWeights, descend, descendRow, remember, type Weights } from "./weights.ts";
import { randomNumbers } from "./random.ts";
import { createTable } from "./table.ts";

/** A row of tokens as the learner sees it. */
export interface Example {
  /** Numbers of the features of all tokens, one token after the other; a feature n has the weights from n × `TAGS` on. */
  readonly features: Int32Array;
  /** Where each token's features begin, and where the last one's end. */
  readonly offsets: Int32Array;
  /** For each token and each place of the hidden layer's window, the number of the word's vector; -1 beyond the edge. */
  readonly vectors: Int32Array;
  /** For each token and each place, the numbers of the `INPUTS` traits that are taken in. */
  readonly inputs: Int32Array;
  /** Gold tags. */
  readonly tags: Uint8Array;
}

/** The traits that the hidden layer takes in of each token. */
export const INPUTS = 7;

/** How to learn. */
export interface Schedule {
  readonly epochs: number;
  readonly seed: number;
  /** Hidden units. */
  readonly units: number;
  /** AdaGrad's step for the weights of features and transitions, and for those of the hidden layer. */
  readonly rates: { readonly features: number; readonly network: number };
  /** The shares of features and of hidden units that are left out at each step. */
  readonly dropout: { readonly features: number; readonly units: number };
  /** After this share of the epochs the weights count for the average. */
  readonly averageFrom: number;
  /** Told after each epoch. */
  readonly onEpoch: (epoch: number) => void;
}

/** How many features and inputs there are, and the vectors, `VECTOR` numbers each; number 0 is no word. */
interface Sizes {
  readonly features: number;
  readonly inputs: number;
  readonly vectors: Float32Array;
}

/** What is learnt. */
export interface Learnt {
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
  readonly network: Network;
}

interface Learner {
  readonly schedule: Schedule;
  readonly sizes: Sizes;
  readonly random: () => number;
  readonly features: Weights;
  readonly transitions: Weights;
  readonly vectors: Weights;
  readonly rows: Weights;
  readonly bias: Weights;
  readonly out: Weights;
  /** The same weights of the hidden layer, to go forward with. */
  readonly network: Network;
  /** What the vectors' weights are to be moved by, summed over a few examples. */
  readonly pending: Float32Array;
}

/** What one example gave on the way forward. */
interface Pass {
  readonly emissions: Float32Array;
  readonly isKept: Uint8Array;
  /** The hidden units of each token after dropout. */
  readonly hidden: Float32Array;
}

/** The weights of the vectors, which all examples move, are moved once for so many of them. */
const BATCH = 8;
/** Gradients below this move nothing. */
const NEGLIGIBLE = 1e-3;

/** Learns from examples, each as often as it is listed; the same examples and seed give the same weights. */
export function learn(examples: readonly Example[], sizes: Sizes, schedule: Schedule): Learnt {
  const learner = createLearner(sizes, schedule);
  const order = examples.map((_, i) => i);
  const quarter = Math.ceil(order.length / 4);
  let averaged = 0;
  for (let epoch = 1; epoch <= schedule.epochs; epoch += 1) {
    shuffle(order, learner.random);
    for (const [done, i] of order.entries()) {
      learnFrom(examples[i]!, learner);
      if (done % BATCH === BATCH - 1) moveVectors(learner);
      if (epoch > schedule.averageFrom * schedule.epochs && (done + 1) % quarter === 0) {
        for (const weights of allWeights(learner)) remember(weights);
        averaged += 1;
      }
    }
    schedule.onEpoch(epoch);
  }
  return learnt(learner, averaged);
}

function createLearner(sizes: Sizes, schedule: Schedule): Learner {
  const { units } = schedule;
  const random = randomNumbers(schedule.seed);
  const within = (most: number) => (): number => (2 * random() - 1) * most;
  const out = createWeights(units * TAGS, within(0.1));
  const vectors = createWeights(SPAN * VECTOR * units, within(0.04));
  const rows = createWeights(SPAN * sizes.inputs * units, within(0.05));
  const bias = createWeights(units);
  return {
    schedule,
    sizes,
    random,
    features: createWeights((sizes.features + 1) * TAGS),
    transitions: createWeights(TAGS * TAGS),
    vectors,
    rows,
    bias,
    out,
    network: networkOf({ vectors: vectors.now, rows: rows.now, bias: bias.now, out: out.now }, sizes.inputs),
    pending: new Float32Array(SPAN * VECTOR * units),
  };
}

function networkOf(weights: Pick<Network, "vectors" | "rows" | "bias" | "out">, inputCount: number): Network {
  return { units: weights.bias.length, inputs: createTable(0), inputCount, ...weights };
}

function allWeights({ features, transitions, vectors, rows, bias, out }: Learner): Weights[] {
  return [features, transitions, vectors, rows, bias, out];
}

function learnt(learner: Learner, count: number): Learnt {
  const [weights, transitions, vectors, rows, bias, out] = allWeights(learner).map((each) => averageOf(each, count));
  const network = networkOf({ vectors: vectors!, rows: rows!, bias: bias!, out: out! }, learner.sizes.inputs);
  return { weights: weights!, transitions: transitions!, network };
}

/** Fisher and Yates: every order is equally likely. */
function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

function learnFrom(example: Example, learner: Learner): void {
  const pass = goForward(example, learner);
  const { emissions } = pass;
  const scores = { length: example.tags.length, emissions, start: 0, transitions: learner.transitions.now };
  const gradient = gradientOf(scores, example.tags);
  const { rates } = learner.schedule;
  descend(learner.transitions, gradient.transitions, rates.features);
  for (let token = 0; token < example.tags.length; token += 1) {
    const of = gradient.emissions.subarray(token * TAGS, (token + 1) * TAGS);
    if (isNegligible(of)) continue;
    for (let i = example.offsets[token]!; i < example.offsets[token + 1]!; i += 1) {
      if (pass.isKept[i] === 1) descendRow(learner.features, example.features[i]! * TAGS, of, rates.features);
    }
    goBack(example, token, { learner, pass, of });
  }
}

function isNegligible(gradient: Float32Array): boolean {
  for (let i = 0; i < gradient.length; i += 1) if (Math.abs(gradient[i]!) >= NEGLIGIBLE) return false;
  return true;
}

/** Scores an example with some of its features and hidden units left out. */
function goForward(example: Example, learner: Learner): Pass {
  const { dropout, units } = learner.schedule;
  const isKept = new Uint8Array(example.features.length);
  for (let i = 0; i < isKept.length; i += 1) isKept[i] = learner.random() < dropout.features ? 0 : 1;
  const emissions = new Float32Array(example.tags.length * TAGS);
  const hidden = new Float32Array(example.tags.length * units);
  for (let token = 0; token < example.tags.length; token += 1) {
    const to = token * TAGS;
    for (let i = example.offsets[token]!; i < example.offsets[token + 1]!; i += 1) {
      if (isKept[i] === 1) addRow(learner.features.now, example.features[i]! * TAGS, TAGS, emissions, to);
    }
    for (let tag = 0; tag < TAGS; tag += 1) emissions[to + tag]! /= 1 - dropout.features;
    const own = hidden.subarray(token * units, (token + 1) * units);
    fillHidden(example, token, learner, own);
    for (let unit = 0; unit < units; unit += 1) {
      const isOut = own[unit]! <= 0 || learner.random() < dropout.units;
      own[unit] = isOut ? 0 : own[unit]! / (1 - dropout.units);
    }
    addOutput(learner.network, own, emissions, to);
  }
  return { emissions, isKept, hidden };
}

function fillHidden({ vectors, inputs }: Example, token: number, learner: Learner, hidden: Float32Array): void {
  const { network } = learner;
  hidden.set(network.bias);
  for (let place = 0; place < SPAN; place += 1) {
    const word = vectors[token * SPAN + place]!;
    if (word > 0) addVector(learner, word, place, hidden);
    else addInput(network, word < 0 ? BEYOND_INPUT : UNKNOWN_INPUT, place, hidden, 0);
    const first = (token * SPAN + place) * INPUTS;
    for (let i = first; i < first + INPUTS; i += 1) addInput(network, inputs[i]!, place, hidden, 0);
  }
}

function addVector({ network, sizes }: Learner, word: number, place: number, hidden: Float32Array): void {
  const { units, vectors } = network;
  for (let i = 0; i < VECTOR; i += 1) {
    const value = sizes.vectors[word * VECTOR + i]!;
    const from = (place * VECTOR + i) * units;
    for (let unit = 0; unit < units; unit += 1) hidden[unit]! += value * vectors[from + unit]!;
  }
}

interface Back {
  readonly learner: Learner;
  readonly pass: Pass;
  /** The gradient of the token's scores. */
  readonly of: Float32Array;
}

/** Moves the hidden layer's weights for one token. */
function goBack({ vectors, inputs }: Example, token: number, { learner, pass, of }: Back): void {
  const { units, rates, dropout } = learner.schedule;
  const hidden = pass.hidden.subarray(token * units, (token + 1) * units);
  const slopes = new Float32Array(units);
  for (let unit = 0; unit < units; unit += 1) {
    if (hidden[unit] === 0) continue;
    let slope = 0;
    for (let tag = 0; tag < TAGS; tag += 1) slope += of[tag]! * learner.network.out[unit * TAGS + tag]!;
    slopes[unit] = slope / (1 - dropout.units);
    descendRow(learner.out, unit * TAGS, of, rates.network, hidden[unit]);
  }
  descendRow(learner.bias, 0, slopes, rates.network);
  const moveInput = (input: number, place: number): void => {
    if (input !== 0) descendRow(learner.rows, (place * learner.sizes.inputs + input) * units, slopes, rates.network);
  };
  for (let place = 0; place < SPAN; place += 1) {
    const word = vectors[token * SPAN + place]!;
    if (word <= 0) moveInput(word < 0 ? BEYOND_INPUT : UNKNOWN_INPUT, place);
    else gather(learner, word, place, slopes);
    const first = (token * SPAN + place) * INPUTS;
    for (let i = first; i < first + INPUTS; i += 1) moveInput(inputs[i]!, place);
  }
}

function gather({ sizes, pending }: Learner, word: number, place: number, slopes: Float32Array): void {
  const units = slopes.length;
  for (let i = 0; i < VECTOR; i += 1) {
    const value = sizes.vectors[word * VECTOR + i]!;
    const to = (place * VECTOR + i) * units;
    for (let unit = 0; unit < units; unit += 1) pending[to + unit]! += value * slopes[unit]!;
  }
}

function moveVectors({ vectors, pending, schedule }: Learner): void {
  descend(vectors, pending, schedule.rates.network);
  pending.fill(0);
}
