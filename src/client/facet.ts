/** A value of a facet, as it is listed. */
export interface FacetRow {
  readonly value: string;
  /** Articles that carry it under the other conditions; absent when they were not counted. */
  readonly count?: number;
  readonly chosen: boolean;
}

/** Which values of a facet to list. */
export interface FacetView {
  /** Articles by value. */
  readonly counts: Readonly<Record<string, number>>;
  /** False when the counts are those of the whole archive, good for the order alone. */
  readonly exact: boolean;
  readonly chosen: readonly string[];
  /** What the reader typed to narrow the list; "" shows all. */
  readonly typed: string;
  /** Greatest number of rows beside the chosen ones. */
  readonly limit: number;
  /** Lists by count, the greatest first, or by value, the last first (years). */
  readonly order: "count" | "value";
}

/** The rows to show, chosen ones first, and how many more there are. */
export function facetRows({ counts, exact, chosen, typed, limit, order }: FacetView): {
  rows: FacetRow[];
  more: number;
} {
  const row = (value: string) => ({
    value,
    chosen: chosen.includes(value),
    ...(exact && { count: counts[value] ?? 0 }),
  });
  const wanted = fold(typed);
  const others = Object.entries(counts)
    .filter(([value, count]) => count > 0 && !chosen.includes(value) && fold(value).includes(wanted))
    .toSorted(order === "count" ? byCount : byValue)
    .map(([value]) => value);
  const listed = [...chosen, ...others.slice(0, limit)];
  return { rows: listed.map(row), more: Math.max(0, others.length - limit) };
}

type Entry = readonly [value: string, count: number];

// One for all: a facet can have tens of thousands of values to compare.
const { compare } = new Intl.Collator();

function byCount([a, countOfA]: Entry, [b, countOfB]: Entry): number {
  return countOfB - countOfA || compare(a, b);
}

function byValue([a]: Entry, [b]: Entry): number {
  return compare(b, a);
}

/** "Málaga" and "malaga" meet: case and diacritics do not count when a reader types. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
