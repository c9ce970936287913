/** The names of an archive as a search looks them up: to offer their pages, and to mend what was misspelt. */

import type { NameRow } from "../page/names.ts";
import { facetName } from "./archive-data.ts";
import { fold } from "./facet.ts";
import { plainWords } from "./phrase.ts";

/** A name, ready to be compared with what was typed. */
export interface KnownName {
  /** `Kind.plural`. */
  readonly kind: string;
  /** With what tells it from others: "Georgia (Texas)". */
  readonly name: string;
  readonly slug: string;
  readonly articles: number;
  /** In plain words, "t 72" as well as "t72". */
  readonly spellings: readonly string[];
  /** Its other names, likewise. */
  readonly otherSpellings: readonly string[];
}

/** Makes the names of a kind ready. */
export function knownNames(kind: string, rows: readonly NameRow[]): KnownName[] {
  return rows.map((row) => {
    const [name, , , slug, articles, otherNames = []] = row;
    const spellings = spellingsOf(name);
    const otherSpellings = otherNames.flatMap(spellingsOf);
    return { kind, name: facetName(row), slug, articles, spellings, otherSpellings };
  });
}

function spellingsOf(name: string): string[] {
  return [...new Set([plainWords(name, " "), plainWords(name, "")])];
}

const fewestLetters = 2;

/** The names that some words may mean, the likeliest first: the very name, a name among the words, the words in a name. */
export function offeredNames(names: readonly KnownName[], words: string, most: number): KnownName[] {
  const typed = spellingsOf(words);
  if (typed.every((text) => text.length < fewestLetters)) return [];
  return names
    .map((name) => ({ name, likeness: likeness(name, typed) }))
    .filter(({ likeness: how }) => how > 0)
    .toSorted((a, b) => b.likeness - a.likeness || b.name.articles - a.name.articles)
    .slice(0, most)
    .map(({ name }) => name);
}

/** Another name counts less than the name itself. */
function likeness({ spellings, otherSpellings }: KnownName, typed: readonly string[]): number {
  const best = (names: readonly string[]) =>
    names.reduce((most, name) => typed.reduce((more, text) => Math.max(more, spellingLikeness(name, text)), most), 0);
  return Math.max(best(spellings), best(otherSpellings) - 0.5);
}

function spellingLikeness(spelling: string, typed: string): number {
  if (spelling === typed) return 3;
  if (spelling.length > fewestLetters && ` ${typed} `.includes(` ${spelling} `)) return 2;
  return typed.split(" ").every((word) => ` ${spelling}`.includes(` ${word}`)) ? 1 : 0;
}

/** A word of a name that may have been meant by another word. */
export interface NearWord {
  /** As names spell it: "Shoigu". */
  readonly word: string;
  /** The name of most articles that has it. */
  readonly name: KnownName;
}

/** The words of names that differ from a word by a letter or two, the nearest first. */
export function nearWords(names: readonly KnownName[], word: string, most: number): NearWord[] {
  const typed = fold(word);
  if (typed.length < shortest) return [];
  const limit = typed.length < longer ? 1 : 2;
  const near = new Map<string, NearWord & { readonly distance: number }>();
  for (const name of names) {
    // "Mir-Hossein Mousavi (Iran)"
    for (const each of name.name.split(/[\s(),]+/u)) {
      const folded = fold(each);
      const known = near.get(folded);
      if (known && known.name.articles >= name.articles) continue;
      const distance = known?.distance ?? editDistance(typed, folded, limit);
      if (distance > 0 && distance <= limit) near.set(folded, { word: each, name, distance });
    }
  }
  return [...near.values()]
    .toSorted((a, b) => a.distance - b.distance || b.name.articles - a.name.articles)
    .slice(0, most);
}

/** Words of fewer letters are near to too many others. */
const shortest = 4;
/** From so many letters on, two may be wrong. */
const longer = 7;

/**
 * How many letters must be put in, left out, changed or swapped with the next to make one word of another (the optimal
 * string alignment distance); anything above the limit when they are more.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [twoBefore, before]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const steps = [at(before, j) + 1, at(row, j - 1) + 1, at(before, j - 1) + (isSame ? 0 : 1)];
      row.push(Math.min(...steps, isSwapped ? at(twoBefore, j - 2) + 1 : Infinity));
    }
    if (Math.min(...row) > limit) return limit + 1;
    [twoBefore, before] = [before, row];
  }
  return at(before, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
