import type { Corrected, Doubt, Entity, Kind, Occurrence, ReadArticle, Warning } from "./types.ts";

/** What the articles name, and the tags that are too unsure to be published. */
export interface Links {
  /** In order of kind. */
  readonly entities: readonly Entity[];
  /** In order of kind, entity and article. */
  readonly doubts: readonly Doubt[];
  /** What was wrong with corrections. */
  readonly warnings: readonly Warning[];
}

/** Confidence from which an article is tagged with an entity: the surest of its mentions there decides. */
export const publishedFrom = 0.5;

/** Puts linked entities right as somebody says who knows better. */
type Correct = (entities: readonly Entity[]) => Corrected;

/**
 * Decides, over all articles, which mentions are the same entity, lets `correct` put that right, and keeps back the tags
 * below `publishedFrom`.
 */
export function linkEntities(
  articles: readonly ReadArticle[],
  kinds: readonly Kind[],
  correct: Correct = (entities) => ({ entities, warnings: [] }),
): Links {
  const { entities, warnings } = correct(kinds.flatMap((kind) => kind.link(articles)));
  const judged = entities.map(keepSure);
  return {
    warnings,
    entities: judged.flatMap(({ entity }) => (entity.occurrences.length > 0 ? [entity] : [])),
    doubts: judged.flatMap(({ doubts }) => doubts),
  };
}

function keepSure(entity: Entity): { entity: Entity; doubts: readonly Doubt[] } {
  const surest = surestBySource(entity.occurrences);
  const unsure = new Map([...surest].filter(([, { mention }]) => mention.confidence < publishedFrom));
  if (unsure.size === 0) return { entity, doubts: [] };
  const occurrences = entity.occurrences.filter(({ source }) => !unsure.has(source));
  const { kind, name } = entity;
  const doubts = [...unsure.values()].map(({ source, mention }) => ({ kind, name, source, mention }));
  return { entity: { ...entity, occurrences }, doubts };
}

/** For each article, the first of its surest mentions of an entity. */
function surestBySource(occurrences: readonly Occurrence[]): Map<string, Occurrence> {
  const surest = new Map<string, Occurrence>();
  for (const occurrence of occurrences) {
    const best = surest.get(occurrence.source);
    if (!best || occurrence.mention.confidence > best.mention.confidence) surest.set(occurrence.source, occurrence);
  }
  return surest;
}
