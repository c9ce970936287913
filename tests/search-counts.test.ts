/** What the search page says beside the results: numbers at filters and months, and ways out where nothing is found. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { undated } from "../src/client/archive-data.ts";
import { countFacets, countMonths } from "../src/client/count.ts";
import { findArticles, type FoundArticles } from "../src/client/find.ts";
import { findHelp } from "../src/client/help.ts";
import { knownNames } from "../src/client/known-names.ts";
import { noSearch, type SearchState } from "../src/client/state.ts";
import { data, facetKeys, fakeSources } from "./search-archive.ts";

const titles = { people: "People", places: "Places", year: "Year" };

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
