/** One correction of `authority.yaml`, in its short form and its long one. */

import { findNearest, type YamlEntry, type YamlProblem, type YamlValue } from "../fields.ts";
import type { Correction, EntityFacts } from "../types.ts";

/** What the user must mend, and where. */
export type Fault = YamlProblem;

/** A fault of a line. */
export function fault(line: number, message: string): Fault {
  return { line, message };
}

/** Whether reading gave a fault instead of what was read. */
export function isFault<Read extends object>(read: Read | Fault): read is Fault {
  return "message" in read;
}

/** A fault for each key that was there before. */
export function repeated(entries: readonly YamlEntry[]): Fault[] {
  const seen = new Set<string>();
  const again = entries.filter(({ key }) => seen.has(key) || !seen.add(key));
  return again.map(({ key, line }) => fault(line, `"${key}" is listed twice; remove one`));
}

/**
 * The corrections of one name: `Wrong: Right`, `Wrong: false`, `Right: true`, `Name: { at: [36.3, 43.1] }`, or a list of
 * several for several articles.
 */
export function correctionOf({ key, line, value }: YamlEntry, kind: string): (Correction | Fault)[] {
  if (key === "") return [fault(line, "a correction has no name; write it in front of the colon")];
  const name = { line, kind, name: key };
  if (value.items) return value.items.flatMap((item) => longForm(item, { ...name, line: item.line }));
  if (value.entries) return longForm(value, name);
  const is = judgement(value);
  return is === undefined ? [says(line, key, "nothing")] : [{ ...name, is, find: [], facts: {} }];
}

type Named = Pick<Correction, "line" | "kind" | "name">;

function says(line: number, name: string, what: string): Fault {
  return fault(line, `"${name}" says ${what}; write the name that it should have, true, or false`);
}

/** `false` and "no": none of that kind. `true` and "yes": it is one. Anything else is the name that it should have. */
function judgement({ text, flag }: YamlValue): string | boolean | undefined {
  if (flag !== undefined) return flag;
  if (/^(?:no|none)$/iu.test(text ?? "")) return false;
  return /^yes$/iu.test(text ?? "") ? true : text || undefined;
}

/** `{ is: George H. W. Bush, in: gulf/1991.txt }` */
function longForm({ entries, line }: YamlValue, named: Named): (Correction | Fault)[] {
  if (!entries)
    return [fault(line, `"${named.name}" has a list of something else; write { is: …, in: … } for each article`)];
  const read = entries.map(readField);
  const faults = [...repeated(entries), ...read.filter(isFault)];
  if (faults.length > 0) return faults;
  const parts = read.flatMap((each) => (isFault(each) ? [] : [each]));
  const said: Part = Object.assign({}, ...parts);
  const facts: EntityFacts = Object.assign({}, ...parts.map((each) => each.facts));
  const correction: Correction = { ...named, find: [], ...said, facts };
  return [contradiction(correction) ?? correction];
}

function contradiction({ line, name, is, find, facts, in: within }: Correction): Fault | undefined {
  const hasFacts = Object.keys(facts).length > 0;
  if (is === undefined && find.length === 0 && !hasFacts) return says(line, name, within ? "only where" : "nothing");
  if (is === false && (hasFacts || find.length > 0)) {
    return fault(line, `"${name}" is false, which means that there is none of it; remove what else is said of it`);
  }
  if (within && is === undefined && hasFacts) {
    return fault(
      line,
      `"${name}" has at, country or class for some articles; remove in, or say with is which one they mean`,
    );
  }
  return undefined;
}

/** A field of the long form as it is kept. */
type Part = Partial<Pick<Correction, "is" | "in" | "find" | "facts">>;

const readers: Readonly<Record<string, (value: YamlValue) => Part | undefined>> = {
  is: (value) => part(judgement(value), (is) => ({ is })),
  in: (value) => part(texts(value), (files) => ({ in: files })),
  find: (value) => part(texts(value), (find) => ({ find })),
  at: (value) => part(position(value), (facts) => ({ facts })),
  country: ({ text }) => part(/^[A-Z]{2}$/u.exec(text ?? "")?.[0], (country) => ({ facts: { country } })),
  class: (value) => part(texts(value), (classes) => ({ facts: { classes } })),
};

const remedies: Readonly<Record<string, string>> = {
  is: "write the name that it should have, true, or false",
  in: "write the file of an article, or a list of files",
  find: "write the words to find, or a list of them",
  at: "write degrees north and east, as [36.34, 43.13]",
  country: "write the two capitals of ISO 3166, as IQ",
  class: "write its class, or a list from the broadest to the narrowest",
};

function readField({ key, line, value }: YamlEntry): Part | Fault {
  const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
  if (reader) return reader(value) ?? fault(line, `${key} is not understood; ${remedies[key]}`);
  const keys = Object.keys(readers);
  const nearest = findNearest(key, keys);
  return fault(
    line,
    `"${key}" is not known; ${nearest ? `did you mean "${nearest}"?` : `the keys are ${keys.join(", ")}`}`,
  );
}

function part<Value>(value: Value | undefined, keep: (value: Value) => Part): Part | undefined {
  return value === undefined ? undefined : keep(value);
}

/** A text, or a list of texts. */
function texts({ text, items }: YamlValue): string[] | undefined {
  const found = (items ?? [{ text }]).map((item) => item.text ?? "");
  return found.length > 0 && !found.includes("") ? found : undefined;
}

function position({ items = [] }: YamlValue): Pick<EntityFacts, "latitude" | "longitude"> | undefined {
  const [latitude = NaN, longitude = NaN, ...others] = items.map(({ text }) => Number(text || NaN));
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth && others.length === 0 ? { latitude, longitude } : undefined;
}
