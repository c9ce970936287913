/** What the fields of the archive's records mean, in the terms of Frictionless Table Schema. */

/** One field of a record, and one column of a table. */
export interface SchemaField {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "date" | "list";
  readonly description: string;
  /** What stands between the items of a list in CSV. */
  readonly delimiter?: string;
  readonly constraints?: { readonly required?: true; readonly unique?: true };
}

/** What stands between the items of a list in CSV: a sign that names do without. */
export const listDelimiter = "|";

const key = { required: true, unique: true } as const;
const required = { required: true } as const;
const delimiter = listDelimiter;

/** An article, without its text. */
export const articleFields: readonly SchemaField[] = [
  { name: "article", type: "string", description: "Key: the path of its page in the site", constraints: key },
  { name: "title", type: "string", description: "Headline", constraints: required },
  { name: "byline", type: "string", description: "Author or agency as the text has it, without “By”" },
  { name: "date", type: "date", description: "Day of publication; empty when undated" },
  { name: "dateline", type: "string", description: "What opens the text: “KABUL, Afghanistan (AP)”" },
  { name: "publication", type: "string", description: "Newspaper or site, when the file says so" },
  { name: "published_at", type: "string", description: "Where it was published, when the file says so" },
  { name: "language", type: "string", description: "BCP 47 tag; empty when it is the site’s" },
  { name: "source", type: "string", description: "Path of its text file among the articles", constraints: key },
  { name: "sha256", type: "string", description: "SHA-256 of the text file’s bytes", constraints: required },
  { name: "paragraph_count", type: "integer", description: "Paragraphs of its text", constraints: required },
  { name: "entity_count", type: "integer", description: "Entities that it names", constraints: required },
  { name: "url", type: "string", description: "Address of its page", constraints: key },
];

/** A person, a place, a weapon. */
export const entityFields: readonly SchemaField[] = [
  { name: "entity", type: "string", description: "Key: the path of its page in the site", constraints: key },
  { name: "kind", type: "string", description: "What it is: “person”, “place”, “weapon”", constraints: required },
  { name: "name", type: "string", description: "Canonical name", constraints: required },
  { name: "distinction", type: "string", description: "What tells it from another of that kind and name" },
  { name: "other_names", type: "list", delimiter, description: "Other spellings under which the archive names it" },
  { name: "classes", type: "list", delimiter, description: "Classes from the broadest to the narrowest" },
  { name: "country", type: "string", description: "ISO 3166-1 alpha-2 code of a place’s country" },
  { name: "latitude", type: "number", description: "Degrees north of a place’s centre" },
  { name: "longitude", type: "number", description: "Degrees east of a place’s centre" },
  { name: "article_count", type: "integer", description: "Articles that name it", constraints: required },
  { name: "mention_count", type: "integer", description: "Mentions in all of them", constraints: required },
  { name: "url", type: "string", description: "Address of its page", constraints: key },
];

/** Where one article names one entity. */
export const mentionFields: readonly SchemaField[] = [
  { name: "article", type: "string", description: "Key of the article", constraints: required },
  { name: "entity", type: "string", description: "Key of the entity that it names", constraints: required },
  {
    name: "paragraph",
    type: "integer",
    description: "0 for the title, n for the n-th paragraph",
    constraints: required,
  },
  { name: "start", type: "integer", description: "Where it begins there, in UTF-16 units", constraints: required },
  { name: "end", type: "integer", description: "Where it ends, exclusive", constraints: required },
  { name: "text", type: "string", description: "The words that name the entity", constraints: required },
  { name: "found_by", type: "string", description: "What found it", constraints: required },
  { name: "confidence", type: "number", description: "Chance that it is right, 0 to 1", constraints: required },
];

/** One mention of an entity with the words around it, in the table beside the entity's own page. */
export const concordanceFields: readonly SchemaField[] = [
  { name: "article", type: "string", description: "Key of the article", constraints: required },
  { name: "title", type: "string", description: "Its headline", constraints: required },
  { name: "date", type: "date", description: "Its day of publication; empty when undated" },
  {
    name: "paragraph",
    type: "integer",
    description: "0 for the title, n for the n-th paragraph",
    constraints: required,
  },
  { name: "left", type: "string", description: "Some 100 characters before the name, “…” where they are cut" },
  { name: "keyword", type: "string", description: "The words that name the entity", constraints: required },
  { name: "right", type: "string", description: "Some 100 characters behind it" },
  { name: "confidence", type: "number", description: "Chance that it is right, 0 to 1", constraints: required },
  { name: "found_by", type: "string", description: "What found it", constraints: required },
  { name: "url", type: "string", description: "Address of the paragraph", constraints: required },
];
