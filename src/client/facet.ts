/** A value of a facet, as it is listed. */
export interface FacetRow {
  readonly value: string;
  /** Articles that carry it under the other conditions. */
  readonly count: number;
  readonly chosen: boolean;
}

/** Which values of a facet to list. */
export interface FacetView {
  /** Articles by value. */
  readonly counts: Readonly<Record<string, number>>;
  readonly chosen: readonly string[];
  /** What the reader typed to narrow the list; "" shows all. */
  readonly typed: string;
  /** Greatest number of rows beside the chosen ones. */
  readonly limit: number;
  /** Lists by count, the greatest first, or by value, the last first (years). */
  readonly order: "count" | "value";
}

/** The rows to show, chosen ones first, and how many more there are. */
export function facetRows(view: FacetView): { rows: FacetRow[]; more: number } {
  const chosen = view.chosen.map((value) => ({ value, count: view.counts[value] ?? 0, chosen: true }));
  const typed = fold(view.typed);
  const others = Object.entries(view.counts)
    .filter(([value, count]) => count > 0 && !view.chosen.includes(value) && fold(value).includes(typed))
    .map(([value, count]) => ({ value, count, chosen: false }))
    .toSorted(view.order === "count" ? byCount : byValue);
  return { rows: [...chosen, ...others.slice(0, view.limit)], more: Math.max(0, others.length - view.limit) };
}

function byCount(a: FacetRow, b: FacetRow): number {
  return b.count - a.count || a.value.localeCompare(b.value);
}

function byValue(a: FacetRow, b: FacetRow): number {
  return b.value.localeCompare(a.value);
}

/** "Málaga" and "malaga" meet: case and diacritics do not count when a reader types. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
