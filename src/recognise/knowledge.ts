import { phraseTable, splitWords, type PhraseTable } from "../gazetteers/phrases.ts";
import { loadPlaces, type Places } from "../gazetteers/places.ts";
import { loadWordList } from "../gazetteers/word-list.ts";

/** What is known beside the tagger. */
export interface Knowledge {
  readonly places: Places;
  /** Groups, movements and institutions whose names read like persons or hold a place: "Daesh", "Boko Haram". */
  readonly groups: PhraseTable<string>;
  /** Words that only a person's name follows, in small letters: "colonel". */
  readonly personTitles: ReadonlySet<string>;
}

/** Reads the gazetteer and the lists. */
export function loadKnowledge(): Knowledge {
  const groups = [...loadWordList("groups.txt")];
  return {
    places: loadPlaces(),
    groups: phraseTable(groups.map((name) => ({ keys: splitWords(name).map(({ key }) => key), value: name }))),
    personTitles: loadWordList("person-titles.txt"),
  };
}
