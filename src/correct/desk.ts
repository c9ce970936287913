/** The entities while they are being corrected: who holds which mention, and who has which name. */

import { fullName, splitFullName } from "../full-name.ts";
import { groupEntity } from "../kinds/grouping.ts";
import type { Entity, EntityFacts, Kind, Occurrence, ReadArticle } from "../types.ts";

/** The entities of a build, which its functions change. */
export interface Desk {
  readonly kinds: readonly Kind[];
  /** By kind and full name; those that have lost all mentions stay until the end. */
  readonly entities: Map<string, Entity>;
  /** The keys of the entities of a kind and bare name. */
  readonly names: Map<string, Set<string>>;
  /** The key of the entity that holds a mention. */
  readonly holders: Map<Occurrence, string>;
  /** The mentions that are held: by article and paragraph, and by kind and wording. */
  readonly held: Map<string, Set<Occurrence>>;
  /** Where an article stands in the archive. */
  readonly order: ReadonlyMap<string, number>;
}

/** Lays entities on the desk. */
export function openDesk(entities: readonly Entity[], kinds: readonly Kind[], articles: readonly ReadArticle[]): Desk {
  const order = new Map(articles.map(({ article }, index) => [article.source, index]));
  const desk: Desk = { kinds, entities: new Map(), names: new Map(), holders: new Map(), held: new Map(), order };
  for (const entity of entities) hold(desk, entity);
  return desk;
}

/** What is on the desk in the end, in order of kind. */
export function closeDesk({ entities, kinds }: Desk): Entity[] {
  const left = [...entities.values()].filter(({ occurrences }) => occurrences.length > 0);
  return kinds.flatMap(({ name }) => left.filter(({ kind }) => kind === name));
}

/** The entities that a name can mean: the one of that full name, or else all of that bare name. */
export function entitiesNamed(desk: Desk, kind: string, name: string): Entity[] {
  const exact = desk.entities.get(keyOf(kind, name));
  if (exact && exact.occurrences.length > 0) return [exact];
  const keys = desk.names.get(keyOf(kind, name)) ?? [];
  return [...keys].flatMap((key) => desk.entities.get(key) ?? []).filter(({ occurrences }) => occurrences.length > 0);
}

/** The mentions of a kind that have this wording. */
export function wordings({ held }: Desk, kind: string, text: string): Occurrence[] {
  return [...(held.get(wordingKey(kind, text)) ?? [])];
}

/** Takes mentions from whoever holds them. */
export function takeAway(desk: Desk, occurrences: ReadonlySet<Occurrence>): void {
  const keys = new Set([...occurrences].flatMap((occurrence) => desk.holders.get(occurrence) ?? []));
  for (const occurrence of occurrences) {
    desk.holders.delete(occurrence);
    for (const index of indexKeys(occurrence)) desk.held.get(index)?.delete(occurrence);
  }
  for (const key of keys) {
    const entity = desk.entities.get(key)!;
    const left = entity.occurrences.filter((occurrence) => !occurrences.has(occurrence));
    desk.entities.set(key, groupEntity(entity.kind, entity, left));
  }
}

/** What an entity is to be given. */
export interface Gift {
  readonly kind: string;
  /** Its full name; that of no entity yet makes a new one. */
  readonly name: string;
  readonly occurrences: readonly Occurrence[];
  readonly facts: EntityFacts;
  /** What it was taken for as a whole until now. */
  readonly former?: Entity | undefined;
}

/** Gives mentions and facts to the entity of a name. What the lists know of a new name goes before what was known of the former. */
export function give(desk: Desk, { kind, name, occurrences, facts, former }: Gift): void {
  const own = desk.entities.get(keyOf(kind, name)) ?? entitiesNamed(desk, kind, name)[0];
  const known = factsOf(factsInLists(desk, kind, name) ?? former ?? {});
  const base = own ?? { classes: [], ...splitFullName(name), ...known };
  const whole = [...(own?.occurrences ?? []), ...occurrences].toSorted(byPosition(desk));
  hold(desk, groupEntity(kind, { ...base, ...facts }, whole));
}

function factsInLists({ kinds }: Desk, kind: string, fullOne: string): EntityFacts | undefined {
  const { name, distinction } = splitFullName(fullOne);
  return kinds.find((each) => each.name === kind)?.describe?.(name, distinction);
}

function factsOf({ classes, country, latitude, longitude }: EntityFacts): EntityFacts {
  const isLocated = latitude !== undefined && longitude !== undefined;
  return {
    ...(classes && { classes }),
    ...(country !== undefined && { country }),
    ...(isLocated && { latitude, longitude }),
  };
}

function byPosition({ order }: Desk) {
  const place = ({ source }: Occurrence): number => order.get(source) ?? 0;
  return (a: Occurrence, b: Occurrence): number =>
    place(a) - place(b) || a.mention.paragraph - b.mention.paragraph || a.mention.start - b.mention.start;
}

/** The mentions of whatever kind that are held and share words with one. */
export function overlapped({ held }: Desk, own: Occurrence): Occurrence[] {
  return [...(held.get(placeKey(own)) ?? [])].filter((other) => isOverlap(own, other));
}

function isOverlap({ mention: own }: Occurrence, { mention: other }: Occurrence): boolean {
  return own.start < other.end && other.start < own.end;
}

function hold(desk: Desk, entity: Entity): void {
  const key = keyOf(entity.kind, fullName(entity));
  desk.entities.set(key, entity);
  const bare = keyOf(entity.kind, entity.name);
  desk.names.set(bare, (desk.names.get(bare) ?? new Set()).add(key));
  for (const occurrence of entity.occurrences) {
    desk.holders.set(occurrence, key);
    for (const index of indexKeys(occurrence))
      desk.held.set(index, (desk.held.get(index) ?? new Set()).add(occurrence));
  }
}

function indexKeys(occurrence: Occurrence): string[] {
  return [placeKey(occurrence), wordingKey(occurrence.mention.kind, occurrence.mention.text)];
}

function placeKey({ source, mention }: Occurrence): string {
  return `at ${mention.paragraph} ${source}`;
}

function wordingKey(kind: string, text: string): string {
  return `of ${kind} ${text}`;
}

function keyOf(kind: string, name: string): string {
  return `${kind} ${name}`;
}
