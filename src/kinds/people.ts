/** Which mentions of people are one person's over the whole archive. */

import type { PersonLists } from "../gazetteers/persons.ts";
import { isSingleName, isSameEverywhere, parsePersonalName, surnameOf, type PersonalName } from "../names.ts";
import { isCapitals } from "../text.ts";
import type { Entity, Occurrence, ReadArticle } from "../types.ts";
import { articlePeople, type Person } from "./cast.ts";
import { groupEntity } from "./grouping.ts";

/** `Article.date` by `Article.source`. */
type Dates = ReadonlyMap<string, string | undefined>;

/** What uniting needs to know beside the names. */
interface Archive {
  readonly dates: Dates;
  readonly lists: PersonLists;
}

/** Links people: full names by their parts, single names to the person of that surname spoken of last. */
export function linkPeople(articles: readonly ReadArticle[], lists: PersonLists): Entity[] {
  const dates: Dates = new Map(articles.map(({ article }) => [article.source, article.date]));
  const people = uniteOverArticles(
    articles.flatMap((article) => articlePeople(article, lists)),
    { dates, lists },
  );
  return people
    .map((person) => groupEntity("person", { name: displayName(person), classes: [] }, person.occurrences))
    .toSorted((a, b) => compare(a.name, b.name));
}

/**
 * Unites people of several articles whose names agree, then gives a bare surname to the one full name that it fits.
 * Fuller names come first and equals in order of spelling, so that the order of articles decides nothing.
 */
function uniteOverArticles(people: readonly Person[], archive: Archive): Person[] {
  const united: Person[] = [];
  const byKey = new Map<string, Person[]>();
  for (const person of [...people].toSorted(byFullness)) {
    const same = samePerson(person, byKey, archive);
    if (same) unite(same, person);
    else united.push(registerPerson(person, byKey));
  }
  for (const person of united) person.occurrences.sort(byPosition);
  return united;
}

function unite(person: Person, other: Person): void {
  for (const occurrence of other.occurrences) person.occurrences.push(occurrence);
  for (const title of other.titles) person.titles.add(title);
  person.sex ??= other.sex;
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
  return new Set([surnameOf(name), name.parts.slice(0, 2).join(" "), name.parts.join("")]);
}

/** The only person of the archive so far that a name can mean; nobody when there are two. */
function samePerson(
  person: Person,
  byKey: ReadonlyMap<string, readonly Person[]>,
  archive: Archive,
): Person | undefined {
  const { name } = person;
  const keys = [...personKeys(name)];
  const row = [...new Set(keys.flatMap((key) => byKey.get(key) ?? []))].filter((other) => canBeOne(person, other));
  const full = row.filter((other) => !isSingleName(other.name));
  if (!isSingleName(name)) return only(full.filter((other) => isSameEverywhere(other.name, name, archive.lists)));
  const surname = surnameOf(name);
  const fitting = full.filter((other) => surnameOf(other.name) === surname && isSameTime(person, other, archive.dates));
  const meant = only(fitting);
  if (meant && isBorneOut(person, meant, archive.lists)) return meant;
  return row.find((other) => isSingleName(other.name) && surnameOf(other.name) === surname);
}

function canBeOne(a: Person, b: Person): boolean {
  return a.sex === undefined || b.sex === undefined || a.sex === b.sex;
}

/** "Smith" of another article may be anybody, unless he has the same title or the archive speaks of him often. */
function isBorneOut(single: Person, full: Person, { commonSurnames }: PersonLists): boolean {
  if (!commonSurnames.has(surnameOf(single.name))) return true;
  const sources = new Set(full.occurrences.map(({ source }) => source));
  return sources.size > 1 || [...single.titles].some((title) => !plainTitles.has(title) && full.titles.has(title));
}

/** Titles that say nothing about who somebody is. */
const plainTitles: ReadonlySet<string> = new Set("mr mrs ms miss dr former chief officer".split(" "));

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
