/** The part of Pagefind's browser interface that we use: https://pagefind.app/docs/api/ */

import { base } from "./base.ts";

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

/** A search index, loading its pieces as it needs them. */
export interface SearchIndex {
  /**
   * Finds the pages that have all of some words, in any form, the best first; a text between quotation marks is found
   * where its words stand side by side, still in any form.
   */
  readonly search: (words: string) => Promise<{ readonly results: readonly Hit[] }>;
}

/** Where Pagefind's program and the index of the articles stand, with the base path. */
export const bundlePath = `${base}pagefind/`;

/** `meta.kind` of an article. */
export const articleKind = "articles";

/** Words of an excerpt. */
export const excerptLength = 36;

/** Loads the index of the articles. */
export function loadArticles(): Promise<SearchIndex> {
  return loadIndex(bundlePath, "articles");
}

/** Loads the index of the pages of names. */
export function loadNames(): Promise<SearchIndex> {
  return loadIndex(`${bundlePath}names/`, "names");
}

async function loadIndex(basePath: string, use: string): Promise<SearchIndex> {
  const entry = await fetch(`${basePath}pagefind-entry.json`);
  const { languages } = await entry.json();
  // Pagefind takes an index of no pages for a fault.
  if (Object.keys(languages).length === 0) return { search: async () => ({ results: [] }) };
  // A module of each use's own has a worker thread of its own; indexes that share one also overwrite each other's memory
  // when they start at the same time.
  const { createInstance } = await import(`${bundlePath}pagefind.js?${use}`);
  const index: SearchIndex = createInstance({ basePath, excerptLength, excerptEllipsis: "…" });
  return index;
}
