import { isCapitals, overlapping, splitSentences, type Extent } from "../text.ts";
import type { Article, Span } from "../types.ts";

/** A title or paragraph, with what the tagger read in it. */
export interface Passage {
  /** 0 for the title, n for the n-th paragraph. */
  readonly paragraph: number;
  readonly text: string;
  /** Whether it is set in nothing but capitals, as headlines are. */
  readonly isCapitals: boolean;
  /** In order of position, without overlap. */
  readonly spans: readonly Span[];
  /** Its words that begin with a capital, in order. */
  readonly names: readonly CapitalisedWord[];
}

/** A word that begins with a capital; an apostrophe or a full stop before a letter is inside it. */
interface CapitalisedWord extends Extent {
  readonly text: string;
}

/** The passages of the articles at hand, so that the kinds, which ask one after the other, share them. */
const known = new WeakMap<readonly Span[], readonly Passage[]>();

/** Takes an article apart for the rules of a kind. */
export function passagesOf(article: Article, spans: readonly Span[]): readonly Passage[] {
  const before = known.get(spans);
  if (before) return before;
  const texts = [article.title, ...article.paragraphs];
  const rows: Span[][] = texts.map(() => []);
  for (const span of spans) rows[span.paragraph]?.push(span);
  const passages = texts.map((text, paragraph) => ({
    paragraph,
    text,
    isCapitals: isCapitals(text),
    spans: rows[paragraph]!.toSorted((a, b) => a.start - b.start),
    names: capitalisedWords(text),
  }));
  known.set(spans, passages);
  return passages;
}

// "Watanabe", "W.Va", "Al-Qa'im" as "Al" and "Qa'im": every word that begins with a capital.
const capitalisedPattern = /(?<![\p{L}\p{N}])\p{Lu}(?:[\p{L}\p{M}\p{N}]|['’.](?=\p{L}))*/gu;

function capitalisedWords(text: string): CapitalisedWord[] {
  const words: CapitalisedWord[] = [];
  for (const { 0: word, index } of text.matchAll(capitalisedPattern)) {
    words.push({ text: word, start: index, end: index + word.length });
  }
  return words;
}

/** Finds the sentence that an offset stands in; splits the text when it is first asked. */
export function sentenceFinder(text: string): (offset: number) => Extent {
  let sentences: readonly Extent[] | undefined;
  return (offset) => {
    sentences ??= splitSentences(text);
    return overlapping(sentences, { start: offset, end: offset + 1 })[0] ?? { start: 0, end: text.length };
  };
}
