import { readFileSync } from "node:fs";
import type { Places } from "../gazetteers/places.ts";
import type { Span } from "../types.ts";
import { calibrate } from "./calibrate.ts";
import { createScorer, type Scorer } from "./emissions.ts";
import { LABELS } from "./labels.ts";
import { readLexicon } from "./lexicon.ts";
import { readModel, type Model } from "./model.ts";
import { readRows } from "./read-rows.ts";
import { signalsOf, type WordLists } from "./signals.ts";
import { tokenise } from "./tokens.ts";

/** A model that is ready to tag. */
export interface Tagger {
  readonly model: Model;
  readonly scorer: Scorer;
  readonly places: Places;
}

/** Reads the tagger from its files beside this one. */
export function loadTagger(lists: WordLists): Tagger {
  const model = readModel(readFileSync(new URL("model.bin", import.meta.url)));
  const lexicon = readLexicon(readFileSync(new URL("lexicon.bin", import.meta.url)));
  return { model, scorer: createScorer(model, lexicon, lists), places: lists.places };
}

/** The names in an article: `texts[0]` is its title, `texts[n]` its n-th paragraph. */
export function tagArticle({ scorer, model, places }: Tagger, texts: readonly string[]): Span[] {
  const tokens = texts.map(tokenise);
  const rows = tokens.map(({ words }) => words.map(scorer.describe));
  const signals = signalsOf(rows, places);
  const edge = scorer.describe("");
  const scored = rows.map((words, i) => ({ words, edge, signals: signals[i]! }));
  return readRows(scored, model, scorer).flatMap(({ row: paragraph, stretch, names }) => {
    const { words, starts } = tokens[paragraph]!;
    return names.map(({ first, last, label, chance }) => ({
      paragraph,
      start: starts[stretch.start + first]!,
      end: starts[stretch.start + last]! + words[stretch.start + last]!.length,
      label: LABELS[label]!,
      confidence: calibrate(chance, model.calibrations[label]!),
    }));
  });
}
