/** What a reader can walk through with the arrow keys, from the words downwards. */
const stopsSelector =
  "input[name=q], #search-status:focus, #search-names a, #search-help a, #search-results a, #search-more:not([hidden])";

/** Lets the arrow keys walk from the words through the results, and Escape lead back to the words. */
export function listenToSearchKeys(root: HTMLElement, words: HTMLInputElement): void {
  root.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || event.defaultPrevented || hasModifier(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step && moveFocus(root, target, step)) event.preventDefault();
    if (key === "Escape") leave(event, words);
  });
}

function hasModifier({ ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || altKey || isComposing;
}

function moveFocus(root: HTMLElement, from: HTMLElement, step: number): boolean {
  const stops = [...root.querySelectorAll<HTMLElement>(stopsSelector)];
  const next = stops[stops.indexOf(from) + step];
  if (!stops.includes(from) || !next) return false;
  next.focus();
  return true;
}

/** A menu closes first; then the words have the focus, where a further Escape empties them. */
function leave(event: KeyboardEvent, words: HTMLInputElement): void {
  if (event.target === words || event.target instanceof HTMLSelectElement) return;
  event.preventDefault();
  const menu =
    event.target instanceof Element ? event.target.closest<HTMLDetailsElement>(".search-export[open]") : null;
  if (menu) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
    return;
  }
  words.focus();
  words.select();
}
