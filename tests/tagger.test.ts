import assert from "node:assert/strict";
import { test } from "node:test";
import { chanceOfLabel, stepsOf, sumChances } from "../src/tagger/chances.ts";
import { findBestTags } from "../src/tagger/decode.ts";
import { evidenceFeatures, gatherEvidence } from "../src/tagger/evidence.ts";
import { describeWord } from "../src/tagger/features.ts";
import { assign, findCentres } from "../src/tagger/kmeans.ts";
import { labelOf, namesOf, OUTSIDE, TAGS, tagsOf } from "../src/tagger/labels.ts";
import { FINE, wordNumber } from "../src/tagger/lexicon.ts";
import { findLive } from "../src/tagger/live.ts";
import { signalsOf } from "../src/tagger/signals.ts";
import { createTable, entriesOf, numberOf, setNumber } from "../src/tagger/table.ts";
import { loadReader } from "../src/recognise.ts";
import { tagArticle } from "../src/tagger/tag.ts";
import { lexicon, lists, randomScores, rowOf } from "./tagger.ts";

const reader = loadReader();

test("a table finds what was put in, and nothing else", () => {
  const table = createTable(100);
  for (let i = 1; i <= 100; i += 1) setNumber(table, Math.imul(i, 0x9e3779b1), i);
  assert.equal(numberOf(table, Math.imul(42, 0x9e3779b1)), 42);
  assert.equal(numberOf(table, 12345), 0);
  assert.equal(entriesOf(table).length, 100);
});

test("k-means puts each row to the centre that is nearest", () => {
  const rows = { size: 1, count: 6, values: Float32Array.of(0, 0.1, 0.2, 9, 9.1, 9.2) };
  const centres = findCentres(rows, { clusters: 2, rounds: 5, seed: 1 });
  const nearest = [...assign(rows, centres)];
  assert.equal(new Set(nearest.slice(0, 3)).size, 1);
  assert.equal(new Set(nearest.slice(3)).size, 1);
  assert.notEqual(nearest[0], nearest[5]);
});

test("a lexicon is read as it was written", () => {
  const number = wordNumber(lexicon, "beirut");
  assert.ok(number > 0);
  assert.equal(wordNumber(lexicon, "damascus"), 0);
  assert.ok([3, 700].includes(lexicon.fine[number - 1]!));
  assert.equal(lexicon.centres.at(-1), 0.5);
});

test("tags spell names, and names tags", () => {
  const names = [
    { first: 0, last: 0, label: 1 },
    { first: 2, last: 4, label: 0 },
  ];
  assert.deepEqual(namesOf(tagsOf(6, names)), names);
});

test("the best row of tags is legal and no less likely than the others", () => {
  const scores = randomScores(4, 3);
  const tags = findBestTags(scores);
  assert.deepEqual(tagsOf(4, namesOf(tags)), tags);
});

test("the chances of a label are those of counting all rows of tags", () => {
  const scores = randomScores(2, 5);
  const chances = sumChances(scores, stepsOf(scores.transitions));
  let total = 0;
  let wanted = 0;
  for (let a = 0; a < TAGS; a += 1) {
    for (let b = 0; b < TAGS; b += 1) {
      const tags = Uint8Array.of(a, b);
      if (!tagsOf(2, namesOf(tags)).every((tag, i) => tag === tags[i])) continue;
      const weight = Math.exp(scores.emissions[a]! + scores.emissions[TAGS + b]! + scores.transitions[a * TAGS + b]!);
      total += weight;
      if (b !== OUTSIDE && labelOf(b) === 0) wanted += weight;
    }
  }
  assert.ok(Math.abs(chanceOfLabel(chances, { first: 1, last: 1, label: 0 }) - wanted / total) < 1e-6);
});

test("names can stand at capitals, and between them over words that names hold", () => {
  const of = describeWord("of", lexicon, lists);
  const habits = {
    opening: new Set<number>(),
    inner: new Set([of.lowerHash]),
    closing: new Set<number>(),
    clusters: new Uint8Array(FINE + 1),
    starters: new Set<number>(),
  };
  const stretches = findLive(rowOf("the Bank of Japan said that nobody knew"), habits);
  assert.deepEqual(stretches, [{ start: 1, end: 4 }]);
});

test("a word's other places in the document are evidence, its own is not", () => {
  const words = rowOf("Shoigu spoke");
  const [signals] = signalsOf([words], lists.places);
  const person = [{ first: 0, last: 0, label: 0, chance: 0.9 }];
  const reading = { words, signals: signals!, stretch: { start: 0, end: 1 }, names: person };
  assert.equal(evidenceFeatures(reading, gatherEvidence([reading])), undefined);
  const twice = [reading, { ...reading, names: [] }];
  assert.ok(evidenceFeatures(twice[1]!, gatherEvidence(twice))![0]!.length > 0);
});

test("tags the same text alike whatever was read before it", () => {
  const text = "Defence Minister Sergei Shoigu met Bashar al-Assad in Damascus. Shoigu left for Moscow on Friday.";
  const other = "Damascus Steel hired Moscow Mike. MOSCOW MIKE LEFT DAMASCUS STEEL.";
  const alone = tagArticle(reader.tagger, ["", text]);
  tagArticle(reader.tagger, ["", other]);
  assert.deepEqual(tagArticle(reader.tagger, ["", text]), alone);
  const found = alone.map(({ start, end, label }) => `${text.slice(start, end)} ${label}`);
  assert.ok(found.includes("Bashar al-Assad PER"), found.join(", "));
  assert.ok(found.includes("Damascus LOC"), found.join(", "));
});
