/** The ways in which the names of one kind are laid out: from A to Z, and by class or country where they have one. */

import { foldText } from "../text.ts";
import type { Kind } from "../types.ts";
import { compareText, groupBy } from "./data.ts";
import type { FiledEntity } from "./filing.ts";
import { pageList, type HeadingLink, type PagedList } from "./lists.ts";
import { countryName } from "./notes.ts";

/** One way, and the pages on which it begins. */
export interface View {
  /** "A–Z", "By class" */
  readonly label: string;
  /** "Weapons", "Weapons by class" */
  readonly title: string;
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

const namesPerPage = 400;

/** The views of a kind, A–Z first; by class when classes are of more than one level, by country when there are any. */
export function viewsOf({ plural, title }: Kind, members: readonly FiledEntity[]): View[] {
  const hasClassTree = members.some(({ entity }) => entity.classes.length > 1);
  const hasCountries = members.some(({ entity }) => entity.country !== undefined);
  const url = `/${plural}/`;
  const byClass = { label: "By class", title: `${title} by class`, url: `${url}by-class/`, saidOf: "class" } as const;
  const byCountry = {
    label: "By country",
    title: `${title} by country`,
    url: `${url}by-country/`,
    saidOf: "country",
  } as const;
  return [
    view(members, { label: "A–Z", title, url, saidOf: undefined, pathOf: ({ entity }) => [initialOf(entity.name)] }),
    ...(hasClassTree ? [view(members, { ...byClass, pathOf: classPath })] : []),
    ...(hasCountries ? [view(members, { ...byCountry, pathOf: countryPath })] : []),
  ];
}

/** The names that stand in the most articles, on one page: what a reader without scripts has instead of an order by number. */
export function mostNamedView({ plural, title }: Kind, members: readonly FiledEntity[]): View {
  return {
    label: "Most named first",
    title: `${title}, most named first`,
    url: `/${plural}/most-named/`,
    // Stable: names of the same number stay in their order from A to Z.
    members: members.toSorted((a, b) => b.articles - a.articles).slice(0, namesPerPage),
    headingOf: () => "",
    saidOf: undefined,
  };
}

/** How a view is cut into pages, and where each of its headings begins. */
export function viewList({ url, members, headingOf }: View): PagedList<FiledEntity> {
  return pageList(members, { url, perPage: namesPerPage, headingOf });
}

/** The heading under which a view by class has a class: "missile › cruise missile". */
export function classHeading(path: readonly string[]): string {
  return path.join(pathSign);
}

/** "missile" and "missile › cruise missile" for the latter. */
export function broaderHeadings(heading: string): string[] {
  const path = heading.split(pathSign);
  return path.map((_label, index) => classHeading(path.slice(0, index + 1)));
}

/** A heading among the headings that it belongs under. */
export interface TreeEntry {
  readonly label: string;
  /** Names under it and under what belongs to it. */
  readonly count: number;
  /** Absent for a class that has no name of its own but only narrower ones. */
  readonly url?: string;
  /** Absent when nothing belongs under it. */
  readonly narrower?: readonly TreeEntry[];
}

/** "missile", and in it "cruise missile": the headings of a view, each in the broader one. */
export function headingTree(headings: readonly HeadingLink[]): TreeEntry[] {
  const paths = headings.map(({ heading, url, count }) => ({ path: heading.split(pathSign), url, count }));
  return branches(paths);
}

interface PathLink {
  readonly path: readonly string[];
  readonly url: string;
  readonly count: number;
}

function branches(links: readonly PathLink[]): TreeEntry[] {
  return [...groupBy(links, ({ path }) => path[0] ?? "")].map(([label, members]) => {
    const own = members.find(({ path }) => path.length === 1);
    const deeper = members.filter(({ path }) => path.length > 1).map((link) => ({ ...link, path: link.path.slice(1) }));
    return {
      label,
      count: members.reduce((sum, { count }) => sum + count, 0),
      ...(own && { url: own.url }),
      ...(deeper.length > 0 && { narrower: branches(deeper) }),
    };
  });
}

interface ViewShape extends Pick<View, "label" | "title" | "url" | "saidOf"> {
  /** From the broadest heading to the narrowest; empty when nothing is known. */
  readonly pathOf: (filed: FiledEntity) => readonly string[];
}

function view(members: readonly FiledEntity[], { pathOf, ...shape }: ViewShape): View {
  const keyed = members.map((filed) => ({ filed, key: sortKey(pathOf(filed)) }));
  return {
    ...shape,
    // Stable: names under one heading keep their order.
    members: keyed.toSorted((a, b) => compareText(a.key, b.key)).map(({ filed }) => filed),
    headingOf: (filed) => classHeading(pathOf(filed)) || "Not known",
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
