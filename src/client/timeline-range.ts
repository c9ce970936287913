import { readableCount } from "../site/filters.ts";
import { parseMonth, readableMonths } from "./months.ts";

/** The months of an archive that have dated articles, "1987-05", oldest first, and how many. */
export type MonthCounts = readonly (readonly [month: string, articles: number])[];

/** Months from one to another, inclusive: as text they are in order of time. */
export interface MonthRange {
  readonly from: string;
  readonly to: string;
}

/** Reads "1987-05:12 1988-01:4", as the page's template writes it. */
export function parseMonthCounts(text: string): MonthCounts {
  return text.split(" ").map((pair) => {
    const [month = "", articles] = pair.split(":");
    return [month, Number(articles)];
  });
}

/** The range that two months or years in any order mean, within the months that there are; what is none means all. */
export function makeRange(months: MonthCounts, { from, to }: Readonly<Record<"from" | "to", string>>): MonthRange {
  const [first, last] = [months[0]?.[0] ?? "", months.at(-1)?.[0] ?? ""];
  const inside = (month: string) => (month < first ? first : month > last ? last : month);
  const range = { from: inside(parseMonth(from, "from") ?? first), to: inside(parseMonth(to, "to") ?? last) };
  // "1992 to 1990" is from January 1990 to December 1992.
  return range.from > range.to ? makeRange(months, { from: to, to: from }) : range;
}

/** What a field says of one end of a range: "1987" for its first or its last month, else "1987-05". */
export function rangeEnd(range: MonthRange, end: "from" | "to"): string {
  const month = range[end];
  return parseMonth(month.slice(0, 4), end) === month ? month.slice(0, 4) : month;
}

/** "34 articles of 1987 to 1990", "2 articles of May 1987 to January 1988" */
export function rangeMessage(months: MonthCounts, range: MonthRange): string {
  const articles = months
    .filter(([month]) => month >= range.from && month <= range.to)
    .reduce((sum, [, count]) => sum + count, 0);
  const ends = [rangeEnd(range, "from"), rangeEnd(range, "to")];
  const isYears = ends.every((end) => end.length === 4);
  const time = isYears ? [...new Set(ends)].join(" to ") : readableMonths(range.from, range.to);
  return `${readableCount(articles)} ${articles === 1 ? "article" : "articles"} of ${time}`;
}

/** The query by which this page, and with an order the search page, is told of a range. */
export function rangeQuery({ from, to }: MonthRange, order: Readonly<Record<string, string>> = {}): string {
  return `?${new URLSearchParams({ from, to, ...order }).toString()}`;
}
