/** Long lists under headings, cut into pages with links to where each heading begins. */

import { groupBy } from "./data.ts";

/** Items under one heading: the articles of 1991, the names under M. */
export interface Group<Item> {
  readonly heading: string;
  readonly items: readonly Item[];
}

/** One page of a long list. */
export interface ListPage<Item> {
  readonly url: string;
  readonly number: number;
  readonly groups: readonly Group<Item>[];
}

/** Where a heading of a list begins, for the list's own navigation. */
export interface HeadingLink {
  readonly heading: string;
  readonly url: string;
  /** Number of items under it. */
  readonly count: number;
}

/** A list cut into pages. */
export interface PagedList<Item> {
  readonly pages: readonly ListPage<Item>[];
  readonly headings: readonly HeadingLink[];
}

/** How a list is cut. */
export interface ListShape<Item> {
  /** Where its first page stands: "/people/". */
  readonly url: string;
  readonly perPage: number;
  /** Items of one heading must stand together. */
  readonly headingOf: (item: Item) => string;
}

/** Cuts a list into pages of a fixed size; there is always a first page. */
export function pageList<Item>(items: readonly Item[], { url, perPage, headingOf }: ListShape<Item>): PagedList<Item> {
  const count = Math.max(1, Math.ceil(items.length / perPage));
  const pages = Array.from({ length: count }, (_, index) => ({
    url: index === 0 ? url : `${url}page/${index + 1}/`,
    number: index + 1,
    groups: grouped(items.slice(index * perPage, (index + 1) * perPage), headingOf),
  }));
  return { pages, headings: headingLinks(pages) };
}

/** The links of a page to those beside it; absent for a list of one page. */
export function pagerOf<Item>({ pages }: PagedList<Item>, page: ListPage<Item>) {
  if (pages.length === 1) return undefined;
  const [previous, next] = [pages[page.number - 2]?.url, pages[page.number]?.url];
  return { number: page.number, of: pages.length, ...(previous && { previous }), ...(next && { next }) };
}

/** The fragment that a heading's section has on its page: "1991", "M", and code points for what is not ASCII. */
export function headingId(heading: string): string {
  // "0–9" and "Д" must be plain in a URL.
  return `at-${heading.replace(/[^\da-z]/giu, (character) => (character.codePointAt(0) ?? 0).toString(16)).toLowerCase()}`;
}

function grouped<Item>(items: readonly Item[], headingOf: (item: Item) => string): Group<Item>[] {
  return [...groupBy(items, headingOf)].map(([heading, members]) => ({ heading, items: members }));
}

function headingLinks<Item>(pages: readonly ListPage<Item>[]): HeadingLink[] {
  const links = new Map<string, HeadingLink>();
  for (const page of pages) {
    for (const { heading, items } of page.groups) {
      const url = links.get(heading)?.url ?? `${page.url}#${headingId(heading)}`;
      links.set(heading, { heading, url, count: (links.get(heading)?.count ?? 0) + items.length });
    }
  }
  return [...links.values()];
}
