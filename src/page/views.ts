/** The ways in which the names of one kind are laid out: from A to Z, and by class or country where they have one. */

import { foldText } from "../text.ts";
import type { Kind } from "../types.ts";
import { compareText } from "./data.ts";
import type { FiledEntity } from "./filing.ts";
import type { HeadingLink } from "./lists.ts";
import { countryName } from "./notes.ts";

/** One way, and the pages on which it begins. */
export interface View {
  /** "A–Z", "By class" */
  readonly label: string;
  /** "/weapons/by-class/" */
  readonly url: string;
  /** In order; those under one heading stand together. */
  readonly members: readonly FiledEntity[];
  readonly headingOf: (filed: FiledEntity) => string;
  /** What the headings say of a name already, which an entry need not repeat. */
  readonly saidOf: "class" | "country" | undefined;
}

/** Between the classes of a path: "missile › cruise missile". */
const pathSign = " › ";

/** The views of a kind, A–Z first; by class when classes are of more than one level, by country when there are any. */
export function viewsOf({ plural }: Kind, members: readonly FiledEntity[]): View[] {
  const hasClassTree = members.some(({ entity }) => entity.classes.length > 1);
  const hasCountries = members.some(({ entity }) => entity.country !== undefined);
  return [
    view(members, {
      label: "A–Z",
      url: `/${plural}/`,
      saidOf: undefined,
      pathOf: ({ entity }) => [initialOf(entity.name)],
    }),
    ...(hasClassTree
      ? [view(members, { label: "By class", url: `/${plural}/by-class/`, saidOf: "class", pathOf: classPath })]
      : []),
    ...(hasCountries
      ? [view(members, { label: "By country", url: `/${plural}/by-country/`, saidOf: "country", pathOf: countryPath })]
      : []),
  ];
}

/** A heading among the headings that it belongs under. */
export interface TreeEntry {
  readonly label: string;
  /** 1 for the broadest. */
  readonly depth: number;
  /** Names under it and under what belongs to it. */
  readonly count: number;
  /** Absent for a class that has no name of its own but only narrower ones. */
  readonly url?: string;
}

/** "missile", and below it "cruise missile": the headings of a view as a tree, the broader before the narrower. */
export function headingTree(headings: readonly HeadingLink[]): TreeEntry[] {
  const entries = new Map<string, TreeEntry>();
  for (const { heading, url, count } of headings) {
    const path = heading.split(pathSign);
    for (const [index, label] of path.entries()) {
      const key = path.slice(0, index + 1).join(pathSign);
      const known = entries.get(key) ?? { label, depth: index + 1, count: 0 };
      entries.set(key, { ...known, count: known.count + count, ...(key === heading && { url }) });
    }
  }
  return [...entries.values()];
}

interface ViewShape extends Pick<View, "label" | "url" | "saidOf"> {
  /** From the broadest heading to the narrowest; empty when nothing is known. */
  readonly pathOf: (filed: FiledEntity) => readonly string[];
}

function view(members: readonly FiledEntity[], { pathOf, ...shape }: ViewShape): View {
  const keyed = members.map((filed) => ({ filed, key: sortKey(pathOf(filed)) }));
  return {
    ...shape,
    // Stable: names under one heading keep their order.
    members: keyed.toSorted((a, b) => compareText(a.key, b.key)).map(({ filed }) => filed),
    headingOf: (filed) => pathOf(filed).join(pathSign) || "Not known",
  };
}

/** Narrower classes come right behind the broader one, and what is not known comes last. */
function sortKey(path: readonly string[]): string {
  return path.length === 0 ? "\uffff" : path.join("\0");
}

function classPath({ entity }: FiledEntity): readonly string[] {
  return entity.classes;
}

function countryPath({ entity }: FiledEntity): readonly string[] {
  return entity.country === undefined ? [] : [countryName(entity.country)];
}

/** "M", "Д", or "0–9" for a number and "#" for a name of signs. */
function initialOf(name: string): string {
  // "'Abbud", "“Fat Man”": signs before the first letter do not count.
  const initial = /[\p{L}\d]/u.exec(foldText(name))?.[0] ?? "#";
  return /\d/u.test(initial) ? "0–9" : initial.toUpperCase();
}
