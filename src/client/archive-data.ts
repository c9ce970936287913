/** What the search page filters and sorts by, loaded piece by piece: which articles carry each value of each facet. */

import { listIds, type PageIds } from "../page-ids.ts";
import type { FacetRow } from "../page/facet-files.ts";
import type { NameRow } from "../page/names.ts";
import { parseSteps } from "../page/numbers.ts";
import type { MonthRow } from "../page/search.ts";
import { base } from "./base.ts";
import { once } from "./once.ts";
import { bundlePath } from "./pagefind.ts";

/** The articles as a whole. */
export interface Articles {
  /** The index's id of each, in the order of their numbers. */
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  /** How many each month has, in that order; the undated ones last, under "". */
  readonly months: readonly MonthRow[];
}

/** The values of a facet, and the numbers of the articles that carry each. */
export interface Facet {
  readonly values: readonly string[];
  readonly articles: readonly (readonly number[])[];
}

/** What loads the pieces, each once. */
export interface ArchiveData {
  readonly articles: () => Promise<Articles>;
  /** Every name of a kind, from A to Z. */
  readonly names: (kind: string) => Promise<readonly NameRow[]>;
  /** The facet with those of some values that it has, or with all of its values. */
  readonly facet: (key: string, values?: readonly string[]) => Promise<Facet>;
}

/** Value under which the year facet has the articles without a date. */
export const undated = "Undated";

/** Gives what loads an archive's data. */
export function archiveData(): ArchiveData {
  const articles = once(loadArticles);
  const firsts = onceEach(async (key): Promise<readonly string[]> => loadJson(`${base}search/${key}.json`));
  const piece = onceEach(async (path) => rowsFacet(await loadJson(`${base}search/${path}.json`)));
  const facet: ArchiveData["facet"] = async (key, values) => {
    if (key === "year") return yearFacet((await articles()).months);
    const numbers = piecesOf(await firsts(key), values);
    const pieces = await Promise.all(numbers.map((number) => piece(`${key}/${number}`)));
    return { values: pieces.flatMap((each) => each.values), articles: pieces.flatMap((each) => each.articles) };
  };
  return { articles, names: onceEach(async (kind) => loadJson(`${base}${kind}/names.json`)), facet };
}

/**
 * Numbers of the pieces in which some values stand, or of all pieces, from the first value of each piece; both are in the
 * order of code units.
 */
export function piecesOf(firsts: readonly string[], values?: readonly string[]): number[] {
  if (!values) return [...firsts.keys()];
  const numbers = values.map((value) => firsts.findLastIndex((first) => first <= value));
  return [...new Set(numbers)].filter((number) => number >= 0);
}

/** "Georgia (Texas)": a name as a facet has it. */
export function facetName([name, distinction]: NameRow): string {
  return distinction === "" ? name : `${name} (${distinction})`;
}

/** The years of an archive as a facet, the undated articles behind them. */
export function yearFacet(months: readonly MonthRow[]): Facet {
  const years = new Map<string, number[]>();
  let number = 0;
  for (const [month, articles] of months) {
    const year = month === "" ? undated : month.slice(0, 4);
    const numbers = years.get(year) ?? [];
    years.set(year, numbers);
    for (const end = number + articles; number < end; number += 1) numbers.push(number);
  }
  return { values: [...years.keys()], articles: [...years.values()] };
}

function rowsFacet(rows: readonly FacetRow[]): Facet {
  return { values: rows.map(([value]) => value), articles: rows.map(([, steps]) => parseSteps(steps)) };
}

async function loadArticles(): Promise<Articles> {
  const [named, months]: [PageIds, MonthRow[]] = await Promise.all([
    loadJson(`${bundlePath}articles.json`),
    loadJson(`${base}search/months.json`),
  ]);
  const ids = listIds(named);
  return { ids, months, numberOf: new Map(ids.map((id, number) => [id, number])) };
}

/** What a build writes anew under the same name must be asked for again, or one file could be of another build. */
async function loadJson(url: string) {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}

function onceEach<Value>(load: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const loaders = new Map<string, () => Promise<Value>>();
  return (key) => {
    const loader = loaders.get(key) ?? once(() => load(key));
    loaders.set(key, loader);
    return loader();
  };
}
