/** Places: any named place used as a noun. The tagger and the gazetteer find them; demonyms and adjectives are none. */

import { findPlaceAt, findPlaces, hasPlacePrefix, type PlaceRecord, type Places } from "../gazetteers/places.ts";
import { loadWordList } from "../gazetteers/word-list.ts";
import { overlapping, type Extent } from "../text.ts";
import type { Article, Kind, Mention, Span } from "../types.ts";
import { passagesOf, type Passage } from "./passages.ts";
import { describePlace, linkPlaces } from "./toponyms.ts";

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
    schemaType: "Place",
    recognise: (article, spans) => recognisePlaces(article, spans, lists),
    link: (articles) => linkPlaces(articles, places, home),
    describe: (name, distinction) => describePlace(places, name, distinction),
  };
}

function recognisePlaces(article: Article, spans: readonly Span[], lists: PlaceLists): Mention[] {
  return passagesOf(article, spans).flatMap((passage) => {
    const dateline =
      passage.paragraph === 1 && article.dateline ? datelineMentions(article.dateline.place, passage) : [];
    const tagged = passage.spans
      .filter((span) => span.label === "LOC")
      .map((span) => taggedMention(span, passage, lists))
      .filter((mention) => mention !== undefined);
    const roads = roadMentions(passage).filter((road) => overlapping(tagged, road).length === 0);
    return unitePlaces([...dateline, ...roads], tagged, gazetteerMentions(passage, tagged, lists));
  });
}

/** A dateline is always right; "Shatt al-Arab" of the gazetteer is better than "Shatt" of the tagger, else the tagger is. */
function unitePlaces(dateline: readonly Mention[], tagged: readonly Mention[], known: readonly Mention[]): Mention[] {
  const longer = known.filter((mention) => overlapping(tagged, mention).every((other) => isInside(other, mention)));
  const better = tagged.filter((mention) => overlapping(longer, mention).length === 0);
  const found = [...longer, ...better].filter((mention) => overlapping(dateline, mention).length === 0);
  return [...dateline, ...found].toSorted((a, b) => a.start - b.start);
}

function isInside(inner: Extent, outer: Extent): boolean {
  return inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start;
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

/** "Interstate 64", "Highway 1": named roads, of which no gazetteer has a list. */
function roadMentions(passage: Passage): Mention[] {
  return Array.from(passage.text.matchAll(/\b(?:Interstate|Highway|Route) \d{1,4}[A-Z]?\b/gu), ({ 0: road, index }) =>
    placeMention(passage, index, index + road.length, "road", 0.85),
  );
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
  const bareEnd = abbreviationEnd(passage.text, start, start + text.length, lists.places);
  const end = divisionEnd(passage.text, start, bareEnd, lists.places);
  if (!/\p{Lu}/u.test(text) || (!passage.isCapitals && isUnknownAcronym(text, lists.places))) return undefined;
  if (isAdjective(passage, start, end, lists) || isMagazine(passage.text, start, text, lists.places)) return undefined;
  return placeMention(passage, start, end, "tagger", span.confidence);
}

/** "a video by The Atlantic": a sea has no capital article inside a sentence. */
function isMagazine(text: string, start: number, name: string, places: Places): boolean {
  const isInSentence = /[\p{Ll},] The $/u.test(text.slice(Math.max(0, start - "x The ".length), start));
  return isInSentence && findPlaces(places, name)[0]?.kind === "water";
}

/** "Ky.", "W.Va.", "Man.": the full stop belongs to the abbreviation. */
function abbreviationEnd(text: string, start: number, end: number, places: Places): number {
  const name = text.slice(start, end);
  if (text[end] !== "." || !(name.includes(".") || name.length < 6)) return end;
  return findPlaces(places, `${name}.`).length > 0 ? end + 1 : end;
}

/** "Washington state" is not Washington: the word that says what kind of place it is belongs to the mention. */
function divisionEnd(text: string, start: number, end: number, places: Places): number {
  const word = /^ (?:state|province|governorate|oblast)\b/u.exec(text.slice(end, end + 16))?.[0];
  if (word === undefined) return end;
  return findPlaces(places, text.slice(start, end + word.length)).length > 0 ? end + word.length : end;
}

/** "ODE", "ISIL": capitals that no list has for a place are an organisation. */
function isUnknownAcronym(text: string, places: Places): boolean {
  if (!/^\p{Lu}{2,5}$/u.test(text)) return false;
  return !findPlaces(places, text).some(({ acronym }) => acronym);
}

// "U.S. officials", "U.S.-led", "UK forces": an abbreviated country before a noun is an adjective.
const abbreviatedPattern = /^(?:U\.?S\.?(?:A\.?)?|U\.?K\.?|U\.?A\.?E\.?)$/u;

// "Syria-bound", "U.S.-Iraq", "HRW's deputy Middle East director": what a thing or a post is called after.
const attributePattern = /^(?:[-\u2010-\u2013]\p{L}| (?:director|correspondent|editor|bureau|analyst|envoy|desk)\b)/u;

function isAdjective(passage: Passage, start: number, end: number, lists: PlaceLists): boolean {
  const after = passage.text.slice(end, end + 40);
  if (attributePattern.test(after)) return true;
  if (!abbreviatedPattern.test(passage.text.slice(start, end))) return false;
  // "U.S., German, and Canadian companies": one adjective of several.
  const listed = /^\.?,? (?:and |or )?(\p{Lu}\p{Ll}+)/u.exec(after)?.[1];
  if (listed !== undefined && lists.places.demonyms.has(listed)) return true;
  // "in the U.S. on", "by the U.S. and", "UK WELCOMES": the word that follows decides.
  const next = /^\.?\s+["“]?([\p{L}'’]+)/u.exec(after)?.[1];
  return next !== undefined && !lists.afterNouns.has(next.toLowerCase());
}

/** Importance from which a name of the gazetteer, of one word or of several, is a place without the tagger's word. */
const famousWord = 50;
const famousPhrase = 40;

/** Names of the gazetteer that the tagger passed over, most of them in headlines, or of which it saw a part. */
function gazetteerMentions(passage: Passage, tagged: readonly Mention[], lists: PlaceLists): Mention[] {
  const found: Mention[] = [];
  let end = 0;
  // Every capital that opens a word.
  for (const { index } of passage.text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}/gu)) {
    const run = index < end ? undefined : runAt(passage.text, index, lists.places);
    if (!run) continue;
    end = run.end;
    if (isPlaceRun(run, passage, tagged, lists))
      found.push(placeMention(passage, run.start, run.end, "gazetteer", 0.8));
  }
  return found;
}

/** A run of words that is a place's name. */
interface NameRun extends Extent {
  readonly best: PlaceRecord | undefined;
  readonly words: number;
}

// Longer than any name of six words.
const farthest = 90;

// "Al-Qa'im", "W.Va": letters, and the marks that stand inside names.
const wordPattern = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’.](?=\p{L}))*/u;
const wordsPattern = new RegExp(wordPattern, "gu");
// "Oxford, North Carolina" is two names.
const namePattern = /^[^,;:()"“”!?]*/u;

// Words that begin names and sentences.
const articlePattern = /^(?:the|a[dnrst]|el)$/iu;

/** The longest name that begins at a position. */
function runAt(text: string, start: number, places: Places): NameRun | undefined {
  const piece = namePattern.exec(text.slice(start, start + farthest))![0];
  const first = wordPattern.exec(piece)?.[0];
  if (first === undefined || !isNameBeginning(first, piece[first.length] === ".", places)) return undefined;
  const words = [...piece.matchAll(wordsPattern)];
  const tokens = words.map((word) => word[0]);
  // "The UK" is the UK, and "AS IRAQ" is Iraq; "The Hague" and "As-Suwayda" are longer than what follows their article.
  const isApart = piece[first.length] === " " && articlePattern.test(first);
  if (isApart && (findPlaceAt(places, tokens, 1) || !/^\p{Lu}/u.test(tokens[1] ?? ""))) return undefined;
  const dotted = words.map((word) => (piece[word.index + word[0].length] === "." ? `${word[0]}.` : word[0]));
  const bare = findPlaceAt(places, tokens, 0);
  // "Man." is Manitoba; Man is a town that nobody means.
  const run = bare && !bare.places[0]!.ambiguous ? bare : (findPlaceAt(places, dotted, 0) ?? bare);
  const last = run && words[run.length - 1];
  if (!run || !last) return undefined;
  const end = abbreviationEnd(text, start, start + last.index + last[0].length, places);
  return { start, end, best: run.places[0], words: run.length };
}

function isNameBeginning(word: string, isBeforeStop: boolean, places: Places): boolean {
  const forms = isBeforeStop ? [word, `${word}.`] : [word];
  return forms.some((form) => findPlaces(places, form).length > 0 || hasPlacePrefix(places, form));
}

function isPlaceRun(run: NameRun, passage: Passage, tagged: readonly Mention[], lists: PlaceLists): boolean {
  const { text, spans, isCapitals } = passage;
  const { best, words, start, end } = run;
  if (!best || isAdjective(passage, start, end, lists)) return false;
  if (isRegionOfTown(run, passage, tagged) || isTownOfRegion(run, passage, lists.places)) return true;
  if (best.ambiguous) return false;
  if (overlapping(tagged, run).some((mention) => isInside(mention, run))) return true;
  if (best.importance < (words > 1 ? famousPhrase : famousWord) || overlapping(spans, run).length > 0) return false;
  // "RAIDS IN IRAN": two or three capitals in a headline of capitals may be any word.
  if (isCapitals) return end - start > 3 || /^U(?:K|SA|AE)$/u.test(text.slice(start, end));
  return !isInLongerName(passage, run);
}

/** "Churchill, Man.": what is no place elsewhere is one right behind a town. */
function isRegionOfTown({ best, start, end }: NameRun, { text, spans }: Passage, tagged: readonly Mention[]): boolean {
  if (best?.kind !== "region" || overlapping(spans, { start, end }).length > 0) return false;
  const isBehindTown = overlapping(tagged, { start: start - ", x".length, end: start - ", ".length }).length > 0;
  return isBehindTown && text.slice(start - ", ".length, start) === ", ";
}

/** "Mobile, Ala.", "Beaver, West Virginia": a word that is also a town's name, with the town's state behind it. */
function isTownOfRegion({ start, end }: NameRun, { text, spans }: Passage, places: Places): boolean {
  if (!text.startsWith(", ", end) || overlapping(spans, { start, end }).length > 0) return false;
  const region = runAt(text, end + ", ".length, places)?.best;
  if (region?.kind !== "region") return false;
  const towns = findPlaces(places, text.slice(start, end));
  return towns.some((town) => town.country === region.country && town.region === region.name);
}

/** "Iran Air", "Bank of Japan": a capital right beside a name makes it part of a longer one, unless a person follows. */
function isInLongerName({ text, spans }: Passage, { start, end }: Extent): boolean {
  if (/\p{Ll} of $/u.test(text.slice(Math.max(0, start - 5), start))) return true;
  const isPersonNext = overlapping(spans, { start: end + 1, end: end + 2 }).some(({ label }) => label === "PER");
  return !isPersonNext && /^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 3));
}
