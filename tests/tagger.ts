/** What the tests of the tagger share: a lexicon of two words, and scores by chance. */

import { describeWord } from "../src/tagger/features.ts";
import { TAGS } from "../src/tagger/labels.ts";
import { CENTRES, FINE, lexiconKey, PART_SIZE, PARTS, readLexicon, writeLexicon } from "../src/tagger/lexicon.ts";
import { loadWordLists } from "../src/recognise/knowledge.ts";
import { randomNumbers } from "../src/tagger/random.ts";
import { tokenise } from "../src/tagger/tokens.ts";

/** A lexicon that knows “beirut” and “said”. */
export const lexicon = readLexicon(
  writeLexicon({
    keys: Uint32Array.of(lexiconKey("beirut"), lexiconKey("said")).toSorted(),
    fine: Uint16Array.of(3, 700),
    middling: new Uint8Array(FINE).fill(5),
    coarse: new Uint8Array(FINE).fill(2),
    codes: new Uint8Array(2 * PARTS),
    centres: new Float32Array(PARTS * CENTRES * PART_SIZE).fill(0.5),
  }),
);

/** The lists of words that the program comes with. */
export const lists = loadWordLists();

/** What the tagger sees of each word of a text. */
export const rowOf = (text: string) => tokenise(text).words.map((word) => describeWord(word, lexicon, lists));

/** Scores between -1 and 1 for a row of words of some length: the same for the same seed. */
export function randomScores(length: number, seed: number) {
  const random = randomNumbers(seed);
  const numbers = (count: number) => Float32Array.from({ length: count }, () => 2 * random() - 1);
  return { length, emissions: numbers(length * TAGS), start: 0, transitions: numbers(TAGS * TAGS) };
}
