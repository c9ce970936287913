/** Keyword in context: each mention with the words around it. */

import type { Article, Mention } from "../types.ts";

/** A mention on one line: what stands before the name, the name, and what stands after it. */
export interface KeywordLine {
  /** n for the n-th paragraph, 0 for the title. */
  readonly paragraph: number;
  readonly before: string;
  readonly name: string;
  readonly after: string;
}

/** UTF-16 units shown on either side of a name. */
const reach = 100;

/** A line for each mention in the text, in order of position; those in the title are not among them. */
export function keywordLines(article: Article, mentions: readonly Mention[]): KeywordLine[] {
  return mentions.filter(({ paragraph }) => paragraph > 0).flatMap((mention) => keywordLine(article, mention) ?? []);
}

/** A mention with the words around it, be it in the text or, as paragraph 0, in the title. */
export function keywordLine({ title, paragraphs }: Article, mention: Mention): KeywordLine | undefined {
  const { paragraph, start, end } = mention;
  const text = paragraph === 0 ? title : paragraphs[paragraph - 1];
  if (text === undefined) return undefined;
  return { paragraph, before: textBefore(text, start), name: text.slice(start, end), after: textAfter(text, end) };
}

/** The title in pieces: text, name, text, name, … text; absent when it names nothing. */
export function titlePieces({ title }: Article, mentions: readonly Mention[]): string[] | undefined {
  const names = mentions.filter(({ paragraph }) => paragraph === 0);
  if (names.length === 0) return undefined;
  const ends = [0, ...names.map(({ end }) => end)];
  const pieces = names.flatMap(({ start, end }, index) => [title.slice(ends[index], start), title.slice(start, end)]);
  return [...pieces, title.slice(ends.at(-1))];
}

function textBefore(text: string, start: number): string {
  if (start <= reach) return text.slice(0, start);
  const window = text.slice(start - reach, start);
  // A text without spaces is cut anywhere.
  return `… ${wholeCharacters(window.slice(window.trimEnd().indexOf(" ") + 1))}`;
}

function textAfter(text: string, end: number): string {
  if (text.length - end <= reach) return text.slice(end);
  const window = text.slice(end, end + reach);
  const cut = window.lastIndexOf(" ");
  return `${wholeCharacters(cut > 0 ? window.slice(0, cut) : window)} …`;
}

/** Half a surrogate pair at either end is no character. */
function wholeCharacters(text: string): string {
  return text.replace(/^\p{Cs}|\p{Cs}$/gu, "");
}
