import type { MonthRow } from "../page/search.ts";
import { readableCount } from "../site/filters.ts";
import { element, required } from "./dom.ts";
import { parseMonth, readableMonth } from "./months.ts";
import type { SearchState } from "./state.ts";

/** The two fields between which an article's month must lie. */
export interface MonthsView {
  readonly show: (state: SearchState) => void;
  /** Offers months to choose from, with the number of articles in each. */
  readonly count: (months: readonly MonthRow[]) => void;
}

/** Told the months that a reader typed; undefined for an end that is open. */
export type OnMonths = (from: string | undefined, to: string | undefined) => void;

/** Listens to the fields; an archive without dates has none. */
export function monthsView(form: HTMLFormElement | null, onMonths: OnMonths): MonthsView {
  if (!form) return { show: () => undefined, count: () => undefined };
  const from = required(form, "[name=from]", HTMLInputElement);
  const to = required(form, "[name=to]", HTMLInputElement);
  const offers = required(form, "datalist", HTMLElement);
  const fault = required(form, ".facet-fault", HTMLElement);

  const read = () => {
    const months = [parseMonth(from.value, "from"), parseMonth(to.value, "to")] as const;
    const wrong = [from, to].filter((field, index) => field.value.trim() !== "" && months[index] === undefined);
    for (const field of [from, to]) field.setAttribute("aria-invalid", String(wrong.includes(field)));
    const [first] = wrong;
    fault.textContent = first ? `“${first.value}” is no year and no month.` : "";
    if (!first) onMonths(...months);
  };
  form.addEventListener("change", read);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    read();
  });
  return {
    show: (state) => {
      [from.value, to.value] = [state.from ?? "", state.to ?? ""];
      for (const field of [from, to]) field.removeAttribute("aria-invalid");
      fault.textContent = "";
    },
    count: (months) => {
      const options = months.map(([month, articles]) => {
        const count = articles === 1 ? "1 article" : `${readableCount(articles)} articles`;
        return element("option", { value: month, label: `${readableMonth(month)}: ${count}` });
      });
      offers.replaceChildren(...options);
    },
  };
}
