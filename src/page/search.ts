/** The search page, and what its script filters by: for each value of each facet, the articles that carry it. */

import type { Kind, Page, PlainFile } from "../types.ts";
import { groupBy, present } from "./data.ts";
import { type FacetRow, facetFiles, jsonFile } from "./facet-files.ts";
import { type FiledEntity, type Filing, fullName } from "./filing.ts";
import { articleNumbers, formatSteps } from "./numbers.ts";

/** How many articles each month has, in the order of their numbers; the undated ones under "". */
export type MonthRow = readonly [month: string, articles: number];

/** What a reader can filter by, in the order in which it is offered. */
interface Facet {
  /** Key of the page's address, and name of the file: "people", "weapon-class", "byline". */
  readonly key: string;
  readonly title: string;
  /** Which kind's sign and colour it wears. */
  readonly kind: Kind;
  readonly values: "names" | "classes";
}

/** The page `/search/`. */
export function searchPage(filing: Filing): Page {
  const dates = filing.articles.flatMap(({ article: { date } }) => date ?? []);
  return {
    path: "search.md",
    data: present({
      layout: "search.njk",
      title: "Search",
      permalink: "/search/",
      facets: facetsOf(filing).map(({ key, title, kind, values }) => ({ key, title, kind: kind.plural, values })),
      first: dates[0]?.slice(0, 7),
      last: dates.at(-1)?.slice(0, 7),
    }),
    body: "",
  };
}

/** The files of `search/`. */
export function* searchFiles(filing: Filing): Generator<PlainFile> {
  const numbers = articleNumbers(filing);
  yield jsonFile("months", monthRows(filing));
  yield* facetFiles("byline", bylineRows(filing));
  for (const { key, kind, values } of facetsOf(filing)) {
    const named = filing.entities.filter((filed) => filed.kind === kind);
    yield* facetFiles(key, values === "names" ? nameRows(named, numbers) : classRows(named, numbers));
  }
}

/** Each kind by its names, and by its classes when they are a tree. */
function facetsOf({ kinds, entities }: Filing): Facet[] {
  return kinds.flatMap((kind) => {
    const names: Facet = { key: kind.plural, title: kind.title, kind, values: "names" };
    const hasTree = entities.some((filed) => filed.kind === kind && filed.entity.classes.length > 1);
    const title = `${kind.name.slice(0, 1).toUpperCase()}${kind.name.slice(1)} class`;
    return hasTree ? [names, { key: `${kind.name}-class`, title, kind, values: "classes" }] : [names];
  });
}

function nameRows(entities: readonly FiledEntity[], numbers: ReadonlyMap<FiledEntity, readonly number[]>): FacetRow[] {
  return entities.map((filed) => [fullName(filed.entity), formatSteps(numbers.get(filed) ?? [])]);
}

function monthRows({ articles }: Filing): MonthRow[] {
  const months = groupBy(articles, ({ article: { date } }) => date?.slice(0, 7) ?? "");
  return [...months].map(([month, members]) => [month, members.length]);
}

function bylineRows({ articles }: Filing): FacetRow[] {
  const numbers = new Map<string, Set<number>>();
  for (const [number, { article }] of articles.entries()) {
    if (article.byline !== undefined) addTo(numbers, article.byline, [number]);
  }
  return facetRows(numbers);
}

/** An article that names a cruise missile also has the class "missile". */
function classRows(entities: readonly FiledEntity[], numbers: ReadonlyMap<FiledEntity, readonly number[]>): FacetRow[] {
  const classes = new Map<string, Set<number>>();
  for (const filed of entities) {
    for (const name of filed.entity.classes) addTo(classes, name, numbers.get(filed) ?? []);
  }
  return facetRows(classes);
}

function addTo(sets: Map<string, Set<number>>, key: string, numbers: readonly number[]): void {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set);
  for (const number of numbers) set.add(number);
}

function facetRows(values: ReadonlyMap<string, ReadonlySet<number>>): FacetRow[] {
  return [...values].map(([value, numbers]) => [value, formatSteps([...numbers].toSorted((a, b) => a - b))]);
}
