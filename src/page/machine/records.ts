/** Articles, entities and mentions as data; `schema.ts` says what each field means. */

import type { Mention } from "../../types.ts";
import { keywordLine } from "../contexts.ts";
import { groupBy, present, someOf } from "../data.ts";
import type { FiledArticle, FiledEntity, Filing, Tag } from "../filing.ts";
import type { Site } from "./site.ts";

/** A record: fields without a value are absent. */
export type DataRecord = Readonly<Record<string, unknown>>;

/** What is known of an article but its text. */
export function articleRecord({ article, url, tags }: FiledArticle, { addressOf }: Site): DataRecord {
  return present({
    article: keyOf(url),
    title: article.title,
    byline: article.byline,
    date: article.date,
    dateline: article.dateline?.text,
    publication: article.publication,
    published_at: article.url,
    language: article.language,
    source: article.source,
    sha256: article.sha256,
    paragraph_count: article.paragraphs.length,
    entity_count: tags.length,
    url: addressOf(url),
  });
}

/** What is known of an entity. */
export function entityRecord({ entity, kind, url, articles }: FiledEntity, { addressOf }: Site): DataRecord {
  return present({
    entity: keyOf(url),
    kind: kind.name,
    name: entity.name,
    distinction: entity.distinction,
    other_names: someOf(entity.otherNames),
    classes: someOf(entity.classes),
    country: entity.country,
    latitude: entity.latitude,
    longitude: entity.longitude,
    article_count: articles,
    mention_count: entity.occurrences.length,
    url: addressOf(url),
  });
}

/** Every mention of the archive, article by article. */
export function* mentionRecords({ articles }: Filing): Generator<DataRecord> {
  for (const { url, tags } of articles) {
    for (const { filed, mentions } of tags) {
      const [article, entity] = [keyOf(url), keyOf(filed.url)];
      for (const mention of mentions) yield { article, entity, ...mentionRecord(mention) };
    }
  }
}

/** An article with its text and all that it names. */
export function wholeArticle(filed: FiledArticle, site: Site): DataRecord {
  const { article, url, tags } = filed;
  return present({
    ...articleRecord(filed, site),
    original: site.addressOf(`${url}original.txt`),
    paragraphs: article.paragraphs,
    furniture: someOf(article.furniture),
    trailers: someOf(article.trailers),
    entities: tags.map((tag) => namedEntity(tag, site)),
  });
}

/** An entity and where the archive names it. */
export function wholeEntity(filed: FiledEntity, appearances: readonly Tagged[], site: Site): DataRecord {
  return { ...entityRecord(filed, site), articles: appearances.map((appearance) => namingArticle(appearance, site)) };
}

/** Every mention of an entity with the words around it, article by article. */
export function* concordanceRecords(appearances: readonly Tagged[], { addressOf }: Site): Generator<DataRecord> {
  for (const { filed, tag } of appearances) {
    const { article, url } = filed;
    for (const mention of tag.mentions) {
      const line = keywordLine(article, mention);
      if (!line) continue;
      yield present({
        article: keyOf(url),
        title: article.title,
        date: article.date,
        paragraph: line.paragraph,
        left: line.before.trim(),
        keyword: line.name,
        right: line.after.trim(),
        confidence: roundedConfidence(mention),
        found_by: mention.foundBy,
        url: addressOf(line.paragraph === 0 ? url : `${url}#p${line.paragraph}`),
      });
    }
  }
}

/** An article and one of its tags. */
export interface Tagged {
  readonly filed: FiledArticle;
  readonly tag: Tag;
}

/** Which articles name each entity, in the order of the archive. */
export function tagsByEntity({ articles }: Filing): Map<FiledEntity, Tagged[]> {
  const tagged = articles.flatMap((filed) => filed.tags.map((tag) => ({ filed, tag })));
  return groupBy(tagged, ({ tag }) => tag.filed);
}

/** What names an article or an entity in data: its path in the site, "people/sergei-shoigu". */
function keyOf(url: string): string {
  return url.slice(1, -1);
}

function namedEntity({ filed: { entity, kind, url }, mentions }: Tag, { addressOf }: Site): DataRecord {
  return present({
    entity: keyOf(url),
    kind: kind.name,
    name: entity.name,
    distinction: entity.distinction,
    url: addressOf(url),
    mentions: mentions.map(mentionRecord),
  });
}

function namingArticle({ filed: { article, url }, tag }: Tagged, { addressOf }: Site): DataRecord {
  return present({
    article: keyOf(url),
    title: article.title,
    date: article.date,
    url: addressOf(url),
    mentions: tag.mentions.map(mentionRecord),
  });
}

function mentionRecord(mention: Mention): DataRecord {
  const { paragraph, start, end, text, foundBy } = mention;
  return { paragraph, start, end, text, found_by: foundBy, confidence: roundedConfidence(mention) };
}

function roundedConfidence({ confidence }: Mention): number {
  return Math.round(confidence * 100) / 100;
}
