/** Reads hand-made index terms: JSON Lines, one record per article, after `docs/recognition.md`. */

import { ArchiveError } from "../error.ts";
import { isObject, readJsonLines, type JsonLine } from "./json-lines.ts";

/** A term that a librarian would index an article under. */
export interface GoldTerm {
  readonly name: string;
  /** Exact surface forms in the article; white space inside one may be a line break. */
  readonly mentions: readonly string[];
  /** True when a careful librarian might leave it out: it counts neither way. */
  readonly optional?: boolean;
  /** Of places: "country", "region", "city" … */
  readonly kind?: string;
  /** Degrees north and east; null when the indexer did not know. */
  readonly lat?: number | null;
  readonly lon?: number | null;
}

/** The index terms of one article; other keys are the plurals of kinds. */
export interface GoldRecord {
  /** Path of the source file without its ending. */
  readonly id: string;
  readonly title: string;
  /** Terms by `Kind.plural`. */
  readonly terms: Readonly<Record<string, readonly GoldTerm[]>>;
}

/** Reads a gold file; a line that is no record is an `ArchiveError` naming file and line. */
export async function readGold(file: string, plurals: readonly string[]): Promise<GoldRecord[]> {
  return (await readJsonLines(file, "--gold")).map((line) => parseRecord(line, plurals));
}

function parseRecord({ value: record, place }: JsonLine, plurals: readonly string[]): GoldRecord {
  if (!isObject(record) || typeof record["id"] !== "string" || typeof record["title"] !== "string") {
    throw new ArchiveError(`${place}: a record needs "id" and "title", both text; add them`);
  }
  const terms = plurals.map((plural) => [plural, parseTerms(record[plural] ?? [], `${place}: "${plural}"`)] as const);
  return { id: record["id"], title: record["title"], terms: Object.fromEntries(terms) };
}

function parseTerms(value: unknown, place: string): GoldTerm[] {
  if (!Array.isArray(value) || !value.every(isTerm)) {
    throw new ArchiveError(`${place}: must be a list of {"name": …, "mentions": […]}; mend it`);
  }
  return value;
}

function isTerm(value: unknown): value is GoldTerm {
  if (!isObject(value) || typeof value["name"] !== "string") return false;
  const mentions = value["mentions"];
  return Array.isArray(mentions) && mentions.every((mention) => typeof mention === "string");
}
