import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { close, createIndex } from "pagefind";
import { ArchiveError } from "./error.ts";

/** Where a built site stands and how its words are read. */
export interface SearchOptions {
  /** The folder of the finished HTML; the index goes into its `pagefind` folder. */
  readonly folder: string;
  /** BCP 47 tag whose stemming the whole index uses, so that one search finds articles of every language. */
  readonly language: string;
}

/** What indexing wrote. */
export interface SearchIndex {
  /** Files of the `pagefind` folder. */
  readonly files: number;
  /** Their size. */
  readonly bytes: number;
}

/** Indexes the HTML of a finished site with Pagefind; throws `ArchiveError` when Pagefind reports an error. */
export async function indexSite({ folder, language }: SearchOptions): Promise<SearchIndex> {
  const outputPath = join(folder, "pagefind");
  // Pagefind adds to a bundle that it finds, and would leave pieces of the old one behind.
  await rm(outputPath, { recursive: true, force: true });
  try {
    const { index } = checked(await createIndex({ forceLanguage: primarySubtag(language) }));
    if (!index) throw new ArchiveError("search index: Pagefind gave no index");
    checked(await index.addDirectory({ path: folder }));
    checked(await index.writeFiles({ outputPath }));
    return await measureFolder(outputPath);
  } finally {
    await close();
  }
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

async function measureFolder(folder: string): Promise<SearchIndex> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(file.parentPath, file.name))).size));
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
