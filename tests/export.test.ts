import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { csvParse } from "d3-dsv";
import { exportFormats } from "../src/client/export.ts";
import { type FacetRow, facetFiles } from "../src/page/facet-files.ts";
import { fileArchive } from "../src/page/filing.ts";
import { plainFiles } from "../src/page/machine/files.ts";
import { searchFiles, searchPage } from "../src/page/search.ts";
import { piecesOf, yearFacet } from "../src/client/archive-data.ts";
import { archive, article, settings } from "./archive.ts";

const articles = [
  article("formula.txt", ['=HYPERLINK("http://evil.example")', "The [T-72](weapon) went."], { date: "2001-02-03" }),
  article("comma.txt", ['He said "no", and\n{then} 100% \\of $5 & #1_~^', "[Ann Able](person)."], {
    byline: "José Ñandú and Ann Able, Associated Press",
    date: "1999-12-31",
    publication: "The & Times",
    url: "https://news.example/a?b={1}&c=2",
  }),
  article("arabic.txt", ["تقرير من بغداد 🚀", "[T-72](weapon)."], { language: "ar" }),
  article("minus.txt", ["-5 degrees; @SUM(1)", "In [Mosul](place), a [Scud](weapon)."], { byline: "Ann Able" }),
];
const known = {
  "T-72": { classes: ["armour", "tank"] },
  Scud: { classes: ["missile", "ballistic missile"] },
};

for (const url of [undefined, "https://example.org/archive/"]) {
  describe(`an export of an archive whose address is ${url ?? "not known"}`, () => {
    const filing = fileArchive({ ...archive(articles), settings: { ...settings, ...(url && { url }) } });
    const files = new Map<string, string>();
    before(() => {
      for (const { path, text } of plainFiles(filing, { base: "/archive/", urls: [] })) {
        files.set(path, typeof text === "string" ? text : [...text].join(""));
      }
    });
    const exported = (format: string) => {
      const records = JSON.parse(files.get("data/articles.json") ?? "");
      return [...(exportFormats[format]?.write(records, settings.title) ?? [])].join("");
    };
    const citations = (format: string) =>
      filing.articles.map((filed) => files.get(`${filed.url.slice(1)}cite.${format}`)).join("");

    it("cites each article as its own page does", () => {
      assert.equal(exported("bib"), citations("bib"));
      assert.equal(exported("ris"), citations("ris"));
    });

    it("has the same tables as the archive", () => {
      assert.equal(exported("csv"), files.get("data/articles.csv"));
      assert.equal(exported("json"), files.get("data/articles.json"));
    });

    it("runs nothing in a spreadsheet, and keeps commas, quotation marks and every script", () => {
      const titles = csvParse(exported("csv").replace(/^\ufeff/u, "")).map(({ title }) => title);
      assert.deepEqual(titles, [
        'He said "no", and\n{then} 100% \\of $5 & #1_~^',
        '\'=HYPERLINK("http://evil.example")',
        "'-5 degrees; @SUM(1)",
        "تقرير من بغداد 🚀",
      ]);
    });

    it("has nothing in BibTeX that TeX would run or that ends a field", () => {
      const bibtex = exported("bib");
      assert.match(bibtex, /title = \{\{He said "no", and \\textbraceleft\{\}then\\textbraceright\{\} 100\\% /u);
      assert.match(bibtex, /author = \{\{José Ñandú\} and \{Ann Able\} and \{Associated Press\}\}/u);
      const depth = [...bibtex].reduce((open, sign) => open + Number(sign === "{") - Number(sign === "}"), 0);
      assert.equal(depth, 0);
    });
  });
}

describe("what the search page filters by", () => {
  const filing = fileArchive(archive(articles, known));
  const files = new Map([...searchFiles(filing)].map(({ path, text }) => [path, JSON.parse(String(text))]));

  it("numbers the articles from the oldest to the undated, in steps", () => {
    assert.deepEqual(files.get("search/months.json"), [
      ["1999-12", 1],
      ["2001-02", 1],
      ["", 2],
    ]);
    assert.deepEqual(files.get("search/weapons/0.json"), [
      ["Scud", "2"],
      ["T-72", "1 2"],
    ]);
    assert.deepEqual(files.get("search/people/0.json"), [["Ann Able", "0"]]);
  });

  it("has the byline as it is written, and every class, from A to Z", () => {
    assert.deepEqual(files.get("search/byline/0.json"), [
      ["Ann Able", "2"],
      ["José Ñandú and Ann Able, Associated Press", "0"],
    ]);
    assert.deepEqual(files.get("search/weapon-class/0.json"), [
      ["armour", "1 2"],
      ["ballistic missile", "2"],
      ["missile", "2"],
      ["tank", "1 2"],
    ]);
  });

  it("is cut into pieces, each of which is found by its first value", () => {
    const rows = Array.from({ length: 2000 }, (_, index): FacetRow => [`Name ${index}`, "1 2 3".repeat(10)]);
    const [firsts, ...pieces] = [...facetFiles("people", rows)].map(({ text }) => JSON.parse(String(text)));
    assert.ok(pieces.length > 1 && pieces.length === firsts.length);
    for (const [value] of rows) {
      const [number, ...others] = piecesOf(firsts, [value]);
      assert.ok(others.length === 0 && pieces[number ?? -1].some(([name]: FacetRow) => name === value), value);
    }
    assert.deepEqual(piecesOf(firsts, ["A", "Name 0", "Name 0"]), [0]);
    assert.equal(piecesOf(firsts).length, firsts.length);
  });

  it("is offered on the page, with the months of the first and the last article", () => {
    const { data } = searchPage(filing);
    assert.deepEqual([data["first"], data["last"]], ["1999-12", "2001-02"]);
    const { facets } = JSON.parse(JSON.stringify(data));
    assert.deepEqual(
      facets.map(({ key, title }: { key: string; title: string }) => `${key}: ${title}`),
      ["people: People", "places: Places", "weapons: Weapons", "weapon-class: Weapon class"],
    );
  });

  it("has each year's articles, and the undated ones", () => {
    const years = yearFacet([
      ["1999-12", 1],
      ["2001-02", 1],
      ["2001-03", 1],
      ["", 2],
    ]);
    assert.deepEqual(years, { values: ["1999", "2001", "Undated"], articles: [[0], [1, 2], [3, 4]] });
  });
});
