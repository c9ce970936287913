import type { Article, Kind, Mention, Span } from "./types.ts";

/**
 * Finds what an article names, of every kind, in order of position and without overlap.
 *
 * Where two kinds claim the same words the longer mention wins, then the kind that stands first in the table.
 */
export function recogniseMentions(article: Article, kinds: readonly Kind[], spans: readonly Span[]): Mention[] {
  const claims = kinds.flatMap((kind, rank) => kind.recognise(article, spans).map((mention) => ({ mention, rank })));
  claims.sort(
    (a, b) =>
      a.mention.paragraph - b.mention.paragraph ||
      a.mention.start - b.mention.start ||
      b.mention.end - a.mention.end ||
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

function isOverlapping(before: Mention, mention: Mention): boolean {
  return before.paragraph === mention.paragraph && mention.start < before.end;
}

function lengthOf(mention: Mention): number {
  return mention.end - mention.start;
}
