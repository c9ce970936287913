import { articleKind, type Found, type Hit, kindFilter, type Pagefind, type SearchOptions } from "./pagefind.ts";
import { choiceFilters, type SearchState } from "./state.ts";

/** The articles that a search found. */
export interface FoundArticles {
  /** In the order asked for; when that is by date, undated ones stand last. */
  readonly hits: readonly Hit[];
  /** How many undated ones stand last; 0 when not sorted by date. */
  readonly undated: number;
  /** Articles by value, of the facets that are loaded. */
  readonly counts: Found["filters"];
}

/** Finds the articles that a search asks for. */
export async function findArticles(pagefind: Pagefind, state: SearchState): Promise<FoundArticles> {
  const filters = { ...choiceFilters(state), [kindFilter]: articleKind };
  const all = await pagefind.search(searchWords(state), { filters });
  const sort = dateSort(state);
  if (!sort) return { hits: all.results, undated: 0, counts: all.filters };
  const dated = await pagefind.search(searchWords(state), { filters, sort });
  const undated = withoutHits(all.results, dated.results);
  return { hits: [...dated.results, ...undated], undated: undated.length, counts: all.filters };
}

/** Finds the pages of people, places and whatever else is indexed by name, the best first. */
export async function findNames(
  pagefind: Pagefind,
  state: SearchState,
  kinds: readonly string[],
): Promise<readonly Hit[]> {
  if (state.words === "" || kinds.length === 0) return [];
  const found = await pagefind.search(state.words, { filters: { [kindFilter]: { any: kinds } } });
  return found.results;
}

/** Counts a facet's values under all conditions but its own choice, so that one can choose a second value; loads the facet. */
export async function countFacet(
  pagefind: Pagefind,
  state: SearchState,
  facet: string,
): Promise<Readonly<Record<string, number>>> {
  // Pagefind counts only the filters that it has loaded, and an empty choice loads one without narrowing anything.
  const filters = { ...choiceFilters(state, facet), [kindFilter]: articleKind, [facet]: { any: [] } };
  const found = await pagefind.search(searchWords(state), { filters });
  return found.filters[facet] ?? {};
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
