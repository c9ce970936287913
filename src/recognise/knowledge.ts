import { phraseTable, splitWords, type Phrase, type PhraseTable } from "../gazetteers/phrases.ts";
import { loadPersonLists, type PersonLists } from "../gazetteers/persons.ts";
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
  readonly persons: PersonLists;
  /** Firms and brands that read like persons: "Suzuki". */
  readonly companies: ReadonlySet<string>;
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

/** Reads the other lists; the gazetteer is the tagger's too. */
export function loadKnowledge({ places }: Pick<WordLists, "places">): Knowledge {
  const groups = [...loadWordList("groups.txt")].map((name) => knownName(name, "ORG"));
  const known = [...loadWordList("persons.txt")].flatMap((line) => {
    return line.split(" | ").map((name) => knownName(name, "PER"));
  });
  return {
    places,
    names: phraseTable([...groups, ...known]),
    persons: loadPersonLists(),
    companies: loadWordList("companies.txt"),
    headlineVerbs: loadWordList("headline-verbs.txt"),
  };
}

function knownName(name: string, label: "ORG" | "PER"): Phrase<"ORG" | "PER"> {
  return { keys: splitWords(name).map(({ key }) => key), value: label };
}
