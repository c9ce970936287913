import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { writeFiles } from "../src/render/files.ts";
import type { PlainFile } from "../src/types.ts";
import { temporaryFolder } from "./site/archives.ts";

describe("a file for programs", () => {
  it("is left untouched when its text has not changed", async () => {
    const folder = temporaryFolder();
    await writeFiles(twoFiles("one"), folder);
    const { mtimeMs, ino } = statSync(join(folder, "deep/er/a.json"));
    assert.deepEqual(await writeFiles(twoFiles("one"), folder), [
      join(folder, "deep/er/a.json"),
      join(folder, "b.csv"),
    ]);
    assert.deepEqual([statSync(join(folder, "deep/er/a.json")).mtimeMs, ino], [mtimeMs, ino]);
    await writeFiles(twoFiles("two"), folder);
    assert.equal(readFileSync(join(folder, "deep/er/a.json"), "utf8"), "two");
    assert.equal(readFileSync(join(folder, "b.csv"), "utf8"), "long two");
  });
});

function twoFiles(text: string): PlainFile[] {
  return [
    { path: "deep/er/a.json", text },
    { path: "b.csv", text: ["long ", text] },
  ];
}
