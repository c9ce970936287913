/** What the filter of an index and the search page look names up in: `/people/names.json`, every name of a kind on one line. */

import type { PlainFile } from "../types.ts";
import type { Filing } from "./filing.ts";
import { entityNote } from "./notes.ts";

/** Name, what tells it from others, what it is ("" for neither), the last part of its URL, number of articles, other names. */
export type NameRow = readonly [
  name: string,
  distinction: string,
  note: string,
  slug: string,
  articles: number,
  otherNames?: readonly string[],
];

/** One file for each kind, its names from A to Z. */
export function* nameFiles({ kinds, entities }: Filing): Generator<PlainFile> {
  for (const kind of kinds) {
    const rows = entities
      .filter((filed) => filed.kind === kind)
      .map(({ entity, url, articles }): NameRow => {
        const slug = url.slice(kind.plural.length + 2, -1);
        const row = [entity.name, entity.distinction ?? "", entityNote(entity) ?? "", slug, articles] as const;
        return entity.otherNames.length > 0 ? [...row, entity.otherNames] : row;
      });
    yield { path: `${kind.plural}/names.json`, text: `${JSON.stringify(rows)}\n` };
  }
}
