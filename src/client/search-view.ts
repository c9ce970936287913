import { type Chips, chipList } from "./chips.ts";
import { element, required } from "./dom.ts";
import { type ExportMenu, exportMenu } from "./export-menu.ts";
import { type FacetElement, facetElement } from "./facet-view.ts";
import { type HelpView, helpView } from "./help-view.ts";
import type { KnownName } from "./known-names.ts";
import type { Titles } from "./labels.ts";
import { type MonthsView, monthsView } from "./months-view.ts";
import { nameItem } from "./result.ts";
import { type ResultList, resultList } from "./result-list.ts";
import { listenToSearchKeys } from "./search-keys.ts";
import { type FacetValue, listedOrder, type Mark, type SearchState, type SortOrder, sortOrders } from "./state.ts";

/** What a reader does on the search page. */
export interface SearchEvents {
  readonly onWords: (words: string) => void;
  readonly onSort: (sort: SortOrder) => void;
  readonly onMark: (value: FacetValue, mark: Mark) => void;
  readonly onMonths: (from: string | undefined, to: string | undefined) => void;
  /** Follows an offer: another search. */
  readonly onSearch: (state: SearchState) => void;
  readonly onGrow: (shown: number) => void;
  /** The facets can be seen now, and must be counted. */
  readonly onFacets: () => void;
}

/** The search page as it stands in the document. */
export interface SearchView {
  readonly facets: readonly FacetElement[];
  readonly titles: Titles;
  /** Facets whose values are names: "people", "places". */
  readonly nameFacets: readonly string[];
  readonly results: ResultList;
  readonly help: HelpView;
  readonly exports: ExportMenu;
  /** Whether the facets can be seen. */
  readonly hasFacets: () => boolean;
  /** Shows in the form what is being searched for. */
  readonly showState: (state: SearchState) => void;
  /** Shows the names that match; while they are not known, their place is kept. Undefined where there is nothing to match. */
  readonly showNames: (names: readonly KnownName[] | "loading" | undefined) => void;
  readonly countMonths: MonthsView["count"];
  /** Says that the facets could not be counted, or that they were. */
  readonly showCounted: (isCounted: boolean) => void;
  /** Says something to the reader, aloud where a screen reader is used. */
  readonly say: (message: string, note?: string) => void;
}

/** Finds the parts of the search page and listens to them. */
export function searchView(root: HTMLElement, events: SearchEvents): SearchView {
  const words = required(root, "input[name=q]", HTMLInputElement);
  const fieldsets = [...root.querySelectorAll<HTMLElement>("[data-facet]")];
  const facets = fieldsets.map((fieldset) => facetElement(fieldset, events.onMark));
  const titles = Object.fromEntries(facets.map(({ key, title }) => [key, title]));
  const drawer = startDrawer(root, events.onFacets);
  const status = required(root, "#search-status", HTMLElement);
  const note = required(root, "#search-note", HTMLElement);
  const uncounted = required(root, "#search-uncounted", HTMLElement);
  const form = startForm(root, words, events);
  const chips = chipList(required(root, "#search-chosen", HTMLElement), titles, {
    onRemove: events.onSearch,
    rest: status,
  });
  const months = monthsView(root.querySelector<HTMLFormElement>("#search-months"), events.onMonths);
  listenToSearchKeys(root, words);
  return {
    facets,
    titles,
    nameFacets: fieldsets.filter(isOfNames).map((fieldset) => fieldset.dataset["facet"] ?? ""),
    results: startResults(root, events),
    help: helpView(required(root, "#search-help", HTMLElement), (state) => {
      // The link that was followed is about to go.
      status.focus();
      events.onSearch(state);
    }),
    exports: exportMenu(root),
    hasFacets: () => drawer.open,
    showState: (state) => showState(state, { form, chips, months, facets }),
    showNames: namesView(root),
    countMonths: months.count,
    showCounted: (isCounted) => {
      uncounted.hidden = isCounted;
    },
    say: (message, about = "") => {
      status.textContent = message;
      note.textContent = about;
    },
  };
}

function isOfNames(fieldset: HTMLElement): boolean {
  return fieldset.dataset["values"] === "names";
}

/** On a narrow screen the filters would stand before everything that was found: there they are closed at first. */
function startDrawer(root: HTMLElement, onOpen: () => void): HTMLDetailsElement {
  const drawer = required(root, "#search-facets", HTMLDetailsElement);
  drawer.open = matchMedia("(min-width: 52rem)").matches;
  drawer.addEventListener("toggle", () => drawer.open && onOpen());
  return drawer;
}

interface SearchForm {
  readonly words: HTMLInputElement;
  readonly sort: HTMLSelectElement;
}

function startForm(root: HTMLElement, words: HTMLInputElement, { onWords, onSort }: SearchEvents): SearchForm {
  const sort = required(root, "select[name=sort]", HTMLSelectElement);
  required(root, "form[role=search]", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    onWords(words.value.trim());
    // A keyboard on the screen would hide what was found.
    if (matchMedia("(pointer: coarse)").matches) words.blur();
  });
  words.addEventListener("input", () => onWords(words.value.trim()));
  sort.addEventListener("change", () => onSort(sortOrders.find((order) => order === sort.value) ?? "relevance"));
  return { words, sort };
}

function startResults(root: HTMLElement, { onGrow }: SearchEvents): ResultList {
  const place = {
    list: required(root, "#search-results", HTMLElement),
    more: required(root, "#search-more", HTMLButtonElement),
    shown: required(root, "#search-shown", HTMLElement),
  };
  return resultList(place, onGrow);
}

interface StateParts {
  readonly form: SearchForm;
  readonly chips: Chips;
  readonly months: MonthsView;
  readonly facets: readonly FacetElement[];
}

function showState(state: SearchState, { form: { words, sort }, chips, months, facets }: StateParts): void {
  if (words.value.trim() !== state.words) words.value = state.words;
  sort.value = listedOrder(state);
  const relevance = sort.querySelector("option");
  // Without words nothing is more relevant than the rest.
  if (relevance) relevance.disabled = state.words === "";
  chips.show(state);
  months.show(state);
  for (const { key, mark } of facets) mark({ chosen: state.chosen[key] ?? [], excluded: state.excluded[key] ?? [] });
}

/** Gives what shows names above the articles, each with the sign of its kind. */
function namesView(root: HTMLElement): SearchView["showNames"] {
  const section = required(root, "#search-names", HTMLElement);
  const kinds = (root.dataset["kinds"] ?? "").split(" ").filter((kind) => kind !== "");
  return (names) => {
    section.hidden = names === undefined;
    if (names === undefined || names === "loading") return section.replaceChildren();
    const items = names.map((name) => nameItem(name, kinds.indexOf(name.kind) + 1));
    const none = element("p", { class: "facet-note" }, "No name of the archive has these words.");
    section.replaceChildren(items.length > 0 ? element("ul", {}, ...items) : none);
  };
}
