import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ArchiveData, undated } from "../src/client/archive-data.ts";
import { countFacets } from "../src/client/count.ts";
import { findArticles, mostChecked } from "../src/client/find.ts";
import { countMessage, phraseMessage } from "../src/client/messages.ts";
import { listedOrder, noSearch, withMonths } from "../src/client/state.ts";
import type { Hit } from "../src/client/pagefind.ts";
import { missingWords } from "../src/client/words.ts";
import { data, facets, fakeSources, found, foundIds, hit } from "./search-archive.ts";

async function withoutC() {
  return { ...(await data.articles()), ids: ["a", "b", "", "d", "e", "f"] };
}

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
    assert.equal(countMessage(await found({ words: "red", sort: "newest" })), "5 articles, 1 undated at the end");
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
    const { hits } = await findArticles({ ...fakeSources(), data: { ...data, articles: withoutC } }, noSearch);
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
