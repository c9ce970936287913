import { linkEntities } from "./link.ts";
import { loadKinds } from "./kinds/index.ts";
import { archivePages } from "./page.ts";
import { parseArticle } from "./parse.ts";
import { readSources } from "./read.ts";
import { recogniseMentions } from "./recognise.ts";
import { renderSite } from "./render.ts";
import { indexSite } from "./search.ts";
import { readSettings } from "./settings.ts";
import { loadTagger, tagArticle } from "./tagger/tag.ts";
import type { Kind, Progress, ReadArticle, Report, Settings, SourceFile, Warning } from "./types.ts";
import { writePages } from "./write.ts";

/** What one build takes and where it puts it. */
export interface BuildOptions {
  /** Folder of the text files; only ever read. */
  readonly articles: string;
  /** Folder of the finished site. */
  readonly output: string;
  /** Folder of the generated, front-mattered pages. */
  readonly pages: string;
  /** Path under which the site will be served: "/" or "/archive/". */
  readonly base: string;
  /** Overrides the title of `archive.yaml`. */
  readonly title?: string;
  /** What to look for; people, places and weapons when absent. */
  readonly kinds?: readonly Kind[];
  /** Told how far the build is. */
  readonly onProgress?: (progress: Progress) => void;
}

/** Turns a folder of article text files into a searchable archive; throws an `ArchiveError` for what the user must mend. */
export async function buildArchive(options: BuildOptions): Promise<Report> {
  const progress = options.onProgress ?? (() => undefined);
  const settings = await siteSettings(options);
  const kinds = options.kinds ?? loadKinds(settings);

  progress({ step: "Reading articles" });
  const sources = await readSources(options.articles);
  const { articles, warnings } = await readArticles(sources.files, kinds, progress);

  progress({ step: "Linking names" });
  const entities = linkEntities(articles, kinds);

  progress({ step: "Writing pages" });
  const pages = archivePages({ articles, entities, kinds, settings });
  const written = await writePages(pages, options.pages);

  progress({ step: "Rendering the site" });
  const site = await renderSite({ ...options, settings, kinds });

  progress({ step: "Indexing for search" });
  const index = await indexSite({ folder: options.output, language: settings.language });

  return {
    articles: articles.length,
    pages: pages.length,
    entities: Object.fromEntries(
      kinds.map((kind) => [kind.plural, entities.filter((entity) => entity.kind === kind.name).length]),
    ),
    warnings: [...sources.warnings, ...warnings],
    pagesWritten: written.written,
    pagesRemoved: written.removed,
    files: site.files + index.files,
    bytes: site.bytes + index.bytes,
  };
}

interface ReadResult {
  readonly articles: readonly ReadArticle[];
  readonly warnings: readonly Warning[];
}

/** Parses each source file and finds what it names. */
async function readArticles(
  files: readonly SourceFile[],
  kinds: readonly Kind[],
  progress: (progress: Progress) => void,
): Promise<ReadResult> {
  const tagger = loadTagger();
  const articles: ReadArticle[] = [];
  const warnings: Warning[] = [];
  for (const [done, file] of files.entries()) {
    progress({ step: "Reading articles", done, total: files.length });
    const { article, warnings: found } = parseArticle(file);
    const spans = tagArticle(tagger, [article.title, ...article.paragraphs]);
    articles.push({ article, mentions: recogniseMentions(article, kinds, spans) });
    warnings.push(...found);
  }
  return { articles, warnings };
}

async function siteSettings(options: BuildOptions): Promise<Settings> {
  const settings = await readSettings(options.articles);
  return options.title === undefined ? settings : { ...settings, title: options.title };
}
