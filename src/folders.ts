import { realpath } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { ArchiveError, isFileSystemError } from "./error.ts";

/** The folders of a build. */
export interface Folders {
  readonly articles: string;
  readonly pages: string;
  readonly output: string;
}

/** Throws an `ArchiveError` when one folder of a build stands inside another, links followed: nothing is written then. */
export async function keepFoldersApart({ articles, pages, output }: Folders): Promise<void> {
  const [text, page, site] = await Promise.all([articles, pages, output].map(realFolder));
  if (isInside(page!, text!) || isInside(text!, page!)) {
    throw new ArchiveError(`${pages}: the pages cannot stand inside or around ${articles}; name another --pages`);
  }
  for (const [folder, real] of [
    [articles, text],
    [pages, page],
  ] as const) {
    if (isInside(site!, real!) || isInside(real!, site!)) {
      throw new ArchiveError(`${output}: the site cannot stand inside or around ${folder}; name another --output`);
    }
  }
}

function isInside(folder: string, other: string): boolean {
  return `${folder}${sep}`.startsWith(other.endsWith(sep) ? other : `${other}${sep}`);
}

/** The folder with links followed, as far as it exists. */
async function realFolder(folder: string): Promise<string> {
  const path = resolve(folder);
  try {
    return await realpath(path);
  } catch (error) {
    if (!isFileSystemError(error) || dirname(path) === path) throw error;
    return join(await realFolder(dirname(path)), basename(path));
  }
}
