import { element } from "./dom.ts";
import { readableDate } from "../site/filters.ts";
import { foundWords, parseExcerpt } from "./excerpt.ts";
import { articleKind, type HitData } from "./pagefind.ts";

/** Query key that tells an opened page which words to mark. */
export const highlightKey = "highlight";

const mostHighlights = 8;

/** A list item for a page that was found: its title, its date and the words in their context. */
export function resultItem(hit: HitData): HTMLLIElement {
  const excerpt = parseExcerpt(hit.excerpt).map(({ text, found }) => (found ? element("mark", {}, text) : text));
  const link = element("a", { href: resultUrl(hit) }, hit.meta["title"] ?? hit.url);
  return element(
    "li",
    { class: "result" },
    element("p", { class: "result-title" }, link),
    element("p", { class: "result-facts" }, ...resultFacts(hit)),
    element("p", { class: "result-excerpt" }, ...excerpt),
  );
}

/** A list item for the page of a name, "Ashton Carter, people", with the sign of the `order`-th kind. */
export function nameItem({ url, meta }: HitData, order: number): HTMLLIElement {
  const link = element("a", { class: "marked", href: url }, meta["title"] ?? url);
  const kind = element("span", { class: "name-kind" }, meta["kind"] ?? "");
  return element("li", { class: `name kind-${order}` }, link, " ", kind);
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
