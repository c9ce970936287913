import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { parseArticle } from "../src/parse.ts";
import type { Article } from "../src/types.ts";
import { processorSeconds } from "./time.ts";

const FIXTURES = new URL("fixtures/parse/", import.meta.url);
const CORPUS = new URL("../../shared/corpora/dev/", import.meta.url);

function parse(text: string, path = "a.txt") {
  return parseArticle({ path, text, sha256: "0".repeat(64), bytes: text.length });
}

/** What a fixture says of its article: all of it but the file. */
function describeArticle(text: string, path: string) {
  const { article, warnings } = parse(text, path);
  const { source, sha256, ...rest } = article;
  assert.equal(source, path);
  assert.equal(sha256.length, 64);
  return warnings.length === 0 ? rest : { ...rest, warnings: warnings.map(({ line, message }) => ({ line, message })) };
}

/** The letters and digits of a text, sorted: equal when nothing was lost and nothing doubled. */
function letters(text: string): string {
  return [...text.replace(/[^\p{L}\p{N}]/gu, "")].toSorted().join("");
}

function assertNothingLost(text: string, path: string) {
  const { title, paragraphs, trailers, furniture }: Article = parse(text, path).article;
  const rest = [...paragraphs, ...trailers, ...furniture].join("");
  // A title made from the text's beginning stands in the body, too.
  const all = letters(rest) === letters(text) ? rest : title + rest;
  assert.equal(letters(all), letters(text));
}

const fixtures = readdirSync(FIXTURES).filter((name) => !name.endsWith(".json"));

describe("parseArticle reads the fixture", () => {
  for (const name of fixtures) {
    const text = readFileSync(new URL(name, FIXTURES), "utf8");
    it(name, () => {
      const expected: unknown = JSON.parse(readFileSync(new URL(name.replace(/\.\w+$/u, ".json"), FIXTURES), "utf8"));
      assert.deepEqual(describeArticle(text, name), expected);
    });
    // The keys of a user's block that was understood are not text.
    if (/^user-block(?:-without-headline)?\./u.test(name)) continue;
    it(`${name} and loses nothing of it`, () => assertNothingLost(text, name));
  }
});

describe("parseArticle on the development articles", () => {
  const skip = existsSync(CORPUS) ? false : "../shared/corpora is not here";
  const names = skip ? [] : readdirSync(new URL("articles/", CORPUS));
  const readCorpus = (path: string) => readFileSync(new URL(path, CORPUS), "utf8");

  it("finds every title and byline of the index", { skip }, () => {
    const records = readCorpus("index-terms.jsonl").trim().split("\n").map(readRecord);
    const found = records.map(({ id }) => {
      const { title, byline = null } = parse(readCorpus(`articles/${id}.txt`), `${id}.txt`).article;
      return { id, title, byline };
    });
    assert.equal(found.length, 41);
    assert.deepEqual(found, records);
  });

  it("loses nothing and warns of nothing", { skip }, () => {
    for (const name of names) {
      const text = readCorpus(`articles/${name}`);
      assertNothingLost(text.normalize("NFC"), name);
      assert.deepEqual(parse(text, name).warnings, []);
    }
  });
});

function readRecord(line: string): { id: string; title: string; byline: string | null } {
  const { id, title, byline } = JSON.parse(line);
  return { id, title, byline };
}

describe("parseArticle takes for no part of the article", () => {
  const lines = [
    "Reuter",
    " REUTER",
    "(Reporting by Jane Doe in Kabul; Editing by John Roe)",
    "Please let us know if you're having issues with commenting.",
    "Share this",
    "Share on Facebook",
    "Follow us on Twitter",
    "Copyright 2015 The Example Post",
    "© 2015",
    "This text may not be reprinted. All rights reserved.",
    "Read more: Old harbour, new harbour",
    "ENDS",
    "-30-",
    "###",
    "* * *",
    "Advertisement",
    "Click here to subscribe",
    "Sign up for our newsletter",
    "Jane Doe contributed to this report.",
    "Tags: harbour, ice",
  ];
  for (const line of lines) {
    it(`"${line.trim()}" at the end`, () => {
      const { paragraphs, trailers } = parse(`Harbour closed\n\nIt is closed.\n\n${line}\n`).article;
      assert.deepEqual(paragraphs, ["It is closed."]);
      assert.deepEqual(trailers, [line.trim()]);
    });
  }

  const prose = [
    "Share prices fell on Monday.",
    "Print shops closed.",
    "He read more books than others.",
    "Reuters reported the closing.",
    "It ends here.",
    "The copyright was his.",
    "The storm contributed to the loss of the ship.",
    "Reporting by satellite was slow.",
    "Share the bread with the poor, he said.",
    "Follow the river, and you will see the mill.",
    "The guards (AP photo) left.",
  ];
  for (const line of prose) {
    it(`but not "${line}"`, () => assert.deepEqual(parse(`Harbour closed\n\n${line}`).article.paragraphs, [line]));
  }

  it("and never the headline", () => {
    assert.equal(parse("Reuters\n").article.title, "Reuters");
    assert.equal(parse("Advertisement\n\nShare this\n").article.paragraphs.length, 0);
    assert.equal(parse("Copyright law changes\n\nIt did.").article.title, "Copyright law changes");
    assert.equal(parse("Related: two families\n\nThey met.").article.title, "Related: two families");
  });
});

describe("parseArticle is safe", () => {
  it("on any order of odd lines, without losing a letter", () => {
    const lines = readdirSync(FIXTURES)
      .filter((name) => /\.(?:txt|md)$/u.test(name) && !name.startsWith("user-block"))
      .flatMap((name) => readFileSync(new URL(name, FIXTURES), "utf8").split("\n"));
    // A fixed sequence of pseudo-random numbers (Park and Miller 1988), so that a failure can be repeated.
    let seed = 42;
    const pick = (count: number) => (seed = (seed * 48_271) % 2_147_483_647) % count;
    for (let round = 0; round < 500; round++) {
      const text = Array.from({ length: 1 + pick(12) }, () => lines[pick(lines.length)]).join("\n");
      assertNothingLost(`x\n${text}`, "x.txt");
    }
  });

  it("and quick on 400 kB of anything", async () => {
    const pieces = [
      "A",
      " ",
      "\n",
      "-\n",
      "(",
      '"',
      "---\n",
      "KABUL, Afghanistan (AP) - ",
      "infor-\n",
      "• a\n",
      "1. ",
      "By Jane and ",
    ];
    for (const piece of [
      ...pieces,
      "March 27, 2003 ",
      "(Reporting by \n",
      "Copyright 2015\n",
      "ENDS\n",
      "a-",
      "He fell. ",
      "۔ ",
      "东",
    ]) {
      const body = piece.repeat(400_000 / piece.length);
      const seconds = await processorSeconds(() => [parse(body), parse(`Headline\n\n${body}`)]);
      assert.ok(seconds < 3, `${JSON.stringify(piece)} takes ${seconds} s`);
    }
  });

  it("on a YAML block that tries to break out", () => {
    const blocks = [
      "[".repeat(5000),
      "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]",
      "__proto__: x",
      "constructor: x",
      "title: !!js/function x",
    ];
    for (const block of blocks) {
      const { article } = parse(`---\n${block}\n---\nHarbour closed\n\nIt is closed.`);
      assert.equal(article.paragraphs.at(-1), "It is closed.");
    }
  });
});
