import { element } from "./dom.ts";
import { readableCount, readableDate } from "../site/filters.ts";
import { base } from "./base.ts";
import { foundWords, parseExcerpt } from "./excerpt.ts";
import type { KnownName } from "./known-names.ts";
import { articleKind, type HitData } from "./pagefind.ts";

/** Query key that tells an opened page which words to mark. */
export const highlightKey = "highlight";

const mostHighlights = 8;

/** A list item for a page that was found: its title, its date and the words in their context; `note` is about them. */
export function resultItem(hit: HitData, note = ""): HTMLLIElement {
  const excerpt = parseExcerpt(hit.excerpt).map(({ text, found }) => (found ? element("mark", {}, text) : text));
  const link = element("a", { href: resultUrl(hit) }, hit.meta["title"] ?? hit.url);
  const facts = note === "" ? resultFacts(hit) : [...resultFacts(hit), " · ", element("em", {}, note)];
  return element(
    "li",
    { class: "result" },
    element("p", { class: "result-title", dir: "auto" }, link),
    element("p", { class: "result-facts" }, ...facts),
    element("p", { class: "result-excerpt", dir: "auto" }, ...excerpt),
  );
}

/** A list item for the page of a name, "Ashton Carter, 12 articles", with the sign of the `order`-th kind. */
export function nameItem({ kind, name, slug, articles }: KnownName, order: number): HTMLLIElement {
  const link = element("a", { class: "marked", href: `${base}${kind}/${slug}/` }, element("bdi", {}, name));
  const count = articles === 1 ? "1 article" : `${readableCount(articles)} articles`;
  return element("li", { class: `name kind-${order}` }, link, " ", element("span", { class: "name-count" }, count));
}

function resultFacts({ meta: { kind, date, byline } }: HitData): Array<Node | string> {
  if (kind !== undefined && kind !== articleKind) return [kind];
  const time = date === undefined ? "Undated" : element("time", { datetime: date }, readableDate(date));
  return byline === undefined ? [time] : [time, ` · ${byline}`];
}

/** The page's address, saying which words to mark there: those of the page that were found, in its own spelling. */
export function resultUrl({ url, content, locations }: HitData): string {
  const words = foundWords(content, locations, mostHighlights);
  const query = new URLSearchParams(words.map((word) => [highlightKey, word])).toString();
  return query === "" ? url : `${url}?${query}`;
}
