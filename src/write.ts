import { mkdir, open, readdir, readFile, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import matter from "gray-matter";
import { ArchiveError } from "./error.ts";
import type { Page } from "./types.ts";

/** How many pages were written anew or changed, and how many stale ones were removed; the others were left untouched. */
export interface Written {
  readonly written: number;
  readonly removed: number;
}

/** The first lines of every file that we write: by them we know later that it is ours. */
const mark = "---\n# Written by Clipfile, which overwrites it: change the article instead.\n";
const temporaryEnding = ".clipfile-tmp";
/** Files open at a time. */
const atOnce = 32;

/** Options of js-yaml, which gray-matter hands on. */
const yamlOptions: object = {
  // One line for each value, however long, and for each mention: "- {text: Shoigu, paragraph: 3, …}".
  lineWidth: -1,
  flowLevel: 5,
  // Anchors for values that occur twice would be unreadable, and looking for them is quadratic.
  noRefs: true,
  // A key without a value is left out.
  skipInvalid: true,
};

/** Makes a folder hold exactly these pages; throws `ArchiveError` rather than remove or overwrite a file of somebody else's. */
export async function writePages(pages: readonly Page[], folder: string): Promise<Written> {
  const files = new Map(pages.map((page) => [pathIn(folder, page.path), page]));
  const found = await findFiles(folder);
  const stale = found.filter((path) => !files.has(path));
  await eachAtOnce(stale, (path) => refuseForeign(path, folder));

  const folders = new Set([...files.keys()].map(dirname));
  await Promise.all([...folders].map((path) => mkdir(path, { recursive: true })));
  const existing = new Set(found);
  let written = 0;
  await eachAtOnce([...files], async ([path, page]) => {
    if (await writeChanged(path, pageText(page), existing.has(path))) written += 1;
  });
  // What a build that was cut short left behind may be gone by now: the pages are written under such names first.
  await eachAtOnce(stale, (path) => rm(path, { force: true }));
  await removeEmptyFolders(stale, folder);
  return { written, removed: stale.filter((path) => !path.endsWith(temporaryEnding)).length };
}

/** The file of a page: front matter that reads well and comes back the same, then Markdown. */
export function pageText({ data, body }: Page): string {
  const text = matter.stringify({ content: body }, data, yamlOptions);
  return text.replace(/^---\n/u, mark);
}

async function writeChanged(path: string, text: string, exists: boolean): Promise<boolean> {
  if (exists) {
    const old = await readFile(path, "utf8");
    if (old === text) return false;
    if (!old.startsWith(mark)) throw foreign(path, dirname(path));
  }
  const temporary = join(dirname(path), `.${path.slice(dirname(path).length + 1)}${temporaryEnding}`);
  await writeFile(temporary, text);
  await rename(temporary, path);
  return true;
}

/** A page's path under the folder, whatever a page says. */
function pathIn(folder: string, path: string): string {
  const root = resolve(folder);
  const target = resolve(root, path);
  if (!target.startsWith(root + sep) || !target.endsWith(".md")) {
    throw new ArchiveError(`${path}: a page must be a .md file under ${folder}`);
  }
  return target;
}

/** Every file in the folder except what the system hides there. */
async function findFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(absentIsEmpty);
  return entries
    .filter((entry) => !entry.isDirectory() && (!entry.name.startsWith(".") || entry.name.endsWith(temporaryEnding)))
    .map((entry) => resolve(entry.parentPath, entry.name));
}

function absentIsEmpty(error: NodeJS.ErrnoException): [] {
  if (error.code === "ENOENT") return [];
  throw error;
}

async function refuseForeign(path: string, folder: string): Promise<void> {
  if (path.endsWith(temporaryEnding)) return;
  if (!path.endsWith(".md") || !(await beginsWithMark(path))) throw foreign(path, folder);
}

function foreign(path: string, folder: string): ArchiveError {
  return new ArchiveError(
    `${folder}: the folder of generated pages holds ${path}, which Clipfile did not write; move it or name another folder with --pages`,
  );
}

async function beginsWithMark(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(mark.length), position: 0 });
    return buffer.toString("utf8", 0, bytesRead) === mark;
  } finally {
    await file.close();
  }
}

async function removeEmptyFolders(removed: readonly string[], folder: string): Promise<void> {
  const root = resolve(folder);
  const folders = new Set(removed.map(dirname).filter((path) => path !== root));
  await Promise.all([...folders].map((path) => rmdir(path).catch(keepWhenFull)));
}

function keepWhenFull(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST" && error.code !== "ENOENT") throw error;
}

/** Runs a task for every item, so many at a time. */
async function eachAtOnce<Item>(items: readonly Item[], task: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for await (const item of queue) await task(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
