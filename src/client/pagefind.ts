/** The part of Pagefind's browser interface that we use: https://pagefind.app/docs/api/ */

import { base } from "./base.ts";

/** How many of the pages found carry each value of each filter: `{ year: { "2015": 3 } }`. */
export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A condition: every key must hold, by one of its values. No value at all is no condition, but loads the key's counts. */
export type Filters = Readonly<Record<string, { readonly any: readonly string[] }>>;

/** What to search beside the words. */
export interface SearchOptions {
  readonly filters?: Filters;
  readonly sort?: Readonly<Record<string, "asc" | "desc">>;
}

/** A page that was found; what it says is fetched on demand. */
export interface Hit {
  /** Names the page's content; the same in every search. */
  readonly id: string;
  readonly data: () => Promise<HitData>;
}

/** What the index keeps of a page. */
export interface HitData {
  /** With the base path. */
  readonly url: string;
  /** HTML in which `<` and `>` of the text are escaped and the words found stand in `<mark>`. */
  readonly excerpt: string;
  /** The page's text. */
  readonly content: string;
  /** Numbers of the words of `content` that were found, counted from 0. */
  readonly locations: readonly number[];
  /** `title`, `kind` ("articles", "people"), `date` and the like. */
  readonly meta: Readonly<Record<string, string | undefined>>;
}

/** What a search found. */
export interface Found {
  readonly results: readonly Hit[];
  /** Counts under all conditions, for the filters that are loaded. */
  readonly filters: FilterCounts;
}

/** A search index, loading its pieces as it needs them. */
export interface SearchIndex {
  /** Finds pages by words; `null` finds all that meet the conditions. */
  readonly search: (words: string | null, options: SearchOptions) => Promise<Found>;
  /** Loads all filters and counts their values over the whole index. */
  readonly filters: () => Promise<FilterCounts>;
}

/** Where Pagefind's program and the index of the articles stand, with the base path. */
export const bundlePath = `${base}pagefind/`;

/** `meta.kind` of an article. */
export const articleKind = "articles";

/** Loads the index of the articles. */
export function loadArticles(): Promise<SearchIndex> {
  return loadIndex(bundlePath, "articles");
}

/** Loads the index of the articles once more, for counting: it would make finding wait. */
export function loadCounts(): Promise<SearchIndex> {
  return loadIndex(bundlePath, "counts");
}

/** Loads the index of the pages of names. */
export function loadNames(): Promise<SearchIndex> {
  return loadIndex(`${bundlePath}names/`, "names");
}

async function loadIndex(basePath: string, use: string): Promise<SearchIndex> {
  const entry = await fetch(`${basePath}pagefind-entry.json`);
  const { languages } = await entry.json();
  // Pagefind takes an index of no pages for a fault.
  if (Object.keys(languages).length === 0) return emptyIndex;
  // A module of each use's own has a worker thread of its own; indexes that share one also overwrite each other's memory
  // when they start at the same time.
  const { createInstance } = await import(`${bundlePath}pagefind.js?${use}`);
  const index: SearchIndex = createInstance({ basePath, excerptLength: 36, excerptEllipsis: "…" });
  return index;
}

const emptyIndex: SearchIndex = { search: async () => ({ results: [], filters: {} }), filters: async () => ({}) };
