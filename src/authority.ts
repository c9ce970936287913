/** Reads `authority.yaml`, in which whoever keeps an archive puts its tags right: one line, one correction. */

import { correctionOf, fault, isFault, repeated, type Fault } from "./authority/correction.ts";
import { ArchiveError } from "./error.ts";
import { findNearest, parseYaml, type YamlEntry } from "./fields.ts";
import { readOwnFile } from "./read/own-file.ts";
import type { Correction, Kind } from "./types.ts";

const FILE = "authority.yaml";
/** In bytes: room for some fifty thousand corrections. */
const LONGEST = 5_000_000;
/** Brackets within brackets; a correction needs three. */
const DEEPEST = 20;

/** What a section stands for: "people" for persons. */
type Section = Pick<Kind, "name" | "plural">;

/** Reads the corrections of a folder of articles; throws one `ArchiveError` that names all that is wrong with them. */
export async function readAuthority(folder: string, kinds: readonly Section[]): Promise<Correction[]> {
  return parseAuthority(await readOwnFile(folder, FILE, LONGEST), kinds);
}

/** The corrections of a text, in its order; pure. Throws like `readAuthority`. */
export function parseAuthority(yaml: string, kinds: readonly Section[]): Correction[] {
  if (isTooDeep(yaml)) throw new ArchiveError(`${FILE}: has too many brackets within brackets; close them`);
  const { value, problems } = parseYaml(yaml, { uniqueKeys: false });
  // What the parser made of a broken text would only be more to read.
  if (problems.length > 0) throw faultError(problems);
  const found = value?.entries ? sectionsOf(value.entries, kinds) : value ? [noSections(value.line)] : [];
  const faults = found.filter(isFault).toSorted((a, b) => a.line - b.line);
  if (faults.length > 0) throw faultError(faults);
  return found.flatMap((each) => (isFault(each) ? [] : [each]));
}

function faultError(faults: readonly Fault[]): ArchiveError {
  return new ArchiveError(faults.map(({ line, message }) => `${FILE}:${line}: ${message}`).join("\n"));
}

/** The parser takes the depth of its own stack, and the memory that goes with it, for what is never closed. */
function isTooDeep(yaml: string): boolean {
  let depth = 0;
  for (const [bracket] of yaml.matchAll(/[[\]{}]/gu)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function noSections(line: number): Fault {
  return fault(line, "has no sections; write people:, places: or weapons: on a line, and corrections below it");
}

function sectionsOf(entries: readonly YamlEntry[], kinds: readonly Section[]): (Correction | Fault)[] {
  return [...repeated(entries), ...entries.flatMap((entry) => sectionOf(entry, kinds))];
}

function sectionOf({ key, line, value }: YamlEntry, kinds: readonly Section[]): (Correction | Fault)[] {
  const kind = kinds.find(({ plural }) => plural === key);
  if (!kind) return [unknownSection(key, line, kinds)];
  if (value.text === "") return [];
  if (!value.entries)
    return [fault(line, `${key} has no corrections; write below it, indented, Wrong name: Right name`)];
  return [...repeated(value.entries), ...value.entries.flatMap((entry) => correctionOf(entry, kind.name))];
}

function unknownSection(key: string, line: number, kinds: readonly Section[]): Fault {
  const plurals = kinds.map(({ plural }) => plural);
  const nearest = findNearest(key, plurals);
  const remedy = nearest ? `did you mean "${nearest}"?` : `the sections are ${plurals.join(", ")}`;
  return fault(line, `"${key}" is no section; ${remedy}`);
}
