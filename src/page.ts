import { articlePage } from "./page/article.ts";
import { entityPages, type Appearance } from "./page/entity.ts";
import { fileArchive, type Archive, type FiledEntity, type Filing } from "./page/filing.ts";
import { hierarchyOf } from "./page/hierarchy.ts";
import { aboutPage, homePage } from "./page/home.ts";
import { articleListPages, kindPages } from "./page/indexes.ts";
import { plainFiles } from "./page/machine/files.ts";
import { mapFiles, mapPage } from "./page/map.ts";
import { nameFiles } from "./page/names.ts";
import { relatedFinder } from "./page/related.ts";
import { searchFiles, searchPage } from "./page/search.ts";
import { timelinePage } from "./page/timeline.ts";
import type { Page, PlainFile } from "./types.ts";

/** First segments of URLs and keys of front matter that a kind cannot have for its plural. */
const takenWords: ReadonlySet<string> = new Set(
  (
    "articles about search map timeline assets pagefind data layout title source sha256 byline date permalink " +
    "mentions spellings dateline publication url language furniture trailers original previous next related tagCount " +
    "content page description q sort from to year"
  ).split(" "),
);

/** Composes every page of the archive. Pure; the only place that knows URLs, which have no base path here. */
export function archivePages(archive: Archive): Page[] {
  for (const { name, plural } of archive.kinds) {
    if (takenWords.has(plural)) throw new Error(`kinds/${name}.ts: the plural "${plural}" is taken; name it otherwise`);
  }
  const filing = fileArchive(archive);
  const { articles, entities, kinds } = filing;
  const appearances = appearancesByEntity(filing);
  const around = { hierarchy: hierarchyOf(filing), kinds, articleCount: articles.length };
  const findRelated = relatedFinder(articles);
  return [
    homePage(filing),
    aboutPage(filing),
    searchPage(filing),
    timelinePage(filing),
    mapPage(filing),
    ...articleListPages(filing),
    ...kinds.flatMap((kind) => kindPages(kind, filing)),
    ...articles.map((filed, index) =>
      articlePage(filed, kinds, {
        previous: articles[index - 1],
        next: articles[index + 1],
        related: findRelated(filed),
      }),
    ),
    ...entities.flatMap((filed) => entityPages(filed, appearances.get(filed) ?? [], around)),
  ];
}

function appearancesByEntity({ articles }: Filing): Map<FiledEntity, Appearance[]> {
  const appearances = new Map<FiledEntity, Appearance[]>();
  for (const filed of articles) {
    for (const tag of filed.tags) {
      const appearance = { filed, mentions: tag.mentions };
      const known = appearances.get(tag.filed);
      if (known) known.push(appearance);
      else appearances.set(tag.filed, [appearance]);
    }
  }
  return appearances;
}

/** Which text files the site offers byte for byte, and where: those of the articles among some pages. */
export function originalFiles(pages: readonly Page[]): { readonly source: string; readonly url: string }[] {
  return pages.flatMap(({ data: { source, original } }) =>
    typeof source === "string" && typeof original === "string" ? [{ source, url: original }] : [],
  );
}

/** The articles' URLs in the order of their numbers, which the files of `search/` go by. */
export function articleUrls(pages: readonly Page[]): string[] {
  return pages.flatMap(({ data: { source, permalink } }) =>
    typeof source === "string" && typeof permalink === "string" ? [permalink] : [],
  );
}

/** What the archive offers to programs, one file at a time; `base` is the path under which the site will be served. */
export function* archiveFiles(archive: Archive, pages: readonly Page[], base: string): Generator<PlainFile> {
  const filing = fileArchive(archive);
  const urls = pages.flatMap(({ data: { permalink } }) => (typeof permalink === "string" ? [permalink] : []));
  yield* plainFiles(filing, { base, urls });
  yield* mapFiles(filing);
  yield* nameFiles(filing);
  yield* searchFiles(filing);
}
