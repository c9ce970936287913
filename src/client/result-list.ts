import { readableCount } from "../site/filters.ts";
import { element } from "./dom.ts";
import type { Hit, HitData } from "./pagefind.ts";
import { resultItem } from "./result.ts";

const pageSize = 20;
/** The first of a page are shown before the rest of it is fetched. */
const shownFirst = 3;

/** What to list. */
export interface Listing {
  readonly hits: readonly Hit[];
  /** How many undated ones stand last, under a line of their own. */
  readonly undated: number;
  /** What there is to say of one of them; "" for nothing. */
  readonly noteOn: (hit: HitData) => string;
}

/** A list of results that grows by a page at a time. */
export interface ResultList {
  /** Replaces the list and shows at least `least` of it; done when the first of them stand there. */
  readonly show: (listing: Listing, least: number) => Promise<void>;
}

/** Where a list of results is shown. */
export interface ResultPlace {
  readonly list: HTMLElement;
  readonly more: HTMLButtonElement;
  /** Says how much of it is shown. */
  readonly shown: HTMLElement;
}

/** Makes a list of results out of an `<ol>` and its button; `onGrow` is told how many are shown. */
export function resultList({ list, more, shown }: ResultPlace, onGrow: (shown: number) => void): ResultList {
  let listing: Listing = { hits: [], undated: 0, noteOn: () => "" };

  /** Appends what is not there yet, up to the `to`-th; false when a newer search has taken the list over meanwhile. */
  const grow = async (current: Listing, from: number, to: number): Promise<boolean> => {
    const items = await listItems(current, from, to);
    if (listing !== current) return false;
    if (from === 0) list.replaceChildren();
    list.append(...items);
    return true;
  };
  const finish = (current: Listing) => {
    const [count, all] = [list.childElementCount, current.hits.length];
    more.hidden = count >= all;
    more.textContent = `Show ${Math.min(pageSize, all - count)} more`;
    shown.textContent = all > 0 ? `${readableCount(count)} of ${readableCount(all)} shown` : "";
    list.removeAttribute("aria-busy");
  };
  const showRest = async (current: Listing, from: number, to: number) => {
    if (await grow(current, from, to)) finish(current);
  };
  more.addEventListener("click", async () => {
    const count = list.childElementCount;
    await showRest(listing, count, count + pageSize);
    list.children[count]?.querySelector("a")?.focus();
    onGrow(list.childElementCount);
  });
  return {
    show: async (next, least) => {
      listing = next;
      list.setAttribute("aria-busy", "true");
      if (!(await grow(next, 0, shownFirst))) return;
      void showRest(next, shownFirst, Math.max(pageSize, least));
    },
  };
}

async function listItems({ hits, undated, noteOn }: Listing, from: number, to: number): Promise<HTMLLIElement[]> {
  const pages = await Promise.all(hits.slice(from, to).map((hit) => hit.data()));
  const items = pages.map((page) => resultItem(page, noteOn(page)));
  const firstUndated = hits.length - undated;
  if (undated === 0 || firstUndated < from || firstUndated >= to) return items;
  items[firstUndated - from]?.prepend(element("p", { class: "result-undated" }, "Undated articles"));
  return items;
}
