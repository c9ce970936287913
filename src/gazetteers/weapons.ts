/**
 * The authority of weapons: `weapons/*.txt`, read into a table of phrases.
 *
 * One record a line: `Canonical name | alias | ambiguous alias ? context, words`. A name in lower case is a class
 * noun ("barrel bomb"). `## class < parent` opens a class, `! phrase` is a false friend, `#` a comment.
 */

import { readdirSync, readFileSync } from "node:fs";
import { phraseTable, splitWords, type Phrase, type PhraseTable } from "./phrases.ts";

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
  readonly context: readonly string[];
}

/** Every spelling of every weapon, ready to be found in text. */
export type Weapons = PhraseTable<WeaponAlias>;

/** A line of a weapon list that has been understood, with its place for messages. */
export interface WeaponLine {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly aliases: readonly WeaponAlias[];
}

const listFolder = new URL("./weapons/", import.meta.url);

/** Reads the lists that Clipfile ships. */
export function loadWeapons(): Weapons {
  return phraseTable(readWeaponLines().flatMap((line) => line.aliases.flatMap(aliasPhrases)));
}

/** Reads every record and false friend of the lists, in order of file and line. */
export function readWeaponLines(): WeaponLine[] {
  const files = readdirSync(listFolder)
    .filter((name) => name.endsWith(".txt"))
    .toSorted();
  const texts = files.map((file) => ({ file, text: readFileSync(new URL(file, listFolder), "utf8") }));
  const parents = classParents(texts.map(({ text }) => text).join("\n"));
  return texts.flatMap(({ file, text }) => parseWeaponList(file, text, parents));
}

function parseWeaponList(file: string, text: string, parents: ReadonlyMap<string, string>): WeaponLine[] {
  const lines: WeaponLine[] = [];
  let classes: readonly string[] = [];
  for (const [i, raw] of text.split("\n").entries()) {
    const content = raw.trim();
    if (content.startsWith("## ")) classes = classPath(className(content), parents);
    else if (content !== "" && !content.startsWith("#")) {
      lines.push({ file, line: i + 1, aliases: parseAliases(content, classes) });
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

function parseAliases(content: string, classes: readonly string[]): WeaponAlias[] {
  if (content.startsWith("! ")) return [{ spelling: content.slice(2).trim(), context: [] }];
  const fields = content.split(" | ").map(parseAlias);
  const name = fields[0]!.spelling;
  const record = { name, classes, isClassNoun: !/[\p{Lu}\p{N}]/u.test(name) };
  return fields.map((alias) => ({ ...alias, record }));
}

function parseAlias(field: string): Omit<WeaponAlias, "record"> {
  const [spelling = "", context = ""] = field.split(" ? ");
  const words = context.split(",").map((word) => word.trim().toLowerCase());
  return { spelling: spelling.trim(), context: words.filter((word) => word !== "") };
}

function aliasPhrases(alias: WeaponAlias): Phrase<WeaponAlias>[] {
  const keys = splitWords(alias.spelling).map((word) => word.key);
  const last = keys.at(-1);
  if (last === undefined) return [];
  const singular = { keys, value: alias };
  if (/\p{N}/u.test(last)) return [singular];
  return [singular, ...pluralsOf(last).map((plural) => ({ keys: [...keys.slice(0, -1), plural], value: alias }))];
}

const sameInPlural: ReadonlySet<string> = new Set(["aircraft", "artillery", "ammunition", "ordnance", "armour"]);

function pluralsOf(word: string): string[] {
  if (sameInPlural.has(word)) return [];
  // "knife": knives.
  if (/[^f]fe$/u.test(word)) return [`${word.slice(0, -2)}ves`];
  // "torpedo", "cutlass", "torch", "flash": -es; "torpedos" is met as well.
  if (/(?:s|x|z|ch|sh)$/u.test(word)) return [`${word}es`];
  if (word.endsWith("o")) return [`${word}es`, `${word}s`];
  // "battery": batteries.
  if (/[^aeiou]y$/u.test(word)) return [`${word.slice(0, -1)}ies`];
  return [`${word}s`];
}
