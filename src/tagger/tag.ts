import { readFileSync } from "node:fs";
import type { Span } from "../types.ts";
import { chanceOf, sumChances } from "./chances.ts";
import { readClusters } from "./clusters.ts";
import { findBestTags } from "./decode.ts";
import { scoreTokens, wordScorer, type ScoredWord } from "./emissions.ts";
import { LABELS, namesOf } from "./labels.ts";
import { readModel, type Model } from "./model.ts";
import { tokenise } from "./tokens.ts";

/** A model that is ready to tag. */
export interface Tagger {
  readonly model: Model;
  readonly scoreWord: (word: string) => ScoredWord;
}

/** Reads the tagger from its files beside this one. */
export function loadTagger(): Tagger {
  const model = readModel(readFileSync(new URL("model.bin", import.meta.url)));
  const clusters = readClusters(readFileSync(new URL("clusters.bin", import.meta.url)));
  return { model, scoreWord: wordScorer(model, clusters) };
}

/** The names in an article: `texts[0]` is its title, `texts[n]` its n-th paragraph. */
export function tagArticle(tagger: Tagger, texts: readonly string[]): Span[] {
  return texts.flatMap((text, paragraph) => tagParagraph(tagger, text, paragraph));
}

function tagParagraph({ model, scoreWord }: Tagger, text: string, paragraph: number): Span[] {
  const { words, starts } = tokenise(text);
  const emissions = scoreTokens(model, words.map(scoreWord), scoreWord(""));
  const scores = { length: words.length, emissions, transitions: model.transitions };
  const tags = findBestTags(scores);
  const chances = sumChances(scores, model.temperature);
  return namesOf(tags).map(({ first, last, label }) => ({
    paragraph,
    start: starts[first]!,
    end: starts[last]! + words[last]!.length,
    label: LABELS[label]!,
    confidence: chanceOf(chances, tags, first, last),
  }));
}
