import { countFacet, findArticles, type FoundArticles, findNames } from "./find.ts";
import { loadPagefind, type Pagefind } from "./pagefind.ts";
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
  let state = parseState(location.search, facetKeys);
  let typing = false;
  let pagefind: Promise<Pagefind> | undefined;

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
    pagefind ??= loadPagefind();
    try {
      await showSearch({ view, pagefind: await pagefind, state: asked, isStale });
    } catch (error) {
      pagefind = undefined;
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

interface Showing {
  readonly view: SearchView;
  readonly pagefind: Pagefind;
  readonly state: SearchState;
  /** True once the reader has asked for something else. */
  readonly isStale: () => boolean;
}

// What the reader waits for comes first: articles, then names, then the facets with their larger files.
async function showSearch({ view, pagefind, state, isStale }: Showing): Promise<void> {
  const found = await findArticles(pagefind, state);
  if (isStale()) return;
  await view.results.show(found, Number(history.state?.shown ?? 0));
  if (isStale()) return;
  view.say(countMessage(found));
  const names = await findNames(pagefind, state, view.kinds);
  if (isStale()) return;
  await view.showNames(names);
  await Promise.all(
    view.facets.map(async ({ key, show }) => {
      const chosen = state.chosen[key] ?? [];
      const loaded = chosen.length === 0 ? found.counts[key] : undefined;
      const counts = loaded ?? (await countFacet(pagefind, state, key));
      if (!isStale()) show(counts, chosen);
    }),
  );
}

/** "3 articles, 1 of them undated and listed last". */
export function countMessage({ hits, undated }: Pick<FoundArticles, "hits" | "undated">): string {
  if (hits.length === 0) return "No articles. Try fewer words, or take a filter away.";
  const articles = hits.length === 1 ? "1 article" : `${hits.length} articles`;
  return undated === 0 ? articles : `${articles}, ${undated} of them undated and listed last`;
}
