/** Real articles: read from `../shared`, which is no part of the project. Skipped, with a word, when it is absent. */

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { before, describe, test } from "node:test";
import { readArchive, type ReadArchive } from "../src/build.ts";
import { readGold } from "../src/evaluate/gold.ts";
import { scoreTerms, type Tally, type TermScores } from "../src/evaluate/terms.ts";

const folder = fileURLToPath(new URL("../../shared/corpora/dev/", import.meta.url));
const skip = existsSync(folder) ? false : `${folder} is absent`;

function f1({ right, falseAlarms, misses }: Tally): number {
  return (2 * right) / (2 * right + falseAlarms + misses);
}

describe("the development articles", { skip }, () => {
  let archive: ReadArchive;
  let scores: TermScores;

  before(async () => {
    archive = await readArchive({ articles: `${folder}articles` });
    const plurals = archive.kinds.map(({ plural }) => plural);
    scores = scoreTerms(archive, archive.kinds, await readGold(`${folder}index-terms.jsonl`, plurals));
  });

  /** Names of one kind in one article. */
  function namesIn(source: string, kind: string): string[] {
    const named = archive.entities.filter((entity) => entity.kind === kind);
    return named.filter(({ occurrences }) => occurrences.some((o) => o.source === source)).map(({ name }) => name);
  }

  test("are read without a warning", () => assert.deepEqual(archive.warnings, []));

  test("all get the title of their record", () => assert.deepEqual(scores.titles, { right: 41, total: 41 }));

  test("give seed.txt its people, places and weapons", () => {
    assert.deepEqual(namesIn("seed.txt", "person"), ["Ashton Carter", "Bashar al-Assad", "Sergei Shoigu"]);
    const places = namesIn("seed.txt", "place").filter((name) => name !== "Kremlin");
    assert.deepEqual(places.toSorted(), ["Brussels", "Caspian Sea", "Iran", "Iraq", "Russia", "Syria"]);
    const weapons = ["attack aircraft", "BGM-109 Tomahawk", "cruise missile", "fighter aircraft", "Kalibr", "missile"];
    assert.deepEqual(namesIn("seed.txt", "weapon").toSorted(), [...weapons, "rocket"].toSorted());
  });

  test("put both spellings of seed.txt on the Kalibr", () => {
    const kalibr = archive.entities.find(({ name }) => name === "Kalibr");
    const forms = kalibr?.occurrences.filter(({ source }) => source === "seed.txt").map(({ mention }) => mention.text);
    assert.deepEqual(forms, ["Kaliber cruise missiles", "Kalibr cruise missile"]);
  });

  test("leave the byline and the comment line of seed.txt out of its body", () => {
    const seed = archive.articles.find(({ article }) => article.source === "seed.txt")!.article;
    assert.equal(seed.byline, "The Associated Press");
    assert.ok(seed.paragraphs.every((text) => !text.includes("having issues with commenting")));
    assert.deepEqual(seed.trailers, ["Please let us know if you're having issues with commenting."]);
  });

  test("are indexed as well as docs/recognition.md says", () => {
    assert.ok(f1(scores.kinds["people"]!) >= 0.95, `people ${f1(scores.kinds["people"]!)}`);
    assert.ok(f1(scores.kinds["places"]!) >= 0.95, `places ${f1(scores.kinds["places"]!)}`);
    assert.ok(f1(scores.kinds["weapons"]!) >= 0.93, `weapons ${f1(scores.kinds["weapons"]!)}`);
    assert.ok(scores.located.right / scores.located.total >= 0.95, "places located");
    assert.ok(scores.surnames.right / scores.surnames.total >= 0.97, "surnames linked");
  });
});
