/** Puts entities right as the archive's keeper says: renames and unites them, moves mentions, drops and adds some. */

import { closeDesk, entitiesNamed, give, openDesk, overlapped, takeAway, wordings, type Desk } from "./correct/desk.ts";
import { findMissed } from "./correct/missed.ts";
import { fullName } from "./full-name.ts";
import type { Article, Corrected, Correction, Entity, Kind, Occurrence, ReadArticle } from "./types.ts";

/** What corrections are made with. */
export interface CorrectOptions {
  /** In the order of their file: each sees what those before it did. */
  readonly corrections: readonly Correction[];
  readonly articles: readonly ReadArticle[];
  readonly kinds: readonly Kind[];
}

/** `Article` by its source. */
type Articles = ReadonlyMap<string, Article>;

/** Applies corrections to linked entities; one that fits nothing changes nothing and becomes a warning. */
export function correctEntities(entities: readonly Entity[], options: CorrectOptions): Corrected {
  const { corrections, articles, kinds } = options;
  if (corrections.length === 0) return { entities, warnings: [] };
  const desk = openDesk(entities, kinds, articles);
  const bySource: Articles = new Map(articles.map(({ article }) => [article.source, article]));
  const warnings = corrections.flatMap((correction) => {
    const message = absentText(correction, bySource) ?? correct(correction, desk, bySource);
    return message === undefined ? [] : [{ file: "authority.yaml", line: correction.line, message }];
  });
  return { entities: closeDesk(desk), warnings };
}

/** Makes one correction; says why when it cannot be made. */
function correct(correction: Correction, desk: Desk, articles: Articles): string | undefined {
  const { kind, name, is, facts } = correction;
  const targets = typeof is === "string" ? entitiesNamed(desk, kind, is) : [];
  const meant = meantEntities(correction, desk);
  const unclear = [meant, targets].find(({ length }) => length > 1);
  if (unclear) return unclearText(unclear === meant ? name : String(is), unclear);

  const [entity] = meant;
  const named = (entity?.occurrences ?? wordings(desk, kind, name)).filter(isMeantBy(correction));
  const forms = is === true && named.length === 0 ? [...correction.find, name] : correction.find;
  const missed = freeWords(desk, findMissed(kind, forms, articlesOf(correction, articles)));
  if (named.length + missed.length === 0) return nothingText(correction);
  // What is named already stays as it was found, unless the line says what it is.
  const judged = is === undefined ? [] : named;
  takeAway(desk, new Set(judged));
  if (is === false) return undefined;
  const former = correction.in ? undefined : entity;
  const title = typeof is === "string" ? is : entity ? fullName(entity) : name;
  give(desk, { kind, name: title, occurrences: [...judged.map(vouched), ...missed], facts, former });
  return undefined;
}

function isMeantBy({ in: within }: Correction) {
  return ({ source }: Occurrence): boolean => within?.includes(source) ?? true;
}

function articlesOf({ in: within }: Correction, articles: Articles): Article[] {
  return within ? within.flatMap((source) => articles.get(source) ?? []) : [...articles.values()];
}

/** The entities of that name that the articles name for which the correction holds: one, none, or too many. */
function meantEntities(correction: Correction, desk: Desk): Entity[] {
  const isMeant = isMeantBy(correction);
  return entitiesNamed(desk, correction.kind, correction.name).filter(({ occurrences }) => occurrences.some(isMeant));
}

/** Those words that are not inside a longer mention; what they share words with otherwise gives way to them. */
function freeWords(desk: Desk, words: readonly Occurrence[]): Occurrence[] {
  const isFree = (own: Occurrence): boolean => overlapped(desk, own).every((other) => lengthOf(other) <= lengthOf(own));
  const free = words.filter(isFree);
  takeAway(desk, new Set(free.flatMap((own) => overlapped(desk, own))));
  return free;
}

function lengthOf({ mention }: Occurrence): number {
  return mention.end - mention.start;
}

/** A mention that a person has looked at. */
function vouched({ source, mention }: Occurrence): Occurrence {
  return { source, mention: { ...mention, foundBy: "correction", confidence: 1 } };
}

function absentText({ in: within = [] }: Correction, articles: Articles): string | undefined {
  const absent = within.filter((source) => !articles.has(source)).map((source) => `"${source}"`);
  if (absent.length === 0) return undefined;
  return `there is no article ${absent.join(" and ")}, so the line was not used; mend the path, or remove the line`;
}

function unclearText(name: string, entities: readonly Entity[]): string {
  const names = entities.map((entity) => `"${fullName(entity)}"`).join(" or ");
  return `"${name}" can be ${names}, so the line was not used; write which`;
}

function nothingText({ name, in: within }: Correction): string {
  const where = within ? `not in ${within.join(" and ")}` : "nowhere in the archive";
  return `"${name}" is ${where}, so the line changed nothing; mend the name, or remove the line`;
}
