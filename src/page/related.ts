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
const mostNaming = 30;
/** Of the names in one article, only so many are followed, the rarest. */
const mostFollowed = 10;

/** What is rare in one article, and how much of it there is. */
interface Rarities {
  readonly entities: readonly FiledEntity[];
  /** Of two articles that share a name, the one that names little else is nearer. */
  readonly breadth: number;
}

/** Finds for each article those that share its rare names; takes time in proportion to the archive. */
export function relatedFinder(articles: readonly FiledArticle[]): (filed: FiledArticle) => Related[] {
  // Inverse document frequency: 0 for what every article names.
  const weightOf = (entity: FiledEntity) => Math.log(articles.length / entity.articles);
  const rarities = new Map(articles.map((filed) => [filed, raritiesOf(filed, weightOf)]));
  const naming = new Map<FiledEntity, FiledArticle[]>();
  for (const [filed, { entities }] of rarities) {
    for (const entity of entities) {
      const known = naming.get(entity);
      if (known) known.push(filed);
      else naming.set(entity, [filed]);
    }
  }
  return (filed) => {
    const { entities } = rarities.get(filed) ?? { entities: [] };
    const scores = new Map<FiledArticle, number>();
    for (const entity of entities) {
      const weight = weightOf(entity);
      for (const other of naming.get(entity) ?? []) scores.set(other, (scores.get(other) ?? 0) + weight);
    }
    scores.delete(filed);
    return [...scores]
      .map(([other, score]) => ({ filed: other, score: score / (rarities.get(other)?.breadth ?? 1) }))
      .toSorted((a, b) => b.score - a.score || compareText(a.filed.url, b.filed.url))
      .slice(0, mostRelated)
      .map((other) => ({ filed: other.filed, shared: sharedEntities(entities, rarities.get(other.filed)) }));
  };
}

/** The rarest first; what only one article names leads to no other. */
function raritiesOf({ tags }: FiledArticle, weightOf: (entity: FiledEntity) => number): Rarities {
  const entities = tags
    .map(({ filed }) => filed)
    .filter((filed) => filed.articles > 1 && filed.articles <= mostNaming && weightOf(filed) > 0)
    .toSorted((a, b) => a.articles - b.articles || compareText(a.url, b.url))
    .slice(0, mostFollowed);
  return { entities, breadth: Math.sqrt(entities.reduce((sum, entity) => sum + weightOf(entity), 0)) };
}

function sharedEntities(entities: readonly FiledEntity[], other: Rarities | undefined): FiledEntity[] {
  return entities.filter((entity) => other?.entities.includes(entity));
}
