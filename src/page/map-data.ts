/** What the map's script filters by: `/map/places.json`, which says of every place in which articles it is named. */

import { compareText, groupBy } from "./data.ts";
import { fullName, type FiledEntity, type Filing } from "./filing.ts";
import { project, type Frame } from "./frame.ts";
import type { LocatedEntity } from "./located.ts";
import { countryName } from "./notes.ts";
import { articleNumbers, formatSteps } from "./numbers.ts";

/** Articles are numbered as in `numbers.ts`. */
export interface MapData {
  /** How many articles each year has, in that order; the undated ones under 0. */
  readonly years: readonly (readonly [year: number, articles: number])[];
  /** The most named first. */
  readonly places: readonly PlaceData[];
  /** By kind: the names by which places can be filtered, the most named first. */
  readonly names: Readonly<Record<string, readonly NameData[]>>;
}

/** A place on the map. */
export interface PlaceData {
  readonly name: string;
  /** Its page, without the base path. */
  readonly url: string;
  /** `Kind.plural`. */
  readonly kind: string;
  readonly country?: string;
  /** Position on the map's paper. */
  readonly x: number;
  readonly y: number;
  /** The articles that name it: the first one's number, then the steps from one to the next: "3 1 12". */
  readonly in: string;
}

/** A name, and the articles that name it, as in `PlaceData.in`. */
export type NameData = readonly [name: string, articles: string];

/** Names of one kind that the script offers: what a reader of a list would look through, and a phone can load. */
const namesOffered = 1000;

/** Puts together what `/map/places.json` holds. */
export function mapData(filing: Filing, located: readonly LocatedEntity[], frame: Frame): MapData {
  const articles = articleNumbers(filing);
  const steps = (filed: FiledEntity) => formatSteps(articles.get(filed) ?? []);
  return {
    years: yearCounts(filing),
    places: located.map((place) => ({ ...placeFacts(place, frame), in: steps(place.filed) })),
    names: Object.fromEntries(
      filterKinds(filing, located).map((plural) => [
        plural,
        mostNamed(filing, plural).map((filed) => [fullName(filed.entity), steps(filed)]),
      ]),
    ),
  };
}

/** Kinds by which places can be filtered: those that have names, and are not on the map themselves. */
export function filterKinds({ kinds, entities }: Filing, located: readonly LocatedEntity[]): string[] {
  const onMap = new Set(located.map(({ filed }) => filed.kind));
  const named = new Set(entities.map(({ kind }) => kind));
  return kinds.filter((kind) => named.has(kind) && !onMap.has(kind)).map(({ plural }) => plural);
}

/** What the map says of a place but for its articles. */
export function placeFacts({ filed, name, longitude, latitude }: LocatedEntity, { projection }: Frame) {
  const [x, y] = project(projection, [longitude, latitude]);
  const { country } = filed.entity;
  return {
    name,
    url: filed.url,
    kind: filed.kind.plural,
    ...(country !== undefined && { country: countryName(country) }),
    x: Math.round(x * 10) / 10,
    y: Math.round(y * 10) / 10,
  };
}

function mostNamed({ entities }: Filing, plural: string): FiledEntity[] {
  return entities
    .filter(({ kind }) => kind.plural === plural)
    .toSorted((a, b) => b.articles - a.articles || compareText(a.url, b.url))
    .slice(0, namesOffered);
}

function yearCounts({ articles }: Filing): [year: number, articles: number][] {
  const years = groupBy(articles, ({ article: { date } }) => Number(date?.slice(0, 4) ?? 0));
  return [...years].map(([year, members]) => [year, members.length]);
}
