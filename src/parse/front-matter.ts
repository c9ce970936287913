/** Reads the YAML block that a user may put at the top of a text file. */
import { findLanguageTag, findNearest, findWebAddress, parseFields } from "../fields.ts";
import type { Field } from "../fields.ts";
import { findWrittenDate } from "./dates.ts";

/** What the user says of an article; it overrides what the text says. */
export interface UserFacts {
  readonly title?: string;
  readonly date?: string;
  readonly byline?: string;
  readonly source?: string;
  readonly url?: string;
  readonly language?: string;
}

/** A fault of the block. */
export interface Fault {
  /** 1-based line of the file. */
  readonly line: number;
  readonly message: string;
}

/** The block, and where the article goes on behind it. */
export interface FrontMatter {
  readonly facts: UserFacts;
  readonly faults: readonly Fault[];
  /** The block verbatim when part of it could not be used, so that nothing is lost. */
  readonly furniture: readonly string[];
  /** Index of the first line that is not the block's. */
  readonly next: number;
}

type Key = keyof UserFacts;

/** A longer block is not one that somebody wrote by hand. */
const MOST_LINES = 100;
const MOST_CHARACTERS = 10_000;

const NONE: FrontMatter = { facts: {}, faults: [], furniture: [], next: 0 };

// "title: A quiet week"
const KEY_LINE = /^\p{L}[\p{L} _-]{0,30}:(?:\s|$)/u;
const KNOWN_KEY_LINE = /^(?:title|date|byline|source|url|language)\s*:/iu;

const RULES: Readonly<Record<Key, { readonly find: (value: string) => string | undefined; readonly remedy: string }>> =
  {
    title: { find: (value) => value, remedy: "write the headline" },
    date: { find: (value) => findWrittenDate(value)?.date, remedy: "write a whole date as 2015-10-08" },
    byline: { find: (value) => value.replace(/^by /iu, ""), remedy: "write the author's name" },
    source: { find: (value) => value, remedy: "write the newspaper's or site's name" },
    url: { find: findWebAddress, remedy: "write an address that begins with https:// or http://" },
    language: { find: findLanguageTag, remedy: "write a language tag such as en or pt-BR" },
  };

/** Reads the block between `---` lines that opens a text; text that only looks like one is left alone. */
export function readFrontMatter(lines: readonly string[]): FrontMatter {
  const start = lines.findIndex((line) => line.trim() !== "");
  if (start < 0 || lines[start]!.trimEnd() !== "---") return NONE;
  const length = lines.slice(start + 1, start + MOST_LINES).findIndex((line) => /^(?:---|\.\.\.)\s*$/u.test(line));
  if (length < 0) return readUnclosed(lines, start);
  const block = lines.slice(start + 1, start + 1 + length);
  const verbatim = lines.slice(start, start + length + 2);
  if (block.join("\n").length > MOST_CHARACTERS) return NONE;
  const { fields, problems, isMapping } = parseFields(block.join("\n"));
  if (problems.length > 0 ? !block.some((line) => KEY_LINE.test(line)) : !isMapping) return NONE;
  const found = problems.length > 0 ? { facts: {}, faults: problems.slice(0, 1) } : readFields(fields);
  return {
    facts: found.facts,
    faults: found.faults.map(({ line, message }) => ({ line: line + start + 1, message })),
    furniture: found.faults.length > 0 ? verbatim : [],
    next: start + length + 2,
  };
}

/** A block without its second `---`: what it says is uncertain, so it is only kept. */
function readUnclosed(lines: readonly string[], start: number): FrontMatter {
  if (!KNOWN_KEY_LINE.test(lines[start + 1] ?? "")) return NONE;
  const length = lines.slice(start, start + MOST_LINES).findIndex((line) => line.trim() === "");
  const next = length < 0 ? Math.min(lines.length, start + MOST_LINES) : start + length;
  const message = "the YAML block that opens here has no end and was not used; close it with a line of ---";
  return { facts: {}, faults: [{ line: start + 1, message }], furniture: lines.slice(start, next), next };
}

function readFields(fields: readonly Field[]): Pick<FrontMatter, "facts" | "faults"> {
  const readings = fields.map(readField);
  return {
    facts: Object.fromEntries(readings.flatMap(({ fact }) => (fact ? [fact] : []))),
    faults: readings.flatMap(({ fault }) => (fault ? [fault] : [])),
  };
}

interface Reading {
  readonly fact?: readonly [Key, string];
  readonly fault?: Fault;
}

function readField({ key, value, line }: Field): Reading {
  const name = key.toLowerCase();
  if (!isKey(name)) {
    const keys = Object.keys(RULES);
    const nearest = findNearest(name, keys);
    const remedy = nearest ? `did you mean "${nearest}"?` : `the keys are ${keys.join(", ")}`;
    return { fault: { line, message: `"${key}" is not known and was not used; ${remedy}` } };
  }
  if (value === "") return {};
  const found = value === undefined ? undefined : RULES[name].find(value);
  if (found !== undefined) return { fact: [name, found] };
  const fact = value === undefined ? "a list or has keys of its own" : `"${value}"`;
  return { fault: { line, message: `${name} is ${fact} and was not used; ${RULES[name].remedy}` } };
}

function isKey(key: string): key is Key {
  return Object.hasOwn(RULES, key);
}
