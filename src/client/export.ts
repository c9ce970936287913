/** Turns records of articles into files; loaded when a reader first asks for one. */

import { bibtexText, makeCitation, risText } from "../page/machine/citation.ts";
import { articleFields } from "../page/machine/schema.ts";
import { csvText, jsonText } from "../page/machine/table-text.ts";

/** A record of `data/articles.json`. */
export type ArticleRecord = Readonly<Record<string, string | number | undefined>>;

/** A form in which articles are exported. */
export interface ExportFormat {
  readonly type: string;
  readonly write: (records: readonly ArticleRecord[], archive: string) => Iterable<string>;
}

/** The formats by their file extension; `archive` is the archive's title. */
export const exportFormats: Readonly<Record<string, ExportFormat>> = {
  csv: { type: "text/csv", write: (records) => csvText(records, articleFields) },
  json: { type: "application/json", write: (records) => jsonText(records) },
  bib: {
    type: "application/x-bibtex",
    write: (records, archive) => records.map((record) => bibtexText(citationOf(record, archive))),
  },
  ris: {
    type: "application/x-research-info-systems",
    write: (records, archive) => records.map((record) => risText(citationOf(record, archive))),
  },
};

function citationOf(record: ArticleRecord, archive: string) {
  const text = (key: string) => (record[key] === undefined ? undefined : String(record[key]));
  const url = text("url");
  return makeCitation(
    {
      id: text("article")?.split("/").at(-1) ?? "article",
      title: text("title") ?? "",
      byline: text("byline"),
      date: text("date"),
      publication: text("publication"),
      language: text("language"),
      publishedAt: text("published_at"),
      // Without an address of the site's own, data has paths.
      address: url?.startsWith("/") ? undefined : url,
      source: text("source") ?? "",
    },
    archive,
  );
}
