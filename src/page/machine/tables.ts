/** The whole archive as tables: CSV for spreadsheets, JSON for programs, and a description of both. */

import { slugify } from "../../text.ts";
import type { PlainFile } from "../../types.ts";
import type { Filing } from "../filing.ts";
import { articleRecord, entityRecord, mentionRecords, type DataRecord } from "./records.ts";
import { articleFields, entityFields, mentionFields, type SchemaField } from "./schema.ts";
import type { Site } from "./site.ts";
import { csvText, jsonText } from "./table-text.ts";

interface Table {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly SchemaField[];
  readonly primaryKey?: string;
  /** Fields that name a record of another table, by that table's name. */
  readonly references?: Readonly<Record<string, string>>;
  readonly records: () => Iterable<DataRecord>;
}

/** The files of `data/`: each table twice, and `datapackage.json`. */
export function tableFiles(filing: Filing, site: Site): PlainFile[] {
  const tables = archiveTables(filing, site);
  return [
    { path: "data/datapackage.json", text: `${JSON.stringify(dataPackage(tables, site), undefined, 2)}\n` },
    ...tables.flatMap((table) => [
      { path: `data/${table.name}.csv`, text: csvText(table.records(), table.fields) },
      { path: `data/${table.name}.json`, text: jsonText(table.records()) },
    ]),
  ];
}

function archiveTables(filing: Filing, site: Site): Table[] {
  return [
    {
      name: "articles",
      description: "Every article, oldest first, undated ones last",
      fields: articleFields,
      primaryKey: "article",
      records: () => filing.articles.map((filed) => articleRecord(filed, site)),
    },
    {
      name: "entities",
      description: "Everything that the articles name, by kind and name",
      fields: entityFields,
      primaryKey: "entity",
      records: () => filing.entities.map((filed) => entityRecord(filed, site)),
    },
    {
      name: "mentions",
      description: "Every mention of an entity in an article, and what found it",
      fields: mentionFields,
      references: { article: "articles", entity: "entities" },
      records: () => mentionRecords(filing),
    },
  ];
}

/** Frictionless Data Package 2.0; what licence the texts have, only their keeper can say. */
function dataPackage(tables: readonly Table[], { title, description, url }: Site) {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: slugify(title),
    title,
    ...(description !== "" && { description }),
    ...(url !== undefined && { homepage: url }),
    resources: tables.flatMap((table) => [csvResource(table), jsonResource(table)]),
  };
}

function csvResource({ name, description, fields, primaryKey, references = {} }: Table) {
  const foreignKeys = Object.entries(references).map(([field, resource]) => ({
    fields: [field],
    reference: { resource, fields: [field] },
  }));
  return {
    name,
    type: "table",
    description,
    path: `${name}.csv`,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: {
      $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
      fields,
      missingValues: [""],
      ...(primaryKey !== undefined && { primaryKey: [primaryKey] }),
      ...(foreignKeys.length > 0 && { foreignKeys }),
    },
  };
}

function jsonResource({ name, description }: Table) {
  return {
    name: `${name}-json`,
    description: `${description}; the same records as JSON, absent fields left out, lists as lists`,
    path: `${name}.json`,
    format: "json",
    mediatype: "application/json",
    encoding: "utf-8",
  };
}
