/** Everything in the site that is there for other programs rather than for readers. */

import type { PlainFile } from "../../types.ts";
import type { FiledArticle, FiledEntity, Filing } from "../filing.ts";
import { articleCitation, bibtexText, cslText, risText } from "./citation.ts";
import { atomFeed } from "./feed.ts";
import { openSearchDescription } from "./open-search.ts";
import {
  concordanceRecords,
  tagsByEntity,
  wholeArticle,
  wholeEntity,
  type DataRecord,
  type Tagged,
} from "./records.ts";
import { concordanceFields } from "./schema.ts";
import { siteAt, type Site } from "./site.ts";
import { sitemapFiles } from "./sitemap.ts";
import { csvText } from "./table-text.ts";
import { tableFiles } from "./tables.ts";

/** What the files say besides what the archive holds. */
export interface PlainFileOptions {
  /** Path under which the site will be served: "/" or "/archive/". */
  readonly base: string;
  /** URLs of all pages, without the base path. */
  readonly urls: readonly string[];
}

/** The files one at a time: a large archive has some hundred thousand of them. */
export function* plainFiles(filing: Filing, { base, urls }: PlainFileOptions): Generator<PlainFile> {
  const site = siteAt(filing.settings, base);
  for (const filed of filing.articles) yield* articleFiles(filed, site);
  const tags = tagsByEntity(filing);
  for (const filed of filing.entities) yield* entityFiles(filed, tags.get(filed) ?? [], site);
  yield* tableFiles(filing, site);
  if (site.url === undefined) return;
  // These say addresses to who comes from elsewhere, so they need the whole of each.
  yield { path: "feed.xml", text: atomFeed(filing.articles, site) };
  yield { path: "opensearch.xml", text: openSearchDescription(site) };
  yield* sitemapFiles(urls, site);
}

function* articleFiles(filed: FiledArticle, site: Site): Generator<PlainFile> {
  const folder = filed.url.slice(1);
  const citation = articleCitation(filed, site);
  yield jsonFile(filed.url, wholeArticle(filed, site));
  yield { path: `${folder}cite.bib`, text: bibtexText(citation) };
  yield { path: `${folder}cite.ris`, text: risText(citation) };
  yield { path: `${folder}cite.csl.json`, text: cslText(citation) };
}

function* entityFiles(filed: FiledEntity, appearances: readonly Tagged[], site: Site): Generator<PlainFile> {
  yield jsonFile(filed.url, wholeEntity(filed, appearances, site));
  const concordance = [...csvText(concordanceRecords(appearances, site), concordanceFields)].join("");
  yield { path: `${filed.url.slice(1)}mentions.csv`, text: concordance };
}

function jsonFile(url: string, record: DataRecord): PlainFile {
  return { path: `${url.slice(1)}index.json`, text: `${JSON.stringify(record)}\n` };
}
