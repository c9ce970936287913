import type { Filters } from "./pagefind.ts";

/** Orders in which articles can be listed. */
export const sortOrders = ["relevance", "newest", "oldest"] as const;

/** An order in which articles are listed. */
export type SortOrder = (typeof sortOrders)[number];

/** What is being searched for: all that the address of a search page says. */
export interface SearchState {
  readonly words: string;
  readonly sort: SortOrder;
  /** Chosen values by facet, in the order of choice; a facet without a choice has no key. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
}

/** Reads a search from a URL's query, ignoring keys that are no facet. */
export function parseState(query: string, facets: readonly string[]): SearchState {
  const parameters = new URLSearchParams(query);
  const sort = sortOrders.find((order) => order === parameters.get("sort")) ?? "relevance";
  const chosen = facets.map((facet) => [facet, [...new Set(parameters.getAll(facet))]] as const);
  return {
    words: (parameters.get("q") ?? "").trim(),
    sort,
    chosen: Object.fromEntries(chosen.filter(([, values]) => values.length > 0)),
  };
}

/** Writes a search as a URL's query, "" when it is empty; `parseState` reads it back. */
export function formatState({ words, sort, chosen }: SearchState): string {
  const parameters = new URLSearchParams();
  if (words !== "") parameters.set("q", words);
  for (const [facet, values] of Object.entries(chosen)) {
    for (const value of values) parameters.append(facet, value);
  }
  if (sort !== "relevance") parameters.set("sort", sort);
  const query = parameters.toString();
  return query === "" ? "" : `?${query}`;
}

/** Adds a value to a facet's choice, or takes it away when it was chosen. */
export function toggleValue(state: SearchState, facet: string, value: string): SearchState {
  const before = state.chosen[facet] ?? [];
  const after = before.includes(value) ? before.filter((v) => v !== value) : [...before, value];
  const { [facet]: _, ...others } = state.chosen;
  return { ...state, chosen: after.length === 0 ? others : { ...others, [facet]: after } };
}

/** True when neither words nor facets say what to look for. */
export function isEmpty(state: SearchState): boolean {
  return state.words === "" && Object.keys(state.chosen).length === 0;
}

/** Pagefind's conditions for a choice: any value within a facet, and all facets; `without` leaves one facet out. */
export function choiceFilters(state: SearchState, without?: string): Filters {
  const facets = Object.entries(state.chosen).filter(([facet]) => facet !== without);
  return Object.fromEntries(facets.map(([facet, values]) => [facet, { any: values }]));
}
