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
  ["Kingston", "A driver from [Napanee] was stopped between [Kingston] and [Gananoque].", 44.23, -76.49],
  ["Kingston", "The storm passed [Montego Bay] and [Kingston] on its way to [Haiti].", 17.97, -76.79],
  ["Newcastle", "He fled from [Sunderland] to [Newcastle] and [Gateshead].", 54.97, -1.61],
  ["Newcastle", "Trains from [Maitland] and [Cessnock] to [Newcastle] were late, [Sydney] said.", -32.93, 151.78],
  ["Perth", "The road from [Pitlochry] to [Perth] and [Dundee] was cut by snow.", 56.4, -3.43],
  ["Perth", "Crews flew from [Perth] to [Kalgoorlie] and [Bunbury].", -31.95, 115.86],
  ["Richmond", "She left [Richmond] for [Burnaby] and [Vancouver].", 49.17, -123.14],
  ["Victoria", "The ferry from [Nanaimo] to [Vancouver] and [Victoria] was full.", 48.43, -123.36],
  ["Lebanon", "Voters in [Lebanon], [N.H.], and in [Claremont] rejected it.", 43.64, -72.25],
  ["Lebanon", "Refugees crossed from [Syria] into [Lebanon] and [Jordan].", 33.9, 35.9],
  ["Hama", "Jets struck [Hama], [Idlib] and [Douma] near [Damascus].", 35.13, 36.75],
  ["Odessa", "Ships from [Leningrad] and [Odessa] wait, [Moscow] of the [Soviet Union] said.", 46.48, 30.73],
  ["London", "It flies from [Charlotte], [Dayton] and [Cincinnati] in [Ohio] to [London].", 51.51, -0.13],
  ["Cambridge", "Students in [Cambridge], [Boston] and [Somerville] marched.", 42.37, -71.11],
  ["Columbus", "Police in [Dayton], [Springfield] and [Columbus] were told.", 39.96, -83],
  ["Matanzas", "The urn left [Havana] for [Matanzas] and [Santa Clara].", 23.04, -81.58],
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

test("what an institution is named after tells where an article is", () => {
  const text = "Ohio State Police said that [Springfield] was quiet.";
  assert.ok(offBy("Springfield", text, 39.92, -83.81) <= 161);
});

test("a people and the site tell where an article is", () => {
  assert.ok(offBy("Birmingham", "Crown Court in [Birmingham] heard the Scottish driver.", 52.48, -1.9) <= 161);
  const [read] = [articleOf("A man from [Wellington] and one from [Nelson] met.")];
  const article = { ...read!.article, url: "https://www.stuff.co.nz/national/1" };
  const nelson = placeNamed("Nelson", linkPlaces([{ ...read!, article }], places));
  assert.equal(nelson.country, "NZ");
});

test("a village far from all the rest of a local article is left without coordinates", () => {
  const towns = "[Cessnock], [Abermain], [Kurri Kurri], [Maitland], [Singleton] and [Newcastle]";
  const entity = placeNamed("Arsenal", linkPlaces([articleOf(`Crews from ${towns} met at [Arsenal].`)], places));
  assert.equal(entity.latitude, undefined);
});

function linkedNames(list: readonly ReadArticle[]): string[] {
  return linkPlaces(list, places).map(({ name, distinction }) => `${name} ${distinction ?? ""}`);
}

test("gives the same answer in any order of articles", () => {
  const articles = [
    articleOf("[Kurri Kurri] and [XQZZY] and [Springfield].", "a.txt"),
    articleOf("[Xqzzy] in [Springfield], [Ohio].", "b.txt"),
    articleOf("[xqzzy], [Georgia], [Atlanta].", "c.txt"),
  ];
  assert.deepEqual(linkedNames(articles), linkedNames(articles.toReversed()));
  assert.ok(linkedNames(articles).some((name) => name.startsWith("Xqzzy")));
});

test("a place that no list has is an entity without coordinates", () => {
  const [entity] = linkPlaces([articleOf("They met in [Xqzzy Hollow].")], places);
  assert.equal(entity?.name, "Xqzzy Hollow");
  assert.equal(entity?.latitude, undefined);
});
