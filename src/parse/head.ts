/** Reads the lines around the headline that are not the body: byline, date, source and address. */
import { findWebAddress } from "../fields.ts";
import { findAgency } from "./agencies.ts";
import { findBehindByline, findByline, findReporter, isSigned } from "./byline.ts";
import { findDateLine } from "./dates.ts";
import type { DateLine } from "./dates.ts";
import { findHeadline, isSentence, isSurelyHeadline } from "./headline.ts";
import { isFurniture } from "./trailers.ts";

/** What a line beside the body says of the article. */
export interface LineFacts {
  readonly byline?: string;
  readonly dateLine?: DateLine;
  readonly publication?: string;
  readonly url?: string;
}

/** The head of an article. */
export interface Head {
  /** Absent when the text starts with prose or has no words. */
  readonly title?: string;
  /** What its lines say, in order. */
  readonly facts: readonly LineFacts[];
  /** Those lines, verbatim. */
  readonly furniture: readonly string[];
  /** The lines of the body; head lines inside it have become blank. */
  readonly body: readonly string[];
}

/** Non-blank lines below the headline among which a byline or date is looked for. */
const REACH = 8;
/** Lines of a summary that may stand between the headline and the byline. */
const SUMMARY = 2;

// "Source: Military Times", "Publication: …"
const SOURCE = /^(?:source|publication|newspaper|publisher|outlet|via) ?: ?(.{1,200})$/iu;
// "URL: https://…", "Link: …", "Original article: …"
const ADDRESS =
  /^(?:url|link|web ?site|original(?:ly published)?(?: article)?(?: at)?|retrieved from|permalink)? ?:? ?<?(https?:\/\/\S+?)>?$/iu;
const WORD = /[\p{L}\p{N}]/u;

/** Reads the head of a text; with `hasTitle` the user named the title, and a headline in the text is only furniture. */
export function readHead(lines: readonly string[], hasTitle: boolean): Head {
  const above = readAbove(lines);
  const found = findHeadline(lines, above.next);
  const headline = found && hasTitle && !isSurelyHeadline(lines, found) ? undefined : found;
  const hasWords = headline !== undefined && WORD.test(headline.title);
  const below = readBelow(lines, headline && hasWords ? headline.next : above.next);
  const replaced = hasTitle && headline ? lines.slice(above.next, headline.next) : [];
  return {
    ...(hasWords && !hasTitle && { title: headline.title }),
    facts: [...above.facts, ...below.facts],
    furniture: [...above.furniture, ...replaced, ...below.furniture].map((line) => line.trim()),
    body: below.body,
  };
}

/** What a line says when it is a byline, a date, a source or an address and nothing else. */
function findLineFacts(line: string, next = ""): LineFacts | undefined {
  const text = line.trim().replace(/\s+/gu, " ");
  if (text.length > 400) return undefined;
  const dateLine = findDateLine(text);
  if (dateLine) return { dateLine };
  const url = findWebAddress(text.match(ADDRESS)?.[1] ?? "");
  if (url !== undefined) return { url };
  const source = text.match(SOURCE)?.[1];
  if (source !== undefined) return readSource(source);
  const byline = findByline(text) ?? findNameAbove(text, next.trim());
  if (byline === undefined) return undefined;
  const behind = findDateLine(findBehindByline(text) ?? "");
  return behind ? { byline, dateLine: behind } : { byline };
}

function readSource(source: string): LineFacts {
  const [, printed = ""] = source.match(/(https?:\/\/\S+)$/iu) ?? [];
  const url = findWebAddress(printed);
  const publication = source.slice(0, source.length - printed.length).replace(/[\s,;:|(<–—-]+$/u, "");
  return { ...(url !== undefined && { url }), ...(publication !== "" && { publication }) };
}

/** "JANE DOE" above "Associated Press Writer": a name in capitals alone is a byline only with its agency below. */
function findNameAbove(text: string, next: string): string | undefined {
  const isName = /^\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]*){1,3}$/u.test(text);
  return isName && findAgency(next) !== undefined ? findByline(`By ${text}`) : undefined;
}

/** What a line at the end says; an agency that signs there matters only when nobody signed at the top. */
export function findEndFacts(line: string): LineFacts | undefined {
  const found = findLineFacts(line);
  if (found?.byline === undefined || isSigned(line)) return found;
  return found.dateLine && { dateLine: found.dateLine };
}

interface Above {
  readonly facts: readonly LineFacts[];
  readonly furniture: readonly string[];
  /** Index of the first line that is the article's. */
  readonly next: number;
}

interface Candidate {
  readonly index: number;
  readonly facts?: LineFacts;
  /** Whether it could as well be a headline: "By Dawn's Early Light", "The Guardian", "Related: two families". */
  readonly isDoubtful: boolean;
}

/** What stands above the headline: "Advertisement", a date, an address, a rule of asterisks. */
function readAbove(lines: readonly string[]): Above {
  const candidates: Candidate[] = [];
  let next = nextNonBlank(lines, 0);
  while (next < lines.length && candidates.length < REACH) {
    const candidate = readCandidate(lines, next);
    if (!candidate) break;
    candidates.push(candidate);
    next = nextNonBlank(lines, next + 1);
  }
  const headline = findHeadline(lines, next);
  const doubtful = candidates.findIndex(({ isDoubtful }) => isDoubtful);
  const isSure = headline !== undefined && headline.title !== "" && !isSentence(headline.title);
  const taken = isSure || doubtful < 0 ? candidates : candidates.slice(0, doubtful);
  return {
    facts: taken.flatMap(({ facts }) => facts ?? []),
    furniture: taken.map(({ index }) => lines[index]!),
    next: taken.length === candidates.length ? next : candidates[doubtful]!.index,
  };
}

function readCandidate(lines: readonly string[], index: number): Candidate | undefined {
  const line = lines[index]!;
  const facts = findLineFacts(line);
  if (facts) return { index, facts, isDoubtful: facts.byline !== undefined };
  if (!WORD.test(line)) return { index, isDoubtful: false };
  return isFurniture(line) ? { index, isDoubtful: true } : undefined;
}

function nextNonBlank(lines: readonly string[], from: number): number {
  let index = from;
  while (index < lines.length && lines[index]!.trim() === "") index++;
  return index;
}

type Below = Omit<Head, "title">;

/** What stands below the headline, perhaps after a summary of a line or two. */
function readBelow(lines: readonly string[], start: number): Below {
  const taken = new Map<number, LineFacts>();
  let skipped = 0;
  const near = findNonBlank(lines, start, REACH);
  for (const [place, index] of near.entries()) {
    const line = lines[index]!;
    const found = findLineFacts(line, lines[near[place + 1] ?? -1]) ?? findOther(line, place === 0);
    if (found) taken.set(index, found);
    else if (++skipped > SUMMARY || line.length > 300) break;
    // Below a summary only what is plainly a head line counts.
    else if (!near.slice(place + 1, place + 1 + SUMMARY).some((other) => isPlainHeadLine(lines[other]!))) break;
  }
  return {
    facts: [...taken.values()],
    furniture: [...taken.keys()].map((index) => lines[index]!),
    body: lines.slice(start).map((line, index) => (taken.has(start + index) ? "" : line)),
  };
}

function findNonBlank(lines: readonly string[], start: number, count: number): number[] {
  const found: number[] = [];
  for (let index = start; index < lines.length && found.length < count; index++) {
    if (lines[index]!.trim() !== "") found.push(index);
  }
  return found;
}

/** What a line below the headline says that would be a headline above it. */
function findOther(line: string, isFirst: boolean): LineFacts | undefined {
  const byline = isFirst ? findReporter(line) : undefined;
  if (byline !== undefined) return { byline };
  return !WORD.test(line) || isFurniture(line) ? {} : undefined;
}

function isPlainHeadLine(line: string): boolean {
  return isSigned(line) || findDateLine(line) !== undefined;
}
