/**
 * Strict spans: a name is right when it begins and ends where the gold does and has the same label. A name that is cut
 * wrong is therefore a miss and a false alarm. Names are scored as the recogniser settles them, before kinds strip
 * titles or add surnames; each line of a record's text is read as a paragraph.
 */

import { ArchiveError } from "../error.ts";
import { readSpans, type Reader } from "../recognise.ts";
import { overlapping, splitSentences } from "../text.ts";
import { linesOf, type Corpus, type Mark } from "../tagger/corpus.ts";
import { isObject, readJsonLines, type JsonLine } from "./json-lines.ts";
import { reliabilityOf, type Guess, type Reliability } from "./reliability.ts";
import type { Mistake, Tally } from "./terms.ts";

const labels = ["PER", "LOC"] as const;

/** What comparing spans found. */
export interface SpanScores {
  /** By label. */
  readonly labels: Readonly<Record<string, Tally>>;
  /** How often spans of about one confidence are right. */
  readonly reliability: readonly Reliability[];
  /** In order of record and position. */
  readonly mistakes: readonly Mistake[];
}

/** Scores a file of records (`{id, text, ents: [{start, end, type}]}`, JSON Lines); a malformed one is an `ArchiveError`. */
export async function scoreSpans(file: string, reader: Reader): Promise<SpanScores> {
  const records = (await readJsonLines(file, "--spans")).map(parseRecord);
  const compared = records.map((record) => compareRecord(record, spansOf(record, reader)));
  const right = compared.flatMap((each) => each.right);
  const mistakes = compared.flatMap((each) => each.mistakes);
  const count = (label: string, sort: Mistake["sort"]): number =>
    mistakes.filter((mistake) => mistake.plural === label && mistake.sort === sort).length;
  const tallies = labels.map((label) => {
    const found = right.filter(({ type }) => type === label).length;
    return [label, { right: found, falseAlarms: count(label, "false alarm"), misses: count(label, "missed") }] as const;
  });
  const reliability = reliabilityOf(compared.flatMap(({ guesses }) => guesses));
  return { labels: Object.fromEntries(tallies), reliability, mistakes };
}

function parseRecord({ value, place }: JsonLine): Corpus {
  if (!isObject(value) || typeof value["text"] !== "string" || !Array.isArray(value["ents"])) {
    throw new ArchiveError(`${place}: a record needs "text" and a list "ents"; add them`);
  }
  const { id, text } = value;
  const ents: readonly unknown[] = value["ents"];
  if (!ents.every(isMark)) {
    throw new ArchiveError(`${place}: each of "ents" must be {"start": …, "end": …, "type": …}; mend it`);
  }
  return { file: place, id: typeof id === "string" ? id : place, text, ents };
}

function isMark(value: unknown): value is Mark {
  if (!isObject(value) || typeof value["type"] !== "string") return false;
  return Number.isInteger(value["start"]) && Number.isInteger(value["end"]);
}

/** The spans of a record, with offsets in its whole text. */
function spansOf({ text }: Corpus, reader: Reader): SureMark[] {
  const lines = linesOf(text);
  return readSpans(["", ...lines.map((line) => line.text)], reader).map(
    ({ paragraph, start, end, label, confidence }) => {
      const { offset } = lines[paragraph - 1]!;
      return { start: start + offset, end: end + offset, type: label, confidence };
    },
  );
}

interface SureMark extends Mark {
  readonly confidence: number;
}

interface ComparedRecord {
  readonly guesses: readonly Guess[];
  readonly right: readonly Mark[];
  readonly mistakes: readonly Mistake[];
}

function compareRecord(record: Corpus, spans: readonly SureMark[]): ComparedRecord {
  const gold = record.ents.filter(isScored);
  const found = spans.filter(isScored);
  const [goldKeys, foundKeys] = [new Set(gold.map(markKey)), new Set(found.map(markKey))];
  const wrong = [
    ...gold.filter((mark) => !foundKeys.has(markKey(mark))).map((mark) => ({ mark, sort: "missed" as const })),
    ...found.filter((mark) => !goldKeys.has(markKey(mark))).map((mark) => ({ mark, sort: "false alarm" as const })),
  ].toSorted((a, b) => a.mark.start - b.mark.start);
  return {
    right: found.filter((mark) => goldKeys.has(markKey(mark))),
    guesses: found.map((mark) => ({ confidence: mark.confidence, isRight: goldKeys.has(markKey(mark)) })),
    mistakes: wrong.map(({ mark, sort }) => ({
      article: record.id,
      plural: mark.type,
      sort,
      name: record.text.slice(mark.start, mark.end),
      sentence: sentenceAt(record.text, mark.start),
    })),
  };
}

function isScored({ type }: Mark): boolean {
  return labels.some((label) => label === type);
}

function markKey({ start, end, type }: Mark): string {
  return `${start}-${end}-${type}`;
}

/** The sentence that an offset stands in. */
function sentenceAt(text: string, offset: number): string {
  const line = linesOf(text).findLast((each) => each.offset <= offset) ?? { text, offset: 0 };
  const at = offset - line.offset;
  const sentence = overlapping(splitSentences(line.text), { start: at, end: at + 1 })[0];
  return sentence ? line.text.slice(sentence.start, sentence.end) : line.text;
}
