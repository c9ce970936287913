/** Places that the gazetteer knows by name, where the tagger passed over them. */

import { findPlaces, type Places } from "../gazetteers/places.ts";
import { isResident } from "../names.ts";
import { isCapitals, overlapping, type Extent } from "../text.ts";
import type { Mention } from "../types.ts";
import { mayBegin, runAt, type NameRun } from "./name-runs.ts";
import type { Passage } from "./passages.ts";
import { isAdjective, isInside, placeMention, type PlaceLists } from "./place-words.ts";

/** What judging a run takes: the lists, and the codes of the countries that the article plainly speaks of. */
interface RunLists extends PlaceLists {
  readonly countries: ReadonlySet<string>;
}

/** Importance from which a name of the gazetteer, of one word or of several, is a place without the tagger's word. */
const famousWord = 50;
const famousPhrase = 40;

/** Names of the gazetteer that the tagger passed over, most of them in headlines, or of which it saw a part. */
export function gazetteerMentions(passage: Passage, tagged: readonly Mention[], lists: RunLists): Mention[] {
  const found: Mention[] = [];
  let end = 0;
  for (const { text: first, start } of passage.names) {
    if (start < end || !mayBegin(first, lists.places)) continue;
    const run = runAt(passage.text, start, lists.places);
    if (!run) continue;
    end = run.end;
    const last = found.at(-1);
    const towns = last && last.end >= run.start - ", ".length ? [last] : tagged;
    if (isPlaceRun(run, passage, { tagged, towns }, lists))
      found.push(placeMention(passage, run.start, run.end, "gazetteer", 0.8));
  }
  return found;
}

/** Mentions of a passage: what the tagger found, and what may be the town before a run. */
interface Mentions {
  readonly tagged: readonly Mention[];
  readonly towns: readonly Mention[];
}

function isPlaceRun(run: NameRun, passage: Passage, { tagged, towns }: Mentions, lists: RunLists): boolean {
  const { best, words, start, end } = run;
  if (!best || isAdjective(passage, start, end, lists)) return false;
  if (isStateOfParty(run, passage)) return true;
  if (isLaterDateline(run, passage) || isResidence(run, passage)) return true;
  if (isRegionOfTown(run, passage, towns) || isTownOfRegion(run, passage, lists.places)) return true;
  if (isListedState(run, passage, lists.countries) || isTheGulf(run, passage) || isIn(run, passage)) return true;
  if (best.ambiguous) return false;
  if (overlapping(tagged, run).some((mention) => isInside(mention, run))) return true;
  if ([isOwner, isBehindNear, isOrigin, isAroundPerson].some((isPlace) => isPlace(run, passage))) return true;
  if (isHere(run, passage, lists.countries)) return true;
  if (best.importance < (words > 1 ? famousPhrase : famousWord) || isOfOther(run, passage)) return false;
  // "RAIDS IN IRAN": two or three capitals in a headline of capitals may be any word.
  // "US SAYS NO", but "JOIN US": what opens a headline is no pronoun.
  const country = start === 0 ? /^U(?:S|K|SA|AE)$/u : /^U(?:K|SA|AE)$/u;
  if (passage.isCapitals) return end - start > 3 || country.test(passage.text.slice(start, end));
  return !isInLongerName(passage, run);
}

/** "Sen. John McCain (R-Ariz.)", "D-Texas": a state, behind the letter of a party. */
function isStateOfParty({ best, start }: NameRun, { text }: Passage): boolean {
  return (
    best?.kind === "region" &&
    best.country === "US" &&
    /(?<!\p{L})[DIR]-$/u.test(text.slice(Math.max(0, start - 3), start))
  );
}

// " -- A bicycle was stolen" behind "MONTPELIER".
const dashBehind = /^(?:, \p{Lu}[\p{L}. ]{1,20})? (?:--|[–—-]) /u;

/** "MONTPELIER -- A bicycle was reported stolen": further down, too, a paragraph says where it is from. */
function isLaterDateline({ start, end }: NameRun, { text, paragraph }: Passage): boolean {
  const isOpening = paragraph > 1 && start === 0 && /^\p{Lu}{4}/u.test(text);
  return isOpening && isCapitals(text.slice(start, end)) && dashBehind.test(text.slice(end, end + 30));
}

// " saleyards" behind "Hamilton".
const localBehind = /^ (?:pub|saleyards)\b/u;

/** "Greeneville man charged", "a Lisnaskea woman": whose town is named before them; a person's name would not stand there. */
function isResidence({ start, end, best }: NameRun, { text, spans }: Passage): boolean {
  const rest = text.slice(end, end + 14);
  if (!best || best.ambiguous || best.kind === "country" || !(isResident(rest) || localBehind.test(rest))) return false;
  return overlapping(spans, { start, end }).every((span) => span.start === start && span.end === end);
}

/** Importance from which a place of a country that the article speaks of needs no more than a preposition before it. */
const hereFrom = 30;

/** "were near Bandar Abbas and on Qeshm island", "an air strike on Hajjah market": a town of a country that is spoken of. */
function isHere(
  { best, start, end }: NameRun,
  { text, spans, isCapitals: isShouted }: Passage,
  countries: RunLists["countries"],
): boolean {
  if (!best || isShouted || best.importance < hereFrom || !countries.has(best.country ?? "")) return false;
  if (overlapping(spans, { start, end }).length > 0 || /^[-’']?\p{L}| \p{Lu}/u.test(text.slice(end, end + 2)))
    return false;
  return /\b(?:in|on|at|from|near|to|towards?|through) $/u.test(text.slice(Math.max(0, start - 9), start));
}

/** Below this a reading as a thing is a guess. */
const guess = 0.4;

/** Whether what the tagger reads there as something else has a better claim; words in small letters are no name. */
function isOfOther(run: NameRun, { text, spans }: Passage): boolean {
  return overlapping(spans, run).some((span) => {
    // "M.D." behind a name is no Maryland.
    if (span.label !== "MISC" || run.best?.acronym) return true;
    // "North Sea Brent": what the tagger makes nothing of holds no name of two words.
    if (run.words > 1 && span.confidence < guess) return false;
    const before = text.slice(span.start, Math.max(span.start, run.start));
    // "London metal (traders)" is London; "Karbala-7" is an operation.
    return !/^[\s\p{Ll}]*$/u.test(before + text.slice(Math.min(run.end, span.end), span.end));
  });
}

/** "Loretta Weinberg of Teaneck": where somebody is from, read into the name. */
function isOrigin({ start, end }: NameRun, { text, spans }: Passage): boolean {
  const [span] = overlapping(spans, { start, end });
  if (span?.label !== "PER" || span.end !== end) return false;
  return /^\S+(?: \S+)+ of $/u.test(text.slice(span.start, start));
}

// "King Abdullah", "Prince George": a title and a name, though there is a town called so.
const titlePattern = /^(?:King|Queen|Prince|Princess|Lord|Lady|Sir|General|President|Saint|St)\b/u;

/** "from Market Deeping" of which the tagger took "Deeping" for a person. */
function isAroundPerson({ words, start, end }: NameRun, { text, spans }: Passage): boolean {
  if (words < 2 || titlePattern.test(text.slice(start, end))) return false;
  const inside = overlapping(spans, { start, end });
  if (!inside.every((span) => span.label === "PER" && isInside(span, { start, end }))) return false;
  return (
    inside.length > 0 && /\b(?:in|at|from|near|to|of|outside|around) $/u.test(text.slice(Math.max(0, start - 9), start))
  );
}

// "Victoria, South Australia and the ACT", "WA's South West".
const listPattern = /(?:,|\b(?:and|or|in|to|from|of|across)) (?:the )?$/u;

/** Countries whose states go by bare initials in running text; "MD" and "OR" are seldom Maryland and Oregon. */
const initialled: ReadonlySet<string> = new Set(["AU", "CA"]);

/** "the ACT", "WA": initials of a state, in a row or behind a preposition, where the article speaks of its country. */
function isListedState({ best, start, end }: NameRun, passage: Passage, countries: ReadonlySet<string>): boolean {
  if (passage.isCapitals || !best?.acronym || best.kind !== "region") return false;
  const country = best.country ?? "";
  if (!initialled.has(country) || !countries.has(country)) return false;
  if (/^[-’']?\p{L}| \p{Lu}/u.test(passage.text.slice(end, end + 2))) return false;
  return listPattern.test(passage.text.slice(Math.max(0, start - 12), start));
}

/** "stolen in Jackson", "lives in Franklin", read as a person: one is in a place. */
function isIn({ start, end }: NameRun, { text, spans }: Passage): boolean {
  const [span] = overlapping(spans, { start, end });
  if (span?.label !== "PER" || span.start !== start || span.end !== end) return false;
  return /\b[Ii]n $/u.test(text.slice(Math.max(0, start - 4), start));
}

/** "ships in the Gulf", but not "the Gulf Coast" or "the Gulf War". */
function isTheGulf({ start, end }: NameRun, { text, spans }: Passage): boolean {
  if (text.slice(start, end) !== "Gulf" || !/\bthe $/u.test(text.slice(Math.max(0, start - 5), start))) return false;
  return (
    overlapping(spans, { start, end }).length === 0 && !/^(?:[-’']|\s+(?:of\b|\p{Lu}))/u.test(text.slice(end, end + 5))
  );
}

/** Importance from which a country or region owns what stands behind it. */
const ownerFrom = 60;

/** "Ghana's Cocoa Board": the body's name begins behind the country's. */
function isOwner({ best, start, end }: NameRun, { text, spans }: Passage): boolean {
  if (!best || best.importance < ownerFrom || (best.kind !== "country" && best.kind !== "historic")) return false;
  if (!/^['’]s \p{L}/u.test(text.slice(end, end + 4))) return false;
  return overlapping(spans, { start, end }).every((span) => span.label !== "PER" && span.start === start);
}

/** "near Ayn Isa", "Near Mar'a": only places are near. */
function isBehindNear({ start, end }: NameRun, { text, spans }: Passage): boolean {
  if (!/\b[Nn]ear $/u.test(text.slice(Math.max(0, start - 6), start))) return false;
  return (
    overlapping(spans, { start, end }).every((span) => span.end <= end) && !/^ \p{Lu}/u.test(text.slice(end, end + 2))
  );
}

/** "Churchill, Man.", "Brackenridge, Pa.": what is no place elsewhere is one right behind a town. */
function isRegionOfTown({ best, start, end }: NameRun, passage: Passage, towns: readonly Mention[]): boolean {
  const { text } = passage;
  if (best?.kind !== "region" || text.slice(start - ", ".length, start) !== ", ") return false;
  if (overlapping(passage.spans, { start, end }).some((span) => span.end > end)) return false;
  return overlapping(towns, { start: start - ", x".length, end: start - ", ".length }).length > 0;
}

/** "Mobile, Ala.", "Beaver, West Virginia": a word that is also a town's name, with the town's state behind it. */
function isTownOfRegion(run: NameRun, passage: Passage, places: Places): boolean {
  const { start, end, best } = run;
  if (!best || !passage.text.startsWith(", ", end) || isHeldBySpan(run, passage)) return false;
  const regions = runAt(passage.text, end + ", ".length, places)?.places ?? [];
  const towns = findPlaces(places, passage.text.slice(start, end));
  return regions.some(
    ({ kind, country, name }) =>
      kind === "region" && towns.some((town) => town.country === country && town.region === name),
  );
}

/** Whether a span begins before a town and says no place behind a preposition: "South Regional Jail in Beaver" does. */
function isHeldBySpan({ start, end }: NameRun, { text, spans }: Passage): boolean {
  if (/\b(?:in|at|of|from|near) $/u.test(text.slice(Math.max(0, start - 6), start))) return false;
  return overlapping(spans, { start, end }).some((span) => span.start < start);
}

// "a Georgia Democrat": what somebody is in a state is no part of its name.
const politicianPattern = /^ (?:Democrat|Republican|Senator|Governor|Congress(?:wo)?man|Sen\.|Gov\.|Rep\.)/u;

/** "Iran Air", "Bank of Japan": a capital right beside a name makes it part of a longer one, unless a person follows. */
function isInLongerName({ text, spans }: Passage, { start, end }: Extent): boolean {
  // "Bank of Japan", but "driven out of Sirte".
  if (/\p{Ll} of $/u.test(text.slice(Math.max(0, start - 5), start)))
    return !/\b(?:out|north|south|east|west) of $/u.test(text.slice(Math.max(0, start - 9), start));
  if (politicianPattern.test(text.slice(end, end + 14))) return false;
  const isPersonNext = overlapping(spans, { start: end + 1, end: end + 2 }).some(({ label }) => label === "PER");
  return !isPersonNext && /^ \p{Lu}\p{Ll}/u.test(text.slice(end, end + 3));
}
