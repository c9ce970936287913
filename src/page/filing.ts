/** Who stands where: gives every article and entity its URL, and every article what is named in it. */

import type { Article, Entity, Kind, Mention, ReadArticle, Settings } from "../types.ts";
import { foldText, uniqueSlugs } from "../text.ts";
import { fullName } from "../full-name.ts";
import { compareText, groupBy } from "./data.ts";

export { fullName } from "../full-name.ts";

/** What `archivePages` is given. */
export interface Archive {
  readonly articles: readonly ReadArticle[];
  readonly entities: readonly Entity[];
  readonly kinds: readonly Kind[];
  readonly settings: Settings;
}

/** An entity and its place in the site. */
export interface FiledEntity {
  readonly entity: Entity;
  readonly kind: Kind;
  readonly url: string;
  /** Number of articles that name it. */
  readonly articles: number;
}

/** An entity in one article, with the words that name it there. */
export interface Tag {
  readonly filed: FiledEntity;
  /** In order of position. */
  readonly mentions: readonly Mention[];
}

/** An article, its place in the site and what it names. */
export interface FiledArticle {
  readonly article: Article;
  readonly url: string;
  /** By kind, then by name. */
  readonly tags: readonly Tag[];
}

/** The whole archive in the order in which pages show it. */
export interface Filing {
  readonly kinds: readonly Kind[];
  readonly settings: Settings;
  /** Oldest first; undated ones last, by title. */
  readonly articles: readonly FiledArticle[];
  /** By kind, then by name. */
  readonly entities: readonly FiledEntity[];
}

/** What no article and no name can have for its last part of the URL. */
const listSlugs: readonly string[] = ["page", "by-class", "by-country", "most-named"];

/** Files every article and entity under a URL of its own; the same archive in any order gives the same URLs. */
export function fileArchive({ articles, entities, kinds, settings }: Archive): Filing {
  const filedEntities = kinds.flatMap((kind) => fileEntities(kind, entities));
  const tags = tagsBySource(filedEntities);
  const filedArticles = fileArticles(articles.map(({ article }) => article)).map(({ article, url }) => ({
    article,
    url,
    tags: tags.get(article.source) ?? [],
  }));
  return { kinds, settings, articles: filedArticles.toSorted(byDate), entities: filedEntities };
}

/** What another page needs in order to link to an article. */
export function link({ article: { title }, url }: Pick<FiledArticle, "article" | "url">) {
  return { title, url };
}

function fileArticles(articles: readonly Article[]): Pick<FiledArticle, "article" | "url">[] {
  const bySource = articles.toSorted((a, b) => compareText(a.source, b.source));
  const slugs = slugsFor(bySource.map(({ title }) => title));
  return bySource.map((article, index) => ({ article, url: `/articles/${slugs[index]}/` }));
}

function fileEntities(kind: Kind, entities: readonly Entity[]): FiledEntity[] {
  const keyed = entities
    .filter((entity) => entity.kind === kind.name)
    .map((entity) => ({ entity, name: fullName(entity), folded: foldText(entity.name) }))
    .toSorted((a, b) => compareText(a.folded, b.folded) || compareText(a.name, b.name));
  const slugs = slugsFor(keyed.map(({ name }) => name));
  return keyed.map(({ entity }, index) => ({
    entity,
    kind,
    url: `/${kind.plural}/${slugs[index]}/`,
    articles: new Set(entity.occurrences.map(({ source }) => source)).size,
  }));
}

/** Some words go to lists: `/people/page/2/`, `/weapons/by-class/`. */
function slugsFor(names: readonly string[]): string[] {
  return uniqueSlugs([...listSlugs, ...names]).slice(listSlugs.length);
}

function tagsBySource(entities: readonly FiledEntity[]): Map<string, Tag[]> {
  const tags = new Map<string, Tag[]>();
  for (const filed of entities) {
    for (const [source, occurrences] of groupBy(filed.entity.occurrences, (occurrence) => occurrence.source)) {
      const tag = { filed, mentions: occurrences.map(({ mention }) => mention) };
      const known = tags.get(source);
      if (known) known.push(tag);
      else tags.set(source, [tag]);
    }
  }
  return tags;
}

function byDate(a: FiledArticle, b: FiledArticle): number {
  return (
    compareText(a.article.date ?? "undated", b.article.date ?? "undated") ||
    compareText(a.article.title, b.article.title) ||
    compareText(a.article.source, b.article.source)
  );
}
