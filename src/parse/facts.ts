/** Weighs what the lines, the dateline and the file's name say of an article. */
import type { Article, SourceFile, Warning } from "../types.ts";
import { findNames } from "./byline.ts";
import { findOpening } from "./dateline.ts";
import type { Opening } from "./dateline.ts";
import { completeDate, isoDate } from "./dates.ts";
import type { WrittenDate } from "./dates.ts";
import type { LineFacts } from "./head.ts";
import { findSignature } from "./trailers.ts";

/** Where the facts of an article stand. */
export interface Evidence {
  readonly file: SourceFile;
  /** What the head lines say, then the lines at the end. */
  readonly lines: readonly LineFacts[];
  readonly paragraphs: readonly string[];
  readonly trailers: readonly string[];
}

/** What the text and the file's name say of an article. */
export interface Facts extends Pick<Article, "byline" | "date" | "dateline" | "publication" | "url"> {
  readonly warnings: readonly Warning[];
}

/** Paragraphs in which a dateline may stand: a summary may come before it. */
const REACH = 3;

/** Gathers the facts; a line of its own comes before the dateline, the dateline before the file's name. */
export function gatherFacts(evidence: Evidence): Facts {
  const opening = findFirstOpening(evidence.paragraphs);
  const byline = chooseByline(evidence, opening);
  const date = chooseDate(evidence, opening);
  const publication = evidence.lines.find((line) => line.publication)?.publication;
  const url = evidence.lines.find((line) => line.url)?.url;
  return {
    ...(byline !== undefined && { byline }),
    ...(date !== undefined && { date }),
    ...(opening?.dateline && { dateline: opening.dateline }),
    ...(publication !== undefined && { publication }),
    ...(url !== undefined && { url }),
    warnings: findAmbiguousDates(evidence),
  };
}

function findFirstOpening(paragraphs: readonly string[]): Opening | undefined {
  const [first = ""] = paragraphs;
  const others = paragraphs.slice(1, REACH).map(findOpening);
  return findOpening(first) ?? others.find((opening) => opening?.dateline);
}

/** Every name that signs it, else the reporter of a credit line, else the agency. */
function chooseByline({ lines, trailers }: Evidence, opening: Opening | undefined): string | undefined {
  const signed = [...new Set(lines.flatMap((line) => line.byline ?? []))];
  if (signed.length > 0) return signed.join(", ");
  return findReporter(trailers) ?? opening?.agency ?? trailers.map(findSignature).find((agency) => agency);
}

// "Reporting by Jane Doe in Kabul" in "(Reporting by Jane Doe in Kabul; Editing by John Roe)"
const REPORTER = /\breporting(?: and writing)? by ([^;()]{2,200})/iu;
// " in Kabul" behind a name
const WHEREABOUTS = /\s+in\s+\p{Lu}[^,;&]*?(?=,|;|&|\s+and\s|$)/gu;

function findReporter(trailers: readonly string[]): string | undefined {
  const credit = trailers.join(" ").match(REPORTER)?.[1];
  return credit === undefined ? undefined : findNames(credit.replace(WHEREABOUTS, ""));
}

function chooseDate({ file, lines }: Evidence, opening: Opening | undefined): string | undefined {
  const dateLines = lines.flatMap((line) => line.dateLine ?? []);
  const named = readFileName(file.path);
  const published = dateLines.find((line) => line.date !== undefined && !line.isUpdate);
  if (published) return published.date;
  const near = dateLines.find((line) => line.year !== undefined) ?? named;
  const fromDateline = opening?.written && completeDate(opening.written, near);
  return fromDateline ?? dateLines.find((line) => line.date !== undefined)?.date ?? named.date;
}

// "2015-10-08" in "iraq/2015-10-08-mosul.txt", "1987" in "1987/telecoms.txt" and "1987-telecoms.txt"
const FILE_DATE = /(?:^|\/)(\d{4})-(\d\d)-(\d\d)(?!\d)[^/]*$/u;
const FILE_YEAR = /(?:^|\/)([12]\d{3})(?:[-_ ][^/]*|\/.*)$/u;

/** What a file's name says; a number elsewhere in it may be anything. */
function readFileName(path: string): WrittenDate {
  const [year, month, day] = (path.match(FILE_DATE) ?? []).slice(1).map(Number);
  const date = year && month && day ? isoDate(year, month, day) : undefined;
  if (year && month && day && date) return { date, year, month, day };
  const folder = path.match(FILE_YEAR)?.[1];
  return folder === undefined ? {} : { year: Number(folder) };
}

function findAmbiguousDates({ file, lines }: Evidence): Warning[] {
  const dateLines = lines.flatMap((line) => line.dateLine ?? []);
  const printed = dateLines.find((line) => line.ambiguous)?.ambiguous;
  if (printed === undefined || dateLines.some((line) => line.date)) return [];
  const line = file.text.split("\n").findIndex((text) => text.includes(printed)) + 1;
  const remedy = "put a block with date: YYYY-MM-DD on top of the file";
  return [{ file: file.path, line, message: `"${printed}" can be two dates and was not used; ${remedy}` }];
}
