/** Records as text: the form of the tables in `data/`, and of what the search page exports. */

import { csvFormatRows } from "d3-dsv";
import type { DataRecord } from "./records.ts";
import { listDelimiter, type SchemaField } from "./schema.ts";

/** Rows that are put into text together: one at a time would be slow, all at once large. */
const rowsTogether = 1000;

/** CSV with a byte-order mark, without which Excel takes the UTF-8 for another encoding. */
export function* csvText(records: Iterable<DataRecord>, fields: readonly SchemaField[]): Generator<string> {
  const names = fields.map(({ name }) => name);
  yield `\ufeff${csvFormatRows([names])}\n`;
  for (const some of batches(records)) {
    yield `${csvFormatRows(some.map((record) => names.map((name) => csvCell(record[name]))))}\n`;
  }
}

/** A list of records, each on a line of its own. */
export function* jsonText(records: Iterable<DataRecord>): Generator<string> {
  let before = "[\n";
  for (const some of batches(records)) {
    yield before + some.map((record) => JSON.stringify(record)).join(",\n");
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

function* batches(records: Iterable<DataRecord>): Generator<DataRecord[]> {
  let batch: DataRecord[] = [];
  for (const record of records) {
    batch.push(record);
    if (batch.length < rowsTogether) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function csvCell(value: unknown): string {
  if (typeof value === "number") return String(value);
  const text = Array.isArray(value) ? value.map(listItem).join(listDelimiter) : String(value ?? "");
  // "=1+1", "+1", "-1", "@SUM", and their full-width forms: a spreadsheet would run them.
  return /^[=+\-@＝＋－＠\t\r]/u.test(text) ? `'${text}` : text;
}

function listItem(item: unknown): string {
  return String(item).replaceAll(listDelimiter, "/");
}
