import type { Mark } from "./state.ts";

/** A value of a facet, as it is listed. */
export interface FacetRow {
  readonly value: string;
  /** Articles that carry it under the other conditions; absent when they have not been counted. */
  readonly count?: number;
  readonly mark: Mark;
}

/** Which values of a facet to list. */
export interface FacetView {
  /** Articles by value; absent until they have been counted. */
  readonly counts: ReadonlyMap<string, number> | undefined;
  readonly chosen: readonly string[];
  readonly excluded: readonly string[];
  /** What the reader typed to narrow the list; "" shows all. */
  readonly typed: string;
  /** Greatest number of rows beside the marked ones. */
  readonly limit: number;
  /** Lists by count, the greatest first, or by value, the last first (years). */
  readonly order: "count" | "value";
}

/** The rows of a facet. */
export interface FacetRows {
  /** Marked ones first. */
  readonly rows: readonly FacetRow[];
  /** How many values there are beside the marked ones. */
  readonly others: number;
}

/** The rows to show: the marked ones, and the others that fit what is typed, as many as the limit allows. */
export function facetRows({ counts, chosen, excluded, typed, limit, order }: FacetView): FacetRows {
  const marks = new Map<string, Mark>([
    ...chosen.map((value) => [value, "chosen"] as const),
    ...excluded.map((value) => [value, "excluded"] as const),
  ]);
  const wanted = fold(typed);
  const others = [...(counts ?? [])]
    .filter(([value, count]) => count > 0 && !marks.has(value))
    .map(([value, count]) => ({ value, count, place: placeOf(value, wanted) }))
    .filter(({ place }) => place >= 0)
    .toSorted(
      (a, b) => Number(a.place > 0) - Number(b.place > 0) || (order === "count" ? byCount(a, b) : byValue(a, b)),
    )
    .map(({ value }) => value);
  const row = (value: string): FacetRow => ({
    value,
    mark: marks.get(value),
    ...(counts && { count: counts.get(value) ?? 0 }),
  });
  return { rows: [...marks.keys(), ...others.slice(0, limit)].map(row), others: others.length };
}

interface Entry {
  readonly value: string;
  readonly count: number;
}

/** Where the letters typed stand in a value: what begins with them comes first. -1 when they do not. */
function placeOf(value: string, typed: string): number {
  return typed === "" ? 0 : fold(value).indexOf(typed);
}

// One for all: a facet can have tens of thousands of values to compare.
const { compare } = new Intl.Collator();

function byCount(a: Entry, b: Entry): number {
  return b.count - a.count || compare(a.value, b.value);
}

/** "2015", "1991", "Undated" */
function byValue({ value: a }: Entry, { value: b }: Entry): number {
  return Number(/^\d/u.test(b)) - Number(/^\d/u.test(a)) || compare(b, a);
}

/** "Málaga" and "malaga" meet: case and diacritics do not count when a reader types. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
