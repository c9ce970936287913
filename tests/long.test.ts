/** Articles that are one endless list: twice the length takes twice the time, never four times. */

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadKinds } from "../src/kinds/index.ts";
import { loadReader, recogniseMentions } from "../src/recognise.ts";
import type { Article, Mention, Span } from "../src/types.ts";
import { processorSeconds } from "./time.ts";

const kinds = loadKinds({}).filter(({ name }) => name === "person" || name === "place");

/** Text of 400,000 characters, with a span for each match of a pattern. */
function longArticle(unit: (index: number) => string, pattern?: RegExp, label: Span["label"] = "LOC") {
  let text = "";
  for (let i = 0; text.length < 400_000; i++) text += unit(i);
  const spans = pattern
    ? Array.from(text.matchAll(pattern), ({ 0: name, index }): Span => ({
        paragraph: 1,
        start: index,
        end: index + name.length,
        label,
        confidence: 0.9,
      }))
    : [];
  const article: Article = { source: "a.txt", sha256: "", title: "", paragraphs: [text], trailers: [], furniture: [] };
  return { article, spans };
}

function readAndLink({ article, spans }: { article: Article; spans: readonly Span[] }): void {
  for (const kind of kinds) {
    const mentions: Mention[] = kind.recognise(article, spans);
    kind.link([{ article, mentions }]);
  }
}

/** A name of letters alone for each number. */
function nameOf(index: number): string {
  const letters = index
    .toString(26)
    .replace(/[0-9a-p]/gu, (digit) => "abcdefghijklmnopqrstuvwxyz"[Number.parseInt(digit, 26)]!);
  return `N${letters}`;
}

const cases = {
  "capitals without an end": longArticle(() => "IRAN ATTACKS THE PORT OF BASRA AND "),
  "one surname over and over": longArticle(() => "John Smith met Smith. ", /John Smith|Smith(?=\.)/gu, "PER"),
  "thousands of people of one surname": longArticle((i) => `${nameOf(i)} Smith spoke. `, /N[a-z]+ Smith/gu, "PER"),
  "towns with many namesakes": longArticle(() => "Springfield, Paris, Columbia, Odessa, ", /\p{Lu}\p{Ll}+/gu),
  "thousands of places that no list has": longArticle((i) => `${nameOf(i)}, `, /N[a-z]+/gu),
  "streets and counties": longArticle(() => "St. James Street Road Avenue County "),
  "titles without a name": longArticle(() => "President President Lt. Near the Gulf "),
} as const;

describe("400,000 characters of", () => {
  for (const [name, article] of Object.entries(cases)) {
    test(`${name} are read in seconds`, async () => {
      const seconds = await processorSeconds(() => readAndLink(article));
      assert.ok(seconds < 8, `${seconds} s`);
    });
  }
});

describe("recognising as a whole takes linear time", () => {
  const reader = loadReader();
  const everyKind = loadKinds({}, reader.knowledge);
  const units = [
    "Gorbachev met Khomeini. ",
    "MIKHAIL GORBACHEV AND ",
    "Likud and Gorbachev, ",
    "IRAN ATTACKS ",
    "A-",
    "A&",
    "Dillard, Moss and Co ",
  ];
  const secondsFor = (unit: string, length: number): Promise<number> => {
    const article: Article = { source: "a.txt", sha256: "", title: "", paragraphs: [], trailers: [], furniture: [] };
    // Firms are looked for only where the word stands that ends their names.
    const paragraphs = [`${unit.repeat(Math.ceil(length / unit.length))} Inc`];
    return processorSeconds(() => recogniseMentions({ ...article, paragraphs }, everyKind, reader));
  };

  for (const unit of units) {
    test(`over a paragraph of nothing but "${unit.trim()}"`, async () => {
      await secondsFor(unit, 20_000);
      const short = await secondsFor(unit, 100_000);
      const long = await secondsFor(unit, 400_000);
      // A quadratic step would take sixteen times as long.
      assert.ok(long < 8 * short + 0.5, `${short} s, then ${long} s`);
    });
  }
});
