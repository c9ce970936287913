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
}

/** Takes an article apart for the rules of a kind. */
export function passagesOf(article: Article, spans: readonly Span[]): Passage[] {
  const texts = [article.title, ...article.paragraphs];
  const rows: Span[][] = texts.map(() => []);
  for (const span of spans) rows[span.paragraph]?.push(span);
  return texts.map((text, paragraph) => ({
    paragraph,
    text,
    isCapitals: isCapitals(text),
    spans: rows[paragraph]!.toSorted((a, b) => a.start - b.start),
  }));
}

/** Finds the sentence that an offset stands in; splits the text when it is first asked. */
export function sentenceFinder(text: string): (offset: number) => Extent {
  let sentences: readonly Extent[] | undefined;
  return (offset) => {
    sentences ??= splitSentences(text);
    return overlapping(sentences, { start: offset, end: offset + 1 })[0] ?? { start: 0, end: text.length };
  };
}
