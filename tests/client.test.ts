import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { foundWords, parseExcerpt } from "../src/client/excerpt.ts";
import { facetRows } from "../src/client/facet.ts";
import { countFacets, findArticles, findNames } from "../src/client/find.ts";
import { splitWords } from "../src/client/highlight.ts";
import type { Hit, SearchIndex, SearchOptions } from "../src/client/pagefind.ts";
import { countMessage } from "../src/client/search-page.ts";
import { choiceFilters, formatState, parseState, toggleValue } from "../src/client/state.ts";
import { processorSeconds } from "./time.ts";

const facets = ["people", "year"];
const noSearch = { words: "", sort: "relevance", chosen: {} } as const;

describe("the search page's address", () => {
  it("says words, choices and order, and reads them back", () => {
    const state = {
      words: 'T-72 & "Kalibr"',
      sort: "oldest",
      chosen: { people: ["Ann Able", "Ünal, O."], year: ["1991"] },
    } as const;
    assert.deepEqual(parseState(formatState(state), facets), state);
  });

  it("is bare when nothing is searched for", () => {
    assert.equal(formatState(noSearch), "");
    assert.deepEqual(parseState("", facets), noSearch);
  });

  it("ignores keys that are no facet, orders that are none, and a value said twice", () => {
    const state = parseState("?q=%20mine%20&planets=Mars&year=1991&year=1991&sort=best", facets);
    assert.deepEqual(state, { words: "mine", sort: "relevance", chosen: { year: ["1991"] } });
  });
});

describe("a choice", () => {
  it("takes a value in, and out again", () => {
    const once = toggleValue(noSearch, "people", "Ann Able");
    assert.deepEqual(once.chosen, { people: ["Ann Able"] });
    assert.deepEqual(toggleValue(once, "people", "Ann Able").chosen, {});
  });

  it("asks for any value within a facet and for all facets, and can leave one facet out", () => {
    const state = { ...noSearch, chosen: { people: ["Ann Able", "Bob Best"], year: ["1991"] } };
    assert.deepEqual(choiceFilters(state), { people: { any: ["Ann Able", "Bob Best"] }, year: { any: ["1991"] } });
    assert.deepEqual(choiceFilters(state, "people"), { year: { any: ["1991"] } });
  });
});

describe("a facet's list", () => {
  const counts = { Zoe: 3, Adam: 3, "José Ñandú": 9, None: 0, Bob: 1 };
  const view = { counts, exact: true, chosen: [], typed: "", limit: 10, order: "count" } as const;

  it("has the most frequent value first, then goes by name, and leaves out what nothing carries", () => {
    assert.deepEqual(valuesOf(facetRows(view).rows), ["José Ñandú", "Adam", "Zoe", "Bob"]);
  });

  it("has years from the last to the first", () => {
    const years = facetRows({ ...view, counts: { "1991": 9, "2015": 1 }, order: "value" });
    assert.deepEqual(valuesOf(years.rows), ["2015", "1991"]);
  });

  it("is cut at the limit and says how many more there are", () => {
    const { rows, more } = facetRows({ ...view, limit: 3 });
    assert.deepEqual([rows.length, more], [3, 1]);
  });

  it("keeps chosen values on top, even those that nothing carries any more", () => {
    const { rows } = facetRows({ ...view, chosen: ["None"], limit: 1 });
    assert.deepEqual(rows, [
      { value: "None", count: 0, chosen: true },
      { value: "José Ñandú", count: 9, chosen: false },
    ]);
  });

  it("shows no counts that are not those of the search", () => {
    const { rows } = facetRows({ ...view, exact: false, limit: 1 });
    assert.deepEqual(rows, [{ value: "José Ñandú", chosen: false }]);
  });

  it("is narrowed by what is typed, whatever its case and accents", () => {
    assert.deepEqual(valuesOf(facetRows({ ...view, typed: "jose n" }).rows), ["José Ñandú"]);
  });
});

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

describe("a search", () => {
  const asked: Array<[string | null, SearchOptions]> = [];
  const total = { year: { "1991": 99 } };
  const index: SearchIndex = {
    search: async (words, options) => {
      asked.push([words, options]);
      const results = (options.sort ? ["new", "old"] : ["undated", "old", "new"]).map(hit);
      const year = { "1991": options.filters?.["year"]?.any.length ? 1 : 2 };
      return { results, filters: { year, people: { "Ann Able": 1 } } };
    },
    filters: async () => total,
  };
  const lastAsked = () => asked.at(-1);

  it("lists undated articles last when it goes by date", async () => {
    const found = await findArticles(index, { ...noSearch, words: "mine", sort: "newest" });
    assert.deepEqual(ids(found.hits), ["new", "old", "undated"]);
    assert.equal(countMessage(found), "3 articles, 1 of them undated and listed last");
  });

  it("leaves the order to the index when it goes by relevance", async () => {
    const found = await findArticles(index, { ...noSearch, words: "mine" });
    assert.deepEqual([ids(found.hits), found.undated], [["undated", "old", "new"], 0]);
  });

  it("has the newest first when there are no words", async () => {
    await findArticles(index, noSearch);
    assert.deepEqual(lastAsked(), [null, { filters: {}, sort: { date: "desc" } }]);
  });

  it("takes typographic quotation marks for a phrase", async () => {
    await findArticles(index, { ...noSearch, words: "“cruise missile”" });
    assert.equal(lastAsked()?.[0], '"cruise missile"');
  });

  it("counts each facet under the choices of the others", async () => {
    const state = { ...noSearch, words: "mine", chosen: { year: ["1991"] } };
    asked.length = 0;
    const counted = await countFacets(index, state, { facets, found: 3 });
    assert.deepEqual(counted, { counts: { year: { "1991": 2 }, people: { "Ann Able": 1 } }, exact: true });
    assert.deepEqual(asked, [
      ["mine", { filters: { people: { any: [] }, year: { any: ["1991"] } } }],
      ["mine", { filters: { people: { any: [] }, year: { any: [] } } }],
    ]);
  });

  it("takes the counts of the whole archive for everything, and for more than can be counted", async () => {
    assert.deepEqual(await countFacets(index, noSearch, { facets, found: 20_000 }), { counts: total, exact: true });
    const broad = await countFacets(index, { ...noSearch, words: "mine" }, { facets, found: 5001 });
    assert.deepEqual(broad, { counts: total, exact: false });
  });

  it("looks for names by words, and for none without", async () => {
    assert.equal((await findNames(index, { ...noSearch, words: "mine" })).length, 3);
    assert.deepEqual(await findNames(index, noSearch), []);
  });
});

function valuesOf(rows: readonly { value: string }[]): string[] {
  return rows.map((row) => row.value);
}

function hit(id: string): Hit {
  return { id, data: () => Promise.reject(new Error("not asked for")) };
}

function ids(hits: readonly Hit[]): string[] {
  return hits.map(({ id }) => id);
}
