/** People: individuals named by name. The tagger finds them; rules strip titles, add later surnames, and veto. */

import { loadWordList } from "../gazetteers/word-list.ts";
import { isCapitals } from "../text.ts";
import type { Article, Kind, Mention, Span } from "../types.ts";
import { linkPeople } from "./people.ts";

/** The kind of people; reads its lists. */
export function personKind(): Kind {
  const lists = { titles: loadWordList("titles.txt"), groups: loadWordList("groups.txt") };
  return {
    name: "person",
    plural: "people",
    title: "People",
    recognise: (article, spans) => recognisePeople(article, spans, lists),
    link: linkPeople,
  };
}

interface PersonLists {
  /** Folded words that stand before a name and are not of it: "president", "gen". */
  readonly titles: ReadonlySet<string>;
  /** Folded names of groups, movements and peoples that are read as persons by mistake. */
  readonly groups: ReadonlySet<string>;
}

function recognisePeople(article: Article, spans: readonly Span[], lists: PersonLists): Mention[] {
  const texts = [article.title, ...article.paragraphs];
  const tagged = spans
    .filter((span) => span.label === "PER")
    .map((span) => nameSpan(span, texts[span.paragraph] ?? "", lists))
    .filter((mention) => mention !== undefined);
  return [...tagged, ...laterSurnames(texts, tagged, spans)];
}

/** The name inside a span, without titles; nothing when the span names no person. */
function nameSpan(span: Span, text: string, lists: PersonLists): Mention | undefined {
  const start = skipTitles(text, span.start, span.end, lists.titles);
  const name = text.slice(start, span.end).replace(/['’]s$/u, "");
  const end = start + name.length;
  if (!/\p{L}{2}/u.test(name) || /\p{N}/u.test(name) || lists.groups.has(name.toLowerCase())) return undefined;
  if (isInsideName(text, start, end)) return undefined;
  const { paragraph, confidence } = span;
  return { kind: "person", paragraph, start, end, text: name, foundBy: "tagger", confidence };
}

function skipTitles(text: string, start: number, end: number, titles: ReadonlySet<string>): number {
  // "Gen. ", "Secretary-General ": one word and the space after it.
  const wordPattern = /[^\s]+\s+/uy;
  let at = start;
  for (;;) {
    wordPattern.lastIndex = at;
    const word = wordPattern.exec(text)?.[0];
    if (word === undefined || at + word.length >= end) return at;
    if (
      !titles.has(
        word
          .trim()
          .replace(/[.,]+$/u, "")
          .toLowerCase(),
      )
    )
      return at;
    at += word.length;
  }
}

// "Ford Foundation", "Reagan Building", "Taft-Hartley Act": what is named after a person is none.
const namesakePattern =
  /^(?:['’]s)? (?:Act|Airport|Avenue|Award|Bridge|Brigade|Building|Castle|Centre|Center|Church|College|Cup|Dam|Foundation|Hall|Highway|Hospital|Institute|Law|Library|Medal|Memorial|Mosque|Park|Prize|Regiment|Road|School|Square|Stadium|Street|University)\b/u;

// "USS Ronald Reagan": a ship.
const shipPattern = /\b(?:USS|HMS|USNS|INS|HMCS|HMAS|MV|SS) $/u;

function isInsideName(text: string, start: number, end: number): boolean {
  return namesakePattern.test(text.slice(end, end + 24)) || shipPattern.test(text.slice(Math.max(0, start - 6), start));
}

/** "Watanabe", "GREENSPAN": a surname of this article that the tagger passed over elsewhere in it. */
function laterSurnames(texts: readonly string[], tagged: readonly Mention[], spans: readonly Span[]): Mention[] {
  const surnames = new Set(
    tagged.filter((mention) => mention.text.includes(" ")).map((mention) => lastWord(mention.text)),
  );
  if (surnames.size === 0) return [];
  const capitals = new Map([...surnames].map((surname) => [surname.toUpperCase(), surname]));
  const taken = positions([...tagged, ...spans.filter((span) => span.label !== "MISC")]);
  return texts.flatMap((text, paragraph) => {
    const known: { has(word: string): boolean } = isCapitals(text) ? capitals : surnames;
    // "Watanabe", "al-Assad" as "Assad": words of letters that begin with a capital.
    return Array.from(text.matchAll(/\p{Lu}[\p{L}\p{M}]+/gu))
      .filter((match) => known.has(match[0]) && !taken.has(`${paragraph}:${match.index}`))
      .map((match) => surnameMention(match[0], paragraph, match.index));
  });
}

function surnameMention(text: string, paragraph: number, start: number): Mention {
  return { kind: "person", paragraph, start, end: start + text.length, text, foundBy: "surname", confidence: 0.85 };
}

function lastWord(name: string): string {
  return name.split(/[\s-]+/u).at(-1) ?? name;
}

/** Every position inside the given spans, as "paragraph:offset". */
function positions(spans: readonly Pick<Span, "paragraph" | "start" | "end">[]): Set<string> {
  const all = new Set<string>();
  for (const { paragraph, start, end } of spans) {
    for (let at = start; at < end; at++) all.add(`${paragraph}:${at}`);
  }
  return all;
}
