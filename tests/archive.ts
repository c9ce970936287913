/** Small archives for the tests of pages: articles in which `[Mosul](place)` marks a mention, linked by their words. */

import type { Article, Entity, Kind, Mention, ReadArticle, Settings } from "../src/types.ts";

/** The kinds that these archives have. */
export const kinds: readonly Kind[] = [
  kind("person", "people", "People"),
  kind("place", "places", "Places"),
  kind("weapon", "weapons", "Weapons"),
];

export const settings: Settings = { title: "Test archive", description: "Texts for tests.", language: "en" };

/** A kind that recognises nothing by itself. */
export function kind(name: string, plural: string, title: string): Kind {
  return { name, plural, title, recognise: () => [], link: () => [] };
}

/** An article from marked lines, the first being its title. */
export function article(source: string, marked: readonly string[], known: Partial<Article> = {}): ReadArticle {
  const [title = "", ...paragraphs] = marked.map(withoutMarks);
  return {
    article: { source, sha256: "0".repeat(64), title, paragraphs, trailers: [], furniture: [], ...known },
    mentions: marked.flatMap(markedMentions),
  };
}

/** An archive in which every marked wording is an entity of its own; `known` adds to some of them by name. */
export function archive(articles: readonly ReadArticle[], known: Readonly<Record<string, Partial<Entity>>> = {}) {
  const entities = new Map<string, Entity>();
  for (const {
    article: { source },
    mentions,
  } of articles) {
    for (const mention of mentions) {
      const key = `${mention.kind} ${mention.text}`;
      const base = { kind: mention.kind, name: mention.text, otherNames: [], classes: [], ...known[mention.text] };
      const occurrences = [...(entities.get(key)?.occurrences ?? []), { source, mention }];
      entities.set(key, { ...base, occurrences });
    }
  }
  return { articles, entities: [...entities.values()], kinds, settings };
}

// "[Mosul](place)"
const markPattern = /\[([^\]]+)\]\(([a-z]+)\)/gu;

function withoutMarks(marked: string): string {
  return marked.replace(markPattern, "$1");
}

function markedMentions(marked: string, paragraph: number): Mention[] {
  return [...marked.matchAll(markPattern)].map(({ index, 1: text = "", 2: name = "" }) => {
    const start = withoutMarks(marked.slice(0, index)).length;
    return { kind: name, paragraph, start, end: start + text.length, text, foundBy: "test", confidence: 0.9 };
  });
}
