import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { formatFilter, parseFilter } from "../src/client/map-filter.ts";
import { filterMessage } from "../src/client/map-page.ts";
import { filterPlaces } from "../src/client/map-places.ts";
import { magnifyView, moveView, pixelSizes, restoredView, viewAround } from "../src/client/map-view.ts";
import { groupByCountry, placesShown } from "../src/page/circles.ts";
import { fileArchive, type Filing } from "../src/page/filing.ts";
import type { MapData } from "../src/page/map-data.ts";
import { mapFiles, mapPage } from "../src/page/map.ts";
import { archive, article, kind, kinds } from "./archive.ts";

const positions = {
  Iraq: { latitude: 33, longitude: 44, country: "IQ" },
  Mosul: { latitude: 36.3, longitude: 43.1, country: "IQ" },
  "Caspian Sea": { latitude: 42, longitude: 50 },
  "USS Stark": { latitude: 27, longitude: 51 },
};
const articles = [
  article("1.txt", ["[Exocet](weapon) hits [USS Stark](ship) off [Iraq](place)"], { date: "1987-05-17" }),
  article("2.txt", ["[Iraq](place) has the [Exocet](weapon) at [Mosul](place)"], { date: "1988-03-16" }),
  article("3.txt", ["[Kalibr](weapon) from the [Caspian Sea](place) to [Atlantis](place)"], { date: "2015-10-08" }),
  article("4.txt", ["[Kalibr](weapon) over [Iraq](place)"]),
];
const filing = file(articles, positions);
const data = drawn(filing);

function file(...[texts, known]: Parameters<typeof archive>): Filing {
  return fileArchive({ ...archive(texts, known), kinds: [...kinds, kind("ship", "ships", "Ships")] });
}

interface Drawn {
  readonly circles?: readonly { readonly url: string; readonly articles: number }[];
  readonly groups?: readonly { readonly country: string; readonly members: readonly number[] }[];
  readonly filters?: readonly string[];
  readonly placeCount?: number;
}

function drawn(source: Filing): Drawn {
  return mapPage(source).data;
}

function counts(query: string) {
  const { places } = filterPlaces(mapDataOf(filing), parseFilter(query, ["weapons"]));
  return Object.fromEntries(places.map((place) => [place.name, place.articles]));
}

function mapDataOf(source: Filing): MapData {
  return JSON.parse([...mapFiles(source)].map(({ text }) => String(text)).join(""));
}

describe("the map page", () => {
  it("has a circle with a link for everything that has a position, of whatever kind, the most named first", () => {
    assert.deepEqual(
      data.circles?.map(({ url, articles: count }) => [url, count]),
      [
        ["/places/iraq/", 3],
        ["/places/caspian-sea/", 1],
        ["/places/mosul/", 1],
        ["/ships/uss-stark/", 1],
      ],
    );
  });

  it("lists every circle once under its country", () => {
    assert.deepEqual(data.groups, [
      { country: "Iraq", members: [0, 2] },
      { country: "", members: [1, 3] },
    ]);
  });

  it("can be filtered by the kinds that are not on it", () => {
    assert.deepEqual(data.filters, ["weapons"]);
  });

  it("has no drawing and no data when nothing has a position", () => {
    const bare = file(articles);
    assert.equal(drawn(bare).circles, undefined);
    assert.deepEqual([...mapFiles(bare)], []);
  });

  it("leaves out positions that are nowhere on Earth", () => {
    const nowhere = { latitude: Number.NaN, longitude: 10 };
    const wrong = {
      Iraq: nowhere,
      Mosul: { latitude: 91, longitude: 10 },
      Atlantis: { latitude: 0, longitude: -Infinity },
    };
    assert.equal(drawn(file(articles, wrong)).circles, undefined);
  });

  it("draws only the most named of twenty thousand places, says how many there are, and stays small", () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `Place ${i}`);
    const known = names.map((name, i) => [
      name,
      { latitude: ((i * 37) % 140) - 70, longitude: ((i * 101) % 360) - 180 },
    ]);
    const large = drawn(
      file(
        [
          article(
            "1.txt",
            names.map((name) => `[${name}](place)`),
          ),
        ],
        Object.fromEntries(known),
      ),
    );
    assert.deepEqual([large.circles?.length, large.placeCount], [placesShown, 20_000]);
    // The page may have 60 KB, of which some 10 are around the map.
    assert.ok(gzipSync(JSON.stringify(large)).length < 50_000);
  });

  it("is the same whenever it is made", () => {
    assert.deepEqual(drawn(file(articles.toReversed(), positions)), data);
  });
});

describe("the map's filter", () => {
  it("counts all articles when nothing is asked", () => {
    assert.deepEqual(counts(""), { Iraq: 3, "Caspian Sea": 1, Mosul: 1, "USS Stark": 1 });
  });

  it("counts the articles of some years, undated ones aside", () => {
    assert.deepEqual(counts("?from=1988"), { Iraq: 1, Mosul: 1, "Caspian Sea": 1 });
    assert.deepEqual(counts("?from=1987&to=1987"), { Iraq: 1, "USS Stark": 1 });
    assert.deepEqual(counts("?from=1990&to=2000"), {});
  });

  it("counts the articles that also name a weapon, whatever the case of its name", () => {
    assert.deepEqual(counts("?weapons=exocet"), { Iraq: 2, Mosul: 1, "USS Stark": 1 });
    assert.deepEqual(counts("?weapons=Exocet&to=1987"), { Iraq: 1, "USS Stark": 1 });
  });

  it("finds nothing for a name that it does not know, and says so", () => {
    const filtered = filterPlaces(mapDataOf(filing), parseFilter("?weapons=Excalibur", ["weapons"]));
    assert.deepEqual(filtered.places, []);
    assert.match(filterMessage(filtered), /“Excalibur” is not among/u);
  });

  it("says how many places are named in how many articles", () => {
    const filtered = filterPlaces(mapDataOf(filing), parseFilter("?weapons=Kalibr", ["weapons"]));
    assert.equal(filterMessage(filtered), "2 places are named in 2 articles.");
  });

  it("is written in the address and read back, and ignores what is no year and no kind", () => {
    const filter = { from: 1987, to: 1990, names: { weapons: "T-72 & others" } };
    assert.deepEqual(parseFilter(formatFilter(filter), ["weapons"]), filter);
    assert.deepEqual(parseFilter("?from=soon&to=-1&planets=Mars&weapons=%20", ["weapons"]), { names: {} });
    assert.equal(formatFilter({ names: {} }), "");
  });
});

describe("the list beside a map", () => {
  it("goes by country from A to Z, accents aside, with those of no country at the end", () => {
    const places = ["Cuba", undefined, "Côte d’Ivoire", "Chad"].map((country) => ({ country }));
    assert.deepEqual(
      groupByCountry(places).map(({ country }) => country),
      ["Chad", "Côte d’Ivoire", "Cuba", ""],
    );
  });
});

describe("the view of a map", () => {
  const whole = { x: 0, y: 0, width: 1000, height: 500 };

  it("is magnified around a point, which stays where it is", () => {
    const at = { x: 250, y: 100 };
    assert.deepEqual(magnifyView(whole, whole, { factor: 2, at }), { x: 125, y: 50, width: 500, height: 250 });
  });

  it("never shows what is beyond the map, nor less than can be recognised", () => {
    const corner = magnifyView(whole, whole, { factor: 4, at: { x: 0, y: 0 } });
    assert.deepEqual(moveView(corner, whole, { x: -50, y: 9999 }), { x: 0, y: 375, width: 250, height: 125 });
    assert.deepEqual(magnifyView(corner, whole, { factor: 0.001, at: { x: 0, y: 0 } }), whole);
    assert.ok(magnifyView(whole, whole, { factor: 1e9, at: { x: 5, y: 5 } }).width > 50);
  });

  it("closes in on some places, and is the whole for none", () => {
    const { x, y, width, height } = viewAround(
      [
        { x: 500, y: 200 },
        { x: 600, y: 210 },
      ],
      whole,
    );
    assert.ok(x < 500 && x + width > 600 && y < 200 && y + height > 210 && width < 500);
    assert.deepEqual(viewAround([], whole), whole);
  });

  it("comes back from the history, whatever else stands there", () => {
    assert.deepEqual(restoredView({ view: [100, 50, 500] }, whole), { x: 100, y: 50, width: 500, height: 250 });
    for (const state of [null, 3, {}, { view: [] }, { view: ["x", 1, 2] }, { view: [1, 2, 0] }]) {
      assert.equal(restoredView(state, whole), undefined);
    }
  });

  it("gives circles and names the same size in pixels at any magnification", () => {
    const [near, far] = [pixelSizes({ ...whole, width: 100 }, 1100), pixelSizes(whole, 1100)];
    assert.ok(Math.abs(far.name / near.name - 10) < 1e-9 && Math.abs(far.circle / near.circle - 10) < 1e-9);
  });
});
