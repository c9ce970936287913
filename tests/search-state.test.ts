import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { undated } from "../src/client/archive-data.ts";
import { facetRows } from "../src/client/facet.ts";
import { conditionLabel } from "../src/client/labels.ts";
import { parseMonth, readableMonths } from "../src/client/months.ts";
import { once } from "../src/client/once.ts";
import { hasPhrase } from "../src/client/phrase.ts";
import { formatQuery, parseQuery } from "../src/client/query.ts";
import { conditionsOf, formatState, markValue, noSearch, parseState, type SearchState } from "../src/client/state.ts";

const facetKeys = ["people", "places", "year"];
const titles = { people: "People", places: "Places", year: "Year" };

describe("the search page's address", () => {
  it("says words, choices, exclusions, months and order, and reads them back", () => {
    const state: SearchState = {
      words: 'T-72 & "Kalibr"',
      sort: "oldest",
      chosen: { people: ["Ann Able", "Ünal, O."], year: ["1991"] },
      excluded: { places: ["-5 Street", "Iran"] },
      from: "1990-02",
      to: "1991-12",
    };
    assert.deepEqual(parseState(formatState(state), facetKeys), state);
  });

  it("can be read by people", () => {
    const state = { words: "mine", chosen: { people: ["Ann"] }, excluded: { places: ["Iran"] }, from: "1990-02" };
    assert.equal(formatState(state), "?q=mine&people=Ann&-places=Iran&from=1990-02");
  });

  it("is bare when nothing is searched for", () => {
    assert.equal(formatState(noSearch), "");
    assert.deepEqual(parseState("", facetKeys), noSearch);
  });

  it("ignores what is no facet, no order and no month, and a value said twice", () => {
    const query =
      "?q=%20mine%20&planets=Mars&-planets=Mars&year=1991&year=1991&-year=1991&sort=best&from=soon&to=1991-13";
    assert.deepEqual(parseState(query, facetKeys), { ...noSearch, words: "mine", chosen: { year: ["1991"] } });
  });

  it("turns months that stand the wrong way round", () => {
    assert.deepEqual(parseState("?from=1992-01&to=1991-01", facetKeys), {
      ...noSearch,
      from: "1991-01",
      to: "1992-01",
    });
  });
});

describe("a value of a facet", () => {
  const value = { facet: "people", value: "Ann Able" };

  it("is chosen, excluded instead, and neither", () => {
    const chosen = markValue(noSearch, value, "chosen");
    assert.deepEqual(chosen.chosen, { people: ["Ann Able"] });
    const excluded = markValue(chosen, value, "excluded");
    assert.deepEqual([excluded.chosen, excluded.excluded], [{}, { people: ["Ann Able"] }]);
    assert.deepEqual(markValue(excluded, value, undefined), noSearch);
  });

  it("keeps the order of choice", () => {
    const both = markValue(markValue(noSearch, value, "chosen"), { ...value, value: "Aaron" }, "chosen");
    assert.deepEqual(both.chosen, { people: ["Ann Able", "Aaron"] });
  });
});

describe("the conditions of a search", () => {
  const state = {
    ...noSearch,
    words: "mine",
    chosen: { people: ["Ann", "Bob"] },
    excluded: { places: ["Iran"] },
    from: "1990-02",
  };

  it("can each be taken away by itself", () => {
    const left = conditionsOf(state).map(({ without }) => formatState(without));
    assert.deepEqual(left, [
      "?q=mine&people=Ann&people=Bob&-places=Iran",
      "?q=mine&people=Bob&-places=Iran&from=1990-02",
      "?q=mine&people=Ann&-places=Iran&from=1990-02",
      "?q=mine&people=Ann&people=Bob&from=1990-02",
    ]);
  });

  it("are named", () => {
    const labels = conditionsOf(state).map((condition) => conditionLabel(condition, state, titles));
    assert.deepEqual(labels, ["Date: since February 1990", "People: Ann", "People: Bob", "Places: not Iran"]);
  });
});

describe("a month that was typed", () => {
  it("is read in the forms that people use", () => {
    for (const typed of [
      "1991-03",
      "1991-3",
      " 1991/03 ",
      "3/1991",
      "03.1991",
      "March 1991",
      "mar. 1991",
      "MAR 1991",
    ]) {
      assert.equal(parseMonth(typed, "from"), "1991-03", typed);
    }
  });

  it("is the first or the last of a year that stands alone", () => {
    assert.deepEqual([parseMonth("1991", "from"), parseMonth("1991", "to")], ["1991-01", "1991-12"]);
  });

  it("is none when it is something else", () => {
    for (const typed of ["", "soon", "91", "1991-13", "1991-00", "Smarch 1991", "March", "19911"]) {
      assert.equal(parseMonth(typed, "to"), undefined, typed);
    }
  });

  it("is said in words", () => {
    assert.equal(readableMonths("1991-03", "1992-05"), "March 1991 to May 1992");
    assert.equal(readableMonths("1991-03", "1991-03"), "March 1991");
    assert.equal(readableMonths(undefined, "1992-05"), "until May 1992");
  });
});

describe("what a reader types", () => {
  it("is words and phrases, whatever the quotation marks", () => {
    assert.deepEqual(parseQuery('mine “red  line” sea "T-72 tank" «sur mer»'), {
      words: ["mine", "sea"],
      phrases: ["red line", "T-72 tank", "sur mer"],
    });
  });

  it("has no phrase where a mark is never closed or nothing stands between two", () => {
    assert.deepEqual(parseQuery('mine "red line'), { words: ["mine", "red", "line"], phrases: [] });
    assert.deepEqual(parseQuery('"" " - " mine'), { words: ["mine"], phrases: [] });
  });

  it("is written as it is typed", () => {
    assert.equal(formatQuery(parseQuery("“red line” mine")), 'mine "red line"');
  });
});

describe("a phrase", () => {
  it("is in a text that has its very words side by side, whatever case, accents and signs", () => {
    assert.ok(hasPhrase("The (cruise\nmissile), they said", "Cruise missile"));
    assert.ok(hasPhrase("in Málaga’s port", "malaga's port"));
    assert.ok(hasPhrase("a Soviet-made tank", "soviet made"));
    assert.ok(hasPhrase("a T-72 tank", "T72 tank"));
  });

  it("is not in a text that has other forms, or parts of other words", () => {
    assert.ok(!hasPhrase("cruise missiles", "cruise missile"));
    assert.ok(!hasPhrase("a cruise or a missile", "cruise missile"));
    assert.ok(!hasPhrase("accruise missile", "cruise missile"));
  });
});

describe("a facet's list", () => {
  const counts = new Map(Object.entries({ Zoe: 3, Adam: 3, "José Ñandú": 9, None: 0, Bob: 1 }));
  const view = { counts, chosen: [], excluded: [], typed: "", limit: 10, order: "count" } as const;
  const listed = (change: Partial<Parameters<typeof facetRows>[0]>) =>
    facetRows({ ...view, ...change }).rows.map(({ value }) => value);

  it("has the most frequent value first, then goes by name, and leaves out what nothing carries", () => {
    assert.deepEqual(listed({}), ["José Ñandú", "Adam", "Zoe", "Bob"]);
  });

  it("has years from the last to the first, and the undated behind them", () => {
    const years = new Map([["1991", 9] as const, ["2015", 1] as const, [undated, 4] as const]);
    assert.deepEqual(listed({ counts: years, order: "value" }), ["2015", "1991", undated]);
  });

  it("is cut at the limit and says how many there are", () => {
    const { rows, others } = facetRows({ ...view, limit: 3 });
    assert.deepEqual([rows.length, others], [3, 4]);
  });

  it("keeps marked values on top, even those that nothing carries any more", () => {
    const { rows } = facetRows({ ...view, chosen: ["None"], excluded: ["Bob"], limit: 1 });
    assert.deepEqual(rows, [
      { value: "None", count: 0, mark: "chosen" },
      { value: "Bob", count: 1, mark: "excluded" },
      { value: "José Ñandú", count: 9, mark: undefined },
    ]);
  });

  it("shows what is marked before anything has been counted", () => {
    assert.deepEqual(facetRows({ ...view, counts: undefined, chosen: ["Zoe"] }).rows, [
      { value: "Zoe", mark: "chosen" },
    ]);
  });

  it("is narrowed by what is typed, whatever its case and accents, with what begins so first", () => {
    assert.deepEqual(listed({ typed: "jose n" }), ["José Ñandú"]);
    assert.deepEqual(listed({ typed: "o" }), ["José Ñandú", "Zoe", "Bob"]);
    assert.deepEqual(listed({ typed: "b" }), ["Bob"]);
    assert.deepEqual(listed({ typed: "a", order: "value" }), ["Adam", "José Ñandú"]);
  });
});

describe("what is loaded once", () => {
  it("is asked for again after it has failed", async () => {
    let calls = 0;
    const load = once(async () => {
      calls += 1;
      if (calls === 1) throw new Error("offline");
      return calls;
    });
    await assert.rejects(load(), /offline/u);
    assert.deepEqual([await load(), await load()], [2, 2]);
  });
});
