/** The people of one article: which of its mentions are one person's. */

import type { PersonLists } from "../gazetteers/persons.ts";
import { isSameFullName, isSingleName, isTailOf, parsePersonalName, surnameOf, type PersonalName } from "../names.ts";
import type { Mention, Occurrence, ReadArticle } from "../types.ts";

/** One person as an article or the archive names them. */
export interface Person {
  /** The fullest name so far. */
  name: PersonalName;
  readonly occurrences: Occurrence[];
  /** Titles that stand before their name, folded: "president". */
  readonly titles: Set<string>;
  /** By what the titles and the given name say; unknown when they say nothing. */
  sex: Sex | undefined;
  /** The parts of their name by which alone the article has called them. */
  readonly calledBy: Set<string>;
}

type Sex = "female" | "male";

/** One mention, taken apart. */
interface Naming {
  readonly name: PersonalName;
  readonly title: string | undefined;
  readonly sex: Sex | undefined;
}

/** The people of an article by each part of their names; in a row, the one spoken of last stands last. */
type Cast = Map<string, Person[]>;

/** How many people of one name part are asked: a list of ten thousand Smiths must not take the square of its length. */
const mostNamesakes = 40;

/** The people of one article, in order of first mention; the title, which may use a bare surname, is read last. */
export function articlePeople(read: ReadArticle, lists: PersonLists): Person[] {
  const own = read.mentions.filter((mention) => mention.kind === "person");
  const cast: Cast = new Map();
  const people = new Set<Person>();
  for (const mention of [...own.filter((m) => m.paragraph > 0), ...own.filter((m) => m.paragraph === 0)]) {
    const naming = namingOf(mention, read, lists);
    const person = findPerson(cast, naming, lists) ?? newPerson(naming);
    addMention(person, naming, { source: read.article.source, mention });
    speakOf(person, cast);
    people.add(person);
  }
  return [...people];
}

function newPerson({ name, sex }: Naming): Person {
  return { name, occurrences: [], titles: new Set(), sex, calledBy: new Set() };
}

function addMention(person: Person, { name, title, sex }: Naming, occurrence: Occurrence): void {
  person.occurrences.push(occurrence);
  if (title !== undefined) person.titles.add(title);
  person.sex ??= sex;
  if (isSingleName(name)) person.calledBy.add(surnameOf(name));
  if (name.parts.length > person.name.parts.length) person.name = name;
}

function speakOf(person: Person, cast: Cast): void {
  for (const part of new Set(person.name.parts)) {
    const others = (cast.get(part) ?? []).filter((other) => other !== person);
    cast.set(part, [...others, person].slice(-mostNamesakes));
  }
}

// "Mrs. " before a name; the longest title has some 20 letters.
const titlePattern = /(?<![\p{L}\p{M}.-])([\p{L}-]+)\.? $/u;
const longestTitle = 24;

const womensTitles: ReadonlySet<string> = new Set(
  "mrs ms miss lady dame madam madame mme queen princess empress sister baroness duchess countess frau senora señora signora congresswoman spokeswoman chairwoman".split(
    " ",
  ),
);
const mensTitles: ReadonlySet<string> = new Set(
  "mr sir lord king prince emperor brother baron duke count herr senor señor signor monsieur congressman spokesman chairman pope".split(
    " ",
  ),
);

/** "Sir Alan", "Queen Elizabeth": what follows is a given name. */
const givenNameTitles: ReadonlySet<string> = new Set(
  "sir dame king queen prince princess pope sister sheikh".split(" "),
);

function namingOf({ paragraph, start, text }: Mention, { article }: ReadArticle, lists: PersonLists): Naming {
  const context = (paragraph === 0 ? article.title : article.paragraphs[paragraph - 1]) ?? "";
  const word = titlePattern.exec(context.slice(Math.max(0, start - longestTitle), start))?.[1]?.toLowerCase();
  const title = word !== undefined && lists.titles.has(word) ? word : undefined;
  const name = parsePersonalName(text);
  return { name, title, sex: sexOf(name, title, lists) };
}

function sexOf(name: PersonalName, title: string | undefined, { women, men }: PersonLists): Sex | undefined {
  if (title !== undefined && womensTitles.has(title)) return "female";
  if (title !== undefined && mensTitles.has(title)) return "male";
  const given = name.parts[0] ?? "";
  if (isSingleName(name)) return undefined;
  if (women.has(given)) return "female";
  return men.has(given) ? "male" : undefined;
}

function canBe(person: Person, { sex }: Naming): boolean {
  return sex === undefined || person.sex === undefined || person.sex === sex;
}

function findPerson(cast: Cast, naming: Naming, lists: PersonLists): Person | undefined {
  return isSingleName(naming.name) ? findSingle(cast, naming) : findFull(cast, naming, lists);
}

/** "Clinton", "Mrs. Clinton", "Sir Alan", "Fidel". */
function findSingle(cast: Cast, naming: Naming): Person | undefined {
  const word = surnameOf(naming.name);
  const row = (cast.get(word) ?? []).filter((person) => canBe(person, naming));
  const bySurname = spokenOf(
    row.filter((person) => surnameOf(person.name) === word),
    word,
  );
  const byGivenName = spokenOf(
    row.filter((person) => person.name.parts[0] === word),
    word,
  );
  const isGivenName = naming.title !== undefined && givenNameTitles.has(naming.title);
  return (isGivenName ? (byGivenName ?? bySurname) : (bySurname ?? byGivenName)) ?? row.at(-1);
}

/**
 * The person of a name spoken of last. "Park, the daughter of Park Chung-hee, … Park": one who was only introduced
 * does not take a name from one who is called by it.
 */
function spokenOf(row: readonly Person[], word: string): Person | undefined {
  const last = row.at(-1);
  if (!last || last.occurrences.length > 1) return last;
  return row.findLast((person) => person.calledBy.has(word)) ?? last;
}

function findFull(cast: Cast, naming: Naming, lists: PersonLists): Person | undefined {
  const { name } = naming;
  const [given, surname] = [name.parts[0] ?? "", surnameOf(name)];
  const bySurname = (cast.get(surname) ?? []).filter((person) => surnameOf(person.name) === surname);
  const namesakes = [...(cast.get(given) ?? []), ...bySurname].filter((person) => canBe(person, naming));
  const isSame = (other: PersonalName): boolean => isSameFullName(other, name) || isTailOf(other, name, lists);
  const full = namesakes.findLast((person) => !isSingleName(person.name) && isSame(person.name));
  if (full) return full;
  // "Abe" or "Marc" before "Shintaro Abe" and "Marc Deschamps".
  const singles = namesakes.filter((person) => isSingleName(person.name));
  const introduced = (person: Person): boolean => surnameOf(person.name) === given && !hasSurnameTitle(person);
  return singles.findLast((person) => surnameOf(person.name) === surname) ?? singles.findLast(introduced);
}

function hasSurnameTitle({ titles }: Person): boolean {
  return [...titles].some((title) => !givenNameTitles.has(title));
}
