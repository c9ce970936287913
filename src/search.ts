import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import { close, createIndex } from "pagefind";
import { ArchiveError } from "./error.ts";
import { orderBundle } from "./search/order.ts";
import type { Kind } from "./types.ts";

/** Where a built site stands and how its words are read. */
export interface SearchOptions {
  /** The folder of the finished HTML; the index goes into its `pagefind` folder. */
  readonly folder: string;
  /** BCP 47 tag whose stemming the whole index uses, so that one search finds articles of every language. */
  readonly language: string;
  /** What has pages of its own beside the articles. */
  readonly kinds: readonly Kind[];
  /** URLs of the articles in the order of their numbers. */
  readonly articles: readonly string[];
}

/** What indexing wrote. */
export interface SearchIndex {
  /** Files of the `pagefind` folder. */
  readonly files: number;
  /** Their size. */
  readonly bytes: number;
}

/** Parts of a bundle that our pages do not use: Pagefind's other interfaces. */
const otherInterfaces = ["ui.js", "ui.css", "modular-ui.js", "modular-ui.css", "highlight.js"].map(
  (name) => `pagefind-${name}`,
);
/** Parts that the bundle of articles lends to the bundle of names; whichever comes first starts the worker. */
const program = ["pagefind.js", "pagefind-component-ui.js", "pagefind-component-ui.css"];
const worker = "pagefind-worker.js";
/** What a search waits for before all else; Pagefind hands these out with all their white space. */
const scripts = ["pagefind.js", worker];

/**
 * Indexes the HTML of a finished site with Pagefind; throws `ArchiveError` when Pagefind reports an error.
 * Articles and the pages of names are apart, in `pagefind` and `pagefind/names`: most searches need only the first, and a
 * search need not sift what it finds.
 */
export async function indexSite({ folder, language, kinds, articles }: SearchOptions): Promise<SearchIndex> {
  const bundle = join(folder, "pagefind");
  const names = join(bundle, "names");
  // Pagefind adds to a bundle that it finds, and would leave pieces of the old one behind.
  await rm(bundle, { recursive: true, force: true });
  try {
    await writeIndex({ folder, language, glob: "articles/**/*.html" }, bundle);
    await writeIndex({ folder, language, glob: `{${kinds.map((kind) => kind.plural).join(",")}}/**/*.html` }, names);
  } finally {
    await close();
  }
  await writeFile(join(bundle, "articles.json"), JSON.stringify(await orderBundle(bundle, articles)));
  await orderBundle(names);
  await removeParts(bundle, otherInterfaces);
  await removeParts(names, [...otherInterfaces, ...program]);
  await Promise.all(scripts.map((name) => minify(join(bundle, name))));
  await minify(join(names, worker));
  return measureFolder(bundle);
}

interface Indexing {
  readonly folder: string;
  readonly language: string;
  /** Which HTML files of the folder are looked at. */
  readonly glob: string;
}

async function writeIndex({ folder, language, glob }: Indexing, outputPath: string): Promise<void> {
  // Without a root, an archive of no articles would have its lists indexed.
  const rootSelector = "[data-pagefind-body]";
  const { index } = checked(await createIndex({ rootSelector, forceLanguage: primarySubtag(language) }));
  if (!index) throw new ArchiveError("search index: Pagefind gave no index");
  checked(await index.addDirectory({ path: folder, glob }));
  checked(await index.writeFiles({ outputPath }));
  await index.deleteIndex();
}

/** Pagefind does not reject: what went wrong stands in the response. */
function checked<Response extends { readonly errors: readonly string[] }>(response: Response): Response {
  if (response.errors.length === 0) return response;
  throw new ArchiveError(`search index: Pagefind failed: ${response.errors.join("; ")}`);
}

/** "en" of "en-GB": Pagefind takes ISO 639-1 codes. */
function primarySubtag(language: string): string {
  return language.split("-", 1)[0] ?? language;
}

async function minify(path: string): Promise<void> {
  const { code } = await transform(await readFile(path, "utf8"), { minify: true, charset: "utf8" });
  await writeFile(path, code);
}

async function removeParts(bundle: string, names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => rm(join(bundle, name), { force: true })));
}

async function measureFolder(folder: string): Promise<SearchIndex> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).size));
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
