import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadKinds } from "../src/kinds/index.ts";

interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const scores: Readonly<Record<string, Score>> = JSON.parse(read("../src/site/figures.json")).kinds;

test("the page about an archive and the documentation give the same figures", () => {
  for (const [plural, { precision, recall, f1 }] of Object.entries(scores)) {
    const row = [precision, recall, f1].map((value) => value.toFixed(3).replace(/^0/u, ""));
    const expected = new RegExp(
      `^\\| ${plural} +\\| ${row.map((cell) => cell.replaceAll(".", "\\.")).join(" +\\| ")} +\\|$`,
      "mu",
    );
    assert.match(
      read("../docs/recognition.md"),
      expected,
      `docs/recognition.md: put "${plural} | ${row.join(" | ")}" into its table`,
    );
  }
});

test("every kind is measured", () => {
  assert.deepEqual(
    Object.keys(scores),
    loadKinds({}).map(({ plural }) => plural),
  );
});
