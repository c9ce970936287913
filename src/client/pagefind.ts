/** The part of Pagefind's browser interface that we use: https://pagefind.app/docs/api/ */

import { base } from "./base.ts";

/** How many of the pages found carry each value of each filter: `{ year: { "2015": 3 } }`. */
export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A condition: every key must hold. A list of names under `any` is an OR. */
export type Filters = Readonly<Record<string, string | { readonly any: readonly string[] }>>;

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
  /** `title`, `date` and the like. */
  readonly meta: Readonly<Record<string, string | undefined>>;
}

/** What a search found. */
export interface Found {
  readonly results: readonly Hit[];
  /** Counts under all conditions, for the filters that are loaded. */
  readonly filters: FilterCounts;
}

/** A search index, loading its pieces as it needs them. */
export interface Pagefind {
  /** Finds pages by words; `null` finds all that meet the conditions. */
  readonly search: (words: string | null, options: SearchOptions) => Promise<Found>;
}

/** Filter that tells articles from the pages of names: "articles", "people", "places". */
export const kindFilter = "kind";

/** Its value for articles. */
export const articleKind = "articles";

/** Where the index stands, with the base path. */
export const bundlePath = `${base}pagefind/`;

/** Loads the index's program and what it needs to start. */
export async function loadPagefind(): Promise<Pagefind> {
  const { createInstance } = await import(`${bundlePath}pagefind.js`);
  const pagefind: Pagefind = createInstance({ excerptLength: 36, excerptEllipsis: "…" });
  return pagefind;
}
