/** Of what made-up articles are made: ordinary words and names from the gazetteers, and invented ones for the long tail. */

import { readdirSync, readFileSync } from "node:fs";
import { contentLines } from "../../src/gazetteers/lists.ts";
import { shuffle } from "./random.ts";

/** Each list has the most frequent first. */
export interface Vocabulary {
  readonly words: readonly string[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly weapons: readonly string[];
}

/** As many different words as some millions of words of news have. */
const mostWords = 40_000;
const mostPeople = 7500;
const mostPlaces = 3000;

const gazetteers = new URL("../../src/gazetteers/", import.meta.url);
const syllables = "ba cor den fal gri hol jar kem lun mor nis ost pel qua ren sul tav ulm ver wex yor zin".split(" ");
const endings = ["", "er", "ing", "ed", "al", "ment", "ly"];

/** Puts the lists together; the same for the same random numbers. */
export function loadVocabulary(random: () => number): Vocabulary {
  const common = readLines("common-words.txt").filter((line) => /^[a-z]+$/u.test(line));
  const invent = () => `${inventName(random, 2)}${pick(endings, random)}`;
  return {
    words: upTo(mostWords, shuffle(common, random), invent),
    people: inventPeople(random),
    places: shuffle(readPlaces(), random),
    weapons: shuffle(readWeapons(), random),
  };
}

function inventPeople(random: () => number): string[] {
  const given = [...readLines("male-names.txt"), ...readLines("female-names.txt")].filter((name) => name.length > 3);
  return upTo(mostPeople, [], () => `${capital(pick(given, random))} ${capital(inventName(random, 2))}ov`);
}

/** The most important places that have a name of their own: "decatur|Decatur|c|US.AL|34.6|-86.98|34|?" is also a person's. */
function readPlaces(): string[] {
  const rows = readLines("gazetteer.txt").map((line) => line.split("|"));
  const plain = rows.filter(([key = "", , kind, , , , , doubt]) => /^[a-z]{4,}$/u.test(key) && kind === "c" && !doubt);
  const ranked = plain.toSorted((a, b) => Number(b[6]) - Number(a[6])).slice(0, mostPlaces);
  return ranked.map(([key = "", name = ""]) => name || capital(key));
}

/** What begins each line: "MiG-29 | Fulcrum ? jet" is the MiG-29. */
function readWeapons(): string[] {
  const files = readdirSync(new URL("weapons/", gazetteers)).filter((name) => name !== "false-friends.txt");
  const lines = files.toSorted().flatMap((name) => readLines(`weapons/${name}`));
  return lines.map((line) => line.split(/ [|?!<] /u, 1)[0] ?? "").filter((name) => /\p{Lu}.*\d/u.test(name));
}

function readLines(file: string): string[] {
  return contentLines(readFileSync(new URL(file, gazetteers), "utf8"));
}

/** The items, and invented ones until there are enough. */
function upTo(count: number, items: readonly string[], invent: () => string): string[] {
  const all = new Set(items);
  while (all.size < count) all.add(invent());
  return [...all];
}

function inventName(random: () => number, length: number): string {
  return Array.from({ length: length + Math.floor(random() * 2) }, () => pick(syllables, random)).join("");
}

function pick(items: readonly string[], random: () => number): string {
  return items[Math.floor(random() * items.length)]!;
}

/** "kabul" as "Kabul". */
export function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
