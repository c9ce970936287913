import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { placeCard } from "../src/client/card-place.ts";
import { archivePages } from "../src/page.ts";
import { findCompanions, logLikelihood } from "../src/page/association.ts";
import { keywordLines, titlePieces } from "../src/page/contexts.ts";
import { fileArchive } from "../src/page/filing.ts";
import { relatedFinder } from "../src/page/related.ts";
import { yearChart } from "../src/page/years.ts";
import type { Page } from "../src/types.ts";
import { archive, article, kind, kinds } from "./archive.ts";

describe("related articles", () => {
  const articles = [
    article("a.txt", ["Alpha", "[Iraq](place), [Shoigu](person), [Kalibr](weapon)"]),
    article("b.txt", ["Beta", "[Iraq](place), [Shoigu](person)"]),
    article("c.txt", ["Gamma", "[Iraq](place), [Powell](person)"]),
    article("d.txt", ["Delta", "[Iraq](place), [Kalibr](weapon), [Shoigu](person)"]),
    article("e.txt", ["Epsilon", "[Moon](place)"]),
  ];
  const filing = fileArchive(archive(articles));
  const findRelated = relatedFinder(filing.articles);
  const relatedTo = (title: string) => findRelated(filing.articles.find((filed) => filed.article.title === title)!);

  it("come first when they share what is rare, and say what that is, the rarest first", () => {
    const [first, second] = relatedTo("Alpha");
    assert.equal(first?.filed.article.title, "Delta");
    assert.deepEqual(
      first.shared.map(({ entity }) => entity.name),
      ["Kalibr", "Shoigu", "Iraq"],
    );
    assert.equal(second?.filed.article.title, "Beta");
  });

  it("are none for an article that shares nothing", () => {
    assert.deepEqual(relatedTo("Epsilon"), []);
  });

  it("are not found through what every article names", () => {
    const same = fileArchive(archive(["a", "b"].map((name) => article(`${name}.txt`, [name, "[Iraq](place)"]))));
    assert.deepEqual(same.articles.flatMap(relatedFinder(same.articles)), []);
  });

  it("are at most five, never the article itself, and the same whatever the order of the archive", () => {
    const many = Array.from({ length: 12 }, (_, i) =>
      article(`${i}.txt`, [`No. ${i}`, i < 9 ? "[Kalibr](weapon)" : "-"]),
    );
    const forwards = fileArchive(archive(many));
    const backwards = fileArchive(archive(many.toReversed()));
    const urls = ({ articles: filed }: typeof forwards) =>
      filed.map((own) => {
        const found = relatedFinder(filed)(own);
        assert.ok(found.length <= 5 && found.every((other) => other.filed !== own));
        return found.map((other) => other.filed.url);
      });
    assert.equal(urls(forwards)[0]?.length, 5);
    assert.deepEqual(urls(forwards), urls(backwards));
  });

  it("take time in proportion to an archive in which everything names the same", () => {
    const body = Array.from({ length: 20 }, (_, i) => `[Place ${i}](place)`).join(", ");
    const large = fileArchive(archive(Array.from({ length: 3000 }, (_, i) => article(`${i}.txt`, [`No. ${i}`, body]))));
    const started = process.cpuUsage();
    large.articles.map(relatedFinder(large.articles));
    assert.ok(process.cpuUsage(started).user < 2_000_000);
  });
});

describe("what a name is named with", () => {
  const articles = [
    places("Mosul", "Iraq", "Tigris"),
    places("Mosul", "Iraq", "Tigris"),
    places("Mosul", "Iraq"),
    places("Iraq"),
    places("Iraq", "Paris"),
    places("Paris", "Mosul"),
    places("Paris"),
  ].map((body, i) => article(`${i}.txt`, [`No. ${i}`, body]));
  const filing = fileArchive(archive(articles));
  const companionsOf = (name: string) => {
    const filed = filing.entities.find(({ entity }) => entity.name === name)!;
    const naming = filing.articles.filter(({ tags }) => tags.some((tag) => tag.filed === filed));
    return findCompanions(filed, naming, filing.articles.length).map((found) => [
      found.filed.entity.name,
      found.together,
    ]);
  };

  it("is ranked by log-likelihood and not by count, and tells how many articles name both", () => {
    assert.deepEqual(companionsOf("Mosul"), [
      ["Tigris", 2],
      ["Iraq", 3],
    ]);
  });

  it("leaves out what meets it once, or less often than by chance", () => {
    assert.deepEqual(companionsOf("Paris"), []);
  });

  it("is measured by G², which is 0 for what is independent", () => {
    assert.ok(Math.abs(logLikelihood({ together: 10, one: 20, other: 50, total: 100 })) < 1e-9);
    // Worked by hand: all of 10 within 10 of 100.
    const whole = logLikelihood({ together: 10, one: 10, other: 10, total: 100 });
    assert.ok(Math.abs(whole - 2 * (10 * Math.log(10) + 90 * Math.log(100 / 90))) < 1e-9);
  });

  it("stands on its page by kind, a kind never heard of included", () => {
    const ships = [...kinds, kind("ship", "ships", "Ships")];
    const body = "[Moskva](ship) in [Odesa](place)";
    const texts = ["a", "b", "c"].map((name) => article(`${name}.txt`, [name, name === "c" ? "Nothing" : body]));
    const pages = archivePages({ ...archive(texts), kinds: ships });
    assert.deepEqual(pageAt(pages, "/places/odesa/").data["companions"], [
      { kind: "ships", entries: [{ name: "Moskva", url: "/ships/moskva/", articles: 2 }] },
    ]);
  });
});

describe("keyword in context", () => {
  it("is one line for each mention, with its paragraph", () => {
    assert.deepEqual(linesOf("[Mosul](place), [Mosul](place).", "No", "In [Mosul](place)"), [
      { paragraph: 1, before: "", name: "Mosul", after: ", Mosul." },
      { paragraph: 1, before: "Mosul, ", name: "Mosul", after: "." },
      { paragraph: 3, before: "In ", name: "Mosul", after: "" },
    ]);
  });

  it("is cut between words on both sides of a long paragraph", () => {
    const [line] = linesOf(`${"word ".repeat(300)}[Mosul](place)${" word".repeat(300)}`);
    assert.match(line?.before ?? "", /^… (?:word )+$/u);
    assert.match(line?.after ?? "", /^(?: word)+ …$/u);
    assert.ok((line?.before.length ?? 0) > 80 && (line?.before.length ?? 0) < 105);
  });

  it("is cut anywhere in a text without spaces, but not within a character", () => {
    const [line] = linesOf(`x${"💥".repeat(99)}[Mosul](place)${"💥".repeat(99)}`);
    assert.match(line?.before ?? "", /^… 💥+$/u);
    assert.match(line?.after ?? "", /^💥+ …$/u);
    const [odd] = linesOf(`${"💥".repeat(99)}x[Mosul](place)x${"💥".repeat(99)}`);
    assert.match(`${odd?.before}${odd?.after}`, /^… 💥+xx💥+ …$/u);
  });

  it("leaves the title to the heading, in pieces", () => {
    const read = article("a.txt", ["To [Mosul](place) and [Mosul](place)!", "Gone"]);
    assert.deepEqual(keywordLines(read.article, read.mentions), []);
    assert.deepEqual(titlePieces(read.article, read.mentions), ["To ", "Mosul", " and ", "Mosul", "!"]);
  });
});

describe("the chart of mentions by year", () => {
  it("has a bar for each year with mentions, on an axis that leaves no year out", () => {
    const chart = chartOf(["1990-01-01", 2], ["1990-05-01", 2], ["1993-01-01", 1], [undefined, 9]);
    assert.deepEqual([chart?.first, chart?.last, chart?.step, chart?.most, chart?.width], [1990, 1993, 1, 4, 128]);
    assert.equal(chart?.undated, 9);
    assert.deepEqual(chart?.bars, [
      { from: 1990, count: 4, x: 0, y: 0, height: 48 },
      { from: 1993, count: 1, x: 96, y: 36, height: 12 },
    ]);
  });

  it("goes by decades when the years are many", () => {
    const chart = chartOf(["1899-01-01", 1], ["1891-01-01", 1], ["2001-01-01", 1]);
    assert.deepEqual(
      [chart?.step, chart?.bars.map(({ from, count }) => [from, count])],
      [
        10,
        [
          [1890, 2],
          [2000, 1],
        ],
      ],
    );
  });

  it("is absent where there is nothing to compare", () => {
    assert.equal(chartOf([undefined, 3], ["1990-01-01", 3]), undefined);
  });
});

describe("the card beside a name", () => {
  const screen = { width: 400, height: 800 };
  const size = { width: 200, height: 100 };

  it("stands below the name and hides nothing of it, however many lines it has", () => {
    const lines = [
      { left: 350, right: 390, top: 100, bottom: 120 },
      { left: 10, right: 60, top: 120, bottom: 140 },
    ];
    assert.deepEqual(placeCard(lines, size, screen), { left: 192, top: 146 });
    assert.deepEqual(placeCard(lines, size, { ...screen, y: 130 }), { left: 10, top: 146 });
  });

  it("stands above the name at the foot of the screen", () => {
    assert.deepEqual(placeCard([{ left: 50, right: 90, top: 760, bottom: 780 }], size, screen), { left: 50, top: 654 });
  });
});

function pageAt(pages: readonly Page[], url: string): Page {
  const page = pages.find(({ data }) => data["permalink"] === url);
  assert.ok(page, `no page at ${url}`);
  return page;
}

function places(...names: string[]): string {
  return names.map((name) => `[${name}](place)`).join(" ");
}

function linesOf(...marked: string[]) {
  const read = article("a.txt", ["Title", ...marked]);
  return keywordLines(read.article, read.mentions);
}

function chartOf(...namings: readonly (readonly [date: string | undefined, mentions: number])[]) {
  return yearChart(
    namings.map(([date, mentions]) => {
      const { article: own } = article("a.txt", ["A"], date === undefined ? {} : { date });
      return { filed: { article: own, url: "/articles/a/", tags: [] }, mentions };
    }),
  );
}
