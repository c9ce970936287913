import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fullName, splitFullName } from "../src/full-name.ts";

describe("a full name", () => {
  it("is taken apart and put together again", () => {
    for (const full of ["Georgia (Texas)", "Georgia", "(odd)", "A (b) (c)", "A ()"]) {
      assert.equal(fullName(splitFullName(full)), full);
    }
    assert.deepEqual(splitFullName("Georgia (Texas)"), { name: "Georgia", distinction: "Texas" });
    assert.deepEqual(splitFullName("(odd)"), { name: "(odd)" });
  });
});
