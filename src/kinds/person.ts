/** People: individuals named by name. The tagger finds them; rules strip titles, add later surnames, and veto. */

import { loadPersonLists, type PersonLists } from "../gazetteers/persons.ts";
import { isNamesake } from "../names.ts";
import { overlapping } from "../text.ts";
import type { Article, Kind, Mention, Span } from "../types.ts";
import { passagesOf, type Passage } from "./passages.ts";
import { linkPeople } from "./people.ts";

/** The kind of people; reads its lists. */
export function personKind(): Kind {
  const lists = loadPersonLists();
  return {
    name: "person",
    plural: "people",
    title: "People",
    schemaType: "Person",
    recognise: (article, spans) => recognisePeople(article, spans, lists),
    link: (articles) => linkPeople(articles, lists),
  };
}

/** Folded words that stand before a name and are not of it: "president", "gen". */
type Titles = ReadonlySet<string>;

function recognisePeople(article: Article, spans: readonly Span[], { titles }: PersonLists): Mention[] {
  const passages = passagesOf(article, spans);
  const tagged = passages.flatMap(({ spans: own, text }) =>
    own
      .filter((span) => span.label === "PER")
      .map((span) => nameSpan(span, text, titles))
      .filter((mention) => mention !== undefined),
  );
  return [...tagged, ...laterSurnames(passages, tagged)];
}

/** The name inside a span, without titles; nothing when the span names no person. */
function nameSpan(span: Span, text: string, titles: Titles): Mention | undefined {
  const start = skipTitles(text, span.start, span.end, titles);
  const name = text.slice(start, span.end).replace(/['’]s$/u, "");
  const end = start + name.length;
  if (!/\p{L}{2}/u.test(name) || /\p{N}/u.test(name)) return undefined;
  if (isInsideName(text, start, end)) return undefined;
  const { paragraph, confidence } = span;
  return { kind: "person", paragraph, start, end, text: name, foundBy: "tagger", confidence };
}

function skipTitles(text: string, start: number, end: number, titles: Titles): number {
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

// "USS Ronald Reagan": a ship.
const shipPattern = /\b(?:USS|HMS|USNS|INS|HMCS|HMAS|MV|SS) $/u;

function isInsideName(text: string, start: number, end: number): boolean {
  return isNamesake(text.slice(end, end + 40)) || shipPattern.test(text.slice(Math.max(0, start - 6), start));
}

/** "Watanabe", "GREENSPAN": a surname of this article that the tagger passed over elsewhere in it. */
function laterSurnames(passages: readonly Passage[], tagged: readonly Mention[]): Mention[] {
  const surnames = new Set(tagged.filter(({ text }) => text.includes(" ")).map(({ text }) => lastWord(text)));
  const capitals = new Set([...surnames].map((surname) => surname.toUpperCase()));
  if (surnames.size === 0) return [];
  return passages.flatMap(({ text, paragraph, isCapitals, spans }) => {
    const known = isCapitals ? capitals : surnames;
    const named = spans.filter((span) => span.label !== "MISC");
    // "Watanabe", "al-Assad" as "Assad": words of letters that begin with a capital.
    return Array.from(text.matchAll(/\p{Lu}[\p{L}\p{M}]+/gu))
      .filter(({ 0: word, index }) => known.has(word) && !isInsideName(text, index, index + word.length))
      .filter(({ 0: word, index }) => overlapping(named, { start: index, end: index + word.length }).length === 0)
      .map(({ 0: word, index }) => surnameMention(text, paragraph, index, index + word.length));
  });
}

// "von der Leyen", "bin Laden": particles that stand before a bare surname.
const particlesPattern = /(?:(?:[Vv]on|[Vv]an|de[rln]?|bin|al|el|la|le|du|d[ai]|dos|ter) )+$/u;

function surnameMention(text: string, paragraph: number, at: number, end: number): Mention {
  const start = at - (particlesPattern.exec(text.slice(Math.max(0, at - 16), at))?.[0].length ?? 0);
  const name = text.slice(start, end);
  return { kind: "person", paragraph, start, end, text: name, foundBy: "surname", confidence: 0.85 };
}

function lastWord(name: string): string {
  return name.split(/[\s-]+/u).at(-1) ?? name;
}
