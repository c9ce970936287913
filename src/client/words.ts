/**
 * Whether words were found, or only something like them: the index passes over a word that it does not know, or takes
 * the longest beginning of it that it knows, "F1" for "F-16".
 */

import { foundWords } from "./excerpt.ts";
import type { Hit, HitData, SearchIndex } from "./pagefind.ts";
import { plainWords } from "./phrase.ts";

/** Words of an article that are looked at. */
const mostWords = 100;

/** Those of some words that an article, which the index has found by them, does not have in any form. */
export async function missingWords(index: SearchIndex, words: readonly string[], hit: Hit): Promise<string[]> {
  const found = wordsOf(await hit.data());
  const doubtful = words.filter((word) => !found.some((each) => each.startsWith(compact(word))));
  // "ran" for "run": whether one is a form of the other, the index knows, which takes a quoted word as it is.
  const checks = await Promise.all(doubtful.map((word) => index.search(`"${word}"`)));
  return doubtful.filter((_, i) => !checks[i]?.results.some(({ id }) => id === hit.id));
}

/** Those of some words that no article has in any form. */
export async function unknownWords(index: SearchIndex, words: readonly string[]): Promise<string[]> {
  const isKnown = await Promise.all(
    words.map(async (word) => {
      const [best] = (await index.search(word)).results;
      return best !== undefined && (await missingWords(index, [word], best)).length === 0;
    }),
  );
  return words.filter((_, i) => !isKnown[i]);
}

/** The words by which an article was found, each whole and in its parts: "nagornokarabakh", "nagorno", "karabakh". */
function wordsOf({ content, locations, meta }: HitData): string[] {
  const found = foundWords(content, locations, mostWords);
  // Designations are also found by spellings that the text does not have.
  const all = [...found, ...(meta["spellings"] ?? "").split(" ")];
  return all.flatMap((word) => [compact(word), ...plainWords(word, " ").split(" ")]).filter((word) => word !== "");
}

/** "t72" for "T-72". */
function compact(word: string): string {
  return plainWords(word, "").replaceAll(" ", "");
}
