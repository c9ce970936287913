import { countFacets, findArticles, type FoundArticles, findNames } from "./find.ts";
import { loadArticles, loadCounts, loadNames, type SearchIndex } from "./pagefind.ts";
import { type SearchView, searchView } from "./search-view.ts";
import { formatState, parseState, type SearchState, toggleValue } from "./state.ts";

/** How long a reader may pause between two letters before the words are searched for, in milliseconds. */
const typingPause = 200;

/** Makes the search page work: its address, form, facets and results always say the same thing. */
export function startSearchPage(root: HTMLElement): void {
  const view = searchView(root, {
    // What is typed in one go is one step of the history.
    onWords: (words) => move({ ...state, words }, typing ? "replaceState" : "pushState", true),
    onSort: (sort) => move({ ...state, sort }, "pushState"),
    onToggle: (facet, value) => move(toggleValue(state, facet, value), "pushState"),
    onGrow: (shown) => history.replaceState({ shown }, ""),
  });
  const facetKeys = view.facets.map((facet) => facet.key);
  const indexes = lazyIndexes();
  let state = parseState(location.search, facetKeys);
  let typing = false;

  const move = (next: SearchState, change: "pushState" | "replaceState", byTyping = false) => {
    typing = byTyping;
    state = next;
    history[change](null, "", location.pathname + formatState(state));
    setTimeout(show, byTyping ? typingPause : 0, next);
  };
  const show = async (asked: SearchState) => {
    const isStale = () => asked !== state;
    if (isStale()) return;
    view.showState(asked);
    try {
      await showSearch({ view, indexes, state: asked, isStale });
    } catch (error) {
      view.say("The search index could not be loaded. Check the connection and load this page again.");
      throw error;
    }
  };
  addEventListener("popstate", () => {
    typing = false;
    state = parseState(location.search, facetKeys);
    void show(state);
  });
  void show(state);
}

interface Indexes {
  readonly articles: () => Promise<SearchIndex>;
  readonly counts: () => Promise<SearchIndex>;
  readonly names: () => Promise<SearchIndex>;
}

function lazyIndexes(): Indexes {
  return { articles: once(loadArticles), counts: once(loadCounts), names: once(loadNames) };
}

function once(load: () => Promise<SearchIndex>): () => Promise<SearchIndex> {
  let loaded: Promise<SearchIndex> | undefined;
  return () => (loaded ??= load());
}

interface Showing {
  readonly view: SearchView;
  readonly indexes: Indexes;
  readonly state: SearchState;
  /** True once the reader has asked for something else. */
  readonly isStale: () => boolean;
}

// What the reader waits for comes first: articles, then names, then the facets with their larger files.
async function showSearch({ view, indexes, state, isStale }: Showing): Promise<void> {
  const found = await findArticles(await indexes.articles(), state);
  if (isStale()) return;
  await view.results.show(found, Number(history.state?.shown ?? 0));
  if (isStale()) return;
  view.say(countMessage(found));
  const names = await findNames(await indexes.names(), state);
  if (isStale()) return;
  await view.showNames(names);
  const counts = await indexes.counts();
  if (isStale()) return;
  const facets = view.facets.map((facet) => facet.key);
  const counted = await countFacets(counts, state, { facets, found: found.hits.length });
  if (!isStale()) view.showCounts(counted);
}

/** "3 articles, 1 of them undated and listed last". */
export function countMessage({ hits, undated }: FoundArticles): string {
  if (hits.length === 0) return "No articles. Try fewer words, or take a filter away.";
  const articles = hits.length === 1 ? "1 article" : `${hits.length} articles`;
  return undated === 0 ? articles : `${articles}, ${undated} of them undated and listed last`;
}
