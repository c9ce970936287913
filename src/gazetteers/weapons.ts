/**
 * The authority of weapons: `weapons/*.txt`, as a table of phrases.
 *
 * One record a line: `Canonical name | alias | alias ? needs, words ! spoils, words | alias ~`. A name in lower case is
 * a class noun ("barrel bomb"). `@war` stands for the words of `war-words.txt`. `## class < parent` opens a class,
 * `! phrase` is a false friend, `#` a comment.
 */

import { readdirSync, readFileSync } from "node:fs";
import { splitWords, type Phrase, type PhraseTable } from "./phrases.ts";
import { pluralsOf } from "./plurals.ts";
import { loadWordList } from "./word-list.ts";
import { hashOf, hashSet, pairHash, someWord } from "./words.ts";

/** A weapon, munition or armed platform, or a class of them. */
export interface WeaponRecord {
  /** Canonical name, unique: "BGM-109 Tomahawk", "barrel bomb". */
  readonly name: string;
  /** From the broadest class to its own: ["missile", "cruise missile"]. */
  readonly classes: readonly string[];
  /** True for a class noun, which is matched in any case and in the plural. */
  readonly isClassNoun: boolean;
}

/** One spelling of a record, or of a false friend. */
export interface WeaponAlias {
  /** As the list spells it: "Tomahawk". */
  readonly spelling: string;
  /** Absent for a false friend: what it matches is no weapon. */
  readonly record?: WeaponRecord;
  /** Beginnings of words, folded, one of which an ambiguous spelling needs near it; empty when it is unambiguous. */
  readonly needs: readonly string[];
  /** Beginnings of words, folded, beside which the spelling means something else: "satellite" beside "rocket". */
  readonly spoils: readonly string[];
  /** Whether it stands for the record only where the article calls it by a longer name: "warhead" for a nuclear one. */
  readonly isShort: boolean;
}

/** Every spelling of every weapon, ready to be found in text. */
export interface Weapons extends PhraseTable<WeaponAlias> {
  /** The record of a canonical name. */
  readonly findRecord: (name: string) => WeaponRecord | undefined;
}

/** A line of a weapon list that has been understood, with its place for messages. */
export interface WeaponLine {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly aliases: readonly WeaponAlias[];
}

/** A line of a weapon list as it stands there. */
interface RawLine {
  readonly file: string;
  readonly line: number;
  /** Between the separators; one for a false friend. */
  readonly fields: readonly string[];
  readonly isFalseFriend: boolean;
  readonly classes: readonly string[];
}

/** One field of a line, not yet understood. */
interface RawAlias {
  readonly line: RawLine;
  readonly field: string;
}

const listFolder = new URL("./weapons/", import.meta.url);

/** Reads the lists that Clipfile ships; understands a field of them when a text first holds the word it begins with. */
export function loadWeapons(): Weapons {
  const lines = readLines();
  const byName = new Map(lines.map((line) => [spellingOf(line.fields[0]!), line]));
  const records = new Map<RawLine, WeaponRecord | undefined>();
  const recordOf = (line: RawLine): WeaponRecord | undefined => {
    if (!records.has(line)) records.set(line, parseRecord(line));
    return records.get(line);
  };
  const { waiting, beginnings } = indexAliases(lines);
  const rows = new Map<string, readonly Phrase<WeaponAlias>[]>();
  const makeRow = (first: string): readonly Phrase<WeaponAlias>[] => {
    const own = waiting.get(hashOf(first)) ?? [];
    const phrases = own.flatMap(({ line, field }) => aliasPhrases(parseAlias(field, recordOf(line))));
    const row = phrases.filter(({ keys }) => keys[0] === first).toSorted((a, b) => b.keys.length - a.keys.length);
    rows.set(first, row);
    return row;
  };
  return {
    get: (first) => rows.get(first) ?? makeRow(first),
    beginnings: hashSet(beginnings),
    findRecord: (name) => {
      const line = byName.get(name);
      return line && recordOf(line);
    },
  };
}

/** Reads every record and false friend of the lists, in order of file and line. */
export function readWeaponLines(): WeaponLine[] {
  return readLines().map((line) => {
    const record = parseRecord(line);
    return { file: line.file, line: line.line, aliases: line.fields.map((field) => parseAlias(field, record)) };
  });
}

function readLines(): RawLine[] {
  const files = readdirSync(listFolder)
    .filter((name) => name.endsWith(".txt"))
    .toSorted();
  const texts = files.map((file) => ({ file, text: readFileSync(new URL(file, listFolder), "utf8") }));
  const parents = classParents(texts.map(({ text }) => text).join("\n"));
  return texts.flatMap(({ file, text }) => readList(file, text, parents));
}

function readList(file: string, text: string, parents: ReadonlyMap<string, string>): RawLine[] {
  const lines: RawLine[] = [];
  let classes: readonly string[] = [];
  for (const [i, content] of text.split("\n").entries()) {
    if (content.startsWith("## ")) classes = classPath(className(content), parents);
    else if (content !== "" && !content.startsWith("#")) {
      const isFalseFriend = content.startsWith(falseFriendMark);
      const fields = isFalseFriend ? [content.slice(falseFriendMark.length)] : content.split(separator);
      lines.push({ file, line: i + 1, fields, isFalseFriend, classes });
    }
  }
  return lines;
}

// "## cruise missile < missile": the class, then what it is a class of.
const classPattern = /^## ([^<]+?)(?: < (.+))?$/gmu;

function classParents(text: string): Map<string, string> {
  const parents = new Map<string, string>();
  for (const [, name, parent] of text.matchAll(classPattern)) {
    if (name !== undefined && parent !== undefined) parents.set(name.trim(), parent.trim());
  }
  return parents;
}

function className(header: string): string {
  return header.slice("## ".length).split("<")[0]!.trim();
}

function classPath(name: string, parents: ReadonlyMap<string, string>): string[] {
  const path = [name];
  for (let parent = parents.get(name); parent !== undefined && !path.includes(parent); parent = parents.get(parent)) {
    path.unshift(parent);
  }
  return path;
}

/** The aliases by the hash of the word that they begin with, and how they all begin; plurals included. */
function indexAliases(lines: readonly RawLine[]) {
  const waiting = new Map<number, RawAlias[]>();
  const beginnings = new Set<number>();
  const add = (alias: RawAlias, first: number, second: number): void => {
    beginnings.add(second === 0 ? first : pairHash(first, second));
    const own = waiting.get(first);
    if (!own) waiting.set(first, [alias]);
    else if (own.at(-1) !== alias) own.push(alias);
  };
  for (const line of lines) {
    for (const field of line.fields) {
      const spelling = spellingOf(field);
      const alias = { line, field };
      const hashes = firstHashes(spelling);
      add(alias, hashes[0]!, hashes[1] ?? 0);
      if (hashes.length > 2) continue;
      for (const plural of pluralsOf(lastWord(spelling))) {
        if (hashes.length === 1) add(alias, hashOf(plural), 0);
        else add(alias, hashes[0]!, hashOf(plural));
      }
    }
  }
  return { waiting, beginnings };
}

/** The hashes of the first words of a spelling, up to three. */
function firstHashes(spelling: string): number[] {
  const hashes: number[] = [];
  someWord(spelling, (_, hash) => hashes.push(hash) === 3);
  return hashes;
}

function lastWord(spelling: string): string {
  const word = spelling.slice(Math.max(spelling.lastIndexOf(" "), spelling.lastIndexOf("-")) + 1);
  // "barrel bomb": nearly all; "S-300" and "Kızılelma" are cut with more care.
  return /^[a-z]+$/iu.test(word) ? word.toLowerCase() : (splitWords(spelling).at(-1)?.key ?? "");
}

function parseRecord({ fields, isFalseFriend, classes }: RawLine): WeaponRecord | undefined {
  if (isFalseFriend) return undefined;
  const name = spellingOf(fields[0]!);
  return { name, classes, isClassNoun: name === name.toLowerCase() && !/[0-9]/u.test(name) };
}

// "Stryker ? armour, vehicle", "rocket ! satellite", "warhead ~": what a spelling needs, what spoils it, what is short.
const [falseFriendMark, separator, needsMark, spoilsMark, shortMark] = ["! ", " | ", " ? ", " ! ", " ~"] as const;

function spellingOf(field: string): string {
  const end = field.search(/ [?!~]/u);
  return end < 0 ? field : field.slice(0, end);
}

function parseAlias(field: string, record?: WeaponRecord): WeaponAlias {
  const [before = "", spoils] = field.split(spoilsMark);
  const needs = before.split(needsMark)[1];
  return {
    spelling: spellingOf(field),
    ...(record && { record }),
    needs: splitList(needs),
    spoils: splitList(spoils),
    isShort: field.endsWith(shortMark),
  };
}

function splitList(list = ""): readonly string[] {
  const words = list.split(", ").filter((word) => word !== "");
  return words.includes(anyWar) ? [...words.filter((word) => word !== anyWar), ...warWords()] : words;
}

const anyWar = "@war";
let loadedWarWords: readonly string[] | undefined;

function warWords(): readonly string[] {
  return (loadedWarWords ??= Array.from(loadWordList("war-words.txt")));
}

function aliasPhrases(alias: WeaponAlias): Phrase<WeaponAlias>[] {
  const keys = splitWords(alias.spelling).map((word) => word.key);
  return formsOf(keys).map((form) => ({ keys: form, value: alias }));
}

/** A phrase and its plurals. */
function formsOf(keys: readonly string[]): (readonly string[])[] {
  const last = keys.at(-1);
  return last === undefined ? [] : [keys, ...pluralsOf(last).map((plural) => [...keys.slice(0, -1), plural])];
}
