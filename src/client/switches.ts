/** Where the browser keeps, for this visit, the kinds that are not marked. */
const storageKey = "clipfile-unmarked";

/** Lets a reader choose, kind by kind, whether names are marked in the text; remembered for the visit. */
export function startSwitches(article: HTMLElement): void {
  const switches = article.querySelector(".switches");
  if (!switches) return;
  const unmarked = new Set(readUnmarked());
  for (const button of switches.querySelectorAll<HTMLButtonElement>("button[data-kind]")) {
    const kind = button.dataset["kind"] ?? "";
    if (unmarked.has(kind)) mark(article, button, false);
    button.addEventListener("click", () => {
      const isMarked = unmarked.delete(kind);
      if (!isMarked) unmarked.add(kind);
      mark(article, button, isMarked);
      keepUnmarked([...unmarked]);
    });
  }
  switches.classList.add("is-ready");
}

function mark(article: HTMLElement, button: HTMLButtonElement, isMarked: boolean): void {
  button.setAttribute("aria-pressed", String(isMarked));
  for (const mention of article.querySelectorAll(`.mention.kind-${button.dataset["order"]}`)) {
    mention.classList.toggle("is-unmarked", !isMarked);
  }
}

/** A browser that keeps nothing still switches, page by page. */
function readUnmarked(): string[] {
  try {
    return (sessionStorage.getItem(storageKey) ?? "").split(" ");
  } catch {
    return [];
  }
}

function keepUnmarked(kinds: readonly string[]): void {
  try {
    sessionStorage.setItem(storageKey, kinds.join(" ").trim());
  } catch {
    // Storage is switched off or full: the choice holds on this page.
  }
}
