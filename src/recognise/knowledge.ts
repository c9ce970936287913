import { phraseTable, splitWords, type Phrase, type PhraseTable } from "../gazetteers/phrases.ts";
import { loadPlaces, type Places } from "../gazetteers/places.ts";
import { loadWordList } from "../gazetteers/word-list.ts";
import type { WordLists } from "../tagger/signals.ts";

/** What is known beside the tagger. */
export interface Knowledge {
  readonly places: Places;
  /**
   * Groups, movements and institutions whose names read like persons or hold a place ("Daesh", "Boko Haram"), and persons
   * that news speaks of ("Gorbachev"), with their labels.
   */
  readonly names: PhraseTable<"ORG" | "PER">;
  /** Words that only a person's name follows, in small letters: "colonel". */
  readonly personTitles: ReadonlySet<string>;
  /** Words before a person's name, in small letters. */
  readonly titles: ReadonlySet<string>;
  /** Firms and brands that read like persons: "Suzuki". */
  readonly companies: ReadonlySet<string>;
  /** Given names of women and men, in small letters. */
  readonly givenNames: ReadonlySet<string>;
  /** Surnames after which regimes and administrations are called: "Asad". */
  readonly leaders: ReadonlySet<string>;
  /** Verbs behind a name in headlines, in small letters: "resigns". */
  readonly headlineVerbs: ReadonlySet<string>;
}

/** Reads the gazetteer and the lists that the tagger looks words up in. */
export function loadWordLists(): WordLists {
  return {
    places: loadPlaces(),
    titles: loadWordList("titles.txt"),
    commonWords: loadWordList("common-words.txt"),
  };
}

/** Reads the other lists; the gazetteer and the titles are the tagger's too. */
export function loadKnowledge({ places, titles }: Pick<WordLists, "places" | "titles">): Knowledge {
  const personTitles = loadWordList("person-titles.txt");
  const groups = [...loadWordList("groups.txt")].map((name) => knownName(name, "ORG"));
  const persons = [...loadWordList("persons.txt")].flatMap((line) => {
    return line.split(" | ").map((name) => knownName(name, "PER"));
  });
  return {
    places,
    titles: new Set([...titles, ...personTitles]),
    names: phraseTable([...groups, ...persons]),
    personTitles,
    companies: loadWordList("companies.txt"),
    givenNames: new Set([...loadWordList("female-names.txt"), ...loadWordList("male-names.txt")]),
    leaders: loadWordList("leaders.txt"),
    headlineVerbs: loadWordList("headline-verbs.txt"),
  };
}

function knownName(name: string, label: "ORG" | "PER"): Phrase<"ORG" | "PER"> {
  return { keys: splitWords(name).map(({ key }) => key), value: label };
}
