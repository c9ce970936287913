import { splitSentences } from "../text.ts";
import type { Article, Mention } from "../types.ts";

/** A sentence that names an entity. */
export interface Passage {
  /** 0 for the title, n for the n-th paragraph. */
  readonly paragraph: number;
  /** The sentence in pieces: text, name, text, name, … text. */
  readonly pieces: readonly string[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** UTF-16 units: a longer sentence is shown only in part. */
const longestSentence = 420;
/** UTF-16 units shown on either side of a name in a sentence that is too long. */
const context = 160;

/** Finds the sentences of one article; each paragraph is split once, however many entities it names. */
export function passageFinder(article: Article): (mentions: readonly Mention[]) => Passage[] {
  const sentences = new Map<number, readonly Stretch[]>();
  const sentencesOf = (paragraph: number) => {
    const known = sentences.get(paragraph) ?? stretchesOf(article, paragraph);
    sentences.set(paragraph, known);
    return known;
  };
  return (mentions) => findPassages(article, mentions, sentencesOf);
}

/** The sentences of a paragraph; a title is shown whole. */
function stretchesOf(article: Article, paragraph: number): readonly Stretch[] {
  const text = textOf(article, paragraph);
  return paragraph === 0 ? [{ start: 0, end: text.length }] : splitSentences(text);
}

/** The title (0) or the n-th paragraph of an article. */
function textOf({ title, paragraphs }: Article, paragraph: number): string {
  return paragraph === 0 ? title : (paragraphs[paragraph - 1] ?? "");
}

function findPassages(
  article: Article,
  mentions: readonly Mention[],
  sentencesOf: (paragraph: number) => readonly Stretch[],
): Passage[] {
  const passages: Passage[] = [];
  let shown: { paragraph: number; stretch: Stretch; names: Mention[] } | undefined;
  for (const mention of mentions) {
    if (shown && shown.paragraph === mention.paragraph && mention.end <= shown.stretch.end) {
      shown.names.push(mention);
      continue;
    }
    if (shown) passages.push(passage(article, shown.stretch, shown.names));
    const stretch = aroundMention(textOf(article, mention.paragraph), mention, sentencesOf(mention.paragraph));
    shown = { paragraph: mention.paragraph, stretch, names: [mention] };
  }
  if (shown) passages.push(passage(article, shown.stretch, shown.names));
  return passages;
}

function aroundMention(text: string, mention: Stretch, sentences: readonly Stretch[]): Stretch {
  const first = sentences.findLast(({ start }) => start <= mention.start)?.start ?? 0;
  const last = sentences.find(({ end }) => end >= mention.end)?.end ?? text.length;
  if (last - first <= longestSentence) return { start: first, end: last };
  const start = mention.start - first > context ? text.indexOf(" ", mention.start - context) + 1 : first;
  const end = last - mention.end > context ? text.lastIndexOf(" ", mention.end + context) : last;
  // A text without spaces is cut anywhere.
  return {
    start: start > first && start <= mention.start ? start : Math.max(first, mention.start - context),
    end: end >= mention.end ? end : Math.min(last, mention.end + context),
  };
}

function passage(article: Article, { start, end }: Stretch, names: readonly Mention[]): Passage {
  const [{ paragraph } = { paragraph: 0 }] = names;
  const text = textOf(article, paragraph);
  const pieces: string[] = [];
  let done = start;
  for (const name of names) {
    pieces.push(text.slice(done, name.start), text.slice(name.start, name.end));
    done = name.end;
  }
  pieces.push(text.slice(done, end));
  return { paragraph, pieces };
}
