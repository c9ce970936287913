import { element } from "./dom.ts";
import { type FacetRow, facetRows, type FacetView } from "./facet.ts";

const shortList = 10;
const longList = 100;

/** A facet as it stands on the page: a list of values to tick. */
export interface FacetElement {
  /** Filter key: "people", "year". */
  readonly key: string;
  readonly title: string;
  /** Shows which values are chosen. */
  readonly choose: (chosen: readonly string[]) => void;
  /** Shows how many articles carry each value. */
  readonly count: (counts: FacetView["counts"], exact: boolean) => void;
}

/** Fills a `<fieldset data-facet="people">` with its list; `onToggle` is told which value was ticked or unticked. */
export function facetElement(fieldset: HTMLElement, onToggle: (facet: string, value: string) => void): FacetElement {
  const key = fieldset.dataset["facet"] ?? "";
  const title = fieldset.querySelector("legend")?.textContent ?? key;
  const order = fieldset.dataset["order"] === "value" ? "value" : "count";
  const narrow = element("input", { type: "search", class: "facet-narrow", placeholder: "Type to narrow" });
  narrow.setAttribute("aria-label", `Narrow the list: ${title}`);
  const list = element("ul", { class: "facet-values" });
  const more = element("button", { type: "button", class: "facet-more" });
  let shown: Pick<FacetView, "counts" | "exact" | "chosen"> = { counts: {}, exact: false, chosen: [] };
  let limit = shortList;

  const draw = () => {
    const view = facetRows({ ...shown, typed: narrow.value, limit, order });
    const focused = focusedValue(list);
    list.replaceChildren(...view.rows.map((row) => facetRow(key, row)));
    if (focused !== undefined) focusValue(list, focused);
    more.textContent = limit === shortList ? `${view.more} more` : "Fewer";
    more.hidden = view.more === 0 && limit === shortList;
    narrow.hidden = Object.keys(shown.counts).length <= shortList;
    fieldset.hidden = view.rows.length === 0 && narrow.value === "";
  };
  narrow.addEventListener("input", draw);
  more.addEventListener("click", () => {
    limit = limit === shortList ? longList : shortList;
    draw();
  });
  list.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement) onToggle(key, target.value);
  });
  fieldset.append(narrow, list, more);
  return {
    key,
    title,
    choose: (chosen) => {
      shown = { ...shown, chosen };
      draw();
    },
    count: (counts, exact) => {
      shown = { ...shown, counts, exact };
      draw();
    },
  };
}

function facetRow(facet: string, { value, count, chosen }: FacetRow): HTMLLIElement {
  const box = element("input", { type: "checkbox", name: facet, value });
  box.checked = chosen;
  const name = element("span", { class: "facet-value" }, value);
  const number = element("span", { class: "facet-count" }, String(count ?? ""));
  return element("li", {}, element("label", {}, box, name, number));
}

// Drawing a list anew must not throw a keyboard user back to the top of the page.
function focusedValue(list: HTMLElement): string | undefined {
  const focused = document.activeElement;
  return focused instanceof HTMLInputElement && list.contains(focused) ? focused.value : undefined;
}

function focusValue(list: HTMLElement, value: string): void {
  const boxes = [...list.querySelectorAll("input")];
  boxes.find((box) => box.value === value)?.focus();
}
