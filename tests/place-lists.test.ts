/** The lists of places and the table that is made from them: every line is well formed, and none is missing. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { foldName, isCapitalised } from "../src/gazetteers/fold.ts";
import { parsePlace, type ListedPlace } from "../src/gazetteers/lists.ts";
import { countryName, findPlaces, loadPlaces } from "../src/gazetteers/places.ts";

const folder = join(import.meta.dirname, "../src/gazetteers");
const places = loadPlaces();

/** A line of a list, and where it stands, for messages: "places/asia.txt:12". */
interface Line {
  readonly at: string;
  readonly text: string;
}

function linesOf(file: string): Line[] {
  return readFileSync(join(folder, file), "utf8")
    .split("\n")
    .map((text, index) => ({ at: `${file}:${index + 1}`, text }))
    .filter(({ text }) => text !== "" && !text.startsWith("#"));
}

const lists = readdirSync(join(folder, "places")).map((name) => `places/${name}`);
const listed = lists.flatMap(linesOf).flatMap((line) => {
  const place = parsePlace(line.text);
  return place === undefined ? [] : [{ ...line, place }];
});

function isFound(name: string, place: ListedPlace): boolean {
  return findPlaces(places, name).some((found) => found.name === place.name && found.kind === place.kind);
}

test("every list says its source and licence in its first lines", () => {
  for (const file of [...lists, "demonyms.txt", "common-words.txt", "gazetteer.txt", "divisions.txt"]) {
    const head = readFileSync(join(folder, file), "utf8").slice(0, 600);
    assert.match(head, /^#.*Source: .*Licence: /su, `${file} does not; open it with "# Source: … Licence: …"`);
  }
});

test("every line of a list of places is well formed", () => {
  for (const { at, text } of lists.flatMap(linesOf)) {
    const remedy = "write it as: name | kind | country | latitude | longitude | importance | alias; alias";
    assert.ok(parsePlace(text), `${at}: "${text}" is no place; ${remedy}`);
    assert.doesNotMatch(
      text,
      /^\s|\s$|[^ ]\||\|[^ ]|;;|; ?$| ;/u,
      `${at}: "${text}" has stray spaces or marks; ${remedy}`,
    );
  }
});

test("a list names a place of one kind and country once", () => {
  const seen = new Map<string, string>();
  for (const { at, place } of listed) {
    const key = `${place.name}, ${place.kind}, ${place.country}`;
    assert.ok(!seen.has(key), `${at}: "${key}" is also at ${seen.get(key)}; remove one`);
    seen.set(key, at);
  }
});

test("listed coordinates and importances are in range, and countries are codes", () => {
  for (const { at, place } of listed) {
    const { name, latitude, longitude, importance, country } = place;
    assert.ok(
      Math.abs(latitude) <= 90,
      `${at}: latitude ${latitude} of ${name} is not within 90; are the two exchanged?`,
    );
    assert.ok(Math.abs(longitude) <= 180, `${at}: longitude ${longitude} of ${name} is not within 180`);
    assert.ok(importance > 0 && importance <= 100, `${at}: importance ${importance} of ${name} is not in 1–100`);
    assert.match(country, /^(?:[A-Z]{2})?$/u, `${at}: "${country}" is no ISO 3166 code; write two capitals or nothing`);
  }
});

test("every country of a listed place has a name", () => {
  for (const { at, place } of listed) {
    const isKnown = place.country === "" || /^(?:AQ|TF|UM|NF)$/u.test(place.country);
    assert.ok(
      isKnown || countryName(places, place.country),
      `${at}: ${place.country} is in neither countries.txt nor historic.txt`,
    );
  }
});

test("the table has every name of the lists", () => {
  for (const { at, place } of listed) {
    for (const name of [place.name, ...place.aliases]) {
      const remedy = isCapitalised(name) ? "run npm run gazetteer" : "write its words with capitals or remove it";
      assert.ok(isFound(name, place), `${at}: a look-up of "${name}" does not find ${place.name}; ${remedy}`);
    }
  }
});

test("the table is sorted, or binary search would miss", () => {
  for (const file of ["gazetteer.txt", "divisions.txt"]) {
    const lines = readFileSync(join(folder, file), "utf8").split("\n").slice(0, -1);
    const at = lines.findIndex((line, index) => !line.startsWith("#") && index > 0 && line < (lines[index - 1] ?? ""));
    assert.equal(at, -1, `${file}:${at + 1}: "${lines[at]}" stands out of order; run npm run gazetteer`);
  }
});

test("common words are lower-case keys, each listed once", () => {
  const seen = new Set<string>();
  for (const { at, text } of linesOf("common-words.txt")) {
    assert.equal(text, foldName(text), `${at}: "${text}" is no key; write "${foldName(text)}"`);
    assert.ok(!seen.has(text), `${at}: "${text}" is listed twice; remove one`);
    seen.add(text);
  }
});

test("demonyms name countries that are listed, each word once", () => {
  const seen = new Set<string>();
  for (const { at, text } of linesOf("demonyms.txt")) {
    const [word = "", codes = ""] = text.split(" | ");
    assert.ok(!seen.has(word), `${at}: "${word}" is listed twice; join their countries in one line`);
    seen.add(word);
    for (const code of codes.split(" ")) assert.ok(countryName(places, code), `${at}: "${code}" is no country`);
  }
});
