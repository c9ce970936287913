import { groupBy } from "./data.ts";

// "T-72", "Mi 24V", "BGM‑109": a designation that others write without its hyphen or space.
const designationPattern = /^(?=.*\d)\p{L}[\p{L}\d]*(?:[-\s\u2010-\u2013][\p{L}\d]+)+$/u;
const separatorPattern = /[-\s\u2010-\u2013]/gu;

/** The designations among some names as one word each ("T72"), so that a search for any spelling finds them; sorted. */
export function compactSpellings(names: readonly string[]): string[] {
  const designations = names.flatMap((name) => name.split(/[\s,()]+/u).concat(name)).filter(isDesignation);
  return [...new Set(designations.map((name) => name.replace(separatorPattern, "")))].toSorted();
}

/** Other spellings than a name's own, each once: of those that differ only in capitals, the one with the fewest, as headlines shout. */
export function distinctSpellings(name: string, others: readonly string[]): string[] {
  const spellings = [...groupBy(others, (other) => other.toLowerCase())].filter(([key]) => key !== name.toLowerCase());
  return spellings.map(([, variants]) => variants.reduce((a, b) => (capitals(b) < capitals(a) ? b : a)));
}

function capitals(text: string): number {
  return text.match(/\p{Lu}/gu)?.length ?? 0;
}

function isDesignation(name: string): boolean {
  return name.length <= 24 && designationPattern.test(name);
}
