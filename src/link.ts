import type { Entity, Kind, ReadArticle } from "./types.ts";

/** Decides, over all articles, which mentions are the same entity; in order of kind. */
export function linkEntities(articles: readonly ReadArticle[], kinds: readonly Kind[]): Entity[] {
  return kinds.flatMap((kind) => kind.link(articles));
}
