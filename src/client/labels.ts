import { readableMonths } from "./months.ts";
import type { Condition, SearchState } from "./state.ts";

/** Titles of facets by their keys. */
export type Titles = Readonly<Record<string, string>>;

/** A condition in words: "Places: Iran", "Places: not Syria", "Date: since March 1991". */
export function conditionLabel({ marked }: Condition, { from, to }: SearchState, titles: Titles): string {
  if (!marked) return `Date: ${readableMonths(from, to)}`;
  const not = marked.mark === "excluded" ? "not " : "";
  return `${titles[marked.facet] ?? marked.facet}: ${not}${marked.value}`;
}
