import { readableCount } from "../site/filters.ts";
import { formatState } from "./state.ts";

/** The years of an archive that have dated articles, oldest first, and how many. */
export type YearCounts = readonly (readonly [year: number, articles: number])[];

/** Years from one to another, inclusive. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

/** Reads "1987:12 1988:4", as the page's template writes it. */
export function parseYearCounts(text: string): YearCounts {
  return text.split(" ").map((pair) => {
    const [year, articles] = pair.split(":").map(Number);
    return [year ?? 0, articles ?? 0];
  });
}

/** The range that two numbers in any order mean, within the years that there are. */
export function makeRange(years: YearCounts, a: number, b: number): YearRange {
  const [first, last] = [years[0]?.[0] ?? 0, years.at(-1)?.[0] ?? 0];
  // Neither is a number while a field is empty.
  const inside = (year: number, otherwise: number) =>
    Number.isInteger(year) ? Math.min(last, Math.max(first, year)) : otherwise;
  const [from, to] = [inside(a, first), inside(b, last)];
  return { from: Math.min(from, to), to: Math.max(from, to) };
}

/** "34 articles of 1987 to 1990". */
export function rangeMessage(years: YearCounts, { from, to }: YearRange): string {
  const articles = inRange(years, { from, to }).reduce((sum, [, count]) => sum + count, 0);
  return `${readableCount(articles)} ${articles === 1 ? "article" : "articles"} of ${from === to ? from : `${from} to ${to}`}`;
}

/** The query of the search page for the articles of a range; it takes each year by itself. */
export function searchQuery(years: YearCounts, range: YearRange): string {
  const chosen = inRange(years, range).map(([year]) => String(year).padStart(4, "0"));
  return formatState({ words: "", sort: "oldest", chosen: { year: chosen } });
}

function inRange(years: YearCounts, { from, to }: YearRange): YearCounts {
  return years.filter(([year]) => year >= from && year <= to);
}
