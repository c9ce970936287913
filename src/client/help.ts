import { findArticles, type SearchSources } from "./find.ts";
import { type KnownName, nearWords } from "./known-names.ts";
import { conditionLabel, type Titles } from "./labels.ts";
import { allWords, formatQuery, parseQuery, type Query } from "./query.ts";
import { conditionsOf, type SearchState, withoutConditions } from "./state.ts";
import { unknownWords } from "./words.ts";

/** Another search, which finds something. */
export interface Way {
  readonly label: string;
  readonly state: SearchState;
  readonly articles: number;
}

/** Why a search found nothing, and ways out of it. */
export interface Help {
  /** Words that no article has. */
  readonly unknown: readonly string[];
  /** Words spelt as the names of the archive spell them. */
  readonly spellings: readonly Way[];
  /** The search without one of its words or conditions, or without all conditions. */
  readonly drops: readonly Way[];
}

/** What is known of the archive beside what can be found in it. */
export interface HelpSources extends SearchSources {
  readonly names: () => Promise<readonly KnownName[]>;
  readonly titles: Titles;
}

/** Words that are looked at: each takes a search of its own. */
const mostWords = 8;
const spellingsOfWord = 3;

/** Looks for ways out of a search that found nothing; only those that lead to articles are given. */
export async function findHelp(sources: HelpSources, state: SearchState): Promise<Help> {
  const words = allWords(parseQuery(state.words)).slice(0, mostWords);
  const unknown = words.length > 0 ? await unknownWords(await sources.index(), words) : [];
  const [spellings, drops] = await Promise.all([
    findSpellings(sources, state, unknown),
    fruitful(sources, [...dropsOf(state, sources.titles), ...dropsOfUnknown(state, unknown)]),
  ]);
  return { unknown, spellings, drops: drops.toSorted((a, b) => b.articles - a.articles) };
}

type Attempt = Omit<Way, "articles">;

async function fruitful(sources: SearchSources, attempts: readonly Attempt[]): Promise<Way[]> {
  const ways = await Promise.all(
    attempts.map(async (attempt) => ({
      ...attempt,
      articles: (await findArticles(sources, attempt.state)).hits.length,
    })),
  );
  return ways.filter(({ articles }) => articles > 0);
}

function dropsOf(state: SearchState, titles: Titles): Attempt[] {
  const conditions = conditionsOf(state);
  const ofConditions = conditions.map((condition) => ({
    label: conditionLabel(condition, state, titles),
    state: condition.without,
  }));
  const all = { label: "all filters", state: withoutConditions(state) };
  return [...ofConditions, ...(conditions.length > 1 ? [all] : []), ...dropsOfWords(state)];
}

/** One unknown word is dropped by itself, like every other. */
function dropsOfUnknown(state: SearchState, unknown: readonly string[]): Attempt[] {
  const { words, phrases } = parseQuery(state.words);
  const left = words.filter((word) => !unknown.includes(word));
  if (unknown.length < 2 || left.length + phrases.length === 0) return [];
  const label = unknown.map((word) => `“${word}”`).join(" and ");
  return [{ label, state: { ...state, words: formatQuery({ words: left, phrases }) } }];
}

function dropsOfWords(state: SearchState): Attempt[] {
  const query = parseQuery(state.words);
  const asked = (label: string, next: Query) => ({ label, state: { ...state, words: formatQuery(next) } });
  const { words, phrases } = query;
  const unquoted = { words: allWords(query), phrases: [] };
  const quotes = phrases.length > 0 ? [asked("the quotation marks", unquoted)] : [];
  // Without its only word, a search without conditions would be one for everything.
  const isAll = words.length + phrases.length < 2 && conditionsOf(state).length === 0;
  if (isAll || words.length > mostWords) return quotes;
  return [
    ...quotes,
    ...words.map((word, index) => asked(`“${word}”`, { words: words.filter((_, i) => i !== index), phrases })),
    ...phrases.map((phrase, index) => asked(`“${phrase}”`, { words, phrases: phrases.filter((_, i) => i !== index) })),
  ];
}

/** For each word that no article has, words of names that are near to it. */
async function findSpellings(sources: HelpSources, state: SearchState, unknown: readonly string[]): Promise<Way[]> {
  const names = unknown.length > 0 ? await sources.names() : [];
  const attempts = unknown.flatMap((word) =>
    nearWords(names, word, spellingsOfWord).map((near) => ({
      label: near.word,
      state: { ...state, words: state.words.replace(word, () => near.word) },
    })),
  );
  const ways = await fruitful(sources, attempts);
  // Where the conditions are in the way too, the right spelling still helps.
  return ways.length > 0
    ? ways
    : fruitful(
        sources,
        attempts.map((attempt) => withoutFilters(attempt)),
      );
}

function withoutFilters({ label, state }: Attempt): Attempt {
  return { label: `${label}, without filters`, state: withoutConditions(state) };
}
