/**
 * Settles what the tagger and the lists disagree on, for a whole article: a town that is once read as a person, an
 * acronym or a people taken for somebody, a group named like a man.
 */

import { isCapitals } from "../text.ts";
import type { Span } from "../types.ts";
import { findPlaces, loadPlaces, type Places } from "./places.ts";
import { loadWordList } from "./word-list.ts";

/** What is known beside the tagger. */
export interface Knowledge {
  readonly places: Places;
  /** Groups, movements and institutions that read like persons or places, in small letters: "daesh", "boko haram". */
  readonly groups: ReadonlySet<string>;
}

/** Reads the gazetteer and the list of groups. */
export function loadKnowledge(): Knowledge {
  return { places: loadPlaces(), groups: loadWordList("groups.txt") };
}

/** Importance from which a place's name outweighs the tagger, unless the article has a person of that name. */
const wellKnown = 45;

/** Spans of one article with the labels that the article as a whole bears out. `texts[0]` is the title. */
export function settleSpans(texts: readonly string[], spans: readonly Span[], knowledge: Knowledge): Span[] {
  const textOf = (span: Span): string => texts[span.paragraph]?.slice(span.start, span.end) ?? "";
  const personWords = new Set(
    spans
      .filter((span) => span.label === "PER" && /\s/u.test(textOf(span)))
      .flatMap((span) => textOf(span).split(/[\s-]+/u)),
  );
  const capitals = texts.map(isCapitals);
  const votes = countVotes(
    spans.filter((span) => !capitals[span.paragraph]),
    textOf,
  );
  return spans.map((span) => {
    const text = textOf(span);
    const isCapitalsText = capitals[span.paragraph] ?? false;
    const label =
      listedLabel(text, knowledge) ??
      (isCapitalsText ? undefined : acronymLabel(text, span)) ??
      (personWords.has(text) ? undefined : placeLabel(text, knowledge)) ??
      votedLabel(votes.get(text), span);
    return label === undefined || label === span.label ? span : { ...span, label, confidence: settledConfidence };
  });
}

/** How sure a label is that came from a list or from the rest of the article. */
const settledConfidence = 0.85;

/** "HRW", "SDF": nobody is called by capitals alone in running text. */
function acronymLabel(text: string, { label }: Span): "ORG" | undefined {
  return label === "PER" && /^\p{Lu}{2,5}s?$/u.test(text) ? "ORG" : undefined;
}

function listedLabel(text: string, { places, groups }: Knowledge): Span["label"] | undefined {
  const name = text.replace(/['’]s?$/u, "").replace(/^the /iu, "");
  if (groups.has(name.toLowerCase())) return "ORG";
  if (places.demonyms.has(name)) return "MISC";
  return undefined;
}

function placeLabel(text: string, { places }: Knowledge): "LOC" | undefined {
  const best = findPlaces(places, text)[0];
  return best && !best.ambiguous && best.importance >= wellKnown ? "LOC" : undefined;
}

type Votes = ReadonlyMap<Span["label"], number>;

/** For each name, how sure the tagger was of each label, summed over the article. */
function countVotes(spans: readonly Span[], textOf: (span: Span) => string): Map<string, Votes> {
  const votes = new Map<string, Map<Span["label"], number>>();
  for (const span of spans) {
    const text = textOf(span);
    const row = votes.get(text) ?? new Map<Span["label"], number>();
    votes.set(text, row.set(span.label, (row.get(span.label) ?? 0) + span.confidence));
  }
  return votes;
}

/** The label that most of the article gives a name; a narrow majority changes nothing. */
function votedLabel(votes: Votes | undefined, span: Span): Span["label"] | undefined {
  const best = [...(votes ?? [])].reduce((a, b) => (b[1] > a[1] ? b : a), [span.label, 0] as const);
  return best[1] >= 2 * (votes?.get(span.label) ?? 0) ? best[0] : undefined;
}
