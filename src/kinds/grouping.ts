import type { Entity, Mention, Occurrence, ReadArticle } from "../types.ts";

/** What an authority record says of the entity that it stands for. */
export type Description = Pick<Entity, "name" | "classes"> &
  Partial<Pick<Entity, "distinction" | "country" | "latitude" | "longitude">>;

/** A key and all that belongs to it, in order of article and position. */
export interface Group {
  readonly key: string;
  readonly occurrences: readonly Occurrence[];
}

/** Groups the mentions of one kind by a key; mentions without a key are left out. Groups come in order of their key. */
export function groupMentions(
  articles: readonly ReadArticle[],
  kind: string,
  keyOf: (mention: Mention, source: string) => string | undefined,
): Group[] {
  const groups = new Map<string, Occurrence[]>();
  for (const { article, mentions } of articles) {
    for (const mention of mentions) {
      const key = mention.kind === kind ? keyOf(mention, article.source) : undefined;
      if (key === undefined) continue;
      const group = groups.get(key);
      const occurrence = { source: article.source, mention };
      if (group) group.push(occurrence);
      else groups.set(key, [occurrence]);
    }
  }
  return [...groups].map(([key, occurrences]) => ({ key, occurrences })).toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

/** The entity of a group: its description, its occurrences, and the other spellings that they use. */
export function groupEntity(kind: string, description: Description, occurrences: readonly Occurrence[]): Entity {
  const spellings = new Set(occurrences.map(({ mention }) => mention.text));
  spellings.delete(description.name);
  return { kind, ...description, otherNames: [...spellings].toSorted(), occurrences };
}
