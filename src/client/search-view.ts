import { element, required } from "./dom.ts";
import { type FacetElement, facetElement } from "./facet-view.ts";
import type { FacetCounts } from "./find.ts";
import type { Hit } from "./pagefind.ts";
import { nameItem } from "./result.ts";
import { type ResultList, resultList } from "./result-list.ts";
import { type SearchState, type SortOrder, sortOrders } from "./state.ts";

const mostNames = 6;

/** What a reader does on the search page. */
export interface SearchEvents {
  readonly onWords: (words: string) => void;
  readonly onSort: (sort: SortOrder) => void;
  readonly onToggle: (facet: string, value: string) => void;
  readonly onGrow: (shown: number) => void;
}

/** The search page as it stands in the document. */
export interface SearchView {
  readonly facets: readonly FacetElement[];
  /** Kinds whose pages carry names: "people", "places". */
  readonly kinds: readonly string[];
  readonly results: ResultList;
  /** Shows in the form what is being searched for. */
  readonly showState: (state: SearchState) => void;
  readonly showNames: (hits: readonly Hit[]) => Promise<void>;
  readonly showCounts: (counted: FacetCounts) => void;
  /** Says something to the reader, aloud where a screen reader is used. */
  readonly say: (message: string) => void;
}

/** Finds the parts of the search page and listens to them. */
export function searchView(root: HTMLElement, events: SearchEvents): SearchView {
  const form = required(root, "form", HTMLFormElement);
  const words = required(root, "input[name=q]", HTMLInputElement);
  const sort = required(root, "select[name=sort]", HTMLSelectElement);
  const status = required(root, "#search-status", HTMLElement);
  const chosen = required(root, "#search-chosen", HTMLElement);
  const names = required(root, "#search-names", HTMLElement);
  const more = required(root, "#search-more", HTMLButtonElement);
  const list = required(root, "#search-results", HTMLElement);
  const uncounted = required(root, "#search-uncounted", HTMLElement);
  const fieldsets = [...root.querySelectorAll<HTMLElement>("[data-facet]")];
  const facets = fieldsets.map((fieldset) => facetElement(fieldset, events.onToggle));

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    events.onWords(words.value.trim());
  });
  words.addEventListener("input", () => events.onWords(words.value.trim()));
  sort.addEventListener("change", () => events.onSort(sortOrders.find((order) => order === sort.value) ?? "relevance"));
  chosen.addEventListener("click", ({ target }) => {
    const chip = target instanceof Element ? target.closest("button") : null;
    if (chip) events.onToggle(chip.dataset["facet"] ?? "", chip.value);
  });
  const kinds = (root.dataset["kinds"] ?? "").split(" ").filter((kind) => kind !== "");
  moveWithArrows(root);
  // On a narrow screen the filters would stand before everything that was found.
  required(root, "#search-facets", HTMLDetailsElement).open = matchMedia("(min-width: 52rem)").matches;
  return {
    facets,
    kinds,
    results: resultList(list, more, events.onGrow),
    showState: (state) => {
      if (words.value.trim() !== state.words) words.value = state.words;
      sort.value = state.sort;
      chosen.replaceChildren(...chips(state, facets));
      for (const facet of facets) facet.choose(state.chosen[facet.key] ?? []);
    },
    showNames: async (hits) => {
      const found = await Promise.all(hits.slice(0, mostNames).map((hit) => hit.data()));
      names.replaceChildren(...found.map((name) => nameItem(name, kinds.indexOf(name.meta["kind"] ?? "") + 1)));
    },
    showCounts: ({ counts, exact }) => {
      uncounted.hidden = exact;
      for (const facet of facets) facet.count(counts[facet.key] ?? {}, exact);
    },
    say: (message) => {
      status.textContent = message;
    },
  };
}

/** One button for each chosen value, to take it back. */
function chips(state: SearchState, facets: readonly FacetElement[]): HTMLLIElement[] {
  return facets.flatMap(({ key, title }) =>
    (state.chosen[key] ?? []).map((value) => {
      const button = element("button", { type: "button", class: "chip", value, "data-facet": key }, value);
      button.setAttribute("aria-label", `${title}: ${value}; remove`);
      return element("li", {}, button);
    }),
  );
}

/** Lets the arrow keys walk from the words through the results. */
function moveWithArrows(root: HTMLElement): void {
  root.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !(event.target instanceof HTMLElement)) return;
    const stops = [...root.querySelectorAll<HTMLElement>("input[name=q], #search-names a, #search-results a")];
    const next = stops[stops.indexOf(event.target) + step];
    if (!stops.includes(event.target) || !next) return;
    event.preventDefault();
    next.focus();
  });
}
