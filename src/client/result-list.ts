import { element } from "./dom.ts";
import type { Hit } from "./pagefind.ts";
import { resultItem } from "./result.ts";

const pageSize = 20;

/** What to list. */
export interface Listing {
  readonly hits: readonly Hit[];
  /** How many undated ones stand last, under a line of their own. */
  readonly undated: number;
}

/** A list of results that grows by a page at a time. */
export interface ResultList {
  /** Replaces the list and shows at least `least` of it. */
  readonly show: (listing: Listing, least: number) => Promise<void>;
}

/** Makes a list of results out of an `<ol>` and its button; `onGrow` is told how many are shown. */
export function resultList(list: HTMLElement, more: HTMLButtonElement, onGrow: (shown: number) => void): ResultList {
  let listing: Listing = { hits: [], undated: 0 };
  let shown = 0;

  const draw = async (next: Listing, from: number, count: number): Promise<Element | undefined> => {
    listing = next;
    const items = await listItems(next, from, from + count);
    // A newer search has taken the list over while this one was loading.
    if (listing !== next) return undefined;
    if (from === 0) list.replaceChildren();
    list.append(...items);
    shown = Math.min(from + count, next.hits.length);
    const left = next.hits.length - shown;
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(pageSize, left)} more`;
    return items[0];
  };
  more.addEventListener("click", async () => {
    const first = await draw(listing, shown, pageSize);
    first?.querySelector("a")?.focus();
    onGrow(shown);
  });
  return {
    show: async (next, least) => {
      await draw(next, 0, Math.max(pageSize, least));
    },
  };
}

async function listItems({ hits, undated }: Listing, from: number, to: number): Promise<HTMLLIElement[]> {
  const pages = await Promise.all(hits.slice(from, to).map((hit) => hit.data()));
  const items = pages.map(resultItem);
  const firstUndated = hits.length - undated;
  if (undated === 0 || firstUndated < from || firstUndated >= to) return items;
  items[firstUndated - from]?.prepend(element("p", { class: "result-undated" }, "Undated articles"));
  return items;
}
