import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { ArchiveError } from "../src/error.ts";
import { readGold } from "../src/evaluate/gold.ts";
import { reliabilityOf } from "../src/evaluate/reliability.ts";
import { scoreSpans } from "../src/evaluate/spans.ts";
import { loadReader } from "../src/recognise.ts";
import { spanScoresText } from "../src/report.ts";

const text = "Nothing happened. Barack Obama flew to Paris.\nThe minister rested.";

/** Where a name stands in the text, with a label. */
function mark(name: string, type: string): { start: number; end: number; type: string } {
  const start = text.indexOf(name);
  return { start, end: start + name.length, type };
}

describe("strict spans", () => {
  const reader = loadReader();
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "clipfile-evaluate-"));
  });
  after(() => rm(folder, { recursive: true }));

  /** Scores one record against what the recogniser finds in the text: the person Barack Obama and the place Paris. */
  async function scoresOf(...ents: readonly object[]) {
    const file = join(folder, "spans.jsonl");
    await writeFile(file, `${JSON.stringify({ id: "one", text, ents })}\n\n`);
    return scoreSpans(file, reader);
  }

  test("are right when extent and label are those of the gold", async () => {
    const { labels, mistakes } = await scoresOf(mark("Barack Obama", "PER"), mark("Paris", "LOC"));
    assert.deepEqual(labels, {
      PER: { right: 1, falseAlarms: 0, misses: 0 },
      LOC: { right: 1, falseAlarms: 0, misses: 0 },
    });
    assert.deepEqual(mistakes, []);
  });

  test("are a miss and a false alarm when they are cut wrong, each with its sentence", async () => {
    const { labels, mistakes } = await scoresOf(mark("Obama", "PER"), mark("Paris", "LOC"));
    assert.deepEqual(labels["PER"], { right: 0, falseAlarms: 1, misses: 1 });
    assert.deepEqual(
      mistakes.map(({ article, plural, sort, name, sentence }) => [article, plural, sort, name, sentence]),
      [
        ["one", "PER", "false alarm", "Barack Obama", "Barack Obama flew to Paris."],
        ["one", "PER", "missed", "Obama", "Barack Obama flew to Paris."],
      ],
    );
  });

  test("of another label count for neither", async () => {
    const { labels } = await scoresOf(mark("Barack Obama", "PER"), mark("Paris", "LOC"), mark("minister", "MISC"));
    assert.deepEqual(labels["PER"], { right: 1, falseAlarms: 0, misses: 0 });
  });

  test("of the wrong label are a miss of one and a false alarm of the other", async () => {
    const { labels } = await scoresOf(mark("Barack Obama", "PER"), mark("Paris", "PER"));
    assert.deepEqual(labels, {
      PER: { right: 1, falseAlarms: 0, misses: 1 },
      LOC: { right: 0, falseAlarms: 1, misses: 0 },
    });
  });

  test("are listed with --show and not without", async () => {
    const scores = await scoresOf(mark("Barack Obama", "PER"), mark("minister", "LOC"), mark("Paris", "LOC"));
    assert.match(spanScoresText(scores, true), /one: LOC: missed: minister\n {4}… The minister rested\. …/u);
    assert.doesNotMatch(spanScoresText(scores, false), /minister/u);
  });

  test("say which line of a file is no record", async () => {
    const file = join(folder, "broken.jsonl");
    await writeFile(file, '{"text": "", "ents": []}\n{"text": "", "ents": [{"start": 0}]}\n');
    await assert.rejects(scoreSpans(file, reader), (error) => {
      return error instanceof ArchiveError && error.message.startsWith(`${file}:2: each of "ents" must be`);
    });
  });

  test("and index terms say which file cannot be read, and for which option", async () => {
    const file = join(folder, "absent.jsonl");
    await assert.rejects(scoreSpans(file, reader), /cannot be read .* give --spans a JSON Lines file/su);
    await assert.rejects(readGold(file, ["people"]), /cannot be read .* give --gold a JSON Lines file/su);
  });
});

test("says how often tags of about one confidence are right", () => {
  const guesses = [0.55, 0.92, 0.93, 0.99].map((confidence) => ({ confidence, isRight: confidence !== 0.93 }));
  assert.deepEqual(reliabilityOf(guesses), [
    { from: 0.5, right: 1, total: 1 },
    { from: 0.9, right: 1, total: 2 },
    { from: 0.95, right: 1, total: 1 },
  ]);
});
