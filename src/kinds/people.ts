/** Which mentions of people are one person's: first within an article, then over the archive. */

import { isSameFullName, isSingleName, parsePersonalName, surnameOf, type PersonalName } from "../names.ts";
import { isCapitals } from "../text.ts";
import type { Entity, Occurrence, ReadArticle } from "../types.ts";
import { groupEntity } from "./grouping.ts";

/** One person as an article or the archive names them. */
interface Person {
  /** The fullest name so far. */
  name: PersonalName;
  readonly occurrences: Occurrence[];
}

/** The people of an article by each part of their names; in a row, the one spoken of last stands last. */
type Cast = Map<string, Person[]>;

/** How many people of one name part are asked: a list of ten thousand Smiths must not take the square of its length. */
const mostNamesakes = 40;

/** `Article.date` by `Article.source`. */
type Dates = ReadonlyMap<string, string | undefined>;

/** Links people: full names by their parts, single names to the person of that surname spoken of last. */
export function linkPeople(articles: readonly ReadArticle[]): Entity[] {
  const dates: Dates = new Map(articles.map(({ article }) => [article.source, article.date]));
  const people = uniteOverArticles(articles.flatMap(articlePeople), dates);
  return people
    .map((person) => groupEntity("person", { name: displayName(person), classes: [] }, person.occurrences))
    .toSorted((a, b) => compare(a.name, b.name));
}

/** The people of one article, in order of first mention; the title, which may use a bare surname, is read last. */
function articlePeople({ article, mentions }: ReadArticle): Person[] {
  const own = mentions.filter((mention) => mention.kind === "person");
  const cast: Cast = new Map();
  const people = new Set<Person>();
  for (const mention of [...own.filter((m) => m.paragraph > 0), ...own.filter((m) => m.paragraph === 0)]) {
    const name = parsePersonalName(mention.text);
    const person = findPerson(cast, name) ?? { name, occurrences: [] };
    person.occurrences.push({ source: article.source, mention });
    if (name.parts.length > person.name.parts.length) person.name = name;
    speakOf(person, cast);
    people.add(person);
  }
  return [...people];
}

function speakOf(person: Person, cast: Cast): void {
  for (const part of new Set(person.name.parts)) {
    const others = (cast.get(part) ?? []).filter((other) => other !== person);
    cast.set(part, [...others, person].slice(-mostNamesakes));
  }
}

function findPerson(cast: Cast, name: PersonalName): Person | undefined {
  const surname = surnameOf(name);
  const row = cast.get(surname) ?? [];
  const bySurname = row.filter((person) => surnameOf(person.name) === surname);
  if (isSingleName(name)) {
    return bySurname.at(-1) ?? row.findLast((person) => person.name.parts[0] === surname) ?? row.at(-1);
  }
  const namesakes = [...(cast.get(name.parts[0] ?? "") ?? []), ...bySurname];
  const full = namesakes.findLast((person) => !isSingleName(person.name) && isSameFullName(person.name, name));
  return full ?? bySurname.findLast((person) => isSingleName(person.name));
}

/**
 * Unites people of several articles whose names agree, then gives a bare surname to the one full name that it fits.
 * Fuller names come first and equals in order of spelling, so that the order of articles decides nothing.
 */
function uniteOverArticles(people: readonly Person[], dates: Dates): Person[] {
  const united: Person[] = [];
  const byKey = new Map<string, Person[]>();
  for (const person of [...people].toSorted(byFullness)) {
    const same = samePerson(person, byKey, dates);
    if (same) same.occurrences.push(...person.occurrences);
    else united.push(registerPerson(person, byKey));
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

function registerPerson(person: Person, byKey: Map<string, Person[]>): Person {
  for (const key of personKeys(person.name)) {
    const row = byKey.get(key);
    if (row) row.push(person);
    else byKey.set(key, [person]);
  }
  return person;
}

/** A person is asked for by surname, and by the first two parts: "Abu Jandal" for "Abu Jandal al-Kuwaiti". */
function personKeys(name: PersonalName): Set<string> {
  return new Set([surnameOf(name), name.parts.slice(0, 2).join(" ")]);
}

/** The only person of the archive so far that a name can mean; nobody when there are two. */
function samePerson(person: Person, byKey: ReadonlyMap<string, readonly Person[]>, dates: Dates): Person | undefined {
  const { name } = person;
  const row = new Set([...personKeys(name)].flatMap((key) => byKey.get(key) ?? []));
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
  const ranked = [...forms].toSorted(
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
