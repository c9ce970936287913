/**
 * The search index's names of pages, said in a few words for all of them. Pages with neighbouring numbers share a folder,
 * and their place in it is the name of the file. The folder's own name comes from its content, so that what a browser keeps
 * of one build is never taken for a piece of another.
 */

/** Pages of one folder; names that count in eights up to "77" pack best. */
export const folderSize = 64;

/** What `pagefind/articles.json` says. */
export interface PageIds {
  /** How many numbers there are, from 0. */
  readonly count: number;
  /** Names of the folders, one for each `folderSize` numbers. */
  readonly folders: readonly string[];
  /** Numbers of articles that the index does not have. */
  readonly absent: readonly number[];
}

/** The id of each number, "3f09ab12c4/07"; "" for one that the index does not have. */
export function listIds({ count, folders, absent }: PageIds): string[] {
  const missing = new Set(absent);
  return Array.from({ length: count }, (_, number) => {
    if (missing.has(number)) return "";
    const place = (number % folderSize).toString(8).padStart(2, "0");
    return `${folders[Math.floor(number / folderSize)]}/${place}`;
  });
}
