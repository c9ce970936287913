import type { Article, Kind, Page } from "../types.ts";
import { groupBy, present, someOf } from "./data.ts";
import { fullName, link, type FiledArticle, type Tag } from "./filing.ts";
import { paragraphMarkdown, type LinkedSpan } from "./markdown.ts";
import { opening } from "./opening.ts";
import { entityNote } from "./notes.ts";
import type { Related } from "./related.ts";
import { compactSpellings } from "./spellings.ts";

/** The articles beside one in the order of the archive, and those that name the same. */
export interface Neighbours {
  readonly previous?: FiledArticle | undefined;
  readonly next?: FiledArticle | undefined;
  readonly related: readonly Related[];
}

/** Of what two articles both name, so many are said. */
const reasonsShown = 4;

/** The page of one article: its text with every mention linked, and in its front matter all that is known of it. */
export function articlePage(filed: FiledArticle, kinds: readonly Kind[], beside: Neighbours): Page {
  const { article, url, tags } = filed;
  const { previous, next, related } = beside;
  return {
    path: `${url.slice(1, -1)}.md`,
    data: present({
      layout: "article.njk",
      title: article.title,
      source: article.source,
      sha256: article.sha256,
      byline: article.byline,
      date: article.date,
      permalink: url,
      ...Object.fromEntries(kinds.map((kind) => [kind.plural, names(tags, kind)])),
      mentions: Object.fromEntries(kinds.map((kind) => [kind.plural, evidence(tags, kind)])),
      spellings: someOf(compactSpellings(tags.flatMap(spellingsOf))),
      dateline: article.dateline && { text: article.dateline.text, place: article.dateline.place },
      publication: article.publication,
      url: article.url,
      language: article.language,
      description: opening(article.paragraphs) || undefined,
      furniture: someOf(article.furniture),
      trailers: someOf(article.trailers),
      original: originalUrl(filed),
      previous: previous && link(previous),
      next: next && link(next),
      tagCount: tags.length,
      related: someOf(related.map(relatedEntry)),
    }),
    body: articleBody(article, tags),
  };
}

/** Where the source file of an article stands in the site, byte for byte. */
export function originalUrl({ url }: FiledArticle): string {
  return `${url}original.txt`;
}

function names(tags: readonly Tag[], kind: Kind): string[] {
  return [...new Set(ofKind(tags, kind).map(({ filed: { entity } }) => entity.name))];
}

function evidence(tags: readonly Tag[], kind: Kind) {
  return ofKind(tags, kind).map(({ filed: { entity, url, articles }, mentions }) => ({
    name: fullName(entity),
    url,
    ...present({ note: entityNote(entity), latitude: entity.latitude, longitude: entity.longitude }),
    articles,
    found: mentions.map(({ text, paragraph, start, end, foundBy, confidence }) => ({
      text,
      paragraph,
      start,
      end,
      by: foundBy,
      confidence: Math.round(confidence * 100) / 100,
    })),
  }));
}

/** The reason comes with the article: what both name, the rarest first. */
function relatedEntry({ filed, shared }: Related) {
  const reasons = shared.slice(0, reasonsShown).map(({ entity, kind, url }) => ({
    name: fullName(entity),
    kind: kind.plural,
    url,
  }));
  const others = shared.length - reasons.length;
  return present({
    ...link(filed),
    date: filed.article.date,
    shared: reasons,
    others: others > 0 ? others : undefined,
  });
}

function ofKind(tags: readonly Tag[], kind: Kind): Tag[] {
  return tags.filter(({ filed }) => filed.kind === kind);
}

function spellingsOf({ filed: { entity }, mentions }: Tag): string[] {
  return [entity.name, ...mentions.map(({ text }) => text)];
}

function articleBody(article: Article, tags: readonly Tag[]): string {
  const links = linksByParagraph(tags);
  return article.paragraphs
    .map((paragraph, index) => {
      const dateline = index === 0 && article.dateline ? article.dateline.text : "";
      const quiet = paragraph.startsWith(dateline) ? dateline.length : 0;
      return paragraphMarkdown(paragraph, links.get(index + 1) ?? [], quiet);
    })
    .join("\n\n");
}

function linksByParagraph(tags: readonly Tag[]): Map<number, (LinkedSpan & { readonly paragraph: number })[]> {
  const links = tags.flatMap(({ filed: { url }, mentions }) =>
    mentions.map(({ paragraph, start, end }) => ({ paragraph, start, end, url })),
  );
  // Of two that begin together, the longer one is the link.
  return groupBy(
    links.toSorted((a, b) => a.start - b.start || b.end - a.end),
    ({ paragraph }) => paragraph,
  );
}
