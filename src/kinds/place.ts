/** Places: whatever place is named by a noun. The tagger and the gazetteer find them; demonyms and adjectives are none. */

import { findPlaces, type Places } from "../gazetteers/places.ts";
import { loadWordList } from "../gazetteers/word-list.ts";
import { overlapping } from "../text.ts";
import type { Article, Kind, Mention, Span } from "../types.ts";
import { passagesOf, type Passage } from "./passages.ts";
import { designatedMentions } from "./place-patterns.ts";
import { gazetteerMentions } from "./place-runs.ts";
import { placeSpans } from "./place-spans.ts";
import { isInside, placeMention, type PlaceLists } from "./place-words.ts";
import { withoutTeams } from "./teams.ts";
import { describePlace, linkPlaces } from "./toponyms.ts";

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
  const passages = passagesOf(article, spans);
  const tagged = passages.map((passage) => placeSpans(passage, lists));
  const countries = countriesOf(tagged.flat(), lists.places);
  const found = passages.flatMap((passage, i) => {
    const dateline =
      passage.paragraph === 1 && article.dateline ? datelineMentions(article.dateline.place, passage) : [];
    const own = tagged[i]!;
    const designated = designatedMentions(passage).filter((mention) =>
      overlapping(own, mention).every((other) => isInside(other, mention)),
    );
    const others = own.filter((mention) => overlapping(designated, mention).length === 0);
    const sure = [...dateline, ...designated].toSorted((a, b) => a.start - b.start);
    return unitePlaces(sure, others, gazetteerMentions(passage, others, { ...lists, countries }));
  });
  return withoutTeams(found, passages);
}

/** Codes of the countries that the article plainly speaks of: "ACT" is a territory beside Sydney only. */
function countriesOf(tagged: readonly Mention[], places: Places): Set<string> {
  const best = tagged.map(({ text }) => findPlaces(places, text)[0]).filter((place) => place && !place.ambiguous);
  return new Set(best.flatMap((place) => place?.country ?? []));
}

/** Datelines and patterns are right; "Shatt al-Arab" of the gazetteer is better than "Shatt" of the tagger, else the tagger is. */
function unitePlaces(sure: readonly Mention[], tagged: readonly Mention[], known: readonly Mention[]): Mention[] {
  const longer = known.filter((mention) => overlapping(tagged, mention).every((other) => isInside(other, mention)));
  const better = tagged.filter((mention) => overlapping(longer, mention).length === 0);
  const found = [...longer, ...better].filter((mention) => overlapping(sure, mention).length === 0);
  return [...sure, ...found].toSorted((a, b) => a.start - b.start);
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
