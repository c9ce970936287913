/** Articles over time as bars on an axis without gaps: one for each month, year or number of years. */

import { monthNames, monthNumber, monthText } from "./calendar.ts";
import { groupBy, present } from "./data.ts";

/** A month in which articles are dated. */
export interface Month {
  /** "1987-05" */
  readonly month: string;
  readonly count: number;
  /** Where its articles begin in the list of all articles. */
  readonly url?: string;
}

/** More bars than these could not be told apart. */
const mostBars = 160;
/** Months that get a bar each: ten years of them. */
const mostMonths = 120;
/** Marks on the axis. */
const mostTicks = 16;
const stepsOfYears = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((years) => years * 12);
const stepsOfTicks = [1, 3, 6, ...stepsOfYears];
/** A scale ends no lower: a bar for one article is not to look like a record. */
export const leastTop = 4;
/** Percent of the chart's height: less could not be seen. */
const leastHeight = 1.5;

/** The chart of some months, which are in order and not empty. */
export function barChart(months: readonly Month[]) {
  const [first, last] = [monthNumber(months[0]?.month ?? ""), monthNumber(months.at(-1)?.month ?? "")];
  const span = last - first + 1;
  const step = span <= mostMonths ? 1 : stepFor(span, mostBars, stepsOfYears);
  const axis = { step, span, tickStep: Math.max(step, stepFor(span, mostTicks, stepsOfTicks)) };
  const start = first - (first % step);
  const byBar = groupBy(months, ({ month }) => Math.floor((monthNumber(month) - start) / step));
  const top = Math.max(leastTop, roundUp(Math.max(...[...byBar.values()].map(countArticles))));
  const bars = Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, bar) => {
    const members = byBar.get(bar) ?? [];
    const count = countArticles(members);
    // The list of articles has the newest first, so the bar's last month is where the bar's articles begin.
    const counted = { count, height: barHeight(count, top), url: members.at(-1)?.url };
    return present({ ...barFacts(start + bar * step, axis), ...(count > 0 && counted) });
  });
  return { step, unit: unitOf(step), top, middle: top % 2 === 0 ? top / 2 : undefined, bars };
}

/** Percent of the height of what reaches the top. */
export function barHeight(count: number, top: number): number {
  return Math.max(leastHeight, Math.round((count / top) * 1000) / 10);
}

/** Number of articles of some months. */
export function countArticles(months: readonly Month[]): number {
  return months.reduce((sum, { count }) => sum + count, 0);
}

interface Axis {
  /** Months to a bar, months in all, months from one mark to the next. */
  readonly step: number;
  readonly span: number;
  readonly tickStep: number;
}

function barFacts(from: number, { step, span, tickStep }: Axis) {
  const to = from + step - 1;
  return {
    from: monthText(from),
    to: monthText(to),
    label: barLabel(from, to),
    tick: from % tickStep === 0 ? tickLabel(from) : undefined,
    // Every second mark is left out where there is little room.
    isMajor: from % (2 * tickStep) === 0 || tickStep >= span - 1,
  };
}

/** "May 1987", "1987", "1980–1999" */
function barLabel(from: number, to: number): string {
  const [first, last] = [Math.floor(from / 12), Math.floor(to / 12)];
  if (from === to) return `${monthNames[from % 12]} ${first}`;
  return first === last ? String(first) : `${first}–${last}`;
}

/** "1988", and "Apr" between two years. */
function tickLabel(month: number): string {
  return month % 12 === 0 ? String(month / 12) : (monthNames[month % 12] ?? "").slice(0, 3);
}

/** "month", "year", "20 years" */
function unitOf(step: number): string {
  if (step < 12) return "month";
  return step === 12 ? "year" : `${step / 12} years`;
}

/** The shortest of some steps that divides a span into at most `most` parts. */
function stepFor(span: number, most: number, steps: readonly number[]): number {
  return steps.find((step) => span / step <= most) ?? steps.at(-1) ?? 1;
}

/** 6 for 5, 12 for 11, 24 for 23: a round number close above, in which a scale can end. */
function roundUp(count: number): number {
  const unit = 10 ** Math.floor(Math.log10(count));
  const ends = [10, 12, 16, 20, 24, 30, 40, 50, 60, 80, 100].map((tenths) => (tenths * unit) / 10);
  return ends.find((end) => end >= count && Number.isInteger(end)) ?? count;
}
