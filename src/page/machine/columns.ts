/** What the archive's data has a column for, defined once for CSV, JSON and the description of both. */

import type { Mention } from "../../types.ts";
import { present } from "../data.ts";
import { fullName, type FiledArticle, type FiledEntity, type Tag } from "../filing.ts";
import { keyOf, type Site } from "./site.ts";

/** A field of a record. */
export interface Column<Row> {
  readonly name: string;
  /** A type of Frictionless Table Schema. */
  readonly type: "string" | "integer" | "number" | "date" | "list";
  readonly description: string;
  readonly constraints?: { readonly required?: boolean; readonly unique?: boolean };
  readonly valueOf: (row: Row) => string | number | readonly string[] | undefined;
}

/** One mention, and what it is a mention of where. */
export interface MentionRow {
  readonly filed: FiledArticle;
  readonly tag: Tag;
  readonly mention: Mention;
}

const key = { required: true, unique: true };
const required = { required: true };

/** A record as JSON has it: the columns that have a value. */
export function recordOf<Row>(columns: readonly Column<Row>[], row: Row): Readonly<Record<string, unknown>> {
  return present(Object.fromEntries(columns.map(({ name, valueOf }) => [name, valueOf(row)])));
}

/** What is known of an article but its text. */
export function articleColumns({ addressOf }: Site): Column<FiledArticle>[] {
  return [
    column("article", "string", "Key of the article: the path of its page in the site.", keyOf, key),
    column("title", "string", "Headline.", ({ article }) => article.title, required),
    column("byline", "string", "Author or agency as the text has it, without “By”.", ({ article }) => article.byline),
    column("date", "date", "Day of publication; empty when undated.", ({ article }) => article.date),
    column("dateline", "string", "What opens the text: place, day, agency.", ({ article }) => article.dateline?.text),
    column("publication", "string", "Newspaper or site, when the file says so.", ({ article }) => article.publication),
    column("published_at", "string", "Where it was published, when the file says so.", ({ article }) => article.url),
    column("language", "string", "BCP 47 tag, when the file says so.", ({ article }) => article.language),
    column("source", "string", "Path of the text file among the articles.", ({ article }) => article.source, required),
    column("sha256", "string", "SHA-256 of the text file’s bytes.", ({ article }) => article.sha256, required),
    column("paragraph_count", "integer", "Paragraphs of the text.", ({ article }) => article.paragraphs.length),
    column("entity_count", "integer", "Entities that it names.", ({ tags }) => tags.length),
    column("url", "string", "Address of the page.", ({ url }) => addressOf(url), required),
  ];
}

/** What is known of an entity. */
export function entityColumns({ addressOf }: Site): Column<FiledEntity>[] {
  return [
    column("entity", "string", "Key of the entity: the path of its page in the site.", keyOf, key),
    column("kind", "string", "What it is: person, place, weapon.", ({ kind }) => kind.name, required),
    column("name", "string", "Canonical name; with its distinction unique.", ({ entity }) => fullName(entity), required),
    column("other_names", "list", "Other spellings in the archive.", ({ entity }) => entity.otherNames),
    column("classes", "list", "Classes from the broadest to the narrowest.", ({ entity }) => entity.classes),
    column("country", "string", "ISO 3166-1 alpha-2 code of a place’s country.", ({ entity }) => entity.country),
    column("latitude", "number", "Degrees north of a place’s centre.", ({ entity }) => entity.latitude),
    column("longitude", "number", "Degrees east of a place’s centre.", ({ entity }) => entity.longitude),
    column("article_count", "integer", "Articles that name it.", ({ articles }) => articles),
    column("mention_count", "integer", "Mentions in all of them.", ({ entity }) => entity.occurrences.length),
    column("url", "string", "Address of the page.", ({ url }) => addressOf(url), required),
  ];
}

/** What is known of a mention by itself. */
export const evidenceColumns: readonly Column<Mention>[] = [
  column("paragraph", "integer", "0 for the title, n for the n-th paragraph.", ({ paragraph }) => paragraph, required),
  column("start", "integer", "Where it begins there, in UTF-16 units from 0.", ({ start }) => start, required),
  column("end", "integer", "Where it ends, exclusive.", ({ end }) => end, required),
  column("text", "string", "The words that name the entity.", ({ text }) => text, required),
  column("found_by", "string", "What found it.", ({ foundBy }) => foundBy, required),
  column("confidence", "number", "Chance that it is right, 0 to 1.", ({ confidence }) => round(confidence), required),
];

/** The same with what it names, and where. */
export const mentionColumns: readonly Column<MentionRow>[] = [
  column("article", "string", "Key of the article.", ({ filed }) => keyOf(filed), required),
  column("entity", "string", "Key of the entity that it names.", ({ tag }) => keyOf(tag.filed), required),
  ...evidenceColumns.map((evidence) => ({
    ...evidence,
    valueOf: ({ mention }: MentionRow) => evidence.valueOf(mention),
  })),
];

function column<Row>(
  name: string,
  type: Column<Row>["type"],
  description: string,
  valueOf: Column<Row>["valueOf"],
  constraints?: Column<Row>["constraints"],
): Column<Row> {
  return { name, type, description, ...(constraints && { constraints }), valueOf };
}

function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
