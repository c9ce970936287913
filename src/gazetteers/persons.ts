import { loadWordList } from "./word-list.ts";

/** What is known about names of persons; folded, where nothing else is said. */
export interface PersonLists {
  /** Words that stand before a name and are not of it: "president", "gen", "dealer". */
  readonly titles: ReadonlySet<string>;
  /** Those of them that say what somebody does: "dealer". */
  readonly jobs: ReadonlySet<string>;
  /** Those of them that only a person's name follows: "colonel". */
  readonly personTitles: ReadonlySet<string>;
  /** Given names of women and of men. */
  readonly women: ReadonlySet<string>;
  readonly men: ReadonlySet<string>;
  /** Surnames that so many bear that one alone says little: "smith". */
  readonly commonSurnames: ReadonlySet<string>;
  /** Surnames after which administrations and regimes are called, as they are spelt: "Reagan". */
  readonly leaders: ReadonlySet<string>;
  /** Words that end names of bodies and places, as they are spelt: "Police", "County". */
  readonly things: ReadonlySet<string>;
}

/** Reads the lists about names of persons. */
export function loadPersonLists(): PersonLists {
  const personTitles = loadWordList("person-titles.txt");
  const jobs = loadWordList("jobs.txt");
  return {
    titles: new Set([...loadWordList("titles.txt"), ...personTitles, ...jobs]),
    jobs,
    personTitles,
    women: loadWordList("female-names.txt"),
    men: loadWordList("male-names.txt"),
    commonSurnames: loadWordList("common-surnames.txt"),
    leaders: loadWordList("leaders.txt"),
    things: loadWordList("thing-words.txt"),
  };
}

/** Titles that are given names before a single other word. */
const givenTitles: ReadonlySet<string> = new Set(["dean", "don", "earl"]);

// "Mary Brown", but not "Brown" and "Brown Jr.".
const twoNames = /^\S+ (?!(?:Jr|Sr|II|III|IV)\b)\S/u;

/** Whether a title is a given name before the rest of a name: "Don Davies", "Sheikh Hasina", "Baker Mayfield". */
export function isGivenName(title: string, rest: string, { jobs, women }: PersonLists): boolean {
  if (jobs.has(title)) return !twoNames.test(rest);
  if (/\s/u.test(rest)) return false;
  // The title is a man's: "Sheikh Zayed".
  return givenTitles.has(title) || (title === "sheikh" && women.has(rest.toLowerCase()));
}
