import { loadWordList } from "./word-list.ts";

/** What is known about names of persons; folded, where nothing else is said. */
export interface PersonLists {
  /** Words that stand before a name and are not of it: "president", "gen", "dealer". */
  readonly titles: ReadonlySet<string>;
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
  return {
    titles: new Set([...loadWordList("titles.txt"), ...personTitles, ...loadWordList("jobs.txt")]),
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

/** Whether a title is a given name before the rest of a name: "Don Davies", "Sheikh Hasina"; not in "Don Juan Carlos". */
export function isGivenName(title: string, rest: string, { women }: PersonLists): boolean {
  if (/\s/u.test(rest)) return false;
  // The title is a man's: "Sheikh Zayed".
  return givenTitles.has(title) || (title === "sheikh" && women.has(rest.toLowerCase()));
}
