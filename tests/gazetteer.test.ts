import assert from "node:assert/strict";
import { test } from "node:test";
import {
  countryName,
  demonymCountries,
  findPlaceAt,
  findPlaces,
  hasPlacePrefix,
  loadPlaces,
  type PlaceRecord,
} from "../src/gazetteers/places.ts";

const places = loadPlaces();

function best(name: string): PlaceRecord {
  const [first] = findPlaces(places, name);
  assert.ok(first, `${name} is in no list; add it to a list in src/gazetteers/places/ and run npm run gazetteer`);
  return first;
}

function isNear(place: { readonly latitude: number; readonly longitude: number }, at: readonly number[]): boolean {
  const [latitude = 0, longitude = 0] = at;
  return Math.abs(place.latitude - latitude) < 0.5 && Math.abs(place.longitude - longitude) < 0.5;
}

function keysOf(name: string): string[] {
  return findPlaces(places, name).map(({ key }) => key);
}

/** Number of tokens of the place at the head of a text. */
function lengthOf(text: string): number | undefined {
  return findPlaceAt(places, text.split(" "), 0)?.length;
}

/** Name as printed, and where it is meant to lead: kind, degrees north, degrees east. */
const knownPlaces: readonly (readonly [string, string, number, number])[] = [
  ["Mosul", "city", 36.34, 43.13],
  ["Raqqah", "city", 35.95, 39.01],
  ["ar-Raqqah", "city", 35.95, 39.01],
  ["Al Raqqa", "city", 35.95, 39.01],
  ["Daquq", "city", 35.14, 44.45],
  ["Kirkuk", "city", 35.47, 44.39],
  ["Haj Omran", "city", 36.67, 45.05],
  ["Haj\nOmran", "city", 36.67, 45.05],
  ["Rawandiz", "city", 36.61, 44.52],
  ["Deir ez-Zor", "city", 35.34, 40.14],
  ["Deir Ezzor", "city", 35.34, 40.14],
  ["Al-Qa’im", "city", 34.37, 41.09],
  ["Al Qa'im", "city", 34.37, 41.09],
  ["Husaybah", "city", 34.37, 40.98],
  ["Jabla", "city", 35.36, 35.93],
  ["Qatraneh", "city", 31.25, 36.05],
  ["Karrada", "area", 33.3, 44.42],
  ["Faw peninsula", "area", 30, 48.4],
  ["Shatt al-Arab", "water", 30.4, 48.1],
  ["Strait of Hormuz", "water", 26.6, 56.5],
  ["GULF", "water", 27, 51.5],
  ["the Gulf", "water", 27, 51.5],
  ["Gaza Strip", "area", 31.4, 34.35],
  ["Donbass", "region", 48.3, 38.2],
  ["Kiev", "city", 50.45, 30.52],
  ["Gorlovka", "city", 48.33, 38.05],
  ["Coolum Beach", "area", -26.53, 153.09],
  ["Mareeba", "city", -17, 145.42],
  ["Churchill", "city", 58.77, -94.17],
  ["Paris", "city", 48.86, 2.35],
  ["London", "city", 51.51, -0.13],
  ["St Petersburg", "city", 59.94, 30.31],
  ["ST. LOUIS", "city", 38.63, -90.2],
  ["Washington, D.C.", "city", 38.9, -77.04],
  ["New York City", "city", 40.71, -74.01],
  ["U.S.", "country", 39, -98],
  ["UK", "country", 54, -2.5],
  ["Soviet Union", "historic", 60, 100],
  ["West Germany", "historic", 50.7, 8.5],
  ["Burma", "country", 21, 96.5],
  ["Saigon", "city", 10.82, 106.63],
  ["Stalingrad", "city", 48.72, 44.5],
  ["N.C.", "region", 35.5, -79.4],
  ["W.Va.", "region", 38.6, -80.6],
  ["W. Va.", "region", 38.6, -80.6],
  ["Ky.", "region", 37.5, -85.3],
  ["Man.", "region", 55, -97],
  ["NSW", "region", -32, 147],
  ["Granville County", "region", 36.3, -78.65],
  ["Pentagon", "facility", 38.87, -77.06],
  ["Mt. Sinjar", "mountain", 36.37, 41.95],
  ["Goose Green", "city", -51.83, -58.97],
  ["Dien Bien Phu", "city", 21.39, 103.02],
];

for (const [name, kind, latitude, longitude] of knownPlaces) {
  test(`finds ${JSON.stringify(name)} first as the ${kind} that news means by it`, () => {
    const place = best(name);
    assert.equal(place.kind, kind);
    assert.ok(isNear(place, [latitude, longitude]), `${place.key} is at ${place.latitude}, ${place.longitude}`);
  });
}

test("gives all places of one name, most important first", () => {
  assert.deepEqual(keysOf("Georgia").slice(0, 2), ["country:GE//Georgia", "region:US.GA//Georgia"]);
  assert.equal(keysOf("Paris")[0], "city:FR/Île-de-France/Paris");
  assert.ok(keysOf("Paris").includes("city:US/Texas/Paris"));
  assert.deepEqual(keysOf("New York").slice(0, 2), ["city:US/New York/New York City", "region:US.NY//New York"]);
  const importances = findPlaces(places, "Alexandria").map(({ importance }) => importance);
  assert.deepEqual(
    importances,
    importances.toSorted((a, b) => b - a),
  );
});

test("gives one place whichever of its names is looked up", () => {
  const names = ["Bakhmut", "Artemivsk", "Artyomovsk", "BAKHMUT"];
  assert.deepEqual(new Set(names.map((name) => best(name).key)), new Set(["city:UA/Donetsk Oblast/Bakhmut"]));
});

test("an accent is no spelling of a town in English, and of others it is", () => {
  assert.ok(keysOf("Beatrice").some((key) => key.startsWith("city:US/Nebraska")));
  assert.ok(!keysOf("Béatrice").some((key) => key.startsWith("city:US")));
  assert.equal(keysOf("Irán")[0], keysOf("Iran")[0]);
  assert.equal(keysOf("León")[0], keysOf("Leon")[0]);
});

test("a listed place and the same place of GeoNames are one", () => {
  assert.deepEqual(
    findPlaces(places, "Mosul").map(({ kind }) => kind),
    ["city"],
  );
  assert.equal(findPlaces(places, "Raqqa").filter(({ kind }) => kind === "region").length, 1);
});

test("a town says which division it is in, by the name that the division has", () => {
  assert.equal(best("Haditha").region, best("Anbar").name);
  assert.equal(findPlaces(places, "Oxford").find(({ region }) => region === "North Carolina")?.country, "US");
});

test("finds the division in a name that says so", () => {
  assert.equal(best("Latakia province").kind, "region");
  assert.equal(best("Kayseri Province").kind, "region");
  assert.equal(best("Latakia").kind, "city");
});

test("keeps capitals significant", () => {
  for (const name of ["us", "Us", "of", "paris", "man.", "reading", "the west", "west bank", ""]) {
    assert.deepEqual(
      findPlaces(places, name).filter(({ importance }) => importance > 30),
      [],
      name,
    );
  }
  assert.equal(best("the West").kind, "area");
});

test("does not take El Paso for Paso, nor El Salvador for Salvador", () => {
  assert.equal(best("El Paso").country, "US");
  assert.equal(best("El Salvador").kind, "country");
  assert.equal(best("Salvador").country, "BR");
});

test("marks names that are also words or persons, and gives villages among them little weight", () => {
  for (const name of ["Of", "Same", "Man", "Most", "Police", "Reading", "March", "Union", "Media", "Along", "Bar"]) {
    const found = findPlaces(places, name);
    assert.ok(
      found.every(({ ambiguous }) => ambiguous),
      `${name} is not marked; add it to common-words.txt`,
    );
    assert.ok((found[0]?.importance ?? 0) <= 50, `${name} weighs ${found[0]?.importance}`);
  }
  for (const name of ["Carter", "Jackson", "Lincoln", "Nice", "Ky.", "MAN", "IS"]) {
    assert.ok(
      findPlaces(places, name).every(({ ambiguous }) => ambiguous),
      `${name} is not marked`,
    );
  }
  for (const name of ["Iraq", "Mosul", "US", "U.S.", "UK", "Turkey"])
    assert.equal(best(name).ambiguous, undefined, name);
});

test("says which names are acronyms", () => {
  assert.equal(best("US").acronym, true);
  assert.equal(best("United States").acronym, undefined);
});

test("finds the longest run of tokens that names a place", () => {
  assert.equal(lengthOf("New York City police"), 3);
  assert.equal(lengthOf("Deir ez - Zor province"), 4);
  assert.equal(lengthOf("Washington , D.C. , on Monday"), 3);
  assert.equal(lengthOf("Bank of Japan"), undefined);
  assert.equal(lengthOf("said in Baghdad"), undefined);
  assert.equal(lengthOf("Syria"), 1);
});

test("knows whether a longer name begins with words", () => {
  assert.ok(hasPlacePrefix(places, "Shatt"));
  assert.ok(hasPlacePrefix(places, "Strait of"));
  assert.ok(!hasPlacePrefix(places, "Baghdad said"));
});

test("tells countries from adjectives and codes", () => {
  assert.deepEqual(demonymCountries(places, "Syrian"), ["SY"]);
  assert.deepEqual(demonymCountries(places, "Kurdish"), ["IQ", "TR", "SY", "IR"]);
  assert.deepEqual(demonymCountries(places, "Martian"), []);
  assert.equal(countryName(places, "DE"), "Germany");
  assert.equal(countryName(places, "SU"), "Soviet Union");
  assert.equal(countryName(places, "XX"), undefined);
});

test("answers any text, however long or odd", () => {
  const odd = [
    "",
    " ",
    ".",
    "'",
    "-",
    "|",
    "\n",
    "A".repeat(100_000),
    "St. ".repeat(20_000),
    "U.".repeat(50_000),
    "\u{1F4A3}",
    "\0|?",
  ];
  for (const name of odd) assert.ok(Array.isArray(findPlaces(places, name)), JSON.stringify(name.slice(0, 9)));
  assert.equal(
    findPlaceAt(
      places,
      Array.from({ length: 100_000 }, () => "New"),
      5,
    ),
    undefined,
  );
});
