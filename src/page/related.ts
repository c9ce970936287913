/** Which articles have most in common: those that name the same rare things. */

import { compareText } from "./data.ts";
import type { FiledArticle, FiledEntity } from "./filing.ts";

/** An article that names some of what another one names. */
export interface Related {
  readonly filed: FiledArticle;
  /** What both name, the rarest first. */
  readonly shared: readonly FiledEntity[];
}

const mostRelated = 5;
/** What more articles than these name says little of any of them, and would take time without end. */
const mostNaming = 40;
/** Of the names in one article, only so many are followed, the rarest. */
const mostFollowed = 16;

/** Finds for each article those that share its rare names; takes time in proportion to the archive. */
export function relatedFinder(articles: readonly FiledArticle[]): (filed: FiledArticle) => Related[] {
  const rareNames = new Map(articles.map((filed) => [filed, rareEntities(filed, articles.length)]));
  const naming = new Map<FiledEntity, FiledArticle[]>();
  for (const [filed, entities] of rareNames) {
    for (const entity of entities) {
      const known = naming.get(entity);
      if (known) known.push(filed);
      else naming.set(entity, [filed]);
    }
  }
  // Of two articles that share a name, the one that names little else is nearer.
  const breadth = (filed: FiledArticle) => Math.sqrt(sumWeights(rareNames.get(filed) ?? [], articles.length));
  return (filed) => {
    const shared = sharedEntities(filed, rareNames.get(filed) ?? [], naming);
    return [...shared]
      .map(([other, entities]) => ({ other, entities, score: sumWeights(entities, articles.length) / breadth(other) }))
      .toSorted((a, b) => b.score - a.score || compareText(a.other.url, b.other.url))
      .slice(0, mostRelated)
      .map(({ other, entities }) => ({ filed: other, shared: entities }));
  };
}

/** The rarest first; what only one article names leads to no other. */
function rareEntities({ tags }: FiledArticle, total: number): FiledEntity[] {
  return tags
    .map(({ filed }) => filed)
    .filter((filed) => filed.articles > 1 && filed.articles <= mostNaming && weight(filed, total) > 0)
    .toSorted((a, b) => a.articles - b.articles || compareText(a.url, b.url))
    .slice(0, mostFollowed);
}

function sharedEntities(
  filed: FiledArticle,
  entities: readonly FiledEntity[],
  naming: ReadonlyMap<FiledEntity, readonly FiledArticle[]>,
): Map<FiledArticle, FiledEntity[]> {
  const shared = new Map<FiledArticle, FiledEntity[]>();
  for (const entity of entities) {
    for (const other of naming.get(entity) ?? []) {
      const known = shared.get(other);
      if (known) known.push(entity);
      else if (other !== filed) shared.set(other, [entity]);
    }
  }
  return shared;
}

function sumWeights(entities: readonly FiledEntity[], total: number): number {
  return entities.reduce((sum, entity) => sum + weight(entity, total), 0);
}

/** Inverse document frequency: 0 for what every article names. */
function weight({ articles }: FiledEntity, total: number): number {
  return Math.log(total / articles);
}
