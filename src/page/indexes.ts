import type { Kind, Page } from "../types.ts";
import { present, someOf } from "./data.ts";
import { link, type FiledArticle, type FiledEntity, type Filing } from "./filing.ts";
import { headingId, pageList, pagerOf, type ListPage, type PagedList } from "./lists.ts";
import { entityNote } from "./notes.ts";
import { headingTree, mostNamedView, viewList, viewsOf, type View } from "./views.ts";

/** Heading of the articles without a date. */
export const undatedHeading = "Undated";

const articlesPerPage = 100;

/** The pages of `/articles/`: newest first, by year, undated ones at the end. */
export function articleListPages(filing: Filing): Page[] {
  const list = articleList(filing);
  const shared = { layout: "articles.njk", title: "Articles", count: filing.articles.length };
  const months = new Map([...monthStarts(list)].map(([month, { filed }]) => [filed, monthId(month)]));
  const entry = (filed: FiledArticle) => present({ ...articleEntry(filed), id: months.get(filed) });
  return list.pages.map((page) => listPage(list, page, { ...shared, groups: groupData(page, entry) }));
}

/** How those pages are cut, and where each year begins on them: a heading is a year, or "Undated". */
export function articleList({ articles }: Filing): PagedList<FiledArticle> {
  return pageList(newestFirst(articles), {
    url: "/articles/",
    perPage: articlesPerPage,
    headingOf: ({ article }) => yearOf(article.date),
  });
}

/** Where on those pages the articles of each month begin, by "1987-05". */
export function monthUrls(list: PagedList<FiledArticle>): Map<string, string> {
  return new Map([...monthStarts(list)].map(([month, { page }]) => [month, `${page}#${monthId(month)}`]));
}

interface MonthStart {
  readonly filed: FiledArticle;
  /** URL of the page that lists it. */
  readonly page: string;
}

function monthStarts({ pages }: PagedList<FiledArticle>): Map<string, MonthStart> {
  const starts = new Map<string, MonthStart>();
  for (const { url, groups } of pages) {
    for (const filed of groups.flatMap(({ items }) => items)) {
      const month = filed.article.date?.slice(0, 7);
      if (month !== undefined && !starts.has(month)) starts.set(month, { filed, page: url });
    }
  }
  return starts;
}

function monthId(month: string): string {
  return `at-${month}`;
}

/** The pages of one kind's index: `/people/`, every name from A to Z, and `/weapons/by-class/` and the like. */
export function kindPages(kind: Kind, { entities }: Filing): Page[] {
  const members = entities.filter((filed) => filed.kind === kind);
  const views = viewsOf(kind, members);
  const [first] = views;
  const mostNamed = mostNamedView(kind, members);
  const hasMostNamed = members.some(({ articles }) => articles > 1);
  const links = views.length > 1 ? views.map(({ label, url }) => ({ label, url })) : undefined;
  const shared = present({ layout: "kind.njk", kind: kind.plural, total: members.length, views: links });
  return [
    ...views.flatMap((view) => {
      const own = view === first ? { mostNamed: hasMostNamed ? mostNamed.url : undefined } : { isTree: true };
      return viewPages(view, { ...shared, isFirst: view === first, ...own });
    }),
    ...(hasMostNamed ? viewPages(mostNamed, shared) : []),
  ];
}

function viewPages(view: View, { isTree, ...shared }: Page["data"]): Page[] {
  const entry = (filed: FiledEntity) => nameEntry(filed, view.saidOf);
  const list = viewList(view);
  const tree = isTree === true ? headingTree(list.headings) : undefined;
  return list.pages.map((page) =>
    listPage(list, page, {
      ...shared,
      title: view.title,
      count: view.members.length,
      view: view.url,
      tree,
      groups: groupData(page, entry),
    }),
  );
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
export function nameEntry({ entity, url, articles }: FiledEntity, said?: View["saidOf"]) {
  const note = entityNote(entity, said);
  return present({ name: entity.name, distinction: entity.distinction, note, url, articles });
}

/** Whether an article says when it was published. */
export function isDated({ article }: FiledArticle): boolean {
  return article.date !== undefined;
}

function yearOf(date: string | undefined): string {
  return date?.slice(0, 4) ?? undatedHeading;
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
