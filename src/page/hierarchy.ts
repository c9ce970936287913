/** What belongs under what: the Kalibr under "cruise missile", Mosul under Iraq; and where a reader finds that. */

import { compareText, someOf } from "./data.ts";
import { fullName, type FiledEntity, type Filing } from "./filing.ts";
import { countryName } from "./notes.ts";
import { broaderHeadings, classHeading, viewList, viewsOf } from "./views.ts";

/** A class or a country, and where it is shown: on its own page when the archive names it, else in an index. */
export interface Broader {
  readonly name: string;
  readonly url?: string;
}

/** What belongs under a class or a country. */
export interface Narrower {
  /** "Kinds of missile", "In Iraq" */
  readonly label: string;
  /** The most named first. */
  readonly members: readonly FiledEntity[];
  /** Where all of them stand in an index. */
  readonly url?: string;
}

/** The classes and countries of an archive. */
export interface Hierarchy {
  /** From the broadest to the narrowest. */
  readonly classesOf: (filed: FiledEntity) => Broader[];
  readonly countryOf: (filed: FiledEntity) => Broader | undefined;
  readonly narrowerOf: (filed: FiledEntity) => Narrower | undefined;
}

/** Finds out what belongs under what. */
export function hierarchyOf({ kinds, entities }: Filing): Hierarchy {
  const headings = new Map(kinds.flatMap((kind) => [...headingUrls(entities.filter((filed) => filed.kind === kind))]));
  const pages = new Map(entities.map((filed) => [`${filed.kind.name} ${fullName(filed.entity)}`, filed.url]));
  for (const filed of entities) if (isCountry(filed)) pages.set(countryKey(filed), filed.url);
  const members = membersByParent(entities);
  const broader = (name: string, key: string, index: string): Broader => {
    const url = pages.get(key) ?? headings.get(index);
    return { name, ...(url !== undefined && { url }) };
  };
  return {
    classesOf: ({ entity: { classes }, kind }) =>
      classes.map((name, index) => {
        const path = classHeading(classes.slice(0, index + 1));
        return broader(name, `${kind.name} ${name}`, `/${kind.plural}/by-class/ ${path}`);
      }),
    countryOf: (filed) => {
      const { country } = filed.entity;
      if (country === undefined) return undefined;
      const name = countryName(country);
      return broader(name, countryKey(filed), `/${filed.kind.plural}/by-country/ ${name}`);
    },
    narrowerOf: (filed) => narrowerOf(filed, { members, headings }),
  };
}

/** Where each class and country begins in the views by them; a class without names of its own begins with its first narrower one. */
function headingUrls(members: readonly FiledEntity[]): Map<string, string> {
  const urls = new Map<string, string>();
  const kind = members[0]?.kind;
  const [, ...trees] = kind ? viewsOf(kind, members) : [];
  for (const view of trees) {
    for (const { heading, url } of viewList(view).headings) {
      for (const broader of broaderHeadings(heading)) {
        const key = `${view.url} ${broader}`;
        if (!urls.has(key)) urls.set(key, url);
      }
    }
  }
  return urls;
}

function membersByParent(entities: readonly FiledEntity[]): Map<string, FiledEntity[]> {
  const members = new Map<string, FiledEntity[]>();
  const add = (key: string, filed: FiledEntity) => {
    const known = members.get(key);
    if (known) known.push(filed);
    else members.set(key, [filed]);
  };
  for (const filed of entities) {
    const { name, classes, country } = filed.entity;
    for (const parent of classes) if (parent !== name) add(`${filed.kind.name} ${parent}`, filed);
    if (country !== undefined && !isCountry(filed)) add(countryKey(filed), filed);
  }
  return members;
}

interface Known {
  readonly members: ReadonlyMap<string, readonly FiledEntity[]>;
  readonly headings: ReadonlyMap<string, string>;
}

function narrowerOf(filed: FiledEntity, { members, headings }: Known): Narrower | undefined {
  const { entity, kind } = filed;
  const isLand = isCountry(filed);
  const found = members.get(isLand ? countryKey(filed) : `${kind.name} ${fullName(entity)}`);
  const sorted = someOf(found?.toSorted((a, b) => b.articles - a.articles || compareText(a.url, b.url)) ?? []);
  if (!sorted) return undefined;
  const url = isLand
    ? headings.get(`/${kind.plural}/by-country/ ${entity.name}`)
    : headings.get(`/${kind.plural}/by-class/ ${classHeading(entity.classes)}`);
  return { label: isLand ? `In ${entity.name}` : `Kinds of ${entity.name}`, members: sorted, ...(url && { url }) };
}

/** Luxembourg is a city too, and East Germany lies in Germany: neither is the country that its code means. */
function isCountry({ entity: { name, classes, country } }: FiledEntity): boolean {
  return country !== undefined && classes.includes("country") && countryName(country) === name;
}

function countryKey({ entity, kind }: FiledEntity): string {
  return `${kind.name} country ${entity.country}`;
}
