import { fork } from "node:child_process";
import { copyFile, mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Assets, bundleAssets } from "./bundle.ts";
import { ArchiveError } from "./error.ts";
import { keepFoldersApart } from "./folders.ts";
import { writeFiles } from "./render/files.ts";
import type { Batch, Rendered, SiteFacts } from "./site/eleventy.ts";
import type { Kind, PlainFile, Settings } from "./types.ts";

/** What is rendered, from where and to where. */
export interface RenderOptions {
  /** Folder of the user's text files. */
  readonly articles: string;
  /** Folder of the generated pages. */
  readonly pages: string;
  /** Folder of the finished site. */
  readonly output: string;
  /** Path under which the site will be served: "/" or "/archive/". */
  readonly base: string;
  readonly settings: Settings;
  readonly kinds: readonly Kind[];
  /** Which text files are published as they are, and where. */
  readonly originals: readonly Original[];
  /** What the site holds besides pages and originals. */
  readonly files: Iterable<PlainFile>;
}

/** A text file that the site offers byte for byte. */
export interface Original {
  /** Path under the articles folder. */
  readonly source: string;
  /** Where it stands in the site, without the base path. */
  readonly url: string;
}

/** Size of what was rendered. */
export interface SiteSize {
  readonly files: number;
  readonly bytes: number;
}

const root = fileURLToPath(new URL("..", import.meta.url));
/** By this file we know an output folder of ours. */
const marker = ".clipfile";
/** Files that are the same in every site. */
const fixedFiles: Readonly<Record<string, string>> = {
  [marker]: "Clipfile made this folder and overwrites it with each build.\n",
  // Tells GitHub Pages to serve the files as they are, also those whose names begin with "_".
  ".nojekyll": "",
};
/** The search index is not rendered here, and not swept away here. */
const searchFolder = "pagefind";
/** Eleventy's time grows with the square of the pages that it renders together, and its memory with their number. */
const mostPagesTogether = 2500;
/** Below this a process of its own takes longer to start than to render. */
const fewestPagesTogether = 400;

/** Renders the generated pages to a static site, and removes what an earlier build left in the output folder. */
export async function renderSite(options: RenderOptions): Promise<SiteSize> {
  const output = resolve(options.output);
  await claimFolder(options);
  const assets = await bundleAssets(output);
  const rendered = await renderPages(options, siteFacts(options, assets));
  const copied = await copyOriginals(options);
  const written = await writeFiles(options.files, output);
  const others = [...Object.keys(fixedFiles), ...Object.values(assets)].map((path) => join(output, path));
  return keepOnly(output, [...others, ...rendered, ...copied, ...written]);
}

/** Makes sure that the output folder is ours to fill: new, empty, or made by an earlier build. */
async function claimFolder(options: RenderOptions): Promise<void> {
  await keepFoldersApart(options);
  const { output } = options;
  await mkdir(output, { recursive: true });
  const names = await readdir(output);
  if (names.length > 0 && !names.includes(marker)) {
    throw new ArchiveError(
      `${output}: the folder holds files that Clipfile did not make (${names[0]}); empty it or name another --output`,
    );
  }
  await Promise.all(Object.entries(fixedFiles).map(([name, text]) => writeFile(join(output, name), text)));
}

function siteFacts({ base, settings, kinds }: RenderOptions, assets: Assets): SiteFacts {
  const { title, description, language, url, contact } = settings;
  const rows = kinds.map((kind, index) => ({
    name: kind.name,
    plural: kind.plural,
    title: kind.title,
    schemaType: kind.schemaType ?? "Thing",
    order: index + 1,
  }));
  return {
    base: base.replace(/\/$/u, ""),
    site: { title, description, language, ...(url && { url }), ...(contact && { contact }) },
    kinds: rows,
    kindOf: Object.fromEntries(rows.map((row) => [row.plural, row])),
    assets,
  };
}

/** Every page is complete, so pages render in batches, side by side. */
async function renderPages({ pages, output }: RenderOptions, facts: SiteFacts): Promise<string[]> {
  const folder = resolve(pages);
  const paths = await findPages(folder);
  const cores = availableParallelism();
  const wanted = Math.max(paths.length / mostPagesTogether, Math.min(cores, paths.length / fewestPagesTogether), 1);
  const count = Math.ceil(wanted);
  const batches = Array.from({ length: count }, (_, index) => ({
    folder,
    // Every count-th page: the pages of one kind are alike in size, and would make one batch the slowest.
    pages: paths.filter((_path, position) => position % count === index),
    hasTemplates: index === 0,
    output: resolve(output),
    facts,
  }));
  const queue = batches.values();
  const files: string[] = [];
  const renderNext = async () => {
    for await (const batch of queue) files.push(...(await renderBatch(batch)));
  };
  await Promise.all(Array.from({ length: Math.min(cores, count) }, renderNext));
  return files;
}

async function findPages(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const pages = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".md"));
  return pages.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/")).toSorted();
}

async function renderBatch(batch: Batch): Promise<string[]> {
  const answer = await runEleventy(batch);
  if ("error" in answer) throw new ArchiveError(answer.error);
  return answer.files.map((path) => resolve(root, path));
}

// A process of its own: Eleventy's caches are global, so a second build would show the templates of the first.
function runEleventy(batch: Batch): Promise<Rendered> {
  return new Promise((answer, reject) => {
    const child = fork(join(root, "src/site/eleventy.ts"), {
      cwd: root,
      execArgv: ["--import", import.meta.resolve("tsx")],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    child.once("message", answer);
    child.once("error", reject);
    child.once("exit", (code, signal) => reject(new Error(`Eleventy ended with ${signal ?? code} and no answer`)));
    child.send(batch);
  });
}

async function copyOriginals({ articles, output, originals }: RenderOptions): Promise<string[]> {
  const copies = originals.map(({ source, url }) => ({ from: join(articles, source), to: join(resolve(output), url) }));
  // One after the other: thousands of open files at a time would be refused.
  for await (const { from, to } of copies) {
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, to);
  }
  return copies.map(({ to }) => to);
}

/** Removes what this build did not make: stale files, and folders in which nothing is left. */
async function keepOnly(output: string, kept: readonly string[]): Promise<SiteSize> {
  const keep = new Set([...kept, ...kept.flatMap((path) => foldersAbove(path, output)), join(output, searchFolder)]);
  await sweep(output, keep);
  const sizes = await Promise.all(kept.map(async (path) => (await stat(path)).size));
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

async function sweep(folder: string, keep: ReadonlySet<string>): Promise<void> {
  for await (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (!keep.has(path)) await rm(path, { recursive: true });
    else if (entry.isDirectory() && entry.name !== searchFolder) await sweep(path, keep);
  }
}

function foldersAbove(path: string, output: string): string[] {
  const folder = dirname(path);
  return folder === output ? [] : [...foldersAbove(folder, output), folder];
}
