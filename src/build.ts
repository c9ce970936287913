import { setImmediate as nextTurn } from "node:timers/promises";
import { readAuthority } from "./authority.ts";
import { correctEntities } from "./correct.ts";
import { keepFoldersApart } from "./folders.ts";
import { linkEntities } from "./link.ts";
import { loadKinds } from "./kinds/index.ts";
import { archiveFiles, archivePages, articleUrls, originalFiles } from "./page.ts";
import { parseArticle } from "./parse.ts";
import { readSources } from "./read.ts";
import { loadReader, recogniseMentions } from "./recognise.ts";
import { renderSite } from "./render.ts";
import { indexSite } from "./search.ts";
import { readSettings } from "./settings.ts";
import type { Doubt, Entity, Kind, Progress, ReadArticle, Report, Settings, Warning } from "./types.ts";
import { writePages } from "./write.ts";

/** What reading a folder of articles takes. */
export interface ReadOptions {
  /** Folder of the text files; only ever read. */
  readonly articles: string;
  /** Overrides the title of `archive.yaml`. */
  readonly title?: string;
  /** What to look for; people, places and weapons when absent. */
  readonly kinds?: readonly Kind[];
  /** Told how far the work is. */
  readonly onProgress?: (progress: Progress) => void;
}

/** What a build takes besides, and where it puts the archive. */
export interface BuildOptions extends ReadOptions {
  /** Folder of the finished site. */
  readonly output: string;
  /** Folder of the generated, front-mattered pages. */
  readonly pages: string;
  /** Path under which the site will be served: "/" or "/archive/". */
  readonly base: string;
}

/** The articles of a folder, read and linked, before anything is written. */
export interface ReadArchive {
  readonly articles: readonly ReadArticle[];
  readonly entities: readonly Entity[];
  readonly doubts: readonly Doubt[];
  readonly kinds: readonly Kind[];
  readonly settings: Settings;
  readonly warnings: readonly Warning[];
}

/** Turns a folder of article text files into a searchable archive; throws an `ArchiveError` for what the user must mend. */
export async function buildArchive(options: BuildOptions): Promise<Report> {
  const progress = options.onProgress ?? (() => undefined);
  await keepFoldersApart(options);
  const archive = await readArchive(options);

  progress({ step: "Writing pages" });
  const pages = archivePages(archive);
  const { written, removed } = await writePages(pages, options.pages);

  progress({ step: "Rendering the site" });
  const { settings, kinds } = archive;
  const files = archiveFiles(archive, pages, options.base);
  const site = await renderSite({ ...options, settings, kinds, originals: originalFiles(pages), files });

  progress({ step: "Indexing for search" });
  const { output: folder } = options;
  const index = await indexSite({ folder, language: settings.language, kinds, articles: articleUrls(pages) });

  return {
    articles: archive.articles.length,
    pages: pages.length,
    entities: countEntities(archive),
    warnings: archive.warnings,
    doubts: archive.doubts,
    pagesWritten: written,
    pagesRemoved: removed,
    files: site.files + index.files,
    bytes: site.bytes + index.bytes,
  };
}

/** Reads a folder of article text files and finds what they name; writes nothing. */
export async function readArchive(options: ReadOptions): Promise<ReadArchive> {
  const progress = options.onProgress ?? (() => undefined);
  const settings = await siteSettings(options);
  const reader = loadReader();
  const kinds = options.kinds ?? loadKinds(settings, reader.knowledge);

  const corrections = await readAuthority(options.articles, kinds);

  const sources = await readSources(options.articles);
  const warnings = [...sources.warnings];
  const articles: ReadArticle[] = [];
  for (const [done, file] of sources.files.entries()) {
    progress({ step: "Reading articles", done, total: sources.files.length });
    // Whoever shows the progress must get a turn to do so.
    if (done % 8 === 0) await nextTurn();
    const { article, warnings: found } = parseArticle(file);
    articles.push({ article, mentions: recogniseMentions(article, kinds, reader) });
    warnings.push(...found);
  }

  progress({ step: "Linking names" });
  const correct = (entities: readonly Entity[]) => correctEntities(entities, { corrections, articles, kinds });
  const links = linkEntities(articles, kinds, correct);
  return { articles, ...links, kinds, settings, warnings: [...warnings, ...links.warnings] };
}

async function siteSettings({ articles, title }: ReadOptions): Promise<Settings> {
  const settings = await readSettings(articles);
  return title === undefined ? settings : { ...settings, title };
}

function countEntities({ kinds, entities }: ReadArchive): Report["entities"] {
  return kinds.map(({ name, plural }) => ({
    name,
    plural,
    count: entities.filter(({ kind }) => kind === name).length,
  }));
}
