import { archiveData } from "./archive-data.ts";
import { countFacets, countMonths } from "./count.ts";
import { findArticles, type FoundArticles } from "./find.ts";
import { findHelp, type HelpSources } from "./help.ts";
import { type KnownName, knownNames, offeredNames } from "./known-names.ts";
import { countMessage, phraseMessage } from "./messages.ts";
import { once } from "./once.ts";
import { type HitData, loadArticles } from "./pagefind.ts";
import { hasPhrase } from "./phrase.ts";
import { type SearchView, searchView } from "./search-view.ts";
import { formatState, markValue, parseState, type SearchState, withMonths } from "./state.ts";

/** How long a reader may pause between two letters before the words are searched for, in milliseconds. */
const typingPause = 200;
/** How long an answer may take before the page says that it is searching, in milliseconds. */
const patience = 500;
/** Names that stand above the articles. */
const mostNames = 6;

/** Makes the search page work: its address, form, facets and results always say the same thing. */
export function startSearchPage(root: HTMLElement): void {
  const view = searchView(root, {
    // What is typed in one go is one step of the history.
    onWords: (words) => {
      if (words !== state.words) move({ ...state, words }, typing ? "replaceState" : "pushState", true);
    },
    onSort: (sort) => move({ ...state, sort }, "pushState"),
    onMark: (value, mark) => move(markValue(state, value, mark), "pushState"),
    onMonths: (from, to) => move(withMonths(state, from, to), "pushState"),
    onSearch: (next) => move(next, "pushState"),
    onGrow: (shown) => history.replaceState({ shown }, ""),
    onFacets: () => void showFacets(),
  });
  const facetKeys = view.facets.map((facet) => facet.key);
  const sources = helpSources(view);
  const { title } = document;
  let state = parseState(location.search, facetKeys);
  let typing = false;
  let answer: Answer | undefined;

  const move = (next: SearchState, change: "pushState" | "replaceState", byTyping = false) => {
    typing = byTyping;
    state = next;
    history[change](null, "", location.pathname + formatState(state));
    if (byTyping) setTimeout(show, typingPause, next);
    else void show(next);
  };
  const show = async (asked: SearchState) => {
    if (asked !== state) return;
    document.title = asked.words === "" ? title : `${asked.words} – ${title}`;
    view.showState(asked);
    if (asked.words !== answer?.state.words) view.showNames(asked.words === "" ? undefined : "loading");
    const isStale = () => asked !== state;
    const showing = { view, sources, isStale };
    const next = await showArticles(showing, asked);
    if (!next || isStale()) return;
    answer = next;
    await Promise.all([showNames(showing, next), showHelp(showing, next), showFacets()]);
  };
  const showFacets = async () => {
    const current = answer;
    if (!current || current.state !== state || !view.hasFacets()) return;
    const isStale = () => current.state !== state;
    await showCounts({ view, sources, isStale }, current);
  };
  addEventListener("popstate", () => {
    typing = false;
    state = parseState(location.search, facetKeys);
    void show(state);
  });
  void show(state);
}

/** What a search found, beside what was searched for. */
interface Answer {
  readonly state: SearchState;
  readonly found: FoundArticles;
}

interface Showing {
  readonly view: SearchView;
  readonly sources: HelpSources;
  /** True once the reader has asked for something else. */
  readonly isStale: () => boolean;
}

function helpSources({ nameFacets, titles }: SearchView): HelpSources {
  const data = archiveData();
  const names = once(async () => {
    const rows = await Promise.all(nameFacets.map((kind) => data.names(kind)));
    return nameFacets.flatMap((kind, index) => knownNames(kind, rows[index] ?? []));
  });
  return { index: once(loadArticles), data, names, titles };
}

/** Shows what was found: what the reader waits for. Names, facets and help are loaded when it stands there. */
async function showArticles({ view, sources, isStale }: Showing, state: SearchState): Promise<Answer | undefined> {
  const slow = setTimeout(() => isStale() || view.say("Searching …"), patience);
  try {
    const found = await findArticles(sources, state);
    if (isStale()) return undefined;
    const noteOn = phraseNotes(found);
    await view.results.show({ hits: found.hits, undated: found.undated, noteOn }, Number(history.state?.shown ?? 0));
    if (isStale()) return undefined;
    view.say(countMessage(found), phraseMessage(found.phrases));
    view.exports.offer({ numbers: () => numbersOf(found, sources), count: found.hits.length, words: state.words });
    return { state, found };
  } catch (error) {
    if (!isStale()) view.say("The search index could not be loaded. Check the connection and load this page again.");
    throw error;
  } finally {
    clearTimeout(slow);
  }
}

async function numbersOf({ hits }: FoundArticles, { data }: HelpSources): Promise<number[]> {
  const { numberOf } = await data.articles();
  return hits.flatMap(({ id }) => numberOf.get(id) ?? []);
}

/** Where not every article was looked into, those that are shown say whether they have the phrases word for word. */
function phraseNotes({ phrases }: FoundArticles): (hit: HitData) => string {
  if (!phrases || phrases.leftOut !== undefined) return () => "";
  return ({ content }) => {
    const missing = phrases.phrases.find((phrase) => !hasPhrase(content, phrase));
    return missing === undefined ? "" : `not word for word “${missing}”`;
  };
}

async function showNames({ view, sources, isStale }: Showing, { state }: Answer): Promise<void> {
  if (state.words === "") return;
  const names: readonly KnownName[] = await sources.names();
  if (!isStale()) view.showNames(offeredNames(names, state.words, mostNames));
}

async function showHelp({ view, sources, isStale }: Showing, { state, found }: Answer): Promise<void> {
  view.help.clear();
  // An empty archive is nobody's mistake.
  if (found.hits.length > 0 || formatState({ ...state, sort: "relevance" }) === "") return;
  const help = await findHelp(sources, state);
  if (!isStale()) view.help.show(help);
}

async function showCounts({ view, sources, isStale }: Showing, { state, found }: Answer): Promise<void> {
  const keys = view.facets.map(({ key }) => key);
  try {
    const [counts, months] = await Promise.all([
      countFacets(sources.data, state, { keys, worded: found.worded }),
      countMonths(sources.data, state, found.worded),
    ]);
    if (isStale()) return;
    for (const { key, count } of view.facets) count(counts[key] ?? new Map());
    view.countMonths(months);
    view.showCounted(true);
  } catch (error) {
    if (!isStale()) view.showCounted(false);
    throw error;
  }
}
