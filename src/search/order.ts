/**
 * Puts a bundle of Pagefind's into our order. Pagefind numbers pages as the file system happens to list them, and names
 * each by its hash. In our order the same pages give the same bytes on every machine, and names that only count on take next
 * to nothing in the list of pages, for which every search waits.
 */

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type PageIds, listIds } from "../page-ids.ts";
import { ArchiveError } from "../error.ts";
import { type Form, isFilterList, isPageList, isWordList, type PageList } from "./forms.ts";
import { moveFragments, nameFragments, numberFragments, readFragments } from "./fragments.ts";
import { type PackedFile, readPacked, replacePacked } from "./packed.ts";
import { type Places, renumberFilter, renumberSort, renumberWords } from "./renumber.ts";

/**
 * An article's length, by which the index ranks, is kept to this number of words: one that is exact takes 14 KB more at
 * 20,000 articles.
 */
const lengthStep = 8;

/** `pagefind-entry.json`, as far as it matters here. */
interface Entry {
  readonly languages: Readonly<Record<string, { readonly hash: string }>>;
}

/**
 * Orders the pages of a bundle as `urls` has them, or by their URLs; gives what their fragments are called now. Throws
 * `ArchiveError` when the bundle is not of the form that we know.
 */
export async function orderBundle(bundle: string, urls?: readonly string[]): Promise<PageIds> {
  const path = join(bundle, "pagefind-entry.json");
  const entry: Entry = JSON.parse(await readFile(path, "utf8"));
  const [[language, facts] = [], ...others] = Object.entries(entry.languages);
  if (others.length > 0) throw unknownForm(path);
  // An index of no pages has no files.
  if (language === undefined || !facts) return nameFragments([], urls?.length ?? 0);
  const file = { folder: bundle, prefix: "pagefind.", name: facts.hash, extension: ".pf_meta" };
  const { ids, list } = await orderPages(bundle, await readForm(file, isPageList), urls);
  const hash = await replacePacked(file, list);
  await writeFile(path, JSON.stringify({ ...entry, languages: { [language]: { ...facts, hash } } }));
  return ids;
}

async function orderPages(bundle: string, list: PageList, urls: readonly string[] | undefined) {
  const [version, pages, pieces, filters, sorts, fields] = list;
  const folder = join(bundle, "fragment");
  const found = await readFragments(folder, pages);
  const order = urls ?? found.map(({ url }) => url).toSorted();
  const fragments = numberFragments(found, order);
  const ids = nameFragments(fragments, order.length);
  const names = listIds(ids);
  await moveFragments(folder, fragments, names);
  const ranked = fragments.map(({ number }, page) => ({ page, number })).toSorted((a, b) => a.number - b.number);
  const places = placesOf(ranked.map(({ page }) => page));
  const ordered: PageList = [
    version,
    ranked.map(({ page, number }) => [names[number] ?? "", roundLength(pages[page]?.[1] ?? 0), ""]),
    await orderPieces(bundle, pieces, places),
    await orderFilters(bundle, filters, places),
    sorts.map((sort) => renumberSort(sort, places)),
    fields,
  ];
  return { ids, list: ordered };
}

/** Rounds a number of words, but not to 0, by which the index would divide. */
function roundLength(words: number): number {
  return words < lengthStep ? words : Math.round(words / lengthStep) * lengthStep;
}

/** From which page stands at each place, at which place each page stands. */
function placesOf(pages: readonly number[]): Places {
  const places = Array.from(pages, () => 0);
  for (const [place, page] of pages.entries()) places[page] = place;
  return places;
}

async function orderPieces(bundle: string, pieces: PageList[2], places: Places): Promise<PageList[2]> {
  const renamed: Array<PageList[2][number]> = [];
  // One after the other: a piece that is unpacked takes a hundred times its size.
  for await (const [from, to, name] of pieces) {
    const file = { folder: join(bundle, "index"), prefix: "", name, extension: ".pf_index" };
    const words = await readForm(file, isWordList);
    renamed.push([from, to, await replacePacked(file, renumberWords(words, places))]);
  }
  return renamed;
}

async function orderFilters(bundle: string, filters: PageList[3], places: Places): Promise<PageList[3]> {
  const renamed: Array<PageList[3][number]> = [];
  for await (const [filter, name] of filters) {
    const file = { folder: join(bundle, "filter"), prefix: "", name, extension: ".pf_filter" };
    const values = await readForm(file, isFilterList);
    renamed.push([filter, await replacePacked(file, renumberFilter(values, places))]);
  }
  return renamed;
}

async function readForm<Value>(file: PackedFile, isOfForm: Form<Value>): Promise<Value> {
  const path = `${file.prefix}${file.name}${file.extension}`;
  const value = await readPacked(file).catch((cause: unknown) => {
    throw unknownForm(path, cause);
  });
  if (isOfForm(value)) return value;
  throw unknownForm(path);
}

function unknownForm(path: string, cause?: unknown): ArchiveError {
  return new ArchiveError(
    `search index: ${path} is not as Pagefind 1.6.0 writes it; install that version, or teach src/search/forms.ts the new form`,
    { cause },
  );
}
