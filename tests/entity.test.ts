import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { csvParse } from "d3-dsv";
import { archivePages } from "../src/page.ts";
import { fileArchive } from "../src/page/filing.ts";
import { countryName, entityNote } from "../src/page/notes.ts";
import { plainFiles } from "../src/page/machine/files.ts";
import { distinctSpellings } from "../src/page/spellings.ts";
import type { Entity } from "../src/types.ts";
import { archive, article } from "./archive.ts";

const weapons = archive(
  [
    article("a.txt", ["Arms", "[missile](weapon) [Kalibr](weapon) [Scud](weapon) [MiG-21](weapon)"]),
    article("b.txt", ["More arms", "[Scud](weapon) [Su-22](weapon)"]),
  ],
  {
    missile: { classes: ["missile"] },
    Kalibr: { classes: ["missile", "cruise missile"] },
    Scud: { classes: ["missile"] },
    "MiG-21": { classes: ["combat aircraft", "fighter aircraft"] },
    "Su-22": { classes: ["combat aircraft"], otherNames: ["SU-22", "Su-22s", "SU-22S"] },
  },
);

const places = archive(
  [
    article("a.txt", [
      "Places",
      "[Turkey](place) [Ankara](place) [Izmir](place) [Luxembourg](place) [Bonn](place) [West Germany](place)",
    ]),
  ],
  {
    Turkey: { classes: ["country"], country: "TR" },
    Ankara: { classes: ["city"], country: "TR" },
    Izmir: { classes: ["city"], country: "TR" },
    Luxembourg: { classes: ["city"], country: "LU" },
    Bonn: { classes: ["city"], country: "DE" },
    "West Germany": { classes: ["country"], country: "DE" },
  },
);

describe("the page of a class", () => {
  it("lists what is of that class or of a narrower one, the most named first, and says which", () => {
    assert.deepEqual(dataAt(weapons, "/weapons/missile/")["narrower"], {
      label: "Kinds of missile",
      count: 2,
      entries: [
        { name: "Scud", url: "/weapons/scud/", articles: 2 },
        { name: "Kalibr", note: "cruise missile", url: "/weapons/kalibr/", articles: 1 },
      ],
    });
    assert.ok(!("narrower" in dataAt(weapons, "/weapons/scud/")));
  });

  it("leads to the index where its members are more than it shows", () => {
    const names = Array.from({ length: 20 }, (_, i) => `Missile ${i}`);
    const known = Object.fromEntries([...names, "missile"].map((name) => [name, { classes: ["missile"] }]));
    const text = ["missile", ...names].map((name) => `[${name}](weapon)`).join(" ");
    const many = archive([article("a.txt", ["Arms", `${text} [X-1](weapon)`])], {
      ...known,
      "X-1": { classes: ["missile", "rocket"] },
    });
    const { count, url, entries } = narrowerAt(many, "/weapons/missile/");
    assert.deepEqual([count, entries.length, url], [21, 12, "/weapons/by-class/#at-missile"]);
  });
});

describe("the class path of a weapon", () => {
  it("leads to a class's own page, or to where the class begins in the index", () => {
    assert.deepEqual(dataAt(weapons, "/weapons/kalibr/")["classes"], [
      { name: "missile", url: "/weapons/missile/" },
      { name: "cruise missile", url: "/weapons/by-class/#at-missile20203a20cruise20missile" },
    ]);
    assert.deepEqual(dataAt(weapons, "/weapons/mig-21/")["classes"], [
      { name: "combat aircraft", url: "/weapons/by-class/#at-combat20aircraft" },
      { name: "fighter aircraft", url: "/weapons/by-class/#at-combat20aircraft20203a20fighter20aircraft" },
    ]);
  });

  it("leads from a class without names of its own to its first narrower one", () => {
    const bare = archive([article("a.txt", ["Arms", "[MiG-21](weapon)"])], {
      "MiG-21": { classes: ["combat aircraft", "fighter aircraft"] },
    });
    const url = "/weapons/by-class/#at-combat20aircraft20203a20fighter20aircraft";
    assert.deepEqual(dataAt(bare, "/weapons/mig-21/")["classes"], [
      { name: "combat aircraft", url },
      { name: "fighter aircraft", url },
    ]);
  });
});

describe("the country of a place", () => {
  it("is called what the archive's own places are called, those of history included", () => {
    const names = ["TR", "CI", "SU", "YU", "CS", "DE", "XK", "?"].map(countryName);
    const expected = [
      "Turkey",
      "Ivory Coast",
      "Soviet Union",
      "Yugoslavia",
      "Czechoslovakia",
      "Germany",
      "Kosovo",
      "?",
    ];
    assert.deepEqual(names, expected);
  });

  it("leads to the country's page, which lists its places", () => {
    assert.deepEqual(dataAt(places, "/places/ankara/")["country"], { name: "Turkey", url: "/places/turkey/" });
    const { label, entries } = narrowerAt(places, "/places/turkey/");
    assert.deepEqual([label, entries.map(({ name }) => name)], ["In Turkey", ["Ankara", "Izmir"]]);
    assert.ok(!("country" in dataAt(places, "/places/turkey/")));
  });

  it("is not the city or the state of the past that shares its code", () => {
    assert.ok(!("narrower" in dataAt(places, "/places/luxembourg/")));
    const germany = { name: "Germany", url: "/places/by-country/#at-germany" };
    assert.deepEqual(dataAt(places, "/places/bonn/")["country"], germany);
    assert.deepEqual(dataAt(places, "/places/west-germany/")["country"], germany);
  });
});

describe("a note beside a name", () => {
  const london: Entity = {
    kind: "place",
    name: "London",
    otherNames: [],
    classes: ["city"],
    country: "GB",
    occurrences: [],
  };

  it("says class and country", () => {
    assert.equal(entityNote(london), "city, United Kingdom");
  });

  it("says nothing twice", () => {
    assert.equal(entityNote({ ...london, distinction: "United Kingdom" }), "city");
    assert.equal(entityNote({ ...london, name: "Turkey", classes: ["country"], country: "TR" }), "country");
  });
});

describe("other names", () => {
  it("are those that differ in more than capitals, in their quietest spelling", () => {
    assert.deepEqual(distinctSpellings("missile", ["MISSILE", "Missiles", "SAM", "missiles"]), ["missiles", "SAM"]);
    assert.deepEqual(dataAt(weapons, "/weapons/su-22/")["otherNames"], ["Su-22s"]);
  });
});

describe("the table of an entity's mentions", () => {
  const long = `${"word ".repeat(60)}[Scud](weapon), =1+1 ${"word ".repeat(60)}`;
  const archived = archive([
    article("a.txt", ['A [Scud](weapon) "flew"', "The [Scud](weapon) fell.", long], { date: "1991-01-18" }),
    article("b.txt", ["No date", "[Scud](weapon)=2"]),
  ]);
  const files = new Map(
    [...plainFiles(fileArchive(archived), { base: "/", urls: [] })].map((file) => [file.path, file.text]),
  );
  const rows = csvParse(String(files.get("weapons/scud/mentions.csv")).replace(/^\ufeff/u, ""));

  it("has a row for each mention, those in titles too, with the words around it and where it stands", () => {
    assert.deepEqual(
      rows.map(({ date, paragraph, keyword, url }) => [date, paragraph, keyword, url]),
      [
        ["1991-01-18", "0", "Scud", "/articles/a-scud-flew/"],
        ["1991-01-18", "1", "Scud", "/articles/a-scud-flew/#p1"],
        ["1991-01-18", "2", "Scud", "/articles/a-scud-flew/#p2"],
        ["", "1", "Scud", "/articles/no-date/#p1"],
      ],
    );
    assert.deepEqual([rows[1]?.["left"], rows[1]?.["right"]], ["The", "fell."]);
    assert.deepEqual(
      [rows[0]?.["title"], rows[0]?.["confidence"], rows[0]?.["found_by"]],
      ['A Scud "flew"', "0.9", "test"],
    );
  });

  it("is cut where the passage is long, and says so", () => {
    assert.match(rows[2]?.["left"] ?? "", /^… word(?: word)+$/u);
    assert.match(rows[2]?.["right"] ?? "", /^, =1\+1(?: word)+ …$/u);
    assert.ok(rows.every(({ left = "", right = "" }) => left.length <= 102 && right.length <= 102));
  });

  it("has nothing that a spreadsheet would run", () => {
    assert.equal(rows[3]?.["right"], "'=2");
  });

  it("is offered by the page", () => {
    assert.equal(dataAt(archived, "/weapons/scud/")["concordance"], "/weapons/scud/mentions.csv");
  });
});

type Data = ReturnType<typeof archivePages>[number]["data"];

function dataAt(source: Parameters<typeof archivePages>[0], url: string): Data {
  const page = archivePages(source).find(({ data }) => data["permalink"] === url);
  assert.ok(page, `no page at ${url}`);
  return page.data;
}

interface Narrower {
  readonly label: string;
  readonly count: number;
  readonly entries: readonly { readonly name: string }[];
  readonly url?: string;
}

function narrowerAt(...where: Parameters<typeof dataAt>): Narrower {
  const found: { readonly narrower?: Narrower } = dataAt(...where);
  assert.ok(found.narrower);
  return found.narrower;
}
