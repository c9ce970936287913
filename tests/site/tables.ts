/** Checks a built site's `data/` by its own description, as another program would. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { csvParseRows } from "d3-dsv";

interface Field {
  readonly name: string;
  readonly type: string;
  readonly delimiter?: string;
  readonly constraints?: { readonly required?: boolean; readonly unique?: boolean };
}

interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly format: string;
  readonly schema?: {
    readonly fields: readonly Field[];
    readonly primaryKey?: readonly string[];
    readonly foreignKeys?: readonly ForeignKey[];
  };
}

/** Rows of a table by the names of its fields. */
type Rows = readonly Readonly<Record<string, string>>[];

/** What a value looks like in CSV, by its type. */
const forms: Readonly<Record<string, RegExp>> = {
  string: /^[^]*$/u,
  list: /^[^]*$/u,
  date: /^\d{4}-\d\d-\d\d$/u,
  integer: /^\d+$/u,
  number: /^-?\d+(?:\.\d+)?(?:e-\d+)?$/u,
};

/** The resources that the site's data package describes. */
export function readPackage(site: string): readonly Resource[] {
  return JSON.parse(readFileSync(join(site, "data/datapackage.json"), "utf8")).resources;
}

/** A CSV table of the site. */
export function readTable(site: string, path: string): Rows {
  const [names = [], ...rows] = csvParseRows(readFileSync(join(site, "data", path), "utf8").replace(/^\ufeff/u, ""));
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ""])));
}

/** The records of a JSON table of the site. */
export function readRecords(site: string, path: string): readonly Readonly<Record<string, unknown>>[] {
  return JSON.parse(readFileSync(join(site, "data", path), "utf8"));
}

/** Everything in which the tables differ from what the package says of them. */
export function tableProblems(site: string): string[] {
  const resources = readPackage(site);
  return resources.flatMap((resource) => {
    if (!existsSync(join(site, "data", resource.path))) return [`${resource.path}: is not there`];
    return resource.schema ? schemaProblems(site, resource, resources) : jsonProblems(site, resource, resources);
  });
}

function schemaProblems(site: string, { path, schema }: Resource, resources: readonly Resource[]): string[] {
  const text = readFileSync(join(site, "data", path), "utf8");
  const header = csvParseRows(text.slice(0, text.indexOf("\n")).replace(/^\ufeff/u, ""))[0];
  const fields = schema?.fields ?? [];
  const names = fields.map(({ name }) => name);
  if (!text.startsWith("\ufeff")) return [`${path}: has no byte-order mark`];
  if (header?.join() !== names.join()) return [`${path}: its header is ${header}, not ${names}`];
  const rows = readTable(site, path);
  return [
    ...fields.flatMap((field) => fieldProblems(path, field, rows)),
    ...(schema?.foreignKeys ?? []).flatMap((foreignKey) =>
      referenceProblems(site, { path, rows, foreignKey }, resources),
    ),
  ];
}

function fieldProblems(path: string, { name, type, constraints }: Field, rows: Rows): string[] {
  const values = rows.map((row) => row[name] ?? "");
  const wrong = values.find((value) => value !== "" && !forms[type]?.test(value));
  const isMissing = constraints?.required === true && values.includes("");
  const isRepeated = constraints?.unique === true && new Set(values).size < values.length;
  return [
    ...(wrong === undefined ? [] : [`${path}: "${wrong}" in ${name} is no ${type}`]),
    ...(isMissing ? [`${path}: ${name} is empty in a row`] : []),
    ...(isRepeated ? [`${path}: ${name} is the same in two rows`] : []),
  ];
}

interface Referring {
  readonly path: string;
  readonly rows: Rows;
  readonly foreignKey: ForeignKey;
}

function referenceProblems(
  site: string,
  { path, rows, foreignKey }: Referring,
  resources: readonly Resource[],
): string[] {
  const { resource, fields } = foreignKey.reference;
  const target = resources.find(({ name }) => name === resource);
  const [own = "", other = ""] = [foreignKey.fields[0], fields[0]];
  if (!target) return [`${path}: refers to ${resource}, which is not there`];
  const keys = new Set(readTable(site, target.path).map((row) => row[other]));
  return rows.flatMap((row) => (keys.has(row[own]) ? [] : [`${path}: ${resource} has no ${row[own]}`]));
}

/** A JSON table holds the same records as the CSV table of its name. */
function jsonProblems(site: string, { path }: Resource, resources: readonly Resource[]): string[] {
  const table = resources.find((resource) => resource.path === path.replace(/json$/u, "csv"));
  if (!table?.schema) return [`${path}: has no CSV beside it`];
  const { fields } = table.schema;
  const records = readRecords(site, path);
  const rows = readTable(site, table.path);
  if (records.length !== rows.length) return [`${path}: has ${records.length} records, and ${rows.length} in CSV`];
  return records.flatMap((record, index) => {
    const foreign = Object.keys(record).filter((name) => !fields.some((field) => field.name === name));
    const different = fields.filter((field) => inCsv(record[field.name], field) !== rows[index]?.[field.name]);
    return [...foreign, ...different.map(({ name }) => name)].map((name) => `${path}: ${name} of record ${index}`);
  });
}

function inCsv(value: unknown, { delimiter = "" }: Field): string {
  if (typeof value === "number") return String(value);
  const text = Array.isArray(value)
    ? value.map((item) => String(item).replaceAll(delimiter, "/")).join(delimiter)
    : value;
  return String(text ?? "").replace(/^(?=[=+\-@＝＋－＠])/u, "'");
}
