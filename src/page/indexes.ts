import { foldText } from "../text.ts";
import type { Kind, Page } from "../types.ts";
import { compareText, present, someOf } from "./data.ts";
import { link, type FiledArticle, type FiledEntity, type Filing } from "./filing.ts";
import { headingId, pageList, pagerOf, type ListPage, type PagedList } from "./lists.ts";
import { entityNote } from "./notes.ts";

/** Heading of the articles without a date. */
export const undatedHeading = "Undated";

const articlesPerPage = 100;
const namesPerPage = 400;

/** The pages of `/articles/`: newest first, by year, undated ones at the end. */
export function articleListPages(filing: Filing): Page[] {
  const list = articleList(filing);
  const shared = { layout: "articles.njk", title: "Articles", count: filing.articles.length };
  return list.pages.map((page) => listPage(list, page, { ...shared, groups: groupData(page, articleEntry) }));
}

/** How those pages are cut, and where each year begins on them: a heading is a year, or "Undated". */
export function articleList({ articles }: Filing): PagedList<FiledArticle> {
  return pageList(newestFirst(articles), {
    url: "/articles/",
    perPage: articlesPerPage,
    headingOf: ({ article }) => yearOf(article.date),
  });
}

/** The pages of one kind's index: `/people/`, every name from A to Z. */
export function kindPages(kind: Kind, { entities }: Filing): Page[] {
  const members = entities.filter((filed) => filed.kind === kind);
  const list = pageList(byInitial(members), {
    url: `/${kind.plural}/`,
    perPage: namesPerPage,
    headingOf: ({ entity }) => initialOf(entity.name),
  });
  const shared = { layout: "kind.njk", title: kind.title, kind: kind.plural, count: members.length };
  return list.pages.map((page) => listPage(list, page, { ...shared, groups: groupData(page, nameEntry) }));
}

/** Dated articles from the newest to the oldest, then the undated ones. */
export function newestFirst(articles: readonly FiledArticle[]): FiledArticle[] {
  return [...articles.filter(isDated).toReversed(), ...articles.filter((filed) => !isDated(filed))];
}

/** What a list shows of an article. */
export function articleEntry(filed: FiledArticle) {
  const { date, byline, publication } = filed.article;
  return present({ ...link(filed), date, byline: byline ?? publication });
}

/** What a list shows of an entity. */
export function nameEntry({ entity, url, articles }: FiledEntity) {
  return present({ name: entity.name, distinction: entity.distinction, note: entityNote(entity), url, articles });
}

/** Whether an article says when it was published. */
export function isDated({ article }: FiledArticle): boolean {
  return article.date !== undefined;
}

function yearOf(date: string | undefined): string {
  return date?.slice(0, 4) ?? undatedHeading;
}

/** "M", "Д", or "0–9" for a number and "#" for a name of signs. */
function initialOf(name: string): string {
  // "'Abbud", "“Fat Man”": signs before the first letter do not count.
  const initial = /[\p{L}\d]/u.exec(foldText(name))?.[0] ?? "#";
  return /\d/u.test(initial) ? "0–9" : initial.toUpperCase();
}

/** Numbers and signs stand apart from letters in code order, and quotation marks before them: bring headings together. */
function byInitial(members: readonly FiledEntity[]): FiledEntity[] {
  const keyed = members.map((filed) => ({ filed, initial: initialOf(filed.entity.name) }));
  // Stable: names under one initial keep their order.
  return keyed.toSorted((a, b) => compareText(a.initial, b.initial)).map(({ filed }) => filed);
}

function groupData<Item>({ groups }: ListPage<Item>, entry: (item: Item) => unknown) {
  return groups.map(({ heading, items }) => ({ heading, id: headingId(heading), entries: items.map(entry) }));
}

function listPage<Item>(list: PagedList<Item>, page: ListPage<Item>, data: Page["data"]): Page {
  return {
    path: `${page.url.slice(1, -1)}${page.number === 1 ? "/index" : ""}.md`,
    data: present({
      ...data,
      permalink: page.url,
      headings: someOf(list.headings),
      pager: pagerOf(list, page),
    }),
    body: "",
  };
}
