import { element } from "./dom.ts";
import { foundWords, parseExcerpt } from "./excerpt.ts";
import type { HitData } from "./pagefind.ts";

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

/** A list item for the page of a name: "Ashton Carter". */
export function nameItem(hit: HitData): HTMLLIElement {
  const link = element("a", { href: hit.url }, hit.meta["title"] ?? hit.url);
  return element("li", { class: `name name-${hit.meta["kind"] ?? ""}` }, link);
}

function resultFacts({ meta }: HitData): Array<Node | string> {
  const { date, byline } = meta;
  if (!date) return [byline ?? "Undated"];
  const time = element("time", { datetime: date }, formatDate(date));
  return byline ? [time, ` · ${byline}`] : [time];
}

/** The page's address, saying which words to mark there: those of the page that were found, in its own spelling. */
export function resultUrl({ url, content, locations }: HitData): string {
  const words = foundWords(content, locations, mostHighlights);
  const query = new URLSearchParams(words.map((word) => [highlightKey, word])).toString();
  return query === "" ? url : `${url}?${query}`;
}

/** "8 October 2015" of "2015-10-08", in the page's language. */
export function formatDate(date: string): string {
  const time = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(time.getTime())) return date;
  const language = document.documentElement.lang || "en";
  return new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(time);
}
