import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Markdown from "markdown-it";
import { escapeMarkdown, paragraphMarkdown } from "../src/page/markdown.ts";
import { archiveMarkdown } from "../src/site/markdown.ts";
import { processorSeconds } from "./time.ts";

const site = { base: "/archive", kinds: [{ plural: "people" }, { plural: "places" }, { plural: "ships" }] };
const ours = archiveMarkdown(site);

/** Readers that know more Markdown than ours: what we write must mean the same to them. */
const others = [
  new Markdown("commonmark"),
  new Markdown({ html: true, linkify: true, typographer: false }),
  new Markdown({ html: false, breaks: true }),
];

const fixture = new URL("fixtures/markdown-lines.txt", import.meta.url);
/** One line each; what no line of a file can hold stands here. */
const whiteSpace = [
  "    four spaces",
  "\ttab",
  " leading",
  "trailing ",
  "\u00a0both\u00a0",
  "line\nbreak",
  "\u2028",
  "\u200bzero\u200b",
];
const hostile = [...readFileSync(fixture, "utf8").trimEnd().split("\n"), ...whiteSpace];

test("shows the same characters as the text, whatever they would mean in Markdown", () => {
  for (const text of hostile) assertShown(escapeMarkdown(text), text);
});

test("shows the same characters for random strings of signs, letters and white space", () => {
  const random = numbers(20151008);
  for (let round = 0; round < 4000; round += 1) {
    const text = randomText(random, 1 + (random() % 24));
    assertShown(escapeMarkdown(text), text);
  }
});

test("shows the same characters with links and a dateline at random places", () => {
  const random = numbers(7);
  for (let round = 0; round < 4000; round += 1) {
    const text = randomText(random, 4 + (random() % 30));
    const start = random() % text.length;
    const end = start + 1 + (random() % 5);
    const links = [{ start, end: Math.min(end, text.length), url: "/people/a-b/" }];
    assertShown(paragraphMarkdown(text, links, random() % text.length), text);
  }
});

test("stays one paragraph and no more for every hostile line", () => {
  for (const text of hostile) {
    const tags = ours.render(escapeMarkdown(text)).match(/<[a-z]+/gu);
    // The second one is the paragraph's link to itself.
    assert.deepEqual(tags, ["<p", "<a"], JSON.stringify(text));
  }
});

test("links a mention to its entity, under the base path and with the number of its kind", () => {
  const markdown = paragraphMarkdown("Shoigu!", [{ start: 0, end: 6, url: "/people/sergei-shoigu/" }]);
  assert.equal(markdown, "[Shoigu](/people/sergei-shoigu/)!");
  assert.match(
    ours.render(markdown),
    /<a class="mention kind-1" href="\/archive\/people\/sergei-shoigu\/">Shoigu<\/a>!/u,
  );
});

test("numbers a fourth kind without knowing its name", () => {
  assert.match(ours.render("[Moskva](/ships/moskva/)"), /class="mention kind-3"/u);
});

test("keeps the first of two mentions that overlap", () => {
  const links = [
    { start: 0, end: 12, url: "/weapons/a/" },
    { start: 8, end: 20, url: "/weapons/b/" },
  ];
  assert.equal(paragraphMarkdown("fighter and attack aircraft", links), "[fighter and ](/weapons/a/)attack aircraft");
});

test("does not make an image of an exclamation mark before a mention", () => {
  const markdown = paragraphMarkdown("Stop!Assad", [{ start: 5, end: 10, url: "/people/assad/" }]);
  assert.match(ours.render(markdown), /Stop!<a class/u);
});

test("sets a dateline in emphasis, with the places in it linked", () => {
  const text = "KABUL, Afghanistan (AP) — Two people";
  const markdown = paragraphMarkdown(text, [{ start: 0, end: 5, url: "/places/kabul/" }], 23);
  assert.equal(markdown, "*[KABUL](/places/kabul/), Afghanistan (AP)* — Two people");
  assert.match(ours.render(markdown), /<span class="dateline"><a [^>]+>KABUL<\/a>, Afghanistan \(AP\)<\/span> — Two/u);
});

test("leaves a dateline plain where emphasis could not close", () => {
  assert.equal(paragraphMarkdown("LONDONThe", [], 6), "LONDONThe");
});

test("gives the n-th paragraph the id pn, and ends it in a link to itself that adds nothing to the text", () => {
  const html = ours.render("One\n\nTwo");
  assert.match(html, /<p id="p1">One<a class="anchor" href="#p1" aria-label="[^"]+"><\/a><\/p>\n<p id="p2">Two<a/u);
});

test("renders no HTML, no image and no link that leaves the site", () => {
  const html = ours.render(
    "<b>x</b> ![i](https://evil.example/a.png) [out](https://evil.example/) [js](javascript:alert(1))",
  );
  assert.doesNotMatch(html, /<(?:b|img)\b|<a(?! class="anchor" href="#)/u);
});

test("takes time in proportion to a text of nothing but signs", async () => {
  const seconds = await processorSeconds(() => {
    for (const sign of ["*", "[", "]", "\\", "&a", "<a>", "!["]) ours.render(escapeMarkdown(sign.repeat(100_000)));
  });
  assert.ok(seconds < 5);
});

function assertShown(markdown: string, text: string): void {
  for (const reader of [ours, ...others]) {
    const shown = textContent(reader.render(markdown));
    assert.equal(shown, text, `${JSON.stringify(markdown)} for ${JSON.stringify(text)}`);
  }
}

/** What a browser would make of the paragraphs. */
function textContent(html: string): string {
  const characters: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"' };
  return html
    .replace(/\n$/u, "")
    .replace(/<[^>]*>/gu, "")
    .replace(/&(?:lt|gt|amp|quot);/gu, (reference) => characters[reference] ?? reference);
}

function randomText(random: () => number, length: number): string {
  const alphabet = [..." \t*_`~#>+-=|[]()<>!&;:\\/.@1 9 a Zé—“”\u00a0語ل,xx#amp;www.http://"];
  return Array.from({ length }, () => alphabet[random() % alphabet.length]).join("");
}

/** The same numbers on every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  };
}
