import type { PlainFile } from "../types.ts";
import { compareText } from "./data.ts";

/** A value of a facet, and the numbers of its articles as `formatSteps` writes them. */
export type FacetRow = readonly [value: string, steps: string];

/** Characters of a piece, about: a search by one value loads one piece, and counting all values loads all of them. */
const pieceSize = 48_000;

/**
 * The files of a facet: its values from A to Z (by code units) in pieces `search/people/0.json`, and in
 * `search/people.json` the first value of each piece.
 */
export function* facetFiles(key: string, rows: readonly FacetRow[]): Generator<PlainFile> {
  const pieces = cutRows(rows.toSorted(([a], [b]) => compareText(a, b)));
  yield jsonFile(
    key,
    pieces.map(([first]) => first?.[0] ?? ""),
  );
  for (const [number, piece] of pieces.entries()) yield jsonFile(`${key}/${number}`, piece);
}

/** A file of the folder `search`, one line of JSON. */
export function jsonFile(name: string, rows: readonly unknown[]): PlainFile {
  return { path: `search/${name}.json`, text: `${JSON.stringify(rows)}\n` };
}

function cutRows(rows: readonly FacetRow[]): FacetRow[][] {
  const pieces: FacetRow[][] = [];
  let room = 0;
  for (const row of rows) {
    const length = row[0].length + row[1].length;
    const piece = pieces.at(-1);
    if (piece && length <= room) piece.push(row);
    else pieces.push([row]);
    room = (piece && length <= room ? room : pieceSize) - length;
  }
  return pieces;
}
