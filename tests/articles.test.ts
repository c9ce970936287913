/** Whole articles of our own with their index terms, so that a rule that mends one sentence and breaks ten is noticed. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { before, describe, test } from "node:test";
import { readArchive } from "../src/build.ts";
import { readGold } from "../src/evaluate/gold.ts";
import { scoreTerms, type Share, type Tally, type TermScores } from "../src/evaluate/terms.ts";

const folder = fileURLToPath(new URL("./fixtures/archive/", import.meta.url));

/** What the program reaches, less a hundredth: a loss fails, and so does an archive that was not read. */
const least = { people: 0.967, places: 0.96, weapons: 0.94, located: 0.97, surnames: 0.98 };

function f1({ right, falseAlarms, misses }: Tally): number {
  return (2 * right) / (2 * right + falseAlarms + misses);
}

function part({ right, total }: Share): number {
  return right / total;
}

describe("the articles of our own", () => {
  let archive: Awaited<ReturnType<typeof readArchive>>;
  let scores: TermScores;

  before(async () => {
    archive = await readArchive({ articles: `${folder}articles` });
    scores = scoreTerms(
      archive,
      archive.kinds,
      await readGold(`${folder}index-terms.jsonl`, ["people", "places", "weapons"]),
    );
  });

  /** The mistakes of one kind, for the message of a test that fails. */
  function mistakes(plural: string): string {
    const own = scores.mistakes.filter((mistake) => mistake.plural === plural);
    return own.map(({ article, sort, name }) => `${article}: ${sort}: ${name}`).join("\n");
  }

  test("are indexed under their people", () => {
    const score = f1(scores.kinds["people"]!);
    assert.ok(score >= least.people, `${score}\n${mistakes("people")}`);
  });

  test("are indexed under their places", () => {
    const score = f1(scores.kinds["places"]!);
    assert.ok(score >= least.places, `${score}\n${mistakes("places")}`);
  });

  test("are indexed under their weapons", () => {
    const score = f1(scores.kinds["weapons"]!);
    assert.ok(score >= least.weapons, `${score}\n${mistakes("weapons")}`);
  });

  test("have their places where they are", () => {
    assert.ok(part(scores.located) >= least.located, `${part(scores.located)}\n${mistakes("places")}`);
    assert.ok(scores.located.total > 500, "most places have coordinates");
  });

  test("have their bare surnames with the right person", () => {
    assert.ok(part(scores.surnames) >= least.surnames, `${part(scores.surnames)}`);
    assert.ok(scores.surnames.total > 150, "surnames are marked");
  });

  test("have their titles", () => assert.equal(part(scores.titles), 1));

  test("have names that were found in ways which the page about an archive explains", () => {
    const ways = new Set(archive.articles.flatMap(({ mentions }) => mentions.map(({ foundBy }) => foundBy)));
    const page = readFileSync(new URL("../_includes/about.njk", import.meta.url), "utf8");
    const explained = new Set(Array.from(page.matchAll(/<dt>([^<]+)<\/dt>/gu), ([, way = ""]) => way));
    const unexplained = [...ways].filter((way) => !explained.has(way.replace(/, in context$/u, "")));
    assert.deepEqual(unexplained, [], "_includes/about.njk: say under “What finds a name” what this is");
  });
});
