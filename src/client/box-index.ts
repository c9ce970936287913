import { loadArticles, loadNames, type SearchIndex } from "./pagefind.ts";

/** An index as Pagefind's components ask it. */
export interface BoxIndex extends SearchIndex {
  readonly filters: () => Promise<object>;
}

/** How many names stand above the articles. */
const mostNames = 4;

/** Loads the index of the header's box: a few names and then the articles, and none of the filters, which it does not show. */
export async function loadBoxIndex(): Promise<BoxIndex> {
  const [articles, names] = await Promise.all([loadArticles(), loadNames()]);
  return {
    search: async (words) => {
      const [found, named] = await Promise.all([articles.search(words), names.search(words)]);
      return { results: [...named.results.slice(0, mostNames), ...found.results], filters: {} };
    },
    filters: async () => ({}),
  };
}
