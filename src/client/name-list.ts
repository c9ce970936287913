import type { NameRow } from "../page/names.ts";
import { fold } from "./facet.ts";

/** What a reader asks of a list of names: all that the page's address says of it. */
export interface NameQuery {
  /** Part of a name; "" for all names. */
  readonly typed: string;
  readonly sort: "name" | "count";
}

/** Reads a query from the fragment of an address, "#q=mosul&sort=count"; other fragments ask for nothing. */
export function parseNameQuery(fragment: string): NameQuery {
  const parameters = new URLSearchParams(fragment.replace(/^#/u, ""));
  return { typed: (parameters.get("q") ?? "").trim(), sort: parameters.get("sort") === "count" ? "count" : "name" };
}

/** Writes a query as a fragment, "" when nothing is asked; `parseNameQuery` reads it back. */
export function formatNameQuery({ typed, sort }: NameQuery): string {
  const parameters = new URLSearchParams();
  if (typed !== "") parameters.set("q", typed);
  if (sort !== "name") parameters.set("sort", sort);
  const text = parameters.toString();
  return text === "" ? "" : `#${text}`;
}

/** Gives the names that a query asks for, of those that are given from A to Z; case and diacritics do not count. */
export function nameFinder(rows: readonly NameRow[]): (query: NameQuery) => NameRow[] {
  const folded = rows.map((row) => ({ row, text: fold(`${row[0]} ${row[1]}`) }));
  return ({ typed, sort }) => {
    const wanted = fold(typed);
    const found = folded.filter(({ text }) => text.includes(wanted)).map(({ row }) => row);
    return sort === "count" ? found.toSorted((a, b) => b[4] - a[4]) : found;
  };
}
