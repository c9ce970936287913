/** The index of a kind: its views, its tree of classes, and the filter of its names. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { formatNameQuery, nameFinder, parseNameQuery } from "../src/client/name-list.ts";
import { archivePages } from "../src/page.ts";
import { fileArchive } from "../src/page/filing.ts";
import { nameFiles, type NameRow } from "../src/page/names.ts";
import type { Page } from "../src/types.ts";
import { archive, article } from "./archive.ts";

describe("the index of a kind", () => {
  const weapons = archive(
    [article("a.txt", ["Arms", "[Kalibr](weapon) [boat](weapon) [missile](weapon) [Scud](weapon) [thing](weapon)"])],
    {
      Kalibr: { classes: ["missile", "cruise missile"] },
      missile: { classes: ["missile"] },
      boat: { classes: ["missile boat"] },
      Scud: { classes: ["missile", "ballistic missile"], country: "RU" },
    },
  );
  const pages = archivePages(weapons);

  it("offers the tree of classes where they have more than one level, and the countries where there are any", () => {
    const views = [
      { label: "A–Z", url: "/weapons/" },
      { label: "By class", url: "/weapons/by-class/" },
      { label: "By country", url: "/weapons/by-country/" },
    ];
    assert.deepEqual(pageAt(pages, "/weapons/").data["views"], views);
    assert.ok(!("views" in pageAt(pages, "/people/").data));
  });

  it("puts narrower classes right below the broader one, and last what has none", () => {
    assert.deepEqual(pageAt(pages, "/weapons/by-class/").data["tree"], [
      {
        label: "missile",
        count: 3,
        url: "/weapons/by-class/#at-missile",
        narrower: [
          { label: "ballistic missile", count: 1, url: "/weapons/by-class/#at-missile20203a20ballistic20missile" },
          { label: "cruise missile", count: 1, url: "/weapons/by-class/#at-missile20203a20cruise20missile" },
        ],
      },
      { label: "missile boat", count: 1, url: "/weapons/by-class/#at-missile20boat" },
      { label: "Not known", count: 1, url: "/weapons/by-class/#at-not20known" },
    ]);
  });

  it("has the most named first on a page of its own, where any is named more than once", () => {
    const texts = ["[Ann](person) [Zoe](person)", "[Zoe](person)"];
    const named = archivePages(archive(texts.map((text, i) => article(`${i}.txt`, [`No. ${i}`, text]))));
    const { data } = pageAt(named, "/people/most-named/");
    assert.match(JSON.stringify(data["groups"]), /"Zoe".*"articles":2.*"Ann"/u);
    assert.equal(pageAt(named, "/people/").data["mostNamed"], "/people/most-named/");
    assert.ok(!("mostNamed" in pageAt(pages, "/weapons/").data));
  });

  it("gives no name the address of a view", () => {
    const named = archivePages(archive([article("a.txt", ["By class", "[By Country](place)"])]));
    assert.ok(named.some(({ data }) => data["permalink"] === "/places/by-country-2/"));
    assert.ok(named.some(({ data }) => data["permalink"] === "/articles/by-class-2/"));
  });

  it("has all its names in one file for the filter", () => {
    const files = [...nameFiles(fileArchive(weapons))];
    assert.deepEqual(
      files.map(({ path }) => path),
      ["people/names.json", "places/names.json", "weapons/names.json"],
    );
    const rows: unknown = JSON.parse(String(files[2]?.text));
    assert.deepEqual(rows, [
      ["boat", "", "missile boat", "boat", 1],
      ["Kalibr", "", "cruise missile", "kalibr", 1],
      ["missile", "", "", "missile", 1],
      ["Scud", "", "ballistic missile, Russia", "scud", 1],
      ["thing", "", "", "thing", 1],
    ]);
  });

  it("filters by part of a name whatever its case and diacritics, and orders by count or by name", () => {
    const rows: readonly NameRow[] = [
      ["Aleppo", "", "city", "aleppo", 2],
      ["Málaga", "Spain", "city", "malaga", 1],
      ["Malta", "", "country", "malta", 7],
    ];
    const find = nameFinder(rows);
    const slugs = (typed: string, sort: "name" | "count") => find({ typed, sort }).map((row) => row[3]);
    assert.deepEqual(slugs("MAL", "name"), ["malaga", "malta"]);
    assert.deepEqual(slugs("", "count"), ["malta", "aleppo", "malaga"]);
    assert.deepEqual(slugs("spain", "name"), ["malaga"]);
  });

  it("keeps what is asked in the address, and takes a link to a letter for no question", () => {
    const query = { typed: "al & “Ä”", sort: "count" } as const;
    assert.deepEqual(parseNameQuery(formatNameQuery(query)), query);
    assert.equal(formatNameQuery(parseNameQuery("#at-m")), "");
    assert.equal(formatNameQuery(parseNameQuery("")), "");
  });

  it("finds among 20,000 names within the time between two keys", () => {
    const find = nameFinder(
      Array.from({ length: 20_000 }, (_, i): NameRow => [`Name ${i}`, "", "", `name-${i}`, i % 9]),
    );
    const started = process.cpuUsage();
    assert.equal(find({ typed: "999", sort: "count" }).length, 38);
    assert.ok(process.cpuUsage(started).user < 100_000);
  });
});

function pageAt(pages: readonly Page[], url: string): Page {
  const page = pages.find(({ data }) => data["permalink"] === url);
  assert.ok(page, `no page at ${url}`);
  return page;
}
