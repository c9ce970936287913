import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { type PageIds, folderSize } from "../page-ids.ts";
import { ArchiveError } from "../error.ts";
import { parseFragment } from "../fragment.ts";
import type { PageRow } from "./forms.ts";
import { contentName, readText } from "./packed.ts";

/** What an index keeps of a page, in a file of its own. */
export interface Fragment {
  /** Name of the file: "en_871f816". */
  readonly name: string;
  /** Without the base path. */
  readonly url: string;
  /** Says its content in short. */
  readonly digest: string;
}

/** A fragment that has a number, by which it gets its name. */
export type NumberedFragment = Fragment & { readonly number: number };

/** Reads the fragments of a bundle's pages, in their order. */
export async function readFragments(folder: string, pages: readonly PageRow[]): Promise<Fragment[]> {
  const fragments: Fragment[] = [];
  // One after the other: thousands of open files at a time would be refused.
  for await (const [name] of pages) {
    const text = await readText(fragmentPath(folder, name));
    fragments.push({ name, url: parseFragment(text).url, digest: contentName(text) });
  }
  return fragments;
}

/** Gives each fragment its place among some URLs for a number; throws `ArchiveError` when its URL is not among them. */
export function numberFragments(fragments: readonly Fragment[], urls: readonly string[]): NumberedFragment[] {
  const numbers = new Map(urls.map((url, number) => [url, number]));
  return fragments.map((fragment) => {
    const number = numbers.get(fragment.url);
    if (number !== undefined) return { ...fragment, number };
    throw new ArchiveError(`search index: Pagefind indexed ${fragment.url}, which is no page of the archive`);
  });
}

/** What fragments with the numbers from 0 up to `count` will be called. */
export function nameFragments(fragments: readonly NumberedFragment[], count: number): PageIds {
  const folders: string[][] = Array.from({ length: Math.ceil(count / folderSize) }, () => []);
  for (const { number, digest } of fragments.toSorted((a, b) => a.number - b.number)) {
    folders[Math.floor(number / folderSize)]?.push(`${number % folderSize} ${digest}`);
  }
  const present = new Set(fragments.map(({ number }) => number));
  const numbers = Array.from({ length: count }, (_, number) => number);
  return {
    count,
    folders: folders.map((lines) => contentName(lines.join("\n"))),
    absent: numbers.filter((number) => !present.has(number)),
  };
}

/** Renames the files; `ids` are the names by number. */
export async function moveFragments(
  folder: string,
  fragments: readonly NumberedFragment[],
  ids: readonly string[],
): Promise<void> {
  for await (const name of new Set(ids.filter((id) => id !== "").map((id) => id.split("/", 1)[0] ?? ""))) {
    await mkdir(join(folder, name));
  }
  for await (const { name, number } of fragments) {
    await rename(fragmentPath(folder, name), fragmentPath(folder, ids[number] ?? ""));
  }
}

function fragmentPath(folder: string, name: string): string {
  return join(folder, `${name}.pf_fragment`);
}
