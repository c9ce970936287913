/** A made-up archive that the search page's parts look in, and what stands for Pagefind. */

import { type ArchiveData, type Facet, yearFacet } from "../src/client/archive-data.ts";
import { findArticles, type SearchSources } from "../src/client/find.ts";
import type { Hit } from "../src/client/pagefind.ts";
import { noSearch, type SearchState } from "../src/client/state.ts";
import type { MonthRow } from "../src/page/search.ts";

export const facetKeys = ["people", "places", "year"];

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
export const facets: Readonly<Record<string, Facet>> = {
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
export const data: ArchiveData = {
  articles: async () => ({ ids, months, numberOf: new Map(ids.map((id, number) => [id, number])) }),
  names: async () => [],
  facet: async (key) => facets[key] ?? { values: [], articles: [] },
};

export function hit(id: string): Hit {
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
export function fakeSources(asked: string[] = []): SearchSources {
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

/** What a search finds in it, and the ids of that. */
export const found = async (state: Partial<SearchState>) => findArticles(fakeSources(), { ...noSearch, ...state });
export const foundIds = async (state: Partial<SearchState>) => (await found(state)).hits.map(({ id }) => id).join("");
