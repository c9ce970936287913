import type { MapData } from "../page/map-data.ts";
import { parseSteps } from "../page/numbers.ts";
import { readableCount } from "../site/filters.ts";
import { element } from "./dom.ts";
import { formatFilter, makeFilter, type MapFilter, parseFilter } from "./map-filter.ts";
import { findName } from "./map-places.ts";

/** What a reader does with the map's form. */
export interface MapFormEvents {
  /** The form is about to be used: done when it offers names. */
  readonly onUse: () => Promise<void>;
  readonly onFilter: (filter: MapFilter) => void;
}

/** The form beside a map. */
export interface MapForm {
  /** Fills the fields from an address's query, and gives the filter that it says. */
  readonly show: (query: string) => MapFilter;
  /** Offers names to complete what is typed. */
  readonly offerNames: (names: MapData["names"]) => void;
}

/** Shows the form, which does nothing without a script, and listens to it. */
export function mapForm(form: HTMLFormElement, { onUse, onFilter }: MapFormEvents): MapForm {
  const fields = [...form.querySelectorAll("input")];
  const kinds = fields.filter(({ list }) => list).map(({ name }) => name);
  let known: MapData["names"] = {};
  let applied = "";

  const read = () => makeFilter((key) => fields.find(({ name }) => name === key)?.value ?? "", kinds);
  const apply = () => {
    const filter = read();
    if (formatFilter(filter) === applied) return;
    applied = formatFilter(filter);
    onFilter(filter);
  };
  form.addEventListener("focusin", () => void onUse());
  // Choosing from the list of names is input, not change; half a name is not looked for.
  form.addEventListener("input", async ({ target }) => {
    await onUse();
    if (target instanceof HTMLInputElement && isWhole(target, known)) apply();
  });
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    apply();
  });
  // The fields are emptied after the event.
  form.addEventListener("reset", () => setTimeout(apply));
  form.classList.add("is-ready");
  return {
    show: (query) => {
      const parameters = new URLSearchParams(query);
      for (const field of fields) field.value = parameters.get(field.name) ?? "";
      const filter = parseFilter(query, kinds);
      applied = formatFilter(filter);
      return filter;
    },
    offerNames: (names) => {
      if (known === names) return;
      known = names;
      for (const field of fields) field.list?.replaceChildren(...(names[field.name] ?? []).map(nameOption));
    },
  };
}

/** Whether a field holds something that can be filtered by: nothing, a year of four digits, a name that is known. */
function isWhole({ name, value }: HTMLInputElement, known: MapData["names"]): boolean {
  if (value === "") return true;
  return known[name] ? findName(known[name], value.trim()) !== undefined : value.length === 4;
}

function nameOption([name, articles]: readonly [name: string, articles: string]): HTMLOptionElement {
  const count = parseSteps(articles).length;
  return element("option", { value: name, label: `${name} (${readableCount(count)})` });
}
