import { isCapitals, splitSentences } from "../text.ts";
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

/** A stretch of a text: UTF-16 offsets, end exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
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
    spans: rows[paragraph]!.sort((a, b) => a.start - b.start),
  }));
}

/** The stretches of an ordered, disjoint list that share a character with the one given; logarithmic. */
export function overlapping<T extends Stretch>(list: readonly T[], { start, end }: Stretch): T[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.end > start) high = middle;
    else low = middle + 1;
  }
  const found: T[] = [];
  for (let i = low; i < list.length && list[i]!.start < end; i++) found.push(list[i]!);
  return found;
}

/** Finds the sentence that an offset stands in; splits the text when it is first asked. */
export function sentenceFinder(text: string): (offset: number) => Stretch {
  let sentences: readonly Stretch[] | undefined;
  return (offset) => {
    sentences ??= splitSentences(text);
    return overlapping(sentences, { start: offset, end: offset + 1 })[0] ?? { start: 0, end: text.length };
  };
}
