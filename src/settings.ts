/** Reads `archive.yaml`, the few things that a user sets for good. */
import { ArchiveError } from "./error.ts";
import { findLanguageTag, findNearest, findWebAddress, parseFields } from "./fields.ts";
import type { Field } from "./fields.ts";
import { readOwnFile } from "./read/own-file.ts";
import type { Settings } from "./types.ts";

const FILE = "archive.yaml";
/** Settings fit into a few lines; a longer file of this name is something else. */
const LONGEST = 100_000;

const DEFAULTS: Settings = {
  title: "News archive",
  description: "",
  language: "en",
};

type Key = "title" | "description" | "url" | "language" | "home" | "contact";

interface Rule {
  /** The value in its normal form; absent when it is wrong. */
  readonly find: (value: string) => string | undefined;
  readonly remedy: string;
}

const asWritten: Rule = { find: (value) => value, remedy: "write it on one line" };

const RULES: Readonly<Record<Key, Rule>> = {
  title: asWritten,
  description: asWritten,
  url: { find: findSiteUrl, remedy: "write where the site will stand, as https://example.org/archive/" },
  language: { find: findLanguageTag, remedy: "write a language tag such as en or pt-BR" },
  home: asWritten,
  contact: { find: findContact, remedy: "write an e-mail address or a web address" },
};

/** Reads the settings of a folder of articles; throws one `ArchiveError` that names all that is wrong with them. */
export async function readSettings(folder: string): Promise<Settings> {
  const text = await readOwnFile(folder, FILE, LONGEST);
  const { fields, problems, isMapping } = parseFields(text);
  const faults = problems.map(({ line, message }) => `${FILE}:${line}: ${message}`);
  if (!isMapping && faults.length === 0) faults.push(`${FILE}:1: has no keys; write a line such as title: Our archive`);
  if (faults.length === 0) faults.push(...fields.flatMap(findFaults));
  if (faults.length > 0) throw new ArchiveError(faults.join("\n"));
  return { ...DEFAULTS, ...Object.fromEntries(fields.flatMap(toEntry)) };
}

function findFaults({ key, value, line }: Field): string[] {
  const at = `${FILE}:${line}:`;
  if (!isKey(key)) {
    const nearest = findNearest(key, Object.keys(RULES));
    const remedy = nearest ? `did you mean "${nearest}"?` : `the keys are ${Object.keys(RULES).join(", ")}`;
    return [`${at} "${key}" is not a setting; ${remedy}`];
  }
  if (value === undefined) return [`${at} ${key} is a list or has keys of its own; ${asWritten.remedy}`];
  if (value === "" || RULES[key].find(value) !== undefined) return [];
  return [`${at} ${key} is "${value}"; ${RULES[key].remedy}`];
}

function toEntry({ key, value = "" }: Field): [string, string][] {
  const found = isKey(key) && value !== "" ? RULES[key].find(value) : undefined;
  return found === undefined ? [] : [[key, found]];
}

function isKey(key: string): key is Key {
  return Object.hasOwn(RULES, key);
}

/** Where a reader can write to: "mailto:desk@example.org" or a web address. */
function findContact(value: string): string | undefined {
  // "desk@example.org"
  return /^[^\s@:/?#]+@[^\s@:/?#]+\.[^\s@:/?#]+$/u.test(value) ? `mailto:${value}` : findWebAddress(value);
}

/** A site's address ends with a slash, so that paths can be put behind it; a query or a fragment makes no sense in it. */
function findSiteUrl(value: string): string | undefined {
  const address = findWebAddress(value);
  if (address === undefined || /[?#]/u.test(address)) return undefined;
  return address.endsWith("/") ? address : `${address}/`;
}
