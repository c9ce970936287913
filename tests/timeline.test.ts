import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeRange, parseMonthCounts, rangeEnd, rangeMessage, rangeQuery } from "../src/client/timeline-range.ts";
import { archivePages } from "../src/page.ts";
import { monthNumber, monthText } from "../src/page/calendar.ts";
import { fileArchive } from "../src/page/filing.ts";
import { timelinePage } from "../src/page/timeline.ts";
import { archive, article } from "./archive.ts";

interface Timeline {
  readonly chart?: {
    readonly unit: string;
    readonly top: number;
    readonly bars: readonly {
      readonly from: string;
      readonly to: string;
      readonly label: string;
      readonly count?: number;
      readonly height?: number;
      readonly url?: string;
      readonly tick?: string;
    }[];
  };
  readonly rows?: readonly {
    readonly year: string;
    readonly count: number;
    readonly url?: string;
    readonly months: readonly { readonly count?: number; readonly url?: string }[];
  }[];
  readonly rowsLeftOut?: number;
  readonly datedCount?: number;
  readonly undated?: { readonly count: number; readonly url: string };
  readonly monthCounts?: string;
}

/** Articles with these dates. */
function articlesOf(dates: readonly (string | undefined)[]) {
  return archive(dates.map((date, i) => article(`${i}.txt`, [`Article ${i}`], date === undefined ? {} : { date })));
}

/** The timeline of articles with these dates. */
function timelineOf(dates: readonly (string | undefined)[]): Timeline {
  return timelinePage(fileArchive(articlesOf(dates))).data;
}

/** What is written on the axis of the timeline of articles with these dates. */
function ticksOf(...dates: readonly string[]): string[] {
  return timelineOf(dates).chart?.bars.flatMap(({ tick }) => tick ?? []) ?? [];
}

describe("the timeline", () => {
  const timeline = timelineOf(["1987-05-17", "1987-05-18", "1987-12-01", "1991-02-28", undefined]);
  const long = timelineOf(["1987-05-17", "1987-05-18", "1987-12-01", "1990-02-28", "1998-02-28"]);

  it("has a bar for every month of a few years, and a gap where there are no articles", () => {
    assert.equal(timeline.chart?.unit, "month");
    assert.equal(timeline.chart?.bars.length, 46);
    assert.deepEqual(
      timeline.chart?.bars.flatMap(({ from, to, label, count }) => (count ? [[from, to, label, count]] : [])),
      [
        ["1987-05", "1987-05", "May 1987", 2],
        ["1987-12", "1987-12", "December 1987", 1],
        ["1991-02", "1991-02", "February 1991", 1],
      ],
    );
  });

  it("has a bar for every year when the months are too many", () => {
    assert.equal(long.chart?.unit, "year");
    assert.deepEqual(
      long.chart?.bars.slice(0, 4).map(({ from, to, label, count }) => [from, to, label, count]),
      [
        ["1987-01", "1987-12", "1987", 3],
        ["1988-01", "1988-12", "1988", undefined],
        ["1989-01", "1989-12", "1989", undefined],
        ["1990-01", "1990-12", "1990", 1],
      ],
    );
  });

  it("draws bars as high as their numbers, on a scale that ends in a round one", () => {
    assert.equal(long.chart?.top, 4);
    assert.deepEqual([long.chart?.bars[0]?.height, long.chart?.bars[3]?.height], [75, 25]);
    const many = timelineOf(Array.from({ length: 23 }, () => "1987-05-17"));
    assert.equal(many.chart?.top, 24);
  });

  it("leads from a bar, a month and a year to where their articles begin in the list", () => {
    assert.equal(long.chart?.bars[0]?.url, "/articles/#at-1987-12");
    assert.equal(timeline.chart?.bars[0]?.url, "/articles/#at-1987-05");
    assert.equal(timeline.rows?.[0]?.url, "/articles/#at-1987");
    assert.equal(timeline.rows?.[0]?.months[4]?.url, "/articles/#at-1987-05");
  });

  it("leads to the right page of a long list, and to an entry that is there", () => {
    const dates = Array.from({ length: 250 }, (_, i) => (i < 240 ? "2001-01-01" : "1990-01-01"));
    assert.equal(timelineOf(dates).chart?.bars[0]?.url, "/articles/page/3/#at-1990-01");
    const pages = archivePages(articlesOf(dates));
    const idsOn = (url: string) =>
      JSON.stringify(pages.find(({ data }) => data["permalink"] === url)?.data["groups"]).match(/at-\d{4}-\d\d/gu);
    assert.deepEqual([idsOn("/articles/"), idsOn("/articles/page/2/")], [["at-2001-01"], null]);
    assert.deepEqual(idsOn("/articles/page/3/"), ["at-1990-01"]);
  });

  it("says how many articles are undated, and where they are", () => {
    assert.deepEqual(timeline.undated, { count: 1, url: "/articles/#at-undated" });
    assert.equal(timeline.datedCount, 4);
    assert.equal(timelineOf(["1987-05-17"]).undated, undefined);
  });

  it("counts the articles of each month", () => {
    const [row] = timeline.rows ?? [];
    assert.deepEqual([row?.year, row?.count, row?.months.length], ["1987", 3, 12]);
    assert.deepEqual([row?.months[4]?.count, row?.months[11]?.count, row?.months[0]?.count], [2, 1, undefined]);
  });

  it("has several years to a bar when they are many, and still no gap in its axis", () => {
    const { chart } = timelineOf(["0004-01-01", "1066-10-14", "1999-12-31"]);
    assert.equal(chart?.unit, "20 years");
    assert.deepEqual(
      [chart?.bars.length, chart?.bars[0]?.label, chart?.bars.at(-1)?.label],
      [100, "0–19", "1980–1999"],
    );
    assert.equal(chart?.bars.at(-1)?.url, "/articles/#at-1999-12");
    assert.equal(chart?.bars[0]?.url, "/articles/#at-0004-01");
  });

  it("marks round years on its axis, or months, as many as there is room for", () => {
    const years = ticksOf("1953-01-01", "2021-01-01");
    assert.ok(years.length > 5 && years.length <= 16);
    assert.ok(years.every((year) => Number(year) % 5 === 0));
    assert.deepEqual(ticksOf("1990-11-01", "1991-02-28"), ["Nov", "Dec", "1991", "Feb"]);
    assert.deepEqual(ticksOf("1990-02-01", "1992-02-28"), ["Apr", "Jul", "Oct", "1991", "Apr", "Jul", "Oct", "1992"]);
  });

  it("has no chart when nothing is dated", () => {
    const bare = timelineOf([undefined]);
    assert.deepEqual([bare.chart, bare.rows], [undefined, undefined]);
  });

  it("keeps its table short, and says so", () => {
    const dates = Array.from({ length: 400 }, (_, i) => `${1600 + i}-06-01`);
    const { rows, rowsLeftOut } = timelineOf(dates);
    assert.deepEqual([rows?.length, rows?.at(-1)?.year, rowsLeftOut], [150, "1999", 250]);
  });

  it("counts months from the year 0 and back", () => {
    for (const month of ["0004-01", "0999-12", "1987-05"]) assert.equal(monthText(monthNumber(month)), month);
  });
});

describe("a range of months", () => {
  const months = parseMonthCounts("1987-05:3 1988-01:1000 1991-02:1");
  const range = (from: string, to: string) => makeRange(months, { from, to });

  it("goes from the earlier to the later, within those that there are, years being all of their months", () => {
    assert.deepEqual(range("1990", "1988"), { from: "1988-01", to: "1990-12" });
    assert.deepEqual(range("1988-03", "1990"), { from: "1988-03", to: "1990-12" });
    assert.deepEqual(range("0012", "9999"), { from: "1987-05", to: "1991-02" });
    assert.deepEqual(range("", "1066"), { from: "1987-05", to: "1987-05" });
  });

  it("is everything while nothing is typed that can be read", () => {
    for (const typed of ["", "19", "soon", "1987-13"]) assert.deepEqual(range(typed, typed), range("", ""));
  });

  it("is written as years where it is whole years", () => {
    const years = range("1988", "1990");
    assert.deepEqual([rangeEnd(years, "from"), rangeEnd(years, "to")], ["1988", "1990"]);
    assert.deepEqual([rangeEnd(range("", ""), "from"), rangeEnd(range("", ""), "to")], ["1987-05", "1991-02"]);
  });

  it("says how many articles it holds", () => {
    assert.equal(rangeMessage(months, range("1988", "1990")), "1,000 articles of 1988 to 1990");
    assert.equal(rangeMessage(months, range("1990", "")), "1 article of January 1990 to February 1991");
    assert.equal(rangeMessage(months, range("1988", "1988")), "1,000 articles of 1988");
  });

  it("asks the search page for its first and last month, the oldest first", () => {
    assert.equal(rangeQuery(range("1988", "1990-06"), { sort: "oldest" }), "?from=1988-01&to=1990-06&sort=oldest");
  });
});
