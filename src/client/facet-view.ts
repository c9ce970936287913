import { readableCount } from "../site/filters.ts";
import { element } from "./dom.ts";
import { listenToKeys } from "./facet-keys.ts";
import { type FacetRow, facetRows, type FacetView } from "./facet.ts";
import type { FacetValue, Mark } from "./state.ts";

const shortList = 8;
const longList = 100;

/** A facet as it stands on the page: a list of values, each to be chosen or excluded. */
export interface FacetElement {
  /** Key of the page's address: "people", "year". */
  readonly key: string;
  readonly title: string;
  /** Shows which values are marked. */
  readonly mark: (marked: Pick<FacetView, "chosen" | "excluded">) => void;
  /** Shows how many articles carry each value. */
  readonly count: (counts: ReadonlyMap<string, number>) => void;
}

/** Told how a reader wants a value to be marked. */
export type OnMark = (value: FacetValue, mark: Mark) => void;

/** Fills a `<fieldset data-facet="people">` with its list, and listens to it. */
export function facetElement(fieldset: HTMLElement, onMark: OnMark): FacetElement {
  const key = fieldset.dataset["facet"] ?? "";
  const title = fieldset.querySelector("legend")?.textContent ?? key;
  const order = fieldset.dataset["order"] === "value" ? "value" : "count";
  const narrow = element("input", { type: "search", class: "facet-narrow", placeholder: "Type to narrow" });
  narrow.setAttribute("aria-label", `Narrow the list: ${title}`);
  const status = element("p", { class: "visually-hidden", role: "status" });
  const list = element("ul", { class: "facet-values" });
  const more = element("button", { type: "button", class: "facet-more" });
  let view: FacetView = { counts: undefined, chosen: [], excluded: [], typed: "", limit: shortList, order };

  const draw = (change: Partial<FacetView>) => {
    view = { ...view, ...change };
    const { rows, others } = facetRows(view);
    const focused = focusedControl(list);
    list.replaceChildren(...rows.map((row) => facetRow(key, row)));
    if (focused) findControl(list, focused)?.focus();
    const isLong = view.limit > shortList;
    more.textContent = isLong ? "Show fewer" : moreLabel(others);
    more.hidden = !isLong && others <= shortList;
    narrow.hidden = view.typed === "" && (view.counts?.size ?? 0) <= shortList;
    // Until it is counted, only what is marked would stand here, and move as the facets above it fill.
    fieldset.hidden = view.counts === undefined || (rows.length === 0 && view.typed === "");
    return others;
  };
  narrow.addEventListener("input", () => {
    const others = draw({ typed: narrow.value.trim() });
    status.textContent = view.typed === "" ? "" : `${title}: ${readableCount(others)} fit`;
  });
  more.addEventListener("click", () => draw({ limit: view.limit > shortList ? shortList : longList }));
  list.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement)
      onMark({ facet: key, value: target.value }, target.checked ? "chosen" : undefined);
  });
  list.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const isExcluded = button.getAttribute("aria-pressed") === "true";
    onMark({ facet: key, value: button.value }, isExcluded ? undefined : "excluded");
  });
  fieldset.append(narrow, status, list, more);
  listenToKeys(fieldset, { narrow, list });
  return { key, title, mark: (marked) => void draw(marked), count: (counts) => void draw({ counts }) };
}

function moreLabel(others: number): string {
  return others > longList ? `Show ${longList} of ${readableCount(others)}` : `Show all ${others}`;
}

function facetRow(facet: string, { value, count, mark }: FacetRow): HTMLLIElement {
  const box = element("input", { type: "checkbox", name: facet, value });
  box.checked = mark === "chosen";
  const name = element("bdi", { class: "facet-value" }, value);
  const number = element("span", { class: "facet-count" }, count === undefined ? "" : readableCount(count));
  const spoken = element("span", { class: "visually-hidden" }, ` ${value}`);
  const exclude = element(
    "button",
    { type: "button", class: "facet-not", value, title: `Leave out ${value}` },
    "not",
    spoken,
  );
  exclude.setAttribute("aria-pressed", String(mark === "excluded"));
  return element("li", mark ? { class: `is-${mark}` } : {}, element("label", {}, box, name, number), exclude);
}

interface Control {
  readonly tag: string;
  readonly value: string;
}

// Drawing a list anew must not throw a keyboard user back to the top of the page.
function focusedControl(list: HTMLElement): Control | undefined {
  const focused = document.activeElement;
  if (!list.contains(focused)) return undefined;
  if (focused instanceof HTMLInputElement || focused instanceof HTMLButtonElement) {
    return { tag: focused.localName, value: focused.value };
  }
  return undefined;
}

function findControl(list: HTMLElement, { tag, value }: Control): HTMLElement | undefined {
  const controls = [...list.querySelectorAll<HTMLInputElement | HTMLButtonElement>(tag)];
  return controls.find((control) => control.value === value);
}
