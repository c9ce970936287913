/** Reads YAML as users write it by hand, `title: A quiet week`; the only file that knows the parser. */
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Pair } from "yaml";

/** One `key: value` of a flat YAML mapping. */
export interface Field {
  readonly key: string;
  /** The value as it was written; empty when there is none; absent when it is a list or a mapping. */
  readonly value?: string;
  /** 1-based line of the key. */
  readonly line: number;
}

/** What is wrong with a YAML text, and where. */
export interface YamlProblem {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

/** The fields of a YAML text and what is wrong with it; `isMapping` is false for a list or plain prose. */
export interface Fields {
  readonly fields: readonly Field[];
  readonly problems: readonly YamlProblem[];
  readonly isMapping: boolean;
}

/** Brackets and list marks beyond which a text is not parsed: depth without end would exhaust the stack of the parser. */
const MOST_NESTING = 200;
// "[", "{", "- ", "? ": what can open a level.
const NESTING = /[[{]|[-?]\s/gu;

const REMEDY = 'write it as key: "value" on one line, with quotation marks around the value';

/** What stands at one place of a YAML text: a text, a list or a mapping; none of them for what is not understood. */
export interface YamlValue {
  /** 1-based. */
  readonly line: number;
  /** A scalar as it was written, white space closed up; empty when there is none. */
  readonly text?: string;
  /** Its value, when it is `true` or `false`. */
  readonly flag?: boolean;
  readonly items?: readonly YamlValue[];
  readonly entries?: readonly YamlEntry[];
}

/** A key of a mapping and what stands behind it. */
export interface YamlEntry {
  readonly key: string;
  /** 1-based line of the key. */
  readonly line: number;
  readonly value: YamlValue;
}

/** A YAML text that has been parsed. */
export interface YamlTree {
  /** Absent when the text is empty or a comment. */
  readonly value?: YamlValue;
  readonly problems: readonly YamlProblem[];
}

/** Parses YAML of the core schema: dates stay strings, tags and aliases do nothing. What is nested without end must not come here. */
export function parseYaml(yaml: string, { uniqueKeys = true } = {}): YamlTree {
  const counter = new LineCounter();
  const options = { schema: "core", lineCounter: counter, logLevel: "silent", prettyErrors: false } as const;
  const { contents, errors, warnings } = parseDocument(yaml, { ...options, uniqueKeys });
  const lineAt = (offset: number) => counter.linePos(offset).line;
  const problems = [...errors, ...warnings].map((error) => ({
    line: lineAt(error.pos[0]),
    message: `is not valid YAML (${error.message}); ${REMEDY}`,
  }));
  return contents === null ? { problems } : { problems, value: toValue(contents, lineAt, 1) };
}

function toValue(node: unknown, lineAt: (offset: number) => number, near: number): YamlValue {
  const line = isNode(node) && node.range ? lineAt(node.range[0]) : near;
  if (isMap(node)) return { line, entries: node.items.map((pair) => toEntry(pair, lineAt, line)) };
  if (isSeq(node)) return { line, items: node.items.map((item) => toValue(item, lineAt, line)) };
  if (node !== null && !isScalar(node)) return { line };
  const text = scalarText(node).replace(/\s+/gu, " ").trim();
  return isScalar(node) && typeof node.value === "boolean" ? { line, text, flag: node.value } : { line, text };
}

function toEntry({ key, value }: Pair, lineAt: (offset: number) => number, near: number): YamlEntry {
  const name = toValue(key, lineAt, near);
  return { key: name.text ?? "", line: name.line, value: toValue(value, lineAt, name.line) };
}

/** The fields of a flat YAML mapping, which may be of anybody's making. Never throws. */
export function parseFields(yaml: string): Fields {
  if ((yaml.match(NESTING) ?? []).length > MOST_NESTING) {
    const problem = { line: 1, message: `has too many lists and brackets; ${REMEDY}` };
    return { fields: [], problems: [problem], isMapping: true };
  }
  const { value, problems } = parseYaml(yaml);
  if (!value?.entries) return { fields: [], problems, isMapping: value === undefined };
  const fields = value.entries.map(({ key, line, value: { text } }) =>
    text === undefined ? { key, line } : { key, line, value: text },
  );
  return { fields, problems, isMapping: true };
}

/** The source of numbers and the like: `title: 007` means "007". */
function scalarText(value: unknown): string {
  if (!isScalar(value) || value.value === null) return "";
  return typeof value.value === "string" ? value.value : (value.source ?? String(value.value));
}

/** The http(s) address that a text is, in its normal form. */
export function findWebAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
}

/** The BCP 47 language tag that a text is, in its normal form: "EN-gb" gives "en-GB". */
export function findLanguageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch (error) {
    // What a tag of the wrong form throws.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The one of `names` that is at most two letters away from a misspelt one. */
export function findNearest(misspelt: string, names: readonly string[]): string | undefined {
  const nearest = names
    .map((name) => ({ name, distance: editDistance(misspelt.slice(0, 40).toLowerCase(), name) }))
    .toSorted((a, b) => a.distance - b.distance)[0];
  return nearest && nearest.distance <= 2 ? nearest.name : undefined;
}

/** How many letters must be put in, taken out or changed (Levenshtein 1966). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let column = 1; column <= to.length; column++) {
      const change = row[column - 1]! + (letter === to[column - 1] ? 0 : 1);
      next.push(Math.min(change, row[column]! + 1, next[column - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
