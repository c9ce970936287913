import { loadKnowledge, loadWordLists, type Knowledge } from "./recognise/knowledge.ts";
import { settleSpans } from "./recognise/settle.ts";
import { loadTagger, tagArticle, type Tagger } from "./tagger/tag.ts";
import type { Article, Kind, Mention, Span } from "./types.ts";

/** What reading takes: what was learnt from text, and what is known. */
export interface Reader {
  readonly tagger: Tagger;
  readonly knowledge: Knowledge;
}

/** Loads the tagger and the lists. */
export function loadReader(): Reader {
  const lists = loadWordLists();
  return { tagger: loadTagger(lists), knowledge: loadKnowledge(lists) };
}

/**
 * Finds what an article names, of every kind, in order of position and without overlap.
 *
 * Where two kinds claim the same words the longer mention wins, then what a list knows by that very name, then the kind that stands first in the table.
 */
export function recogniseMentions(article: Article, kinds: readonly Kind[], reader: Reader): Mention[] {
  const spans = readSpans([article.title, ...article.paragraphs], reader);
  const claims = kinds.flatMap((kind, rank) => kind.recognise(article, spans).map((mention) => ({ mention, rank })));
  claims.sort(
    (a, b) =>
      a.mention.paragraph - b.mention.paragraph ||
      a.mention.start - b.mention.start ||
      b.mention.end - a.mention.end ||
      Number(b.mention.authority !== undefined) - Number(a.mention.authority !== undefined) ||
      a.rank - b.rank,
  );
  const kept: Mention[] = [];
  for (const { mention } of claims) {
    const before = kept.at(-1);
    if (!before || !isOverlapping(before, mention)) kept.push(mention);
    else if (lengthOf(mention) > lengthOf(before)) kept[kept.length - 1] = mention;
  }
  return kept;
}

/** What the tagger reads in an article, settled by what the article and the lists say. `texts[0]` is the title. */
export function readSpans(texts: readonly string[], { tagger, knowledge }: Reader): Span[] {
  return settleSpans(texts, tagArticle(tagger, texts), knowledge);
}

function isOverlapping(before: Mention, mention: Mention): boolean {
  return before.paragraph === mention.paragraph && mention.start < before.end;
}

function lengthOf(mention: Mention): number {
  return mention.end - mention.start;
}
