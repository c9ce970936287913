/**
 * Settles what the tagger and the lists disagree on, for a whole article: a town that is once read as a person, an
 * acronym or a people taken for somebody, a group named like a man.
 */

import { isCapitals, isHeadline, overlapping } from "../text.ts";
import { demonymCountries, findPlaces } from "../gazetteers/places.ts";
import { findInText } from "../gazetteers/phrases.ts";
import type { Span } from "../types.ts";
import { clues } from "./clues.ts";
import { cutSpan } from "./cut.ts";
import type { Knowledge } from "./knowledge.ts";
import { isFeature, townInRegion } from "./place-clues.ts";
import type { NamedSpan, Reading } from "./reading.ts";
import { firmWords, riverNames, watersideNames } from "./said.ts";

/** How sure a label is that came from a list or from the rest of the article. */
const settledConfidence = 0.85;

/** An organisation or a thing that the tagger is less sure of hides no place that the gazetteer finds in it. */
const leastOther = 0.35;

function isCredible({ label, text, confidence }: NamedSpan, { places }: Knowledge): boolean {
  if (label === "PER" || label === "LOC" || confidence >= leastOther) return true;
  return findPlaces(places, text).length > 0 || isFeature(text);
}

/** Spans of one article with the labels that the article as a whole bears out. `texts[0]` is the title. */
export function settleSpans(texts: readonly string[], spans: readonly Span[], knowledge: Knowledge): Span[] {
  const headlines = texts.map(isHeadline);
  const tagged = joinHyphenated(spans, texts)
    .flatMap((span) => cutSpan(withText(span, texts), headlines[span.paragraph]!, knowledge))
    .filter((span) => isCredible(span, knowledge));
  const known = texts.map((text, paragraph) => knownSpans(text, paragraph, knowledge));
  const named = withKnown(tagged, known, texts);
  const groups = known.map((own) => own.filter(({ label }) => label === "ORG"));
  const reading = { ...readingOf(texts, named, knowledge), headlines };
  const settled = named.map((span) => overlapping(groups[span.paragraph] ?? [], span)[0] ?? settleSpan(span, reading));
  // Two spans inside the name of one group have become the same span.
  return settled.filter((span, i) => i === 0 || !isOverlapping(settled[i - 1]!, span));
}

/** "Mary-Ann Brown-Hughes", of which the tagger makes two persons: what only a hyphen parts is one. */
function joinHyphenated(spans: readonly Span[], texts: readonly string[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const isPair = last?.paragraph === span.paragraph && last.label === "PER" && span.label === "PER";
    const isRest = isPair && span.start === last.end + 1 && texts[span.paragraph]?.[last.end] === "-";
    if (isRest) joined[joined.length - 1] = { ...last, end: span.end };
    else joined.push(span);
  }
  return joined;
}

// "-F" behind "McCain"; " City" behind "Ho Chi Minh".
const partBehind = /^(?:-\p{L}| (?:City|County|Province)\b)/u;

// "Gorbachev", not "baker".
const capitalFirst = /^\p{Lu}/u;

/** Where a text names a group or a person that is known. */
function knownSpans(text: string, paragraph: number, { names }: Knowledge): Span[] {
  const { words, matches } = findInText(names, text);
  return matches.flatMap(({ from, to, values }): Span[] => {
    const [start, end] = [words[from]!.start, words[to - 1]!.end];
    const label = values[0]!;
    // "pro-Assad" and "McCain-Feingold" are adjectives and laws.
    const isPart = text[start - 1] === "-" || partBehind.test(text.slice(end, end + " Province ".length));
    const isNone = label === "PER" && (isPart || !capitalFirst.test(text.slice(start, end)));
    return isNone ? [] : [{ paragraph, start, end, label, confidence: settledConfidence }];
  });
}

/** Adds the known persons and groups of which the tagger took no notice, or too little, text by text. */
function withKnown(
  tagged: readonly NamedSpan[],
  known: readonly (readonly Span[])[],
  texts: readonly string[],
): NamedSpan[] {
  const rows = texts.map((): NamedSpan[] => []);
  for (const span of tagged) rows[span.paragraph]!.push(span);
  return rows.flatMap((row, paragraph) => {
    const names = known[paragraph]!.map((name) => withText(name, texts));
    const added = names.filter((name) => !overlapping(row, name).some((span) => outweighs(span, name)));
    if (added.length === 0) return row;
    const kept = row.filter((span) => overlapping(added, span).length === 0);
    return [...kept, ...added].toSorted((a, b) => a.start - b.start);
  });
}

/** A longer name that holds a known one is another's, and the same words may be read as surely. */
function outweighs(span: Span, known: Span): boolean {
  return holds(span, known) && !(isSame(span, known) && span.confidence < settledConfidence);
}

function holds(span: Span, { start, end }: Span): boolean {
  return span.start <= start && end <= span.end;
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function withText(span: Span, texts: readonly string[]): NamedSpan {
  const { paragraph, start, end, label, confidence } = span;
  return { paragraph, start, end, label, confidence, text: texts[paragraph]?.slice(start, end) ?? "" };
}

function settleSpan(span: NamedSpan, reading: Reading): Span {
  for (const clue of clues[span.label]) {
    const change = clue(span, reading);
    if (change) return { ...bare(span), confidence: settledConfidence, ...change };
  }
  return bare(span);
}

function bare({ paragraph, start, end, label, confidence }: NamedSpan): Span {
  return { paragraph, start, end, label, confidence };
}

function isOverlapping(a: Span, b: Span): boolean {
  return a.paragraph === b.paragraph && a.start < b.end && b.start < a.end;
}

/** Works something out when it is first asked for. */
function lazily<Value>(workOut: () => Value): () => Value {
  let value: Value | undefined;
  return () => (value ??= workOut());
}

function readingOf(
  texts: readonly string[],
  spans: readonly NamedSpan[],
  knowledge: Knowledge,
): Omit<Reading, "headlines"> {
  const capitals = texts.map(isCapitals);
  const fullNames = spans.filter(({ label, text }) => label === "PER" && /\s/u.test(text));
  return {
    texts,
    knowledge,
    capitals,
    countries: namedCountries(spans, knowledge),
    states: namedStates(spans, knowledge),
    neighbours: neighbourFinder(texts, spans),
    explained: new Set(spans.filter((span) => townInRegion(span, { texts, knowledge })).map(({ text }) => text)),
    surnames: new Set(fullNames.map(({ text }) => text.split(/\s+/u).at(-1) ?? "")),
    nameParts: new Set(fullNames.flatMap(({ text }) => text.split(/[\s-]+/u))),
    firms: lazily(() => firmWords(texts)),
    rivers: lazily(() => riverNames(texts)),
    watersides: lazily(() => watersideNames(texts)),
    votes: countVotes(spans.filter(({ paragraph }) => !capitals[paragraph])),
  };
}

/** Codes of the countries that an article names, or whose people or regions it names. */
function namedCountries(spans: readonly NamedSpan[], { places }: Knowledge): Set<string> {
  const countries = new Set<string>();
  for (const { label, text } of spans) {
    const place = label === "LOC" ? findPlaces(places, text)[0] : undefined;
    if (place?.country !== undefined && ["country", "region"].includes(place.kind)) countries.add(place.country);
    for (const code of demonymCountries(places, text)) countries.add(code);
  }
  return countries;
}

/** Countries of whose states and regions a local paper says no more than the name. */
const statedCountries: ReadonlySet<string> = new Set(["AU", "CA", "NZ", "US"]);

/** "Calif". */
const longestAbbreviation = 5;

/** "US Oregon": the states that an article names, "Ore." among them. */
function namedStates(spans: readonly NamedSpan[], { places }: Knowledge): Set<string> {
  const named = spans
    .filter(({ label }) => label === "LOC")
    .flatMap(({ text }) => (text.length <= longestAbbreviation ? [text, `${text}.`] : [text]));
  // "Washington" is the city, "Georgia" the country.
  const regions = new Set(
    named.flatMap((text) => findPlaces(places, text).slice(0, 1)).filter(({ kind }) => kind === "region"),
  );
  return new Set(
    Array.from(regions).flatMap(({ country = "", name }) =>
      statedCountries.has(country) ? [`${country} ${name}`] : [],
    ),
  );
}

function neighbourFinder(texts: readonly string[], spans: readonly NamedSpan[]): Reading["neighbours"] {
  const positions = new Map(spans.map((span, i) => [span, i]));
  return (span) => {
    const at = positions.get(span) ?? -1;
    const pairs = [
      [spans[at - 1], span, spans[at - 1]],
      [span, spans[at + 1], spans[at + 1]],
    ] as const;
    return pairs.flatMap(([left, right, other]) => {
      if (!left || !right || !other || left.paragraph !== right.paragraph) return [];
      return [{ other, between: texts[left.paragraph]!.slice(left.end, right.start) }];
    });
  };
}

/** For each name, how sure the tagger was of each label, summed over the article. */
function countVotes(spans: readonly NamedSpan[]): Reading["votes"] {
  const votes = new Map<string, Map<Span["label"], number>>();
  for (const { text, label, confidence } of spans) {
    const row = votes.get(text) ?? new Map<Span["label"], number>();
    votes.set(text, row.set(label, (row.get(label) ?? 0) + confidence));
  }
  return votes;
}
