import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type CslItem, plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { fileArchive } from "../src/page/filing.ts";
import { articleCitation, bibtexText, cslText, risText } from "../src/page/machine/citation.ts";
import { plainFiles } from "../src/page/machine/files.ts";
import { siteAt } from "../src/page/machine/site.ts";
import { xml, xmlFile } from "../src/page/machine/xml.ts";
import type { Article, Settings } from "../src/types.ts";
import { archive, article, settings } from "./archive.ts";
import { xmlProblems } from "./site/xml.ts";

const url = "https://example.org/archive/";

describe("XML", () => {
  it("shows every text as it is, whatever signs it has", () => {
    const text = `</title> & &amp; <!-- ]]> "quoted" 'apostrophe' \u0007\ufffe\ud800 名前`;
    const file = xmlFile(xml`<title name="${text}">${text}${xml`<br/>`}</title>`);
    assert.deepEqual(xmlProblems(file), []);
    assert.ok(file.includes("&lt;/title&gt; &amp; &amp;amp;"));
    assert.ok(file.includes("\ufffd\ufffd\ufffd 名前"));
  });
});

describe("the feed", () => {
  const dated = Array.from({ length: 60 }, (_, day) =>
    article(`${day}.txt`, [`Day ${day}`, "Text."], { date: new Date(day * 86_400_000).toISOString().slice(0, 10) }),
  );

  it("has the fifty newest articles, and the date of the newest as its own", () => {
    const feed = files([...dated, article("undated.txt", ["Undated", "Text."])], { url }).get("feed.xml") ?? "";
    assert.equal(feed.match(/<entry /gu)?.length, 50);
    assert.match(feed, /<updated>1970-03-01T00:00:00Z<\/updated>\n<author>/u);
    assert.ok(feed.includes("<title>Day 59</title>") && !feed.includes("<title>Day 9</title>"));
    assert.ok(!feed.includes("<title>Undated</title>"));
  });

  it("is a feed without articles when none bears a date", () => {
    const feed = files([article("undated.txt", ["Undated", "Text."])], { url }).get("feed.xml") ?? "";
    assert.deepEqual(xmlProblems(feed), []);
    assert.match(feed, /<updated>1970-01-01T00:00:00Z<\/updated>/u);
  });

  it("is not there when the address of the site is not known, nor is anything else that says addresses", () => {
    const found = [...files(dated, {}).keys()].filter((path) => path.endsWith(".xml"));
    assert.deepEqual(found, []);
  });
});

describe("the sitemap", () => {
  it("is an index of several when there are more pages than one may hold", () => {
    const urls = Array.from({ length: 50_001 }, (_, number) => `/people/${number}/`);
    const found = files([], { url }, urls);
    assert.match(found.get("sitemap.xml") ?? "", /<loc>https:\/\/example\.org\/archive\/sitemap-2\.xml<\/loc>/u);
    assert.equal(found.get("sitemap-1.xml")?.match(/<url>/gu)?.length, 50_000);
    assert.equal(found.get("sitemap-2.xml")?.match(/<url>/gu)?.length, 1);
  });
});

describe("tables", () => {
  it("keep a spreadsheet from running what a cell says", () => {
    const titles = ["=HYPERLINK(A1)", "+1", "-1", "@SUM(A1)", "＝1", "1 = 1"];
    const csv = files(
      titles.map((title, index) => article(`${index}.txt`, [title, "Text."])),
      {},
    ).get("data/articles.csv");
    const cells = (csv ?? "").split("\n").map((line) => line.split(",")[1]);
    assert.deepEqual(
      new Set(cells.slice(1, -1)),
      new Set(["'=HYPERLINK(A1)", "'+1", "'-1", "'@SUM(A1)", "'＝1", "1 = 1"]),
    );
  });

  it("have negative numbers as numbers", () => {
    const named = article("a.txt", ["Storm over [Auckland](place)", "Text."]);
    const known = { Auckland: { latitude: -36.85, longitude: 174.76, country: "NZ" } };
    const csv = files([named], {}, [], known).get("data/entities.csv") ?? "";
    assert.ok(csv.includes(",NZ,-36.85,174.76,1,1,"));
  });

  it("keep the items of a list apart", () => {
    const named = article("a.txt", ["A [Kalibr](weapon)", "Text."]);
    const known = { Kalibr: { otherNames: ["3M-14", "Kaliber | Klub"], classes: ["missile", "cruise missile"] } };
    const found = files([named], {}, [], known);
    assert.ok(found.get("data/entities.csv")?.includes(",3M-14|Kaliber / Klub,missile|cruise missile,"));
    assert.ok(found.get("data/entities.json")?.includes('"other_names":["3M-14","Kaliber | Klub"]'));
  });

  it("are empty lists for an archive without articles", () => {
    assert.equal(files([], {}).get("data/mentions.json"), "[]\n");
    assert.equal(files([], {}).get("data/mentions.csv")?.split("\n").length, 2);
  });
});

describe("a citation", () => {
  const titles = [
    "Kabul Blast Kills 5",
    `100% {sure} \\input{x} $5_a # ~ ^ & "quoted" @article{y,`,
    "} unbalanced {{ braces \\",
    "Ünïcödé – 名前 – تقرير",
    "TY  - BOOK",
    "A ``quoted'' word -- and a dash --- it's `so'",
    "</script><!-- ,\n}\n\n@misc{evil, title={x}}",
  ];

  for (const title of titles) {
    it(`in BibTeX is read as it was written: ${JSON.stringify(title)}`, () => {
      const read = readBack(bibtexText(citation({ title })), "@bibtex/text");
      assert.equal(read.length, 1);
      assert.equal(plain(read[0]?.title), title.replace(/\s+/gu, " "));
      assert.deepEqual(names(read[0]), ["Jane Doe", "Associated Press"]);
      assert.deepEqual(read[0]?.issued, { "date-parts": [[2015, 10, 8]] });
    });

    it(`in RIS is read as it was written: ${JSON.stringify(title)}`, () => {
      const read = readBack(risText(citation({ title })), "@ris/file");
      assert.equal(read.length, 1);
      assert.equal(read[0]?.type, "article-newspaper");
      assert.equal(read[0]?.title, title.replace(/\s+/gu, " "));
      assert.equal(read[0]?.["container-title"], "Military Times");
      assert.deepEqual(names(read[0]), ["Jane Doe", "Associated Press"]);
      assert.deepEqual(read[0]?.issued, { "date-parts": [[2015]] });
    });
  }

  it("is a list of one in CSL-JSON", () => {
    assert.deepEqual(JSON.parse(cslText(citation({}))), [citation({})]);
  });

  it("leaves out what is not known", () => {
    const { article: bare } = article("a.txt", ["A title", "Text."]);
    const filing = fileArchive(archive([{ article: bare, mentions: [] }]));
    const [filed] = filing.articles;
    assert.ok(filed);
    const {
      id,
      type,
      title,
      archive: name,
      archive_location: location,
      ...rest
    } = articleCitation(filed, siteAt(settings, "/"));
    assert.deepEqual(
      [id, type, title, name, location],
      ["a-title", "article-newspaper", "A title", "Test archive", "a.txt"],
    );
    assert.deepEqual(rest, {});
  });

  it("takes a byline apart where it lists names, and no further", () => {
    assert.deepEqual(authorsOf("Jane Doe and John Roe, Associated Press"), [
      "Jane Doe",
      "John Roe",
      "Associated Press",
    ]);
    assert.deepEqual(authorsOf("Stars and Stripes"), ["Stars and Stripes"]);
    assert.deepEqual(authorsOf("The Associated Press"), ["The Associated Press"]);
  });

  it("names the publication's address, and the archive's beside it", () => {
    const published = citation({ url: "https://news.example/a_b?c=1#d" });
    assert.equal(published.URL, "https://news.example/a_b?c=1#d");
    assert.equal(published.archive_location, "https://example.org/archive/articles/kabul-blast/");
    assert.ok(bibtexText(published).includes("url = {https://news.example/a_b?c=1#d}"));
    assert.equal(citation({}).URL, "https://example.org/archive/articles/kabul-blast/");
  });
});

function citation(known: Partial<Article>) {
  const { article: read } = article("a.txt", ["Kabul Blast", "Text."], {
    byline: "Jane Doe, Associated Press",
    date: "2015-10-08",
    publication: "Military Times",
  });
  const filed = { article: { ...read, ...known }, url: "/articles/kabul-blast/", tags: [] };
  return articleCitation(filed, siteAt({ ...settings, url }, "/"));
}

function readBack(text: string, forceType: string): CslItem[] {
  return plugins.input.chain(text, { forceType, generateGraph: false });
}

function authorsOf(byline: string) {
  return citation({ byline }).author?.map(({ literal }) => literal);
}

/** Names that were not to be taken apart come back as family names; RIS has reporters of news. */
function names(read: CslItem | undefined) {
  return read?.author?.map(({ family, literal }) => literal ?? family) ?? read?.reporter;
}

/** Titles come back as HTML. */
function plain(html = ""): string {
  return html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** The files of an archive as texts by path. */
function files(
  articles: Parameters<typeof archive>[0],
  known: Partial<Settings>,
  urls: readonly string[] = [],
  entities: Parameters<typeof archive>[1] = {},
): Map<string, string> {
  const filing = fileArchive({ ...archive(articles, entities), settings: { ...settings, ...known } });
  const found = [...plainFiles(filing, { base: "/", urls })];
  return new Map(found.map(({ path, text }) => [path, typeof text === "string" ? text : [...text].join("")]));
}
