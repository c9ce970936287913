/** Which articles fulfil the conditions of a search, and how many of them carry each value of a facet. */

import type { Articles, Facet } from "./archive-data.ts";
import type { SearchState } from "./state.ts";

/** 1 for each article that fits, by number. */
export type Mask = Uint8Array;

/** What conditions are about. */
export interface Selectable {
  readonly months: Articles["months"];
  /** At least the facets that the search asks for something by. */
  readonly facets: Readonly<Record<string, Facet>>;
}

/** Every article of an archive. */
export function everyArticle(months: Articles["months"]): Mask {
  return new Uint8Array(months.reduce((sum, [, articles]) => sum + articles, 0)).fill(1);
}

/** Those of some articles that fulfil every condition; `without` names a facet whose chosen values do not count. */
export function selectArticles(
  { months, facets }: Selectable,
  state: SearchState,
  { among, without }: { readonly among: Mask; readonly without?: string },
): Mask {
  let mask = keepMonths(among, months, state);
  for (const [key, values] of Object.entries(state.chosen)) {
    if (key !== without) mask = and(mask, maskOf(mask.length, facets[key], values));
  }
  for (const [key, values] of Object.entries(state.excluded)) {
    mask = minus(mask, maskOf(mask.length, facets[key], values));
  }
  return mask;
}

/** How many articles of a mask carry each value. */
export function countValues({ values, articles }: Facet, mask: Mask): Map<string, number> {
  const count = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + (mask[number] ?? 0), 0);
  return new Map(values.map((value, index) => [value, count(articles[index] ?? [])]));
}

/** How many articles fit. */
export function countMask(mask: Mask): number {
  return mask.reduce((sum, fits) => sum + fits, 0);
}

/** The numbers that are in any of some values' lists. */
function maskOf(size: number, facet: Facet | undefined, values: readonly string[]): Mask {
  const mask = new Uint8Array(size);
  for (const value of values) {
    const index = facet?.values.indexOf(value) ?? -1;
    for (const number of facet?.articles[index] ?? []) mask[number] = 1;
  }
  return mask;
}

function keepMonths(mask: Mask, months: Articles["months"], { from, to }: SearchState): Mask {
  if (from === undefined && to === undefined) return mask;
  const kept = new Uint8Array(mask.length);
  let start = 0;
  for (const [month, articles] of months) {
    const end = start + articles;
    const isIn = month !== "" && month >= (from ?? "") && month <= (to ?? "9999-12");
    if (isIn) kept.set(mask.subarray(start, end), start);
    start = end;
  }
  return kept;
}

function and(a: Mask, b: Mask): Mask {
  return a.map((fits, number) => fits & (b[number] ?? 0));
}

function minus(a: Mask, b: Mask): Mask {
  return a.map((fits, number) => fits & (1 - (b[number] ?? 0)));
}
