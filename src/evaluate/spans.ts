/**
 * Strict spans: a name is right when it begins and ends where the gold does and has the same label. Names are scored as
 * the recogniser settles them, before kinds strip titles or add surnames.
 */

import { readSpans, type Reader } from "../recognise.ts";
import { readRecords, linesOf, type Corpus } from "../tagger/corpus.ts";
import type { Span } from "../types.ts";
import type { Tally } from "./terms.ts";

const labels = ["PER", "LOC"] as const;

/** Scores a file of records (`{id, text, ents: [{start, end, type}]}`, JSON Lines) by label. */
export function scoreSpans(file: string, reader: Reader): Record<string, Tally> {
  const records = readRecords(file).map((record) => ({ record, found: spansOf(record, reader) }));
  return Object.fromEntries(
    labels.map((label) => {
      const gold = records.map(({ record }) => new Set(record.ents.filter(hasType(label)).map(extentKey)));
      const found = records.map(({ found: spans }) => spans.filter((span) => span.label === label).map(extentKey));
      const right = found.map((keys, i) => keys.filter((key) => gold[i]!.has(key)).length);
      const tally = { right: sum(right), falseAlarms: sum(found.map((keys) => keys.length)) - sum(right) };
      return [label, { ...tally, misses: sum(gold.map((keys) => keys.size)) - sum(right) }];
    }),
  );
}

/** The spans of a record, with offsets in its whole text; each line is read as a paragraph. */
function spansOf({ text }: Corpus, reader: Reader): Span[] {
  const lines = linesOf(text);
  return readSpans(["", ...lines.map((line) => line.text)], reader).map((span) => {
    const { offset } = lines[span.paragraph - 1]!;
    return { ...span, start: span.start + offset, end: span.end + offset };
  });
}

function hasType(label: string): (mark: { readonly type: string }) => boolean {
  return ({ type }) => type === label;
}

function extentKey({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start}-${end}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
