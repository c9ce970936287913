import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { editDistance, knownNames, nearWords, offeredNames } from "../src/client/known-names.ts";
import type { NameRow } from "../src/page/names.ts";
import { processorSeconds } from "./time.ts";

const nameRows: readonly NameRow[] = [
  ["Georgia", "Texas", "town", "georgia", 1],
  ["Kalibr", "", "cruise missile", "kalibr", 4, ["Kaliber", "3M-54 Kalibr"]],
  ["T-72", "", "tank", "t-72", 9],
  ["T-72B", "", "tank", "t-72b", 1],
];
const names = knownNames("weapons", nameRows);

function offered(words: string) {
  return offeredNames(names, words, 3).map(({ name }) => name);
}

describe("names above the articles", () => {
  it("are those that the words spell, by any of their names", () => {
    assert.deepEqual(offered("kalibr"), ["Kalibr"]);
    assert.deepEqual(offered("KALIBER"), ["Kalibr"]);
    assert.deepEqual(offered("t72"), ["T-72", "T-72B"]);
    assert.deepEqual(offered("T 72"), ["T-72", "T-72B"]);
  });

  it("are those that stand among the words, and those that begin so", () => {
    assert.deepEqual(offered("kalibr strikes from t-72"), ["T-72", "Kalibr"]);
    assert.deepEqual(offered("georg"), ["Georgia (Texas)"]);
  });

  it("are none for a letter, for signs and for a part of a word", () => {
    assert.deepEqual([offered("t"), offered("!!"), offered("alibr")], [[], [], []]);
  });
});

function near(word: string) {
  return nearWords(names, word, 3).map((each) => each.word);
}

describe("a word that is spelt wrongly", () => {
  it("is near to words of names with a letter more, less, changed or swapped", () => {
    for (const typed of ["kalibrr", "kalbr", "kalobr", "kailbr", "KALBIR"])
      assert.deepEqual(near(typed), ["Kalibr"], typed);
    assert.deepEqual(near("gorgia"), ["Georgia"]);
  });

  it("is near to none when more is wrong, when it is short, or when it is right", () => {
    assert.deepEqual([near("klbr"), near("t71"), near("kalibr")], [[], [], []]);
  });

  it("differs by steps that are counted up to a limit", () => {
    assert.equal(editDistance("abcd", "abcd", 2), 0);
    assert.equal(editDistance("abcd", "badc", 2), 2);
    assert.equal(editDistance("abcdefgh", "hgfedcba", 2), 3);
    assert.equal(editDistance("a", "abcd", 2), 3);
  });

  it("is compared with forty thousand names at once", async () => {
    const rows = Array.from({ length: 40_000 }, (_, index): NameRow => [`Ivan Petrovsk${index}`, "", "", "", 1]);
    const many = knownNames("people", rows);
    const seconds = await processorSeconds(() => nearWords(many, "petrovski7", 3));
    assert.ok(seconds < 1, String(seconds));
  });
});
