import assert from "node:assert/strict";
import { test } from "node:test";
import { archivePages, originalFiles } from "../src/page.ts";
import type { Page } from "../src/types.ts";
import { archive, article, kind, kinds, settings } from "./archive.ts";

const kabul = article(
  "2001/kabul.txt",
  [
    "[Kabul](place) falls",
    "KABUL — Troops took [Kabul](place). [Massoud](person) had a [T-55](weapon) there.",
    "It rained.",
  ],
  { date: "2001-11-13", byline: "A. Writer", dateline: { text: "KABUL", place: "KABUL" }, trailers: ["Share this"] },
);
const moscow = article("moscow.txt", ["A visit", "[Massoud](person) never saw [Moscow](place)."], {
  date: "1999-05-01",
});
const undated = article("notes.txt", ["Notes", "Nobody is named."]);
const small = archive([kabul, moscow, undated], {
  "T-55": { classes: ["armour", "tank"], otherNames: ["T55"] },
  Kabul: { country: "AF", latitude: 34.53, longitude: 69.17, classes: ["city"] },
});

test("puts into the front matter of an article what its contract says, in its order", () => {
  const { data } = pageAt(archivePages(small), "/articles/kabul-falls/");
  const contract = "layout title source sha256 byline date permalink people places weapons mentions".split(" ");
  assert.deepEqual(Object.keys(data).slice(0, contract.length), contract);
  for (const key of ["spellings", "dateline", "trailers", "original", "previous"]) assert.ok(key in data, key);
  assert.deepEqual([data["people"], data["places"], data["weapons"]], [["Massoud"], ["Kabul"], ["T-55"]]);
  assert.deepEqual(data["mentions"], {
    people: [{ name: "Massoud", url: "/people/massoud/", articles: 2, found: [evidence("Massoud", 1, 27)] }],
    places: [
      {
        name: "Kabul",
        url: "/places/kabul/",
        note: "city, Afghanistan",
        latitude: 34.53,
        longitude: 69.17,
        articles: 1,
        found: [evidence("Kabul", 0, 0), evidence("Kabul", 1, 20)],
      },
    ],
    weapons: [{ name: "T-55", url: "/weapons/t-55/", note: "tank", articles: 1, found: [evidence("T-55", 1, 41)] }],
  });
});

test("leaves out what an article does not have", () => {
  const { data } = pageAt(archivePages(small), "/articles/notes/");
  for (const key of ["byline", "date", "dateline", "publication", "url", "language", "trailers", "furniture", "next"]) {
    assert.ok(!(key in data), key);
  }
  assert.deepEqual(data["people"], []);
});

test("links every mention in the body, and sets the dateline in emphasis", () => {
  const { body } = pageAt(archivePages(small), "/articles/kabul-falls/");
  assert.equal(
    body,
    "*KABUL* — Troops took [Kabul](/places/kabul/). [Massoud](/people/massoud/) had a [T-55](/weapons/t-55/) there.\n\nIt rained.",
  );
});

test("leads from article to article in order of date, undated ones last", () => {
  const pages = archivePages(small);
  assert.deepEqual(pageAt(pages, "/articles/a-visit/").data["next"], {
    title: "Kabul falls",
    url: "/articles/kabul-falls/",
  });
  assert.deepEqual(pageAt(pages, "/articles/notes/").data["previous"], {
    title: "Kabul falls",
    url: "/articles/kabul-falls/",
  });
});

test("shows on the page of a name each mention with the words around it", () => {
  const { data } = pageAt(archivePages(small), "/people/massoud/");
  assert.deepEqual(data["appearances"], [
    {
      title: "A visit",
      url: "/articles/a-visit/",
      date: "1999-05-01",
      lines: [{ paragraph: 1, before: "", name: "Massoud", after: " never saw Moscow." }],
    },
    {
      title: "Kabul falls",
      url: "/articles/kabul-falls/",
      date: "2001-11-13",
      lines: [{ paragraph: 1, before: "KABUL — Troops took Kabul. ", name: "Massoud", after: " had a T-55 there." }],
    },
  ]);
  assert.deepEqual(
    [data["articleCount"], data["mentionCount"], data["first"], data["last"]],
    [2, 2, "1999-05-01", "2001-11-13"],
  );
});

test("tells the kind, class, country and position of an entity", () => {
  const pages = archivePages(small);
  const { data } = pageAt(pages, "/places/kabul/");
  const country = { name: "Afghanistan", url: "/places/by-country/#at-afghanistan" };
  assert.deepEqual([data["kind"], data["country"], data["latitude"]], ["places", country, 34.53]);
  assert.deepEqual(pageAt(pages, "/weapons/t-55/").data["spellings"], ["T55"]);
});

test("leads from a class to the page of that class when the archive names it", () => {
  const named = archive([article("a.txt", ["Tanks", "A [tank](weapon), a [T-55](weapon)."])], {
    "T-55": { classes: ["tank"] },
  });
  const { data } = pageAt(archivePages(named), "/weapons/t-55/");
  assert.deepEqual(data["classes"], [{ name: "tank", url: "/weapons/tank/" }]);
});

test("gives every page a URL of its own: case, diacritics, the same title, signs only, words that are taken", () => {
  const titles = ["Kabul", "KABUL", "Kábul", "Kabul 2", "***", "!!!", "page", "index", "CON", "..%2f", "x".repeat(300)];
  const pages = archivePages(archive(titles.map((title, index) => article(`${index}.txt`, [title, "[Page](person)"]))));
  const urls = pages.map(permalink);
  assert.equal(new Set(urls.map((url) => url.toLowerCase())).size, urls.length);
  for (const url of urls) assert.match(url, /^\/(?:[a-z0-9-]{1,80}\/)*$/u);
  assert.ok(!urls.includes("/articles/page/") && !urls.includes("/people/page/"));
});

test("tells entities of one name apart by what distinguishes them", () => {
  const { entities, ...rest } = archive([article("a.txt", ["Two", "[Georgia](place), [Georgia ](place)"])]);
  const [country, state] = entities;
  assert.ok(country && state);
  const both = { ...rest, entities: [country, { ...state, name: "Georgia", distinction: "United States" }] };
  const urls = archivePages(both).map(permalink);
  assert.ok(urls.includes("/places/georgia/") && urls.includes("/places/georgia-united-states/"), urls.join());
});

test("composes the same pages from the same archive in any order", () => {
  const other = { ...small, articles: small.articles.toReversed(), entities: small.entities.toReversed() };
  assert.equal(JSON.stringify(archivePages(other)), JSON.stringify(archivePages(small)));
});

test("links to nothing that has no page", () => {
  const pages = archivePages(small);
  const known = new Set(pages.map(permalink));
  for (const { data, body } of pages) {
    // `"url":"/people/massoud/"` in the front matter, "](/people/massoud/)" in the body.
    const links = [...`${JSON.stringify(data)}${body}`.matchAll(/(?:"(?:url|previous|next)":"|\]\()(\/[^"#)]*)/gu)];
    for (const { 1: url = "" } of links) assert.ok(known.has(url), `${url} on ${data["permalink"]}`);
  }
});

test("makes pages, keys and an index for a kind that it has never heard of", () => {
  const ships = [...kinds, kind("ship", "ships", "Ships")];
  const pages = archivePages({ ...archive([article("a.txt", ["Sunk", "The [Moskva](ship) sank."])]), kinds: ships });
  assert.deepEqual(pageAt(pages, "/articles/sunk/").data["ships"], ["Moskva"]);
  assert.equal(pageAt(pages, "/ships/moskva/").data["kind"], "ships");
  assert.equal(pageAt(pages, "/ships/").data["title"], "Ships");
});

test("files names from A to Z by their first letter, without its diacritics, and numbers apart", () => {
  const names = ["Zürich", "Åland", "“Abbud”", "9K38", "Дамаск", "aleppo"];
  const pages = archivePages(archive([article("a.txt", ["Names", names.map((name) => `[${name}](place)`).join(" ")])]));
  const groups = listOf(pageAt(pages, "/places/"), "groups");
  assert.deepEqual(
    groups.map(({ heading }) => heading),
    ["0–9", "A", "Z", "Д"],
  );
  assert.deepEqual(
    groups.map(({ id }) => id),
    ["at-020139", "at-a", "at-z", "at-414"],
  );
});

test("cuts a long index into pages, and says where each letter begins", () => {
  const names = Array.from({ length: 450 }, (_, index) => `[${index < 399 ? "A" : "B"}${index}](person)`);
  const pages = archivePages(archive([article("a.txt", ["Names", names.join(" ")])]));
  const headings = [
    { heading: "A", url: "/people/#at-a", count: 399 },
    { heading: "B", url: "/people/#at-b", count: 51 },
  ];
  assert.deepEqual(pageAt(pages, "/people/page/2/").data["headings"], headings);
  assert.deepEqual(pageAt(pages, "/people/page/2/").data["pager"], { number: 2, of: 2, previous: "/people/" });
});

test("cuts the page of a name that stands in hundreds of articles", () => {
  const articles = Array.from({ length: 250 }, (_, index) =>
    article(`${index}.txt`, [`No. ${index}`, "[Iraq](place)"]),
  );
  const urls = archivePages(archive(articles)).map(permalink);
  assert.deepEqual(
    urls.filter((url) => url.startsWith("/places/iraq/")),
    ["/places/iraq/", "/places/iraq/page/2/", "/places/iraq/page/3/"],
  );
});

test("lists articles by year from the newest to the oldest, undated ones last", () => {
  const groups = listOf(pageAt(archivePages(small), "/articles/"), "groups");
  assert.deepEqual(
    groups.map(({ heading }) => heading),
    ["2001", "1999", "Undated"],
  );
});

test("makes a home page, lists and an about page of an archive without articles", () => {
  const urls = new Set(archivePages({ articles: [], entities: [], kinds, settings }).map(permalink));
  for (const url of ["/", "/about/", "/articles/", "/people/", "/places/", "/weapons/"]) assert.ok(urls.has(url), url);
});

test("says which text files stand in the site as they are", () => {
  assert.deepEqual(originalFiles(archivePages(small)), [
    { source: "moscow.txt", url: "/articles/a-visit/original.txt" },
    { source: "2001/kabul.txt", url: "/articles/kabul-falls/original.txt" },
    { source: "notes.txt", url: "/articles/notes/original.txt" },
  ]);
});

test("refuses a kind whose plural is a word of the site's own", () => {
  assert.throws(
    () => archivePages({ articles: [], entities: [], kinds: [kind("hunt", "search", "Hunts")], settings }),
    /search/u,
  );
});

function pageAt(pages: readonly Page[], url: string): Page {
  const page = pages.find((candidate) => permalink(candidate) === url);
  assert.ok(page, `no page at ${url} among ${pages.map(permalink).join(" ")}`);
  return page;
}

function permalink({ data }: Page): string {
  return String(data["permalink"]);
}

function listOf({ data }: Page, key: string): readonly Readonly<Record<string, unknown>>[] {
  const list: unknown = data[key];
  assert.ok(Array.isArray(list));
  return list;
}

function evidence(text: string, paragraph: number, start: number) {
  return { text, paragraph, start, end: start + text.length, by: "test", confidence: 0.9 };
}
