import type { ArchiveData, Articles } from "./archive-data.ts";
import { unsearchedHit } from "./fragment.ts";
import type { Hit, SearchIndex } from "./pagefind.ts";
import { hasPhrase } from "./phrase.ts";
import { allWords, parseQuery, type Query } from "./query.ts";
import { everyArticle, type Mask, type Selectable, selectArticles } from "./select.ts";
import { conditionsOf, facetsAsked, listedOrder, type SearchState, valuesAsked } from "./state.ts";
import { missingWords } from "./words.ts";

/** What a search looks in. */
export interface SearchSources {
  readonly index: () => Promise<SearchIndex>;
  readonly data: ArchiveData;
}

/** The articles that a search found. */
export interface FoundArticles {
  /** In the order asked for; when that is by date, undated ones stand last. */
  readonly hits: readonly Hit[];
  /** How many undated ones stand last; 0 when not sorted by date. */
  readonly undated: number;
  /** What has the words, whatever the conditions; absent when there are no words, so that everything has. */
  readonly worded?: readonly Hit[];
  /** Absent when no phrase was asked for. */
  readonly phrases?: PhraseReport;
}

/** How the phrases of a search were looked for. */
export interface PhraseReport {
  readonly phrases: readonly string[];
  /**
   * How many articles were left out because they have a phrase in another form only; absent when there were too many to
   * look into, so that other forms count too.
   */
  readonly leftOut?: number;
}

/** The index finds phrases in any form ("missiles" for "missile"): up to so many articles are looked into one by one. */
export const mostChecked = 100;

/** Finds the articles that a search asks for. */
export async function findArticles({ index, data }: SearchSources, state: SearchState): Promise<FoundArticles> {
  const query = parseQuery(state.words);
  const needsData = state.words === "" || listedOrder(state) !== "relevance" || conditionsOf(state).length > 0;
  const [worded, archive] = await Promise.all([
    state.words === "" ? undefined : findWords(index, query),
    needsData ? loadArchive(data, state) : undefined,
  ]);
  const found = archive ? arrange(worded, archive, state) : { hits: worded ?? [], undated: 0 };
  const checked = await checkPhrases(found, query.phrases);
  return { ...checked, ...(worded && { worded: without(worded, found.hits, checked.hits) }) };
}

// Everywhere in English: they find nothing by themselves, and their part of the index is the largest.
const emptyWords: ReadonlySet<string> = new Set("a an and at by for in of on or the to".split(" "));

/** Every article that has the words, the best first. */
async function findWords(index: () => Promise<SearchIndex>, query: Query): Promise<readonly Hit[]> {
  const articles = await index();
  const [phrase] = query.phrases;
  const words = query.words.filter((word) => !emptyWords.has(word.toLowerCase()));
  if (query.phrases.length === 1 && words.length === 0) return (await articles.search(`"${phrase}"`)).results;
  const sought = words.length > 0 || query.phrases.length > 0 ? words : query.words;
  const [found, ...phrases] = await Promise.all([
    articles.search(allWords({ ...query, words: sought }).join(" ")),
    ...query.phrases.map((each) => articles.search(`"${each}"`)),
  ]);
  const having = phrases.map(({ results }) => new Set(results.map(({ id }) => id)));
  const hits = found.results.filter(({ id }) => having.every((ids) => ids.has(id)));
  // Whether a word was passed over shows in any of them, and the best is loaded in any case.
  const [best] = hits;
  return best && (await missingWords(articles, sought, best)).length > 0 ? [] : hits;
}

/** What conditions and dates are looked up in. */
export interface Archive extends Selectable {
  readonly articles: Articles;
}

/** Loads what a search's conditions are looked up in. */
export async function loadArchive(data: ArchiveData, state: SearchState): Promise<Archive> {
  const [articles, ...facets] = await Promise.all([
    data.articles(),
    ...facetsAsked(state).map(async (key) => [key, await data.facet(key, valuesAsked(state, key))] as const),
  ]);
  return { articles, months: articles.months, facets: Object.fromEntries(facets) };
}

/** 1 for each article among some hits; for everything when there are none. */
export function maskOfHits(hits: readonly Hit[] | undefined, { months, numberOf }: Articles): Mask {
  const everything = everyArticle(months);
  if (!hits) return everything;
  const mask = new Uint8Array(everything.length);
  for (const { id } of hits) {
    const number = numberOf.get(id);
    if (number !== undefined) mask[number] = 1;
  }
  return mask;
}

type Arranged = Pick<FoundArticles, "hits" | "undated">;

function arrange(worded: readonly Hit[] | undefined, archive: Archive, state: SearchState): Arranged {
  const { ids, numberOf, months } = archive.articles;
  const mask = selectArticles(archive, state, { among: maskOfHits(worded, archive.articles) });
  const order = listedOrder(state);
  if (order === "relevance") {
    return { hits: (worded ?? []).filter(({ id }) => mask[numberOf.get(id) ?? -1] === 1), undated: 0 };
  }
  const hitOf = new Map((worded ?? []).map((hit) => [hit.id, hit]));
  // What the index does not have cannot be shown here.
  const isListed = (id: string, number: number) => mask[number] === 1 && id !== "";
  const hits = ids.map((id, number) => (isListed(id, number) ? (hitOf.get(id) ?? unsearchedHit(id)) : undefined));
  const firstUndated = ids.length - (months.findLast(([month]) => month === "")?.[1] ?? 0);
  const [dated, undated] = [hits.slice(0, firstUndated), hits.slice(firstUndated)].map((all) =>
    all.filter((hit) => hit !== undefined),
  );
  const ordered = order === "newest" ? (dated ?? []).toReversed() : (dated ?? []);
  return { hits: [...ordered, ...(undated ?? [])], undated: undated?.length ?? 0 };
}

async function checkPhrases({ hits, undated }: Arranged, phrases: readonly string[]): Promise<FoundArticles> {
  if (phrases.length === 0) return { hits, undated };
  if (hits.length > mostChecked) return { hits, undated, phrases: { phrases } };
  const texts = await Promise.all(hits.map((hit) => hit.data()));
  const hasAll = texts.map(({ content }) => phrases.every((phrase) => hasPhrase(content, phrase)));
  const kept = hits.filter((_, index) => hasAll[index]);
  const firstUndated = hits.length - undated;
  return {
    hits: kept,
    undated: hasAll.filter((has, index) => has && index >= firstUndated).length,
    phrases: { phrases, leftOut: hits.length - kept.length },
  };
}

/** Some hits without those that a check has left out. */
function without(worded: readonly Hit[], before: readonly Hit[], after: readonly Hit[]): readonly Hit[] {
  if (before.length === after.length) return worded;
  const kept = new Set(after.map(({ id }) => id));
  const leftOut = new Set(before.map(({ id }) => id).filter((id) => !kept.has(id)));
  return worded.filter(({ id }) => !leftOut.has(id));
}
