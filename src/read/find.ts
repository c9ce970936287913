/** Finds the text files of a folder, at any depth, through links, without running in circles. */
import { readdirSync, realpathSync, statSync } from "node:fs";
import type { Dirent } from "node:fs";
import { join } from "node:path";
import { ArchiveError, isFileSystemError } from "../error.ts";
import type { Warning } from "../types.ts";

/** Paths under the folder, with `/`, in code-unit order. */
export interface Found {
  readonly paths: readonly string[];
  readonly warnings: readonly Warning[];
}

interface Walk {
  readonly root: string;
  readonly paths: string[];
  readonly links: string[];
  readonly warnings: Warning[];
  /** Real paths of the folders that were read, so that none is read twice. */
  readonly seen: Set<string>;
}

// "Kabul-blast.TXT", "notes.md"; not "archive.yaml", not "photo.txt.jpg"
const ARTICLE_NAME = /\.(?:txt|md)$/iu;

/** Finds the `.txt` and `.md` files below `root`; other files and names with a leading dot are passed over silently. */
export function findTextFiles(root: string): Found {
  const walk: Walk = { root, paths: [], links: [], warnings: [], seen: new Set() };
  checkRoot(root);
  walkFolder(walk, "");
  // Links come last: where a link and a real folder lead to the same files, the real path names the articles.
  for (let link = walk.links.shift(); link !== undefined; link = walk.links.shift()) followLink(walk, link);
  return { paths: walk.paths.toSorted(byCodeUnit), warnings: walk.warnings };
}

function checkRoot(root: string): void {
  const remedy = "make the folder and put your articles into it, or name another with --articles";
  try {
    if (statSync(root).isDirectory()) return;
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    throw new ArchiveError(`${root}: the folder of articles cannot be read (${error.code}); ${remedy}`);
  }
  throw new ArchiveError(`${root}: the folder of articles is a file; ${remedy}`);
}

function walkFolder(walk: Walk, folder: string): void {
  const entries = guard(walk, folder, () => {
    const real = realpathSync(join(walk.root, folder));
    if (walk.seen.has(real)) {
      return warn(walk, folder, "leads to a folder that is read already and was not followed; remove the link");
    }
    walk.seen.add(real);
    return readdirSync(join(walk.root, folder), { withFileTypes: true });
  });
  for (const entry of (entries ?? []).toSorted((a, b) => byCodeUnit(a.name, b.name))) {
    if (!entry.name.startsWith(".")) walkEntry(walk, folder, entry);
  }
}

function walkEntry(walk: Walk, folder: string, entry: Dirent): void {
  const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
  if (entry.isDirectory()) return walkFolder(walk, path);
  if (entry.isSymbolicLink()) return void walk.links.push(path);
  if (ARTICLE_NAME.test(entry.name)) addFile(walk, path, entry.isFile());
}

function followLink(walk: Walk, path: string): void {
  const target = guard(walk, path, () => statSync(join(walk.root, path)));
  if (target?.isDirectory()) return walkFolder(walk, path);
  if (target && ARTICLE_NAME.test(path)) addFile(walk, path, target.isFile());
}

function addFile(walk: Walk, path: string, isFile: boolean): void {
  // Reading a pipe or a socket would wait for ever.
  if (isFile) walk.paths.push(path);
  else warn(walk, path, "is not a regular file and was left out; replace it with a text file");
}

function guard<T>(walk: Walk, path: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return warn(walk, path, `cannot be followed (${error.code}) and was left out; mend or remove it`);
  }
}

function warn(walk: Walk, path: string, message: string): undefined {
  walk.warnings.push({ file: path === "" ? "." : path, message });
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
