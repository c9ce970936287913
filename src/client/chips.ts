import { element } from "./dom.ts";
import { conditionLabel, type Titles } from "./labels.ts";
import { conditionsOf, type SearchState, withoutConditions } from "./state.ts";

/** The conditions of a search, each with a button that takes it away. */
export interface Chips {
  readonly show: (state: SearchState) => void;
}

/** Fills a list with buttons; `onRemove` is told the search that is left, `rest` takes the focus when no button is. */
export function chipList(
  list: HTMLElement,
  titles: Titles,
  { onRemove, rest }: { readonly onRemove: (left: SearchState) => void; readonly rest: HTMLElement },
): Chips {
  let left: readonly SearchState[] = [];

  list.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    const index = buttonsOf(list).indexOf(button);
    const next = left[index];
    if (!next) return;
    onRemove(next);
    const buttons = buttonsOf(list);
    (buttons[index] ?? buttons.at(-1) ?? rest).focus();
  });
  return {
    show: (state) => {
      const conditions = conditionsOf(state);
      const all = conditions.length > 1 ? [withoutConditions(state)] : [];
      left = [...conditions.map(({ without }) => without), ...all];
      const chips = conditions.map((condition) => {
        const label = conditionLabel(condition, state, titles);
        const button = element("button", { type: "button", class: "chip" }, element("bdi", {}, label));
        button.setAttribute("aria-label", `${label}; remove`);
        if (condition.marked?.mark === "excluded") button.classList.add("is-excluded");
        return button;
      });
      const clear = all.map(() => element("button", { type: "button", class: "chips-clear" }, "Clear all filters"));
      list.replaceChildren(...[...chips, ...clear].map((button) => element("li", {}, button)));
    },
  };
}

function buttonsOf(list: HTMLElement): HTMLButtonElement[] {
  return [...list.querySelectorAll("button")];
}
