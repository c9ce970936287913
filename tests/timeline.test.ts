import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseState } from "../src/client/state.ts";
import { makeRange, parseYearCounts, rangeMessage, searchQuery } from "../src/client/timeline-range.ts";
import { fileArchive } from "../src/page/filing.ts";
import { timelinePage } from "../src/page/timeline.ts";
import { archive, article } from "./archive.ts";

interface Timeline {
  readonly chart?: {
    readonly first: number;
    readonly last: number;
    readonly step: number;
    readonly top: number;
    readonly bars: readonly {
      readonly label: string;
      readonly count?: number;
      readonly height?: number;
      readonly url?: string;
      readonly tick?: number;
    }[];
  };
  readonly rows?: readonly {
    readonly year: number;
    readonly count: number;
    readonly months: readonly { count?: number }[];
  }[];
  readonly rowsLeftOut?: number;
  readonly undated?: { readonly count: number; readonly url: string };
  readonly yearCounts?: string;
}

/** The timeline of articles with these dates. */
function timelineOf(dates: readonly (string | undefined)[]): Timeline {
  const articles = dates.map((date, i) => article(`${i}.txt`, [`Article ${i}`], date === undefined ? {} : { date }));
  return timelinePage(fileArchive(archive(articles))).data;
}

describe("the timeline", () => {
  const timeline = timelineOf(["1987-05-17", "1987-05-18", "1987-12-01", "1991-02-28", undefined]);

  it("has a bar for every year from the first to the last, and a gap where there are no articles", () => {
    assert.deepEqual(
      timeline.chart?.bars.map(({ label, count }) => [label, count]),
      [
        ["1987", 3],
        ["1988", undefined],
        ["1989", undefined],
        ["1990", undefined],
        ["1991", 1],
      ],
    );
  });

  it("draws bars as high as their numbers, on a scale that ends in a round one", () => {
    assert.equal(timeline.chart?.top, 4);
    assert.deepEqual([timeline.chart?.bars[0]?.height, timeline.chart?.bars[4]?.height], [75, 25]);
  });

  it("leads from a bar to the year's articles", () => {
    assert.equal(timeline.chart?.bars[0]?.url, "/articles/#at-1987");
  });

  it("leads to the right page of a long list", () => {
    const dates = Array.from({ length: 250 }, (_, i) => (i < 240 ? "2001-01-01" : "1990-01-01"));
    assert.equal(timelineOf(dates).chart?.bars[0]?.url, "/articles/page/3/#at-1990");
  });

  it("says how many articles are undated, and where they are", () => {
    assert.deepEqual(timeline.undated, { count: 1, url: "/articles/#at-undated" });
    assert.equal(timelineOf(["1987-05-17"]).undated, undefined);
  });

  it("counts the articles of each month", () => {
    const [row] = timeline.rows ?? [];
    assert.deepEqual([row?.year, row?.count, row?.months.length], [1987, 3, 12]);
    assert.deepEqual([row?.months[4]?.count, row?.months[11]?.count, row?.months[0]?.count], [2, 1, undefined]);
  });

  it("has several years to a bar when they are many, and still no gap in its axis", () => {
    const { chart } = timelineOf(["0004-01-01", "1066-10-14", "1999-12-31"]);
    assert.equal(chart?.step, 20);
    assert.deepEqual(
      [chart?.bars.length, chart?.bars[0]?.label, chart?.bars.at(-1)?.label],
      [100, "0–19", "1980–1999"],
    );
    assert.equal(chart?.bars.at(-1)?.url, "/articles/#at-1999");
    assert.equal(chart?.bars[0]?.url, "/articles/#at-0004");
  });

  it("marks round years on its axis, as many as there is room for", () => {
    const { chart } = timelineOf(["1953-01-01", "2021-01-01"]);
    const ticks = chart?.bars.flatMap(({ tick }) => tick ?? []) ?? [];
    assert.ok(ticks.length > 5 && ticks.length <= 16);
    assert.ok(ticks.every((year) => year % 5 === 0));
  });

  it("has no chart when nothing is dated", () => {
    const bare = timelineOf([undefined]);
    assert.deepEqual([bare.chart, bare.rows], [undefined, undefined]);
  });

  it("keeps its table short, and says so", () => {
    const dates = Array.from({ length: 400 }, (_, i) => `${1600 + i}-06-01`);
    const { rows, rowsLeftOut } = timelineOf(dates);
    assert.deepEqual([rows?.length, rows?.at(-1)?.year, rowsLeftOut], [150, 1999, 250]);
  });
});

describe("a range of years", () => {
  const years = parseYearCounts("1987:3 1988:1000 1991:1");

  it("goes from the earlier to the later year, within those that there are", () => {
    assert.deepEqual(makeRange(years, 1990, 1988), { from: 1988, to: 1990 });
    assert.deepEqual(makeRange(years, 12, 9999), { from: 1987, to: 1991 });
    assert.deepEqual(makeRange(years, Number.NaN, Number.NaN), { from: 1987, to: 1991 });
  });

  it("says how many articles it holds", () => {
    assert.equal(rangeMessage(years, { from: 1987, to: 1988 }), "1,003 articles of 1987 to 1988");
    assert.equal(rangeMessage(years, { from: 1991, to: 1991 }), "1 article of 1991");
  });

  it("asks the search page for each of its years that has articles", () => {
    const { chosen } = parseState(searchQuery(years, { from: 1988, to: 1991 }), ["year"]);
    assert.deepEqual(chosen, { year: ["1988", "1991"] });
  });
});
