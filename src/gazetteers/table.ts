/**
 * A table of places as one sorted text: nothing is parsed until it is looked up, so that loading is reading a file.
 * The text is taken for Latin-1, where one byte is one character; keys are ASCII, names are decoded when needed.
 */

/** One line of the table: one spelling of one place. */
export interface Row {
  /** The spelling as `placeKey` gives it. */
  readonly key: string;
  /** The place's usual name, which may be another than this spelling. */
  readonly name: string;
  readonly kind: "city" | "area" | "region";
  /** First-level division with its country: "IQ.15". */
  readonly division: string;
  /** Degrees north and east. */
  readonly latitude: number;
  readonly longitude: number;
  /** 0–100. */
  readonly importance: number;
}

const LETTERS = { city: "c", area: "a", region: "r" } as const;
const KINDS: Readonly<Record<string, Row["kind"]>> = { c: "city", a: "area", r: "region" };

/** Writes a row as a line; undefined when its key cannot be filed (a script other than Latin). */
export function writeRow(row: Row): string | undefined {
  if (!/^[a-z0-9][\x20-\x7b\x7d\x7e]*$/u.test(row.key) || row.name.includes("|")) return undefined;
  const name = row.name === capitalised(row.key) ? "" : row.name;
  const numbers = [row.latitude.toFixed(2), row.longitude.toFixed(2), row.importance];
  return [row.key, name, LETTERS[row.kind], row.division, ...numbers].join("|");
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

/** Whether any key of the table begins with this text. */
export function hasPrefix(table: string, prefix: string): boolean {
  return table.startsWith(prefix, lowerBound(table, prefix));
}

/** Offset of the first line that does not sort before the text. */
function lowerBound(table: string, text: string): number {
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = table.lastIndexOf("\n", middle - 1) + 1;
    if (isBefore(table, start, text)) low = lineEnd(table, middle) + 1;
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
  const [key = "", name = "", letter = "", division = "", latitude, longitude, importance] = line.split("|");
  return {
    key,
    name: name === "" ? capitalised(key) : Buffer.from(name, "latin1").toString("utf8"),
    kind: KINDS[letter] ?? "city",
    division,
    latitude: Number(latitude),
    longitude: Number(longitude),
    importance: Number(importance),
  };
}

function capitalised(key: string): string {
  return key.replace(/(?<=^| )[a-z]/gu, (letter) => letter.toUpperCase());
}
