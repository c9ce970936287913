import type { Page } from "../types.ts";
import { groupBy, present, someOf } from "./data.ts";
import type { FiledArticle, Filing } from "./filing.ts";
import { articleList, undatedHeading } from "./indexes.ts";

/** More bars than these could not be told apart. */
const mostBars = 160;
/** Marks on the axis of years. */
const mostTicks = 16;
/** Years that the table of months shows; those before them are in the chart. */
const mostRows = 150;
/** Years that a bar, or the distance between two marks, may stand for. */
const stepsOfYears = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
/** A scale ends no lower: a bar for one article is not to look like a record. */
const leastTop = 4;
/** Percent of the chart's height: less could not be seen. */
const leastHeight = 1.5;

/** A year in which articles are dated. */
interface Year {
  readonly year: number;
  readonly articles: readonly FiledArticle[];
}

/** The page `/timeline/`: articles by year on an axis without gaps, and by month; undated ones are counted apart. */
export function timelinePage(filing: Filing): Page {
  const dated = groupBy(
    filing.articles.filter(({ article: { date } }) => date !== undefined),
    ({ article: { date } }) => Number(date?.slice(0, 4)),
  );
  const years = [...dated].map(([year, articles]) => ({ year, articles }));
  const undated = filing.articles.length - years.reduce((sum, { articles }) => sum + articles.length, 0);
  const headings = articleList(filing).headings;
  const urls = new Map(
    headings.map(({ heading, url }) => [heading === undatedHeading ? heading : Number(heading), url]),
  );
  return {
    path: "timeline.md",
    data: present({
      layout: "timeline.njk",
      title: "Timeline",
      permalink: "/timeline/",
      scripts: ["timeline.js"],
      articleCount: filing.articles.length,
      undated: undated > 0 ? { count: undated, url: urls.get(undatedHeading) } : undefined,
      chart: years.length > 0 ? chart(years, urls) : undefined,
      rows: someOf(monthRows(years.slice(-mostRows), urls)),
      rowsLeftOut: years.length > mostRows ? years.length - mostRows : undefined,
      yearCounts: years.map(({ year, articles }) => `${year}:${articles.length}`).join(" "),
    }),
    body: "",
  };
}

/** Where the articles of a year begin in the list of all articles. */
type Urls = ReadonlyMap<number | string, string>;

/** One bar for each year from the first to the last, or for each decade when the years are many. */
function chart(years: readonly Year[], urls: Urls) {
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  const step = stepFor(last - first + 1, mostBars);
  const tickStep = Math.max(step, stepFor(last - first + 1, mostTicks));
  const start = first - (first % step);
  const byBar = groupBy(years, ({ year }) => Math.floor((year - start) / step));
  const counts = new Map([...byBar].map(([bar, members]) => [bar, countArticles(members)]));
  const top = Math.max(leastTop, roundUp(Math.max(...counts.values())));
  const bars = Array.from({ length: Math.floor((last - start) / step) + 1 }, (_, bar) => {
    const [from, to] = [start + bar * step, start + (bar + 1) * step - 1];
    const count = counts.get(bar) ?? 0;
    // The list of articles has the newest first, so the bar's last year is where the bar's articles begin.
    const url = urls.get(byBar.get(bar)?.at(-1)?.year ?? 0);
    return present({
      from,
      to,
      label: step === 1 ? String(from) : `${from}–${to}`,
      tick: from % tickStep === 0 ? from : undefined,
      // Every second mark is left out where there is little room.
      isMajor: from % (2 * tickStep) === 0 || tickStep >= last - first,
      ...(count > 0 && { count, height: height(count, top), url }),
    });
  });
  return { first, last, step, top, middle: top % 2 === 0 ? top / 2 : undefined, bars };
}

function monthRows(years: readonly Year[], urls: Urls) {
  const rows = years.map(({ year, articles }) => {
    const byMonth = groupBy(articles, ({ article: { date } }) => Number(date?.slice(5, 7)));
    const months = Array.from({ length: 12 }, (_, month) => byMonth.get(month + 1)?.length ?? 0);
    return { year, count: articles.length, months };
  });
  const top = rows.flatMap(({ months }) => months).reduce((a, b) => Math.max(a, b), leastTop);
  return rows.map(({ year, count, months }) => ({
    year,
    count,
    url: urls.get(year),
    months: months.map((articles) => (articles === 0 ? {} : { count: articles, height: height(articles, top) })),
  }));
}

function countArticles(years: readonly Year[]): number {
  return years.reduce((sum, { articles }) => sum + articles.length, 0);
}

/** The shortest step of years that divides a span into at most `most` parts. */
function stepFor(span: number, most: number): number {
  return stepsOfYears.find((step) => span / step <= most) ?? 1000;
}

/** 6 for 5, 30 for 23: a round number, in which a scale can end. */
function roundUp(count: number): number {
  const unit = 10 ** Math.floor(Math.log10(count));
  return [1, 2, 3, 4, 6, 8, 10].map((factor) => factor * unit).find((value) => value >= count) ?? count;
}

/** Percent of the height of what reaches the top. */
function height(count: number, top: number): number {
  return Math.max(leastHeight, Math.round((count / top) * 1000) / 10);
}
