/** What Data Package 2.0 and Table Schema 2.0 allow of what we use, as a JSON Schema: a property that they do not know is a mistake. */

import { Ajv } from "ajv";

const text = { type: "string", minLength: 1 } as const;
const names = { type: "array", items: text, minItems: 1 } as const;

/** The types of Table Schema 2.0. */
const fieldTypes =
  "string number integer boolean object array list datetime date time year yearmonth duration geopoint geojson any";

const field = {
  type: "object",
  required: ["name", "type"],
  properties: {
    name: text,
    type: { enum: fieldTypes.split(" ") },
    description: text,
    delimiter: text,
    constraints: {
      type: "object",
      properties: { required: { type: "boolean" }, unique: { type: "boolean" } },
      additionalProperties: false,
    },
  },
  // Only the items of a list stand apart.
  dependencies: { delimiter: { properties: { type: { const: "list" } } } },
  additionalProperties: false,
} as const;

const foreignKey = {
  type: "object",
  required: ["fields", "reference"],
  properties: {
    fields: names,
    reference: {
      type: "object",
      required: ["resource", "fields"],
      properties: { resource: text, fields: names },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
} as const;

const tableSchema = {
  type: "object",
  required: ["fields"],
  properties: {
    $schema: { const: "https://datapackage.org/profiles/2.0/tableschema.json" },
    fields: { type: "array", items: field, minItems: 1 },
    missingValues: { type: "array", items: { type: "string" } },
    primaryKey: names,
    foreignKeys: { type: "array", items: foreignKey, minItems: 1 },
  },
  additionalProperties: false,
} as const;

const resource = {
  type: "object",
  required: ["name", "path"],
  properties: {
    // Lower-case letters, digits, "-", "_" and ".": what every version of the standard takes for a name.
    name: { type: "string", pattern: "^[a-z0-9._-]+$" },
    type: { const: "table" },
    description: text,
    // Beside the description or below it, never above.
    path: { type: "string", pattern: "^[a-z0-9][a-z0-9./_-]*$" },
    format: { enum: ["csv", "json"] },
    mediatype: { type: "string", pattern: "^.+/.+$" },
    encoding: text,
    schema: tableSchema,
  },
  additionalProperties: false,
} as const;

const dataPackage = {
  type: "object",
  required: ["name", "resources"],
  properties: {
    $schema: { const: "https://datapackage.org/profiles/2.0/datapackage.json" },
    name: resource.properties.name,
    title: text,
    description: text,
    homepage: { type: "string", pattern: "^https?://" },
    resources: { type: "array", items: resource, minItems: 1 },
  },
  additionalProperties: false,
} as const;

const validate = new Ajv({ allErrors: true }).compile(dataPackage);

/** In what a `datapackage.json` is not as the standard wants it; one line each. */
export function packageProblems(description: unknown): string[] {
  return validate(description) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}
