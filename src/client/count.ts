import type { ArchiveData, Facet } from "./archive-data.ts";
import { loadArchive, maskOfHits } from "./find.ts";
import type { Hit } from "./pagefind.ts";
import type { MonthRow } from "../page/search.ts";
import { countMask, countValues, type Mask, type Selectable, selectArticles } from "./select.ts";
import type { SearchState } from "./state.ts";

/** How many articles carry each value of each facet. */
export type FacetCounts = Readonly<Record<string, ReadonlyMap<string, number>>>;

/**
 * Counts the values of facets among the articles that have the words. A facet's own choice does not narrow its counts:
 * one must see what a second value would bring, and what an excluded one has taken away.
 */
export async function countFacets(
  data: ArchiveData,
  state: SearchState,
  { keys, worded }: { readonly keys: readonly string[]; readonly worded: readonly Hit[] | undefined },
): Promise<FacetCounts> {
  const [articles, ...loaded] = await Promise.all([data.articles(), ...keys.map((key) => data.facet(key))]);
  const facets = Object.fromEntries(keys.map((key, index) => [key, loaded[index] ?? noFacet]));
  const selectable = { months: articles.months, facets };
  const among = maskOfHits(worded, articles);
  return Object.fromEntries(keys.map((key) => [key, countFacet(key, state, { selectable, among })]));
}

/** How many articles there would be in each month, whatever months are asked for; those that have any, in order. */
export async function countMonths(
  data: ArchiveData,
  state: SearchState,
  worded: readonly Hit[] | undefined,
): Promise<MonthRow[]> {
  const archive = await loadArchive(data, state);
  const { from: _from, to: _to, ...unbounded } = state;
  const mask = selectArticles(archive, unbounded, { among: maskOfHits(worded, archive.articles) });
  let start = 0;
  const rows = archive.months.map(([month, all]): MonthRow => {
    const end = (start += all);
    return [month, countMask(mask.subarray(end - all, end))];
  });
  return rows.filter(([month, count]) => month !== "" && count > 0);
}

const noFacet: Facet = { values: [], articles: [] };

function countFacet(
  key: string,
  state: SearchState,
  { selectable, among }: { readonly selectable: Selectable; readonly among: Mask },
): ReadonlyMap<string, number> {
  const facet = selectable.facets[key] ?? noFacet;
  const counts = countValues(facet, selectArticles(selectable, state, { among, without: key }));
  const { [key]: excluded = [], ...others } = state.excluded;
  if (excluded.length === 0) return counts;
  const taken = countValues(facet, selectArticles(selectable, { ...state, excluded: others }, { among, without: key }));
  return new Map([...counts, ...excluded.map((value) => [value, taken.get(value) ?? 0] as const)]);
}
