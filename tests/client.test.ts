import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { foundWords, parseExcerpt } from "../src/client/excerpt.ts";
import { splitWords } from "../src/client/highlight.ts";
import { processorSeconds } from "./time.ts";

describe("an excerpt", () => {
  it("is cut into what was found and what stands around it", () => {
    assert.deepEqual(parseExcerpt("a <mark>missile</mark> flew"), [
      { text: "a ", found: false },
      { text: "missile", found: true },
      { text: " flew", found: false },
    ]);
  });

  it("shows markup of the article as the text that it is", () => {
    const text = parseExcerpt("&lt;img onerror=x&gt; &amp; &lt;mark&gt;").map((part) => part.text);
    assert.deepEqual(text, ["<img onerror=x> &amp; <mark>"]);
  });
});

describe("the words that a search found", () => {
  it("are spelt as the page spells them, without the signs around them, each once", () => {
    const content = "Missiles (missile), “T-72s” and missiles";
    assert.deepEqual(foundWords(content, [0, 1, 2, 4, 99], 8), ["missiles", "missile", "T-72s"]);
  });

  it("are cut at a limit", () => {
    assert.deepEqual(foundWords("a b c", [0, 1, 2], 2), ["a", "b"]);
  });

  it("are marked on the page as whole words, whatever their case and accents", () => {
    const pieces = splitWords("Málaga’s T-72s; the T-72 in MALAGA.", new Set(["malaga", "t-72"]));
    const found = pieces.filter((piece) => piece.found).map((piece) => piece.text);
    assert.deepEqual(found, ["T-72", "MALAGA"]);
    assert.equal(pieces.map((piece) => piece.text).join(""), "Málaga’s T-72s; the T-72 in MALAGA.");
  });

  it("are looked for in a paragraph of a million letters at once", async () => {
    const text = `${"a-".repeat(500_000)} ${"-".repeat(500_000)}`;
    const seconds = await processorSeconds(() => {
      const pieces = splitWords(text, new Set(["b"]));
      assert.equal(pieces.map((piece) => piece.text).join(""), text);
    });
    assert.ok(seconds < 2);
  });
});
