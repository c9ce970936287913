import { readableCount } from "../site/filters.ts";
import { element } from "./dom.ts";
import type { Help, Way } from "./help.ts";
import { formatState, type SearchState } from "./state.ts";

/** What the page offers when nothing was found. */
export interface HelpView {
  readonly show: (help: Help) => void;
  readonly clear: () => void;
}

/** Fills a section with links to other searches, which `onFollow` is told of. */
export function helpView(section: HTMLElement, onFollow: (state: SearchState) => void): HelpView {
  let ways: readonly Way[] = [];

  section.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-way]") : null;
    // A link opens elsewhere with these, as it does everywhere.
    if (!(link instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const way = ways[Number(link.dataset["way"])];
    if (!way) return;
    event.preventDefault();
    onFollow(way.state);
  });
  return {
    show: ({ unknown, spellings, drops }) => {
      ways = [...spellings, ...drops];
      const items = ways.map(wayItem);
      section.replaceChildren(
        ...(unknown.length > 0 ? [element("p", {}, unknownMessage(unknown))] : []),
        ...group("Did you mean", items.slice(0, spellings.length)),
        ...group("Articles without", items.slice(spellings.length)),
        ...(ways.length === 0 ? [element("p", {}, "No name of the archive is spelt like that. Try other words.")] : []),
      );
      section.hidden = false;
    },
    clear: () => {
      section.hidden = true;
      section.replaceChildren();
    },
  };
}

/** "No article has “zepelin”." */
function unknownMessage(words: readonly string[]): string {
  return `No article has ${words.map((word) => `“${word}”`).join(" or ")}.`;
}

function group(title: string, items: readonly HTMLElement[]): HTMLElement[] {
  return items.length === 0 ? [] : [element("h2", {}, title), element("ul", {}, ...items)];
}

function wayItem({ label, state, articles }: Way, index: number): HTMLLIElement {
  const link = element("a", { href: formatState(state) || "?", "data-way": String(index) }, element("bdi", {}, label));
  const count = articles === 1 ? "1 article" : `${readableCount(articles)} articles`;
  return element("li", {}, link, " ", element("span", { class: "count" }, count));
}
