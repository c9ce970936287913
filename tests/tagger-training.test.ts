/** How the tagger learns: from the slope of the loss to a model that is written and read. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { calibrate, fitCalibration, uncalibrated } from "../src/tagger/calibrate.ts";
import { findBestTags, type Scores } from "../src/tagger/decode.ts";
import { EVIDENCE_FEATURES } from "../src/tagger/evidence.ts";
import { gradientOf } from "../src/tagger/gradient.ts";
import { mayBegin, mayEnd, mayFollow, namesOf, OUTSIDE, TAGS, tagsOf } from "../src/tagger/labels.ts";
import { INPUTS, learn, type Example } from "../src/tagger/learn.ts";
import { FINE } from "../src/tagger/lexicon.ts";
import { learnHabits } from "../src/tagger/live.ts";
import { readModel, writeModel } from "../src/tagger/model.ts";
import { SPAN, VECTOR } from "../src/tagger/network.ts";
import { addRows } from "../src/tagger/rows.ts";
import { randomScores, rowOf } from "./tagger.ts";

/** The negative log-likelihood of gold tags, by counting: forward sums are scaled, so the loss is taken from small steps. */
function lossOf(scores: Scores, gold: Uint8Array): number {
  let total = 0;
  const walk = (i: number, sum: number, before: number): void => {
    if (i === scores.length) total += mayEnd(before) ? Math.exp(sum) : 0;
    for (let tag = 0; i < scores.length && tag < TAGS; tag += 1) {
      if (i === 0 ? !mayBegin(tag) : !mayFollow(before, tag)) continue;
      walk(
        i + 1,
        sum + scores.emissions[i * TAGS + tag]! + (i > 0 ? scores.transitions[before * TAGS + tag]! : 0),
        tag,
      );
    }
  };
  walk(0, 0, OUTSIDE);
  let own = 0;
  for (const [i, tag] of gold.entries()) {
    own += scores.emissions[i * TAGS + tag]! + (i > 0 ? scores.transitions[gold[i - 1]! * TAGS + tag]! : 0);
  }
  return Math.log(total) - own;
}

test("the gradient is the slope of the loss", () => {
  const scores = randomScores(3, 9);
  const gold = tagsOf(3, [{ first: 1, last: 2, label: 0 }]);
  const slopeAt = (of: "emissions" | "transitions", at: number): number => {
    const [more, less] = [scores[of].slice(), scores[of].slice()];
    more[at]! += 0.01;
    less[at]! -= 0.01;
    return (
      (lossOf({ ...scores, [of]: more }, gold) - lossOf({ ...scores, [of]: less }, gold)) / (more[at]! - less[at]!)
    );
  };
  const { emissions, transitions } = gradientOf(scores, gold);
  for (const at of [0, TAGS + gold[1]!, 2 * TAGS + 4]) {
    assert.ok(Math.abs(slopeAt("emissions", at) - emissions[at]!) < 1e-3);
  }
  const at = gold[1]! * TAGS + gold[2]!;
  assert.ok(Math.abs(slopeAt("transitions", at) - transitions[at]!) < 1e-3);
});

function exampleOf(feature: number, label: number): Example {
  return {
    features: Int32Array.of(feature),
    offsets: Int32Array.of(0, 1),
    vectors: new Int32Array(SPAN).fill(-1),
    inputs: new Int32Array(SPAN * INPUTS),
    tags: tagsOf(1, label < 0 ? [] : [{ first: 0, last: 0, label }]),
  };
}

/** Feature 1 stands at persons, feature 2 at places, feature 3 at words that are neither. */
function toyExamples(): Example[] {
  return Array.from({ length: 60 }, (_, i) => exampleOf((i % 3) + 1, [0, 1, -1][i % 3]!));
}

function learnToy() {
  return learn(
    toyExamples(),
    { features: 3, inputs: 4, vectors: new Float32Array(VECTOR) },
    {
      epochs: 10,
      seed: 1,
      units: 4,
      rates: { features: 0.5, network: 0.1 },
      dropout: { features: 0.1, units: 0.1 },
      averageFrom: 0.5,
      onEpoch: () => undefined,
    },
  );
}

test("learns which features stand at which names, and the same twice", () => {
  const learnt = learnToy();
  const tagFor = (feature: number): Uint8Array =>
    findBestTags({
      length: 1,
      start: 0,
      emissions: learnt.weights.slice(feature * TAGS, (feature + 1) * TAGS),
      transitions: learnt.transitions,
    });
  assert.deepEqual(namesOf(tagFor(1)), [{ first: 0, last: 0, label: 0 }]);
  assert.deepEqual(namesOf(tagFor(2)), [{ first: 0, last: 0, label: 1 }]);
  assert.deepEqual(learnToy(), learnt);
});

test("a model is read as it was written", () => {
  const { weights, transitions, network } = learnToy();
  const habits = {
    opening: new Set([5]),
    inner: new Set([6, 7]),
    closing: new Set<number>(),
    clusters: new Uint8Array(FINE + 1).fill(1, 9, 10),
    starters: new Set([4]),
  };
  const model = readModel(
    writeModel({
      keys: Uint32Array.of(11, 22, 33),
      weights: weights.slice(TAGS),
      transitions,
      network,
      habits,
      inputKeys: Uint32Array.of(77),
      evidence: new Float32Array(EVIDENCE_FEATURES * TAGS).fill(0.25),
      calibrations: [1, 2, 3, 4].map((slope) => ({ slope, offset: -slope })),
    }),
  );
  assert.deepEqual(model.habits, habits);
  assert.deepEqual(model.transitions, transitions);
  assert.deepEqual(model.calibrations[3], { slope: 4, offset: -4 });
  assert.equal(model.evidence.at(-1), 0.25);
  const row = new Float32Array(TAGS);
  addRows(model.features, [22, 99], row, 0);
  const largest = Math.max(...weights.map(Math.abs));
  for (const [tag, weight] of row.entries()) {
    assert.ok(Math.abs(weight - weights[2 * TAGS + tag]!) < largest * 0.02);
  }
});

test("learns that names hold a word once it is seen often enough", () => {
  const words = rowOf("the Gulf of Oman is calm");
  const tags = tagsOf(words.length, [{ first: 1, last: 3, label: 1 }]);
  const of = words[2]!.lowerHash;
  assert.equal(learnHabits([{ words, tags }]).inner.has(of), false);
  assert.equal(learnHabits(Array.from({ length: 5 }, () => ({ words, tags }))).inner.has(of), true);
});

test("calibration follows how often chances bear out", () => {
  const outcomes = Array.from({ length: 1000 }, (_, i) => ({
    chance: i % 2 === 0 ? 0.95 : 0.6,
    isRight: i % 10 < 7 || i % 2 === 0,
  }));
  const fit = fitCalibration(outcomes);
  const share = (chance: number): number => {
    const own = outcomes.filter((outcome) => outcome.chance === chance);
    return own.filter(({ isRight }) => isRight).length / own.length;
  };
  assert.ok(Math.abs(calibrate(0.95, fit) - share(0.95)) < 0.02);
  assert.ok(Math.abs(calibrate(0.6, fit) - share(0.6)) < 0.02);
  assert.ok(Math.abs(calibrate(0.8, uncalibrated) - 0.8) < 1e-9);
});

test("calibration stays sane where chances say the opposite of what bears out", () => {
  const outcomes = Array.from({ length: 400 }, (_, i) => ({
    chance: i % 2 === 0 ? 0.99 : 0.3,
    isRight: i % 20 !== 0 && i % 2 === 1,
  }));
  const fit = fitCalibration(outcomes);
  assert.ok(Math.abs(fit.slope) < 50 && Math.abs(fit.offset) < 50);
  assert.ok(calibrate(0.99, fit) < 0.05);
});
