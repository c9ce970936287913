/**
 * Compares the index terms that a build gives each article with hand-made ones.
 *
 * A term is right when its name, or one of its surface forms in the article, is that of a gold term: white space,
 * case, diacritics, a leading "the" and a plural "s" do not matter. A gold term is found once: the second spelling of
 * somebody already found is a false alarm. Optional gold terms count neither way.
 */

import { splitWords } from "../gazetteers/phrases.ts";
import { distance } from "../geodesy.ts";
import { reliabilityOf, type Guess, type Reliability } from "./reliability.ts";
import type { Entity, Kind, Mention, ReadArticle } from "../types.ts";
import type { GoldRecord, GoldTerm } from "./gold.ts";

/** How many were right, how many wrong, how many missed. */
export interface Tally {
  readonly right: number;
  readonly falseAlarms: number;
  readonly misses: number;
}

/** Precision, recall and their harmonic mean; 0 where there is nothing to divide by. */
export function ratios({ right, falseAlarms, misses }: Tally) {
  return {
    precision: right / Math.max(1, right + falseAlarms),
    recall: right / Math.max(1, right + misses),
    f1: (2 * right) / Math.max(1, 2 * right + falseAlarms + misses),
  };
}

/** How many of all. */
export interface Share {
  readonly right: number;
  readonly total: number;
}

/** A term that was missed, or was no term, with the words around it. */
export interface Mistake {
  readonly article: string;
  readonly plural: string;
  readonly sort: "missed" | "false alarm" | "far off";
  readonly name: string;
  readonly sentence: string;
}

/** What comparing found. */
export interface TermScores {
  readonly kinds: Readonly<Record<string, Tally>>;
  readonly titles: Share;
  /** Resolved places near enough to the gold coordinate. */
  readonly located: Share;
  /** Bare surnames that belong to the same entity as their full name. */
  readonly surnames: Share;
  /** How often tags of about one confidence are right. */
  readonly reliability: readonly Reliability[];
  readonly mistakes: readonly Mistake[];
}

/** A term as the build gives it to one article. */
interface Term {
  readonly entity: Entity;
  readonly mentions: readonly Mention[];
}

interface Pairing {
  readonly pairs: readonly { readonly term: Term; readonly gold: GoldTerm }[];
  readonly alarms: readonly Term[];
  readonly misses: readonly GoldTerm[];
}

/** One article with its gold record and the terms of the build. */
interface Compared {
  readonly read: ReadArticle;
  readonly gold: GoldRecord;
  /** By `Kind.plural`. */
  readonly pairings: Readonly<Record<string, Pairing>>;
}

/** Scores a build against gold records; articles without a record are left out. */
export function scoreTerms(
  archive: { readonly articles: readonly ReadArticle[]; readonly entities: readonly Entity[] },
  kinds: readonly Kind[],
  gold: readonly GoldRecord[],
): TermScores {
  const terms = termsByArticle(archive.entities);
  const records = new Map(gold.map((record) => [record.id, record]));
  const compared = archive.articles.flatMap((read) => {
    const record = records.get(read.article.source.replace(/\.[^.]+$/u, ""));
    return record ? [compareArticle(read, record, terms.get(read.article.source) ?? [], kinds)] : [];
  });
  return {
    kinds: Object.fromEntries(kinds.map(({ plural }) => [plural, tally(compared.map((c) => c.pairings[plural]!))])),
    titles: share(compared.map(({ read, gold: { title } }) => read.article.title === title)),
    located: share(compared.flatMap(({ pairings }) => locatedPairs(pairings).map(isNear))),
    surnames: share(compared.flatMap(({ pairings }) => surnameLinks(pairings))),
    reliability: reliabilityOf(compared.flatMap(({ pairings }) => Object.values(pairings).flatMap(guessesOf))),
    mistakes: compared.flatMap(mistakesOf),
  };
}

/** A tag is as sure as its surest mention in the article. */
function guessesOf({ pairs, alarms }: Pairing): Guess[] {
  return [
    ...pairs.map(({ term }) => ({ confidence: confidenceOf(term), isRight: true })),
    ...alarms.map((term) => ({ confidence: confidenceOf(term), isRight: false })),
  ];
}

function confidenceOf({ mentions }: Term): number {
  return Math.max(...mentions.map(({ confidence }) => confidence));
}

/** The terms of each article, by its source; an entity's occurrences are in order of article. */
function termsByArticle(entities: readonly Entity[]): Map<string, Term[]> {
  const terms = new Map<string, Term[]>();
  for (const entity of entities) {
    for (const source of new Set(entity.occurrences.map((occurrence) => occurrence.source))) {
      const own = entity.occurrences.filter((occurrence) => occurrence.source === source);
      const term = { entity, mentions: own.map(({ mention }) => mention) };
      terms.set(source, [...(terms.get(source) ?? []), term]);
    }
  }
  return terms;
}

function compareArticle(read: ReadArticle, gold: GoldRecord, terms: readonly Term[], kinds: readonly Kind[]): Compared {
  const pairings = kinds.map(({ name, plural }) => {
    const own = terms.filter(({ entity }) => entity.kind === name);
    return [plural, pairTerms(own, gold.terms[plural] ?? [])] as const;
  });
  return { read, gold, pairings: Object.fromEntries(pairings) };
}

/** Pairs terms with gold terms, equal names before equal surface forms. */
function pairTerms(terms: readonly Term[], golds: readonly GoldTerm[]): Pairing {
  const pairs: { term: Term; gold: GoldTerm }[] = [];
  for (const isSame of [isSameName, isSameForm]) {
    for (const term of terms) {
      if (pairs.some((pair) => pair.term === term)) continue;
      const gold = golds.find((each) => isSame(term, each) && !pairs.some((pair) => pair.gold === each));
      if (gold) pairs.push({ term, gold });
    }
  }
  return {
    pairs: pairs.filter(({ gold }) => !gold.optional),
    alarms: terms.filter((term) => !pairs.some((pair) => pair.term === term)),
    misses: golds.filter((gold) => !gold.optional && !pairs.some((pair) => pair.gold === gold)),
  };
}

function isSameName({ entity }: Term, gold: GoldTerm): boolean {
  return termKey(entity.name) === termKey(gold.name);
}

function isSameForm({ mentions }: Term, gold: GoldTerm): boolean {
  const forms = new Set(gold.mentions.map(termKey));
  return mentions.some((mention) => forms.has(termKey(mention.text)));
}

/** What of a term is compared: folded words without "the", the last without a plural "s". */
function termKey(text: string): string {
  const key = splitWords(text.replace(/['’‘]/gu, ""))
    .map((word) => word.key)
    .join(" ");
  // "the missiles" and "missile" are one term; "Brussels" loses its last letter on both sides.
  return key.replace(/^the /u, "").replace(/s$/u, "");
}

function tally(pairings: readonly Pairing[]): Tally {
  return {
    right: sum(pairings.map(({ pairs }) => pairs.length)),
    falseAlarms: sum(pairings.map(({ alarms }) => alarms.length)),
    misses: sum(pairings.map(({ misses }) => misses.length)),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function share(facts: readonly boolean[]): Share {
  return { right: facts.filter(Boolean).length, total: facts.length };
}

interface LocatedPair {
  readonly term: Term;
  readonly gold: GoldTerm;
}

function locatedPairs(pairings: Compared["pairings"]): LocatedPair[] {
  return Object.values(pairings)
    .flatMap(({ pairs }) => pairs)
    .filter(({ gold, term }) => typeof gold.lat === "number" && term.entity.latitude !== undefined);
}

/** Kilometres within which a place is where the gold says; the centre of a country or region is a matter of taste. */
const nearEnough: Readonly<Record<string, number>> = { country: 500, region: 300 };
const nearEnoughOtherwise = 161;

function isNear({ term: { entity }, gold }: LocatedPair): boolean {
  const here = { latitude: entity.latitude ?? 0, longitude: entity.longitude ?? 0 };
  const there = { latitude: gold.lat ?? 0, longitude: gold.lon ?? 0 };
  return distance(here, there) <= (nearEnough[gold.kind ?? ""] ?? nearEnoughOtherwise);
}

/** For each bare surname of a gold term with a full name: whether it went to the entity that was paired with it. */
function surnameLinks(pairings: Compared["pairings"]): boolean[] {
  return Object.values(pairings).flatMap(({ pairs, alarms }) => {
    const terms = [...pairs.map(({ term }) => term), ...alarms].filter(({ entity }) => entity.kind === "person");
    return pairs
      .filter(({ gold }) => gold.kind === undefined && gold.name.includes(" "))
      .flatMap(({ term, gold }) =>
        gold.mentions
          .filter((form) => !/\s/u.test(form))
          .flatMap((form) => terms.flatMap((t) => t.mentions.filter((m) => m.text === form).map(() => t === term))),
      );
  });
}

function mistakesOf({ read, gold, pairings }: Compared): Mistake[] {
  return Object.entries(pairings).flatMap(([plural, pairing]) => {
    const mistake = (sort: Mistake["sort"], name: string, form: string): Mistake => ({
      article: gold.id,
      plural,
      sort,
      name,
      sentence: contextOf(read, form),
    });
    return [
      ...pairing.misses.map((miss) => mistake("missed", miss.name, miss.mentions[0] ?? miss.name)),
      ...pairing.alarms.map(({ entity, mentions }) => mistake("false alarm", entity.name, mentions[0]!.text)),
      ...locatedPairs({ [plural]: pairing })
        .filter((pair) => !isNear(pair))
        .map(({ term, gold: { mentions } }) => mistake("far off", term.entity.name, mentions[0] ?? "")),
    ];
  });
}

/** The words around the first place where a form stands. */
function contextOf({ article }: ReadArticle, form: string): string {
  const text = [article.title, ...article.paragraphs].join(" ¶ ");
  const at = Math.max(0, text.indexOf(form.replace(/\s+/gu, " ")));
  return text.slice(Math.max(0, at - 60), at + form.length + 60);
}
