import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ArchiveData, type Facet, undated, yearFacet } from "../src/client/archive-data.ts";
import { countFacets, countMonths } from "../src/client/count.ts";
import { findArticles, type FoundArticles, mostChecked, type SearchSources } from "../src/client/find.ts";
import { findHelp } from "../src/client/help.ts";
import { knownNames } from "../src/client/known-names.ts";
import { countMessage, phraseMessage } from "../src/client/messages.ts";
import type { Hit } from "../src/client/pagefind.ts";
import { listedOrder, noSearch, type SearchState, withMonths } from "../src/client/state.ts";
import { missingWords } from "../src/client/words.ts";
import type { MonthRow } from "../src/page/search.ts";

const facetKeys = ["people", "places", "year"];
const titles = { people: "People", places: "Places", year: "Year" };

// Six articles: two of 1990, three of 1991, one undated.
const months: readonly MonthRow[] = [
  ["1990-02", 2],
  ["1991-01", 2],
  ["1991-03", 1],
  ["", 1],
];
const ids = ["a", "b", "c", "d", "e", "f"];
const texts: Readonly<Record<string, string>> = {
  a: "A red line was drawn",
  b: "Red lines were drawn",
  c: "A line, red and long",
  d: "The red line at sea",
  e: "Nothing",
  f: "Red line, undated",
};
const facets: Readonly<Record<string, Facet>> = {
  people: { values: ["Ann", "Bob"], articles: [[0, 2, 4], [3]] },
  places: {
    values: ["Iran", "Iraq"],
    articles: [
      [0, 1, 2, 3],
      [2, 5],
    ],
  },
  year: yearFacet(months),
};
const data: ArchiveData = {
  articles: async () => ({ ids, months, numberOf: new Map(ids.map((id, number) => [id, number])) }),
  names: async () => [],
  facet: async (key) => facets[key] ?? { values: [], articles: [] },
};

function hit(id: string): Hit {
  return {
    id,
    data: async () => ({ url: `/articles/${id}/`, excerpt: "", content: texts[id] ?? "", locations: [], meta: {} }),
  };
}

/** "red line" for "Red lines" */
function stem(text: string): string {
  const plain = text.toLowerCase().replace(/[^a-z ]/gu, "");
  return plain.replace(/s\b/gu, "");
}

/**
 * Finds like Pagefind: by all words in any form that it knows, passing over the others and taking "re" for "redd"; or,
 * when all of them are quoted, where they stand side by side. Notes what it is asked.
 */
function fakeSources(asked: string[] = []): SearchSources {
  const search = async (words: string) => {
    asked.push(words);
    const sought = words.startsWith('"')
      ? [stem(words)]
      : stem(words)
          .split(" ")
          .map(beginningOf)
          .filter((w) => w !== "");
    const found = ids.filter((id) => sought.every((word) => stem(texts[id] ?? "").includes(word)));
    // The best first is not the oldest first.
    return { results: sought.length > 0 ? found.toReversed().map(hit) : [] };
  };
  return { index: async () => ({ search }), data };
}

/** The longest beginning of a word, of two letters at least, that any text has; "" when there is none. */
function beginningOf(word: string): string {
  const isKnown = Object.values(texts).some((text) => ` ${stem(text)}`.includes(` ${word}`));
  return isKnown ? word : word.length > 2 ? beginningOf(word.slice(0, -1)) : "";
}

const found = async (state: Partial<SearchState>) => findArticles(fakeSources(), { ...noSearch, ...state });
const foundIds = async (state: Partial<SearchState>) => (await found(state)).hits.map(({ id }) => id).join("");

function refuse(): Promise<never> {
  return Promise.reject(new Error("loaded"));
}

describe("a search", () => {
  it("has everything, the newest first and the undated last, when nothing is asked", async () => {
    const all = await found({});
    assert.deepEqual([all.hits.map(({ id }) => id).join(""), all.undated], ["edcbaf", 1]);
    assert.equal(listedOrder(noSearch), "newest");
  });

  it("leaves the order to the index when it goes by relevance", async () => {
    const red = await found({ words: "red" });
    assert.deepEqual([red.hits.map(({ id }) => id).join(""), red.undated], ["fdcba", 0]);
  });

  it("goes by date, either way, with the undated last", async () => {
    assert.equal(await foundIds({ words: "red", sort: "oldest" }), "abcdf");
    assert.equal(await foundIds({ words: "red", sort: "newest" }), "dcbaf");
    assert.equal(
      countMessage(await found({ words: "red", sort: "newest" })),
      "5 articles, 1 of them undated and listed last",
    );
    const last = (await found({ words: "red", sort: "newest" })).hits.slice(-1);
    assert.equal(countMessage({ hits: last, undated: 1 }), "1 article, undated");
    assert.equal(countMessage({ hits: [...last, ...last], undated: 2 }), "2 articles, all undated");
  });

  it("takes any value within a facet, and all facets", async () => {
    assert.equal(await foundIds({ chosen: { people: ["Ann", "Bob"] } }), "edca");
    assert.equal(await foundIds({ chosen: { people: ["Ann", "Bob"], places: ["Iran"] } }), "dca");
    assert.equal(await foundIds({ words: "red", chosen: { people: ["Ann"] } }), "ca");
  });

  it("leaves out what has an excluded value", async () => {
    assert.equal(await foundIds({ excluded: { places: ["Iraq"] } }), "edba");
    assert.equal(await foundIds({ chosen: { places: ["Iran"] }, excluded: { people: ["Ann"] } }), "db");
  });

  it("finds nothing for a value that the archive does not have", async () => {
    assert.equal(await foundIds({ chosen: { people: ["Zoe"] } }), "");
    assert.equal(await foundIds({ excluded: { people: ["Zoe"] } }), "edcbaf");
  });

  it("takes months from, to, and both inclusive, without the undated", async () => {
    assert.equal(await foundIds(withMonths(noSearch, "1991-01", undefined)), "edc");
    assert.equal(await foundIds(withMonths(noSearch, undefined, "1990-12")), "ba");
    assert.equal(await foundIds(withMonths(noSearch, "1991-01", "1991-01")), "dc");
    assert.equal(await foundIds({ chosen: { year: [undated] } }), "f");
  });

  it("loads nothing but the index for words by relevance", async () => {
    const sources = { ...fakeSources(), data: { articles: refuse, names: refuse, facet: refuse } };
    assert.equal((await findArticles(sources, { ...noSearch, words: "red" })).hits.length, 5);
  });

  it("loads of a filter no more than the values that are asked for", async () => {
    const asked: unknown[] = [];
    const facet: ArchiveData["facet"] = async (key, values) => {
      asked.push([key, values]);
      return facets[key] ?? { values: [], articles: [] };
    };
    const state = { ...noSearch, chosen: { people: ["Ann"] }, excluded: { people: ["Bob"], places: ["Iraq"] } };
    await findArticles({ ...fakeSources(), data: { ...data, facet } }, state);
    assert.deepEqual(asked, [
      ["people", ["Ann", "Bob"]],
      ["places", ["Iraq"]],
    ]);
  });

  it("lists what the index has, even where an article is missing from it", async () => {
    const articles = async () => ({ ...(await data.articles()), ids: ["a", "b", "", "d", "e", "f"] });
    const { hits } = await findArticles({ ...fakeSources(), data: { ...data, articles } }, noSearch);
    assert.equal(hits.map(({ id }) => id).join(""), "edbaf");
  });

  it("is not taken in by an index that passes over a word, or takes its beginning for it", async () => {
    assert.equal(await foundIds({ words: "red zeppelin" }), "");
    assert.equal(await foundIds({ words: "reddish" }), "");
    assert.equal(await foundIds({ words: "dra red" }), "ba");
  });

  it("asks the index about those words alone that are not seen to be there", async () => {
    const asked: string[] = [];
    const search = async (words: string) => {
      asked.push(words);
      return { results: words === '"missiles"' ? [best] : [] };
    };
    const best: Hit = {
      id: "x",
      data: async () => ({
        url: "",
        excerpt: "",
        content: "The T-72, a missile, the Nagorno-Karabakh F1.",
        locations: [1, 3, 5, 6],
        meta: { spellings: "Mi24" },
      }),
    };
    const words = ["T72", "karab", "mi-24", "missiles", "F-16"];
    assert.deepEqual(await missingWords({ search }, words, best), ["F-16"]);
    assert.deepEqual(asked, ['"missiles"', '"F-16"']);
  });

  it("does not look for words that are everywhere, unless they are all there is", async () => {
    const asked: string[] = [];
    await findArticles(fakeSources(asked), { ...noSearch, words: "the line at sea" });
    await findArticles(fakeSources(asked), { ...noSearch, words: "to the" });
    assert.deepEqual(
      asked.filter((words) => !words.startsWith('"')),
      ["line sea", "to the"],
    );
  });
});

describe("phrases", () => {
  it("are found side by side, beside other words", async () => {
    assert.equal(await foundIds({ words: '"red line" drawn' }), "a");
    assert.equal(await foundIds({ words: '"red line"' }), "fda");
    assert.equal(await foundIds({ words: '"red line" "at sea"', sort: "newest" }), "d");
  });

  it("are checked word for word, and it is said what was left out", async () => {
    const { phrases, undated: undatedOnes } = await found({ words: '"red line"', sort: "newest" });
    assert.deepEqual([phrases, undatedOnes], [{ phrases: ["red line"], leftOut: 1 }, 1]);
    assert.match(phraseMessage(phrases), /1 article that has “red line” only with other endings is left out/u);
  });

  it("go without a word when they are exact", async () => {
    assert.equal(phraseMessage((await found({ words: '"at sea"' })).phrases), "");
    assert.equal(phraseMessage((await found({ words: "sea" })).phrases), "");
  });

  it("are said to be approximate when too many articles would have to be checked", async () => {
    const many = Array.from({ length: mostChecked + 1 }, (_, index) => hit(String(index)));
    const sources = { index: async () => ({ search: async () => ({ results: many }) }), data };
    const { hits, phrases } = await findArticles(sources, { ...noSearch, words: '"red line" "at sea"' });
    assert.equal(hits.length, many.length);
    assert.match(phraseMessage(phrases), /^“red line” and “at sea” are approximate/u);
  });

  it("do not count what was left out", async () => {
    const state = { ...noSearch, words: '"red line"' };
    const { worded } = await findArticles(fakeSources(), state);
    const counts = await countFacets(data, state, { keys: ["places"], worded });
    assert.deepEqual(
      [...(counts["places"] ?? [])],
      [
        ["Iran", 2],
        ["Iraq", 1],
      ],
    );
  });
});

async function counted(change: Partial<SearchState>, key: string) {
  const state = { ...noSearch, ...change };
  const { worded }: FoundArticles = await findArticles(fakeSources(), state);
  const counts = await countFacets(data, state, { keys: facetKeys, worded });
  return Object.fromEntries(counts[key] ?? []);
}

describe("the counts of the months", () => {
  it("are those of the words and the facets, whatever months are asked for", async () => {
    const state = { ...noSearch, words: "red line", from: "1991-03", chosen: { places: ["Iran"] } };
    const { worded } = await findArticles(fakeSources(), state);
    assert.deepEqual(await countMonths(data, state, worded), [
      ["1990-02", 2],
      ["1991-01", 2],
    ]);
  });
});

describe("the counts of a facet", () => {
  it("are those of the words", async () => {
    assert.deepEqual(await counted({}, "places"), { Iran: 4, Iraq: 2 });
    assert.deepEqual(await counted({ words: "red line" }, "year"), { "1990": 2, "1991": 2, [undated]: 1 });
  });

  it("are narrowed by other facets, and not by the facet's own choice", async () => {
    assert.deepEqual(await counted({ chosen: { people: ["Bob"] } }, "places"), { Iran: 1, Iraq: 0 });
    assert.deepEqual(await counted({ chosen: { people: ["Bob"] } }, "people"), { Ann: 3, Bob: 1 });
  });

  it("are narrowed by exclusions, and say what an exclusion has taken away", async () => {
    assert.deepEqual(await counted({ excluded: { places: ["Iraq"] } }, "people"), { Ann: 2, Bob: 1 });
    assert.deepEqual(await counted({ excluded: { places: ["Iraq"] } }, "places"), { Iran: 3, Iraq: 2 });
  });

  it("are narrowed by months", async () => {
    assert.deepEqual(await counted({ from: "1991-03" }, "people"), { Ann: 1, Bob: 0 });
  });
});

const seas = knownNames("seas", [
  ["Longsea", "", "", "longsea", 1],
  ["Nothing", "", "", "nothing", 1],
]);

function help(state: Partial<SearchState>) {
  return findHelp({ ...fakeSources(), names: async () => seas, titles }, { ...noSearch, ...state });
}

function shown(ways: readonly { readonly label: string; readonly articles: number }[]): string[] {
  return ways.map(({ label, articles }) => `${label} ${articles}`);
}

describe("the help of a search that found nothing", () => {
  it("says which filter to drop, and how many articles that gives, the most first", async () => {
    const { drops } = await help({ words: "red", chosen: { people: ["Bob"], places: ["Iraq"] } });
    assert.deepEqual(shown(drops), ["all filters 5", "People: Bob 2", "Places: Iraq 1"]);
  });

  it("says which word to drop, and whether the quotation marks are in the way", async () => {
    assert.deepEqual(shown((await help({ words: "red nothing" })).drops), ["“nothing” 5", "“red” 1"]);
    assert.deepEqual(shown((await help({ words: "zeppelin red airship" })).drops), ["“zeppelin” and “airship” 5"]);
    assert.deepEqual(shown((await help({ words: '"line red drawn"' })).drops), ["the quotation marks 2"]);
  });

  it("offers the spelling of a name that has articles", async () => {
    const { spellings, unknown } = await help({ words: "nothign" });
    assert.deepEqual(unknown, ["nothign"]);
    assert.deepEqual(shown(spellings), ["Nothing 1"]);
    assert.equal(spellings[0]?.state.words, "Nothing");
    assert.deepEqual((await help({ words: "longseaa" })).spellings, []);
  });

  it("offers a spelling without the filters where they are in the way too", async () => {
    const { spellings } = await help({ words: "nothign", chosen: { people: ["Bob"] } });
    assert.deepEqual(shown(spellings), ["Nothing, without filters 1"]);
    assert.deepEqual(spellings[0]?.state.chosen, {});
  });
});
