import type { FilterCounts, Hit, SearchIndex, SearchOptions } from "./pagefind.ts";
import { choiceFilters, isEmpty, type SearchState } from "./state.ts";

/** The articles that a search found. */
export interface FoundArticles {
  /** In the order asked for; when that is by date, undated ones stand last. */
  readonly hits: readonly Hit[];
  /** How many undated ones stand last; 0 when not sorted by date. */
  readonly undated: number;
}

/** Finds the articles that a search asks for. */
export async function findArticles(articles: SearchIndex, state: SearchState): Promise<FoundArticles> {
  const [words, filters, sort] = [searchWords(state), choiceFilters(state), dateSort(state)];
  const all = await articles.search(words, { filters });
  if (!sort) return { hits: all.results, undated: 0 };
  const dated = await articles.search(words, { filters, sort });
  const undated = withoutHits(all.results, dated.results);
  return { hits: [...dated.results, ...undated], undated: undated.length };
}

/** Finds the pages of people, places and whatever else has a name, the best first. */
export async function findNames(names: SearchIndex, state: SearchState): Promise<readonly Hit[]> {
  if (state.words === "") return [];
  const found = await names.search(searchWords(state), {});
  return found.results;
}

/** How many articles carry the values of facets. */
export interface FacetCounts {
  readonly counts: FilterCounts;
  /** False when the counts are those of the whole archive. */
  readonly exact: boolean;
}

/** Pagefind compares every value's articles with every article found: beyond this many, that takes seconds. */
const mostCounted = 5000;

/** Counts the values of facets for a search that found so many articles. */
export async function countFacets(
  articles: SearchIndex,
  state: SearchState,
  search: { readonly facets: readonly string[]; readonly found: number },
): Promise<FacetCounts> {
  if (isEmpty(state)) return { counts: await articles.filters(), exact: true };
  if (search.found > mostCounted) return { counts: await articles.filters(), exact: false };
  return { counts: await countEach(articles, state, search.facets), exact: true };
}

// A facet's own choice does not narrow its counts: one must see what a second value would bring.
async function countEach(articles: SearchIndex, state: SearchState, facets: readonly string[]): Promise<FilterCounts> {
  const everyFacet = Object.fromEntries(facets.map((facet) => [facet, { any: [] }]));
  const count = async (without?: string) => {
    const filters = { ...everyFacet, ...choiceFilters(state, without) };
    return (await articles.search(searchWords(state), { filters })).filters;
  };
  const counts = await count();
  const chosen = facets.filter((facet) => state.chosen[facet]);
  const others = await Promise.all(chosen.map(async (facet) => [facet, (await count(facet))[facet] ?? {}] as const));
  return { ...counts, ...Object.fromEntries(others) };
}

// Without words there is no relevance: the newest come first.
function dateSort({ words, sort }: SearchState): SearchOptions["sort"] {
  if (sort === "oldest") return { date: "asc" };
  if (sort === "newest" || words === "") return { date: "desc" };
  return undefined;
}

// Typographic quotation marks come with pasted text; Pagefind takes only straight ones for a phrase.
function searchWords({ words }: SearchState): string | null {
  return words === "" ? null : words.replace(/[“”„«»]/gu, '"');
}

function withoutHits(hits: readonly Hit[], others: readonly Hit[]): Hit[] {
  const ids = new Set(others.map((hit) => hit.id));
  return hits.filter((hit) => !ids.has(hit.id));
}
