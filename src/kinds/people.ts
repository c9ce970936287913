/** Which mentions of people are one person's: first within an article, then over the archive. */

import { isSameFullName, isSingleName, parsePersonalName, surnameOf, type PersonalName } from "../names.ts";
import { isCapitals } from "../text.ts";
import type { Entity, Mention, Occurrence, ReadArticle } from "../types.ts";
import { groupEntity } from "./grouping.ts";

/** One person as an article or the archive names them. */
interface Person {
  /** The fullest name so far. */
  name: PersonalName;
  readonly occurrences: Occurrence[];
}

/** `Article.date` by `Article.source`. */
type Dates = ReadonlyMap<string, string | undefined>;

/** Links people: full names by their parts, single names to the person of that surname spoken of last. */
export function linkPeople(articles: readonly ReadArticle[]): Entity[] {
  const dates: Dates = new Map(articles.map(({ article }) => [article.source, article.date]));
  const people = uniteOverArticles(articles.flatMap(articlePeople), dates);
  return people
    .map((person) => groupEntity("person", { name: displayName(person), classes: [] }, person.occurrences))
    .sort((a, b) => compare(a.name, b.name));
}

/** The people of one article, in order of first mention; the title, which may use a bare surname, is read last. */
function articlePeople({ article, mentions }: ReadArticle): Person[] {
  const own = mentions.filter((mention) => mention.kind === "person");
  const people: Person[] = [];
  const inReadingOrder = [...own.filter((m) => m.paragraph > 0), ...own.filter((m) => m.paragraph === 0)];
  for (const mention of inReadingOrder) addMention(people, article.source, mention);
  return people;
}

function addMention(people: Person[], source: string, mention: Mention): void {
  const name = parsePersonalName(mention.text);
  const person = findPerson(people, name);
  const occurrence = { source, mention };
  if (!person) {
    people.push({ name, occurrences: [occurrence] });
    return;
  }
  person.occurrences.push(occurrence);
  if (name.parts.length > person.name.parts.length) person.name = name;
  // The person spoken of last stands last, and is the first to be asked for a bare surname.
  people.push(...people.splice(people.indexOf(person), 1));
}

function findPerson(people: readonly Person[], name: PersonalName): Person | undefined {
  if (!isSingleName(name)) {
    return (
      people.findLast((person) => !isSingleName(person.name) && isSameFullName(person.name, name)) ??
      people.findLast((person) => isSingleName(person.name) && surnameOf(person.name) === surnameOf(name))
    );
  }
  const part = surnameOf(name);
  return (
    people.findLast((person) => surnameOf(person.name) === part) ??
    people.findLast((person) => person.name.parts[0] === part) ??
    people.findLast((person) => person.name.parts.includes(part))
  );
}

/**
 * Unites people of several articles whose names agree, then gives a bare surname to the one full name that it fits.
 * Fuller names come first and equals in order of spelling, so that the order of articles decides nothing.
 */
function uniteOverArticles(people: readonly Person[], dates: Dates): Person[] {
  const united: Person[] = [];
  const byPart = new Map<string, Person[]>();
  for (const person of [...people].sort(byFullness)) {
    const same = samePerson(person, byPart, dates);
    if (same) same.occurrences.push(...person.occurrences);
    else united.push(registerPerson(person, byPart));
  }
  for (const person of united) person.occurrences.sort(byPosition);
  return united;
}

function byFullness(a: Person, b: Person): number {
  const [left, right] = [a.name.parts.join(" "), b.name.parts.join(" ")];
  return (
    b.name.parts.length - a.name.parts.length ||
    (b.name.suffix ?? "").length - (a.name.suffix ?? "").length ||
    compare(left, right)
  );
}

function registerPerson(person: Person, byPart: Map<string, Person[]>): Person {
  for (const part of new Set([person.name.parts[0] ?? "", surnameOf(person.name)])) {
    const row = byPart.get(part);
    if (row) row.push(person);
    else byPart.set(part, [person]);
  }
  return person;
}

/** The only person of the archive so far that a name can mean; nobody when there are two. */
function samePerson(person: Person, byPart: ReadonlyMap<string, readonly Person[]>, dates: Dates): Person | undefined {
  const { name } = person;
  const row = new Set([...(byPart.get(surnameOf(name)) ?? []), ...(byPart.get(name.parts[0] ?? "") ?? [])]);
  const full = [...row].filter((other) => !isSingleName(other.name));
  if (!isSingleName(name)) return only(full.filter((other) => isSameFullName(other.name, name)));
  const fitting = full.filter((other) => surnameOf(other.name) === surnameOf(name) && isSameTime(person, other, dates));
  return (
    only(fitting) ?? [...row].find((other) => isSingleName(other.name) && surnameOf(other.name) === surnameOf(name))
  );
}

function only(people: readonly Person[]): Person | undefined {
  return people.length === 1 ? people[0] : undefined;
}

/** A bare surname is weak evidence: thirty years apart it is somebody else. An undated article contradicts nothing. */
function isSameTime(a: Person, b: Person, dates: Dates): boolean {
  const [left, right] = [years(a, dates), years(b, dates)];
  if (left.length === 0 || right.length === 0) return true;
  return left.some((year) => right.some((other) => Math.abs(year - other) <= longestGap));
}

/** Years between two articles in which a bare surname is still taken for the same person. */
const longestGap = 12;

function years(person: Person, dates: Dates): number[] {
  const found = person.occurrences.map(({ source }) => dates.get(source)?.slice(0, "2015".length));
  return [...new Set(found)].filter((year) => year !== undefined).map(Number);
}

/** The full form that most articles use, the longest of equals; a name found only in capitals is set in small letters. */
function displayName(person: Person): string {
  const forms = new Map<string, Set<string>>();
  for (const { source, mention } of person.occurrences) {
    const sources = forms.get(mention.text) ?? new Set();
    forms.set(mention.text, sources.add(source));
  }
  const ranked = [...forms].sort(
    ([a, inA], [b, inB]) =>
      Number(isCapitals(a)) - Number(isCapitals(b)) ||
      Number(isSingleName(parsePersonalName(a))) - Number(isSingleName(parsePersonalName(b))) ||
      inB.size - inA.size ||
      b.length - a.length ||
      compare(a, b),
  );
  const best = ranked[0]![0];
  return isCapitals(best) ? titleCase(best) : best;
}

function titleCase(name: string): string {
  // "MIR-HOSSEIN": every run of letters keeps its first.
  return name.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => word.slice(0, 1) + word.slice(1).toLowerCase());
}

function byPosition(a: Occurrence, b: Occurrence): number {
  return compare(a.source, b.source) || a.mention.paragraph - b.mention.paragraph || a.mention.start - b.mention.start;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
