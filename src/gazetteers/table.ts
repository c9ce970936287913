/**
 * A table of places as one sorted text: nothing is parsed until it is looked up, so that loading is reading a file.
 * The text is taken for Latin-1, where one byte is one character; keys are ASCII, names are decoded when needed.
 */
import type { PlaceKind } from "./lists.ts";

/** One line of the table: one name of one place. */
export interface Row {
  /** The name as `placeKey` gives it, in capitals for an acronym ("US"). */
  readonly key: string;
  /** The place's usual name, which may be another than this one. */
  readonly name: string;
  readonly kind: PlaceKind;
  /** Country and first-level division "IQ.15", a country "IQ", or "" for what lies in several. */
  readonly division: string;
  /** Degrees north and east. */
  readonly latitude: number;
  readonly longitude: number;
  /** 0–100. */
  readonly importance: number;
  /** The key is also an ordinary word or a person's name. */
  readonly isAmbiguous: boolean;
}

const LETTERS: Readonly<Record<PlaceKind, string>> = {
  country: "n",
  historic: "h",
  region: "r",
  city: "c",
  water: "w",
  mountain: "m",
  island: "i",
  area: "a",
  facility: "f",
};
const KINDS: ReadonlyMap<string | undefined, PlaceKind> = new Map([
  ["n", "country"],
  ["h", "historic"],
  ["r", "region"],
  ["c", "city"],
  ["w", "water"],
  ["m", "mountain"],
  ["i", "island"],
  ["a", "area"],
  ["f", "facility"],
]);

/** Writes a row as a line; undefined when its key cannot be filed (a script other than Latin). */
export function writeRow(row: Row): string | undefined {
  if (!/^[A-Za-z0-9][\x20-\x7b\x7d\x7e]*$/u.test(row.key) || row.name.includes("|")) return undefined;
  const name = row.name === capitalised(row.key) ? "" : row.name;
  const numbers = [row.latitude, row.longitude].map((degrees) => String(Math.round(degrees * 100) / 100));
  const columns = [row.key, name, LETTERS[row.kind], row.division, ...numbers, row.importance];
  return columns.join("|") + (row.isAmbiguous ? "|?" : "");
}

/** All rows of the table that are filed under a key, in the order of the file. */
export function findRows(table: string, key: string): Row[] {
  const rows: Row[] = [];
  const wanted = `${key}|`;
  let start = lowerBound(table, wanted);
  while (table.startsWith(wanted, start)) {
    const end = lineEnd(table, start);
    rows.push(parseRow(table.slice(start, end)));
    start = end + 1;
  }
  return rows;
}

/** Whether any line of a sorted text begins with the prefix. */
export function hasPrefix(table: string, prefix: string): boolean {
  return table.startsWith(prefix, lowerBound(table, prefix));
}

/** Where the lines begin and end whose keys begin with the same two characters, by these, as far as it was asked. */
const shelves = new Map<string, readonly [number, number]>();
let shelved = "";

/** Offset of the first line that does not sort before the text. */
function lowerBound(table: string, text: string): number {
  if (table !== shelved) shelves.clear();
  shelved = table;
  const shelf = text.slice(0, 2);
  let bounds = shelves.get(shelf);
  if (!bounds) {
    bounds = [searchLines(table, shelf, [0, table.length]), searchLines(table, `${shelf}\uffff`, [0, table.length])];
    shelves.set(shelf, bounds);
  }
  return searchLines(table, text, bounds);
}

/** The same, among the lines from one offset to another. */
function searchLines(table: string, text: string, [from, to]: readonly [number, number]): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = Math.max(from, table.lastIndexOf("\n", middle - 1) + 1);
    if (isBefore(table, start, text)) low = Math.min(lineEnd(table, middle) + 1, to);
    else high = start;
  }
  return low;
}

/** Whether the line at `start` sorts before the text: `<` without cutting a string out of the table. */
function isBefore(table: string, start: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const difference = table.charCodeAt(start + index) - text.charCodeAt(index);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function lineEnd(table: string, start: number): number {
  const end = table.indexOf("\n", start);
  return end === -1 ? table.length : end;
}

function parseRow(line: string): Row {
  const [key = "", name = "", letter, division = "", latitude, longitude, importance, mark] = line.split("|");
  return {
    key,
    name: name === "" ? capitalised(key) : Buffer.from(name, "latin1").toString("utf8"),
    kind: KINDS.get(letter) ?? "city",
    division,
    latitude: Number(latitude),
    longitude: Number(longitude),
    importance: Number(importance),
    isAmbiguous: mark === "?",
  };
}

function capitalised(key: string): string {
  return key.replace(/(?<=^| )[a-z]/gu, (letter) => letter.toUpperCase());
}
