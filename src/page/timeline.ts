import type { Page } from "../types.ts";
import { barChart, barHeight, countArticles, leastTop, type Month } from "./bars.ts";
import { monthNames } from "./calendar.ts";
import { groupBy, present, someOf } from "./data.ts";
import type { FiledArticle, Filing } from "./filing.ts";
import { articleList, monthUrls, undatedHeading } from "./indexes.ts";

/** Years that the table of months shows; those before them are in the chart. */
const mostRows = 150;

/** The page `/timeline/`: articles on an axis without gaps, and by year and month; undated ones are counted apart. */
export function timelinePage(filing: Filing): Page {
  const list = articleList(filing);
  const months = datedMonths(filing.articles, monthUrls(list));
  const undated = filing.articles.length - countArticles(months);
  const urls = new Map(list.headings.map(({ heading, url }) => [heading, url]));
  const years = [...groupBy(months, ({ month }) => month.slice(0, 4))];
  const dates = filing.articles.flatMap(({ article: { date } }) => date ?? []);
  return {
    path: "timeline.md",
    data: present({
      layout: "timeline.njk",
      title: "Timeline",
      permalink: "/timeline/",
      scripts: ["timeline.js"],
      articleCount: filing.articles.length,
      datedCount: dates.length,
      first: dates[0],
      last: dates.at(-1),
      undated: undated > 0 ? { count: undated, url: urls.get(undatedHeading) } : undefined,
      chart: months.length > 0 ? barChart(months) : undefined,
      monthNames,
      rows: someOf(monthRows(years.slice(-mostRows), urls)),
      rowsLeftOut: years.length > mostRows ? years.length - mostRows : undefined,
      monthCounts: months.map(({ month, count }) => `${month}:${count}`).join(" "),
    }),
    body: "",
  };
}

function datedMonths(articles: readonly FiledArticle[], urls: ReadonlyMap<string, string>): Month[] {
  const dates = articles.flatMap(({ article: { date } }) => date ?? []);
  return [...groupBy(dates, (date) => date.slice(0, 7))].map(([month, members]) => {
    const url = urls.get(month);
    return { month, count: members.length, ...(url !== undefined && { url }) };
  });
}

function monthRows(
  years: readonly (readonly [year: string, months: readonly Month[]])[],
  urls: ReadonlyMap<string, string>,
) {
  const top = years.flatMap(([, months]) => months).reduce((most, { count }) => Math.max(most, count), leastTop);
  return years.map(([year, months]) => ({
    year,
    count: countArticles(months),
    url: urls.get(year),
    months: monthNames.map((_name, index) => {
      const found = months.find(({ month }) => Number(month.slice(5)) === index + 1);
      return found ? present({ count: found.count, height: barHeight(found.count, top), url: found.url }) : {};
    }),
  }));
}
