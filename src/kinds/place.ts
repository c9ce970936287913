/** Places: any named place used as a noun. The tagger and the gazetteer find them; demonyms and adjectives are none. */

import { findPlaceAt, type PlaceRecord, type Places } from "../gazetteers/places.ts";
import { loadWordList } from "../gazetteers/word-list.ts";
import { overlapping } from "../text.ts";
import type { Article, Kind, Mention, Span } from "../types.ts";
import { passagesOf, type Passage } from "./passages.ts";
import { linkPlaces } from "./toponyms.ts";

/** What the rules for places know. */
interface PlaceLists {
  readonly places: Places;
  /** Folded words after which "U.S." before them is a noun: "said", "and", "presents". */
  readonly afterNouns: ReadonlySet<string>;
}

/** The kind of places. `home` is where the articles were published: "Kentucky". */
export function placeKind(places: Places, home?: string): Kind {
  const lists = { places, afterNouns: loadWordList("after-nouns.txt") };
  return {
    name: "place",
    plural: "places",
    title: "Places",
    recognise: (article, spans) => recognisePlaces(article, spans, lists),
    link: (articles) => linkPlaces(articles, places, home),
  };
}

function recognisePlaces(article: Article, spans: readonly Span[], lists: PlaceLists): Mention[] {
  return passagesOf(article, spans).flatMap((passage) => {
    const dateline =
      passage.paragraph === 1 && article.dateline ? datelineMentions(article.dateline.place, passage) : [];
    const tagged = passage.spans
      .filter((span) => span.label === "LOC")
      .map((span) => taggedMention(span, passage, lists))
      .filter((mention) => mention !== undefined && overlapping(dateline, mention).length === 0);
    const sure = [...dateline, ...tagged.filter((mention) => mention !== undefined)];
    const known = gazetteerMentions(passage, lists).filter((mention) => overlapping(sure, mention).length === 0);
    return [...sure, ...known].sort((a, b) => a.start - b.start);
  });
}

/** "EDMONTON, Ky." names a town and a state. */
function datelineMentions(place: string, passage: Passage): Mention[] {
  const from = passage.text.indexOf(place);
  if (from < 0) return [];
  return Array.from(place.matchAll(/[^,]+/gu), (part) => {
    const text = part[0].trim();
    const start = from + part.index + part[0].indexOf(text);
    return placeMention(passage, start, start + text.length, "dateline", 0.97);
  });
}

function placeMention(passage: Passage, start: number, end: number, foundBy: string, confidence: number): Mention {
  const { paragraph, text } = passage;
  return { kind: "place", paragraph, start, end, text: text.slice(start, end), foundBy, confidence };
}

/** The place inside a span; nothing when the words are an adjective or a people. */
function taggedMention(span: Span, passage: Passage, lists: PlaceLists): Mention | undefined {
  const raw = passage.text.slice(span.start, span.end);
  // "the Gulf", "Northern Iraq's": neither the article nor the possessive is of the name.
  const lead = /^(?:[Tt]he )?/u.exec(raw)![0].length;
  const text = raw.slice(lead).replace(/['’]s?$/u, "");
  const start = span.start + lead;
  const end = start + text.length;
  if (!/\p{Lu}/u.test(text) || lists.places.demonyms.has(text)) return undefined;
  if (isAdjective(passage, start, end, lists)) return undefined;
  return placeMention(passage, start, end, "tagger", span.confidence);
}

// "U.S. officials", "U.S.-led", "UK forces": an abbreviated country before a noun is an adjective.
const abbreviatedPattern = /^(?:U\.?S\.?(?:A\.?)?|U\.?K\.?|U\.?A\.?E\.?)$/u;

function isAdjective(passage: Passage, start: number, end: number, lists: PlaceLists): boolean {
  const after = passage.text.slice(end, end + 40);
  // "U.S.-Iraq", "Syria-bound", "Iraq–based".
  if (/^[-\u2010-\u2013]\p{L}/u.test(after)) return true;
  if (!abbreviatedPattern.test(passage.text.slice(start, end))) return false;
  // "in the U.S. on", "by the U.S. and", "UK WELCOMES": the word that follows decides.
  const next = /^\.?\s+["“]?([\p{L}'’]+)/u.exec(after)?.[1];
  return next !== undefined && !lists.afterNouns.has(next.toLowerCase());
}

/** Importance from which a name of the gazetteer is a place without the tagger's word for it. */
const famous = 55;

/** Famous names that the tagger passed over, most of them in headlines. */
function gazetteerMentions(passage: Passage, lists: PlaceLists): Mention[] {
  // "U.S.", "Da'esh", "Al-Qa'im": letters, and the marks that stand inside names.
  const words = Array.from(passage.text.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’.](?=\p{L}))*\.?/gu));
  const tokens = words.map((word) => word[0]);
  const found: Mention[] = [];
  for (let i = 0; i < tokens.length;) {
    const run = /^\p{Lu}/u.test(tokens[i]!) ? findPlaceAt(lists.places, tokens, i) : undefined;
    const start = words[i]!.index;
    const last = run && words[i + run.length - 1]!;
    if (run && last && isPlaceRun(run.places, passage, start, last.index + last[0].length, lists)) {
      found.push(placeMention(passage, start, last.index + last[0].replace(/\.$/u, "").length, "gazetteer", 0.8));
    }
    i += run?.length ?? 1;
  }
  return found;
}

function isPlaceRun(
  candidates: readonly PlaceRecord[],
  passage: Passage,
  start: number,
  end: number,
  lists: PlaceLists,
): boolean {
  const best = candidates[0]!;
  if (best.ambiguous || best.importance < famous) return false;
  if (overlapping(passage.spans, { start, end }).length > 0) return false;
  if (isAdjective(passage, start, end, lists)) return false;
  if (passage.isCapitals) return true;
  // "Iran Air", "Bank of Japan": a capital right beside it makes it part of a longer name.
  return (
    !/^ \p{Lu}\p{Ll}/u.test(passage.text.slice(end, end + 3)) &&
    !/\p{Ll} of $/u.test(passage.text.slice(Math.max(0, start - 5), start))
  );
}
