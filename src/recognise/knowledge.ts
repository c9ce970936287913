import { phraseTable, splitWords, type PhraseTable } from "../gazetteers/phrases.ts";
import { loadPlaces, type Places } from "../gazetteers/places.ts";
import { loadWordList } from "../gazetteers/word-list.ts";
import type { WordLists } from "../tagger/signals.ts";

/** What is known beside the tagger. */
export interface Knowledge {
  readonly places: Places;
  /** Groups, movements and institutions whose names read like persons or hold a place: "Daesh", "Boko Haram". */
  readonly groups: PhraseTable<string>;
  /** Words that only a person's name follows, in small letters: "colonel". */
  readonly personTitles: ReadonlySet<string>;
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

/** Reads the other lists; the gazetteer is the tagger's. */
export function loadKnowledge({ places }: Pick<WordLists, "places">): Knowledge {
  const groups = [...loadWordList("groups.txt")];
  return {
    places,
    groups: phraseTable(groups.map((name) => ({ keys: splitWords(name).map(({ key }) => key), value: name }))),
    personTitles: loadWordList("person-titles.txt"),
    companies: loadWordList("companies.txt"),
    headlineVerbs: loadWordList("headline-verbs.txt"),
  };
}
