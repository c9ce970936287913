import assert from "node:assert/strict";
import { test } from "node:test";
import { loadPlaces } from "../src/gazetteers/places.ts";
import { distance } from "../src/geodesy.ts";
import { linkPlaces } from "../src/kinds/toponyms.ts";
import type { Article, Entity, Mention, ReadArticle } from "../src/types.ts";

const places = loadPlaces();

/** An article of one paragraph in which `[Paris]` is a mention of a place. */
function articleOf(marked: string, source = "a.txt"): ReadArticle {
  const mentions: Mention[] = [];
  let text = "";
  for (const part of marked.split(/(\[[^\]]+\])/u)) {
    const name = /^\[(.+)\]$/u.exec(part)?.[1];
    const start = text.length;
    text += name ?? part;
    if (name === undefined) continue;
    mentions.push({ kind: "place", paragraph: 1, start, end: text.length, text: name, foundBy: "test", confidence: 1 });
  }
  const article: Article = { source, sha256: "", title: "", paragraphs: [text], trailers: [], furniture: [] };
  return { article, mentions };
}

function placeNamed(form: string, entities: readonly Entity[]): Entity {
  const found = entities.find(({ occurrences }) => occurrences.some(({ mention }) => mention.text === form));
  assert.ok(found, `${form} is linked`);
  return found;
}

/** Kilometres between where a marked name is put and where it should be. */
function offBy(form: string, marked: string, latitude: number, longitude: number, home?: string): number {
  const entity = placeNamed(form, linkPlaces([articleOf(marked)], places, home));
  const here = { latitude: entity.latitude ?? 90, longitude: entity.longitude ?? 0 };
  return Math.round(distance(here, { latitude, longitude }));
}

const cases: readonly (readonly [form: string, text: string, latitude: number, longitude: number])[] = [
  ["Paris", "The president spoke in [Paris] on Monday.", 48.86, 2.35],
  ["Paris", "A fire broke out in [Paris], [Texas], on Monday.", 33.66, -95.56],
  ["Georgia", "Russian tanks entered [Georgia] from [South Ossetia]; [Tbilisi] protested.", 42, 43.5],
  ["Georgia", "The storm moved from [Atlanta] across [Georgia] into [Alabama].", 32.7, -83.3],
  ["Alexandria", "Ships left [Alexandria] and [Port Said] in [Egypt].", 31.2, 29.92],
  ["Alexandria", "The trial in [Alexandria], [Virginia], opened.", 38.8, -77.05],
  ["Tripoli", "Fighters shelled [Tripoli], in the north of [Lebanon].", 34.43, 35.84],
  ["Tripoli", "Rebels marched on [Tripoli] from [Misrata], in [Libya].", 32.89, 13.19],
  ["Washington", "[Washington] rejected the offer, officials said.", 38.9, -77.04],
  ["Birmingham", "Police in [Birmingham], [Alabama], made an arrest.", 33.52, -86.8],
  ["London", "He worked in [London], [Kentucky].", 37.13, -84.08],
  ["Moscow", "[Moscow] and [Kiev] signed the treaty.", 55.75, 37.62],
];

for (const [form, text, latitude, longitude] of cases) {
  test(`puts ${form} where it is meant: ${text}`, () => {
    assert.ok(offBy(form, text, latitude, longitude) <= 161, `${offBy(form, text, latitude, longitude)} km off`);
  });
}

test("one qualified mention explains the others of its article", () => {
  const entities = linkPlaces([articleOf("[Columbia], [Kentucky], is small. A man of [Columbia] was hurt.")], places);
  assert.equal(placeNamed("Columbia", entities).occurrences.length, 2);
});

test("the outlet's home place decides between equals", () => {
  assert.ok(offBy("Columbia", "A man of [Columbia] was hurt.", 37.1, -85.3, "Kentucky") <= 161);
});

test("places of one name are told apart", () => {
  const entities = linkPlaces(
    [articleOf("[Tbilisi] is the capital of [Georgia]."), articleOf("[Atlanta] is the capital of [Georgia].", "b.txt")],
    places,
  );
  const names = entities.filter(({ name }) => name === "Georgia").map(({ distinction }) => distinction);
  assert.deepEqual(names.toSorted(), ["United States", "country"]);
});

test("spellings of one place are one entity", () => {
  const entities = linkPlaces([articleOf("The [U.S.], the [US] and the [United States] of [America].")], places);
  assert.deepEqual(
    entities.map(({ name }) => name),
    ["United States"],
  );
});

test("a place that no list has is an entity without coordinates", () => {
  const [entity] = linkPlaces([articleOf("They met in [Xqzzy Hollow].")], places);
  assert.equal(entity?.name, "Xqzzy Hollow");
  assert.equal(entity?.latitude, undefined);
});
