/** Who and what belongs together: named in the same articles more often than chance would have it. */

import { compareText } from "./data.ts";
import type { FiledArticle, FiledEntity } from "./filing.ts";

/** An entity that stands in the same articles as another. */
export interface Companion {
  readonly filed: FiledEntity;
  /** Articles that name both. */
  readonly together: number;
  /** Log-likelihood ratio, G². */
  readonly score: number;
}

/** One article that names both can be chance. */
const leastTogether = 2;
/** An article that names more than these is a list, and says nothing of who belongs together. */
const mostTags = 200;

/** What is named with an entity, the most strongly bound first; `naming` are the articles that name it, `total` is the number of all. */
export function findCompanions(filed: FiledEntity, naming: readonly FiledArticle[], total: number): Companion[] {
  if (naming.length < leastTogether) return [];
  const counts = new Map<FiledEntity, number>();
  for (const { tags } of naming) {
    if (tags.length > mostTags) continue;
    for (const { filed: other } of tags) {
      if (other.articles >= leastTogether) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  counts.delete(filed);
  return [...counts]
    .filter(([other, together]) => together >= leastTogether && together * total > naming.length * other.articles)
    .map(([other, together]) => ({
      filed: other,
      together,
      score: logLikelihood({ together, one: naming.length, other: other.articles, total }),
    }))
    .toSorted((a, b) => b.score - a.score || compareText(a.filed.url, b.filed.url));
}

/** In how many articles two things stand: both, the one, the other, and all articles there are. */
export interface Contingency {
  readonly together: number;
  readonly one: number;
  readonly other: number;
  readonly total: number;
}

/** Dunning's log-likelihood ratio of the two-by-two table: 0 when the two are independent. */
export function logLikelihood({ together, one, other, total }: Contingency): number {
  const cells = [
    [together, one, other],
    [one - together, one, total - other],
    [other - together, total - one, other],
    [total - one - other + together, total - one, total - other],
  ] as const;
  return (
    2 *
    cells.reduce(
      (sum, [seen, row, column]) => sum + (seen > 0 ? seen * Math.log((seen * total) / (row * column)) : 0),
      0,
    )
  );
}
