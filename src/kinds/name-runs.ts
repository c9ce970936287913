/** Runs of words that are a name of the gazetteer. */

import {
  beginsPlace,
  findPlaceAt,
  findPlaces,
  hasPlacePrefix,
  type PlaceRecord,
  type Places,
} from "../gazetteers/places.ts";
import type { Extent } from "../text.ts";
import { abbreviationEnd } from "./place-words.ts";

/** A run of words that is a place's name. */
export interface NameRun extends Extent {
  readonly best: PlaceRecord | undefined;
  /** All places of that name, the best first. */
  readonly places: readonly PlaceRecord[];
  readonly words: number;
}

/** Longer than most names, and than any of six words, in characters. */
const usual = 36;
const farthest = 90;

// "Al-Qa'im", "W.Va": letters, and the marks that stand inside names.
const wordPattern = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’.](?=\p{L}))*/u;
const wordsPattern = new RegExp(wordPattern, "gu");
const firstPattern = new RegExp(wordPattern, "uy");
// "Oxford, North Carolina" is two names.
const namePattern = /^[^,;:()"“”!?]*/u;

// Words that begin names and sentences.
const articlePattern = /^(?:the|a[dnrst]|el)$/iu;

// Words in small letters that a place's name may go on with: "Rio de Janeiro", "Gulf of Oman", "Faw peninsula".
const goesOnWith: ReadonlySet<string> = new Set(
  (
    "a abu ad al am an and ar as at az bei ben bin da das de del della den der des di do dos du e ed el en er es esh et " +
    "eth ez im in la las le les lo los of on op sur the u ul um und under upon van vor y za zum " +
    "airport area base basin bay border bridge camp canal cape city coast county crossing dam delta desert district " +
    "field forest gulf heights hills island islands lake marshes mountain mountains oasis peninsula plain plains " +
    "plateau point port prison province region reservation river sea state strait straits suburb town valley village"
  ).split(" "),
);

// " said" behind "Iraq": the next word, when it is in small letters.
const smallWordPattern = / (\p{Ll}+)/uy;

/** Whether the next word shows that a name ends here: most do. */
function isLastWord(text: string, end: number): boolean {
  smallWordPattern.lastIndex = end;
  const next = smallWordPattern.exec(text)?.[1];
  return next !== undefined && !goesOnWith.has(next);
}

/** The longest name that begins at a position: "King's Lynn", but "Ghana" of "Ghana's Cocoa Board". */
export function runAt(text: string, start: number, places: Places): NameRun | undefined {
  firstPattern.lastIndex = start;
  const first = firstPattern.exec(text)?.[0];
  if (first === undefined) return undefined;
  const end = start + first.length;
  if (isLastWord(text, end)) return loneRun(isPossessive(first) ? withoutPossessive(first) : first, start, places);
  const isBeforeStop = text[end] === ".";
  const isBeginning = isNameBeginning(first, isBeforeStop, places);
  if (!isBeginning && isPossessive(first)) return loneRun(withoutPossessive(first), start, places);
  if (!isBeginning) return undefined;
  if (!isBeforeStop && !hasPlacePrefix(places, first)) return loneRun(first, start, places);
  const run = longRun(pieceAt(text, start, usual), first, start, places);
  // A name that fills the usual length may be longer.
  return run && run.end - start > usual / 2 ? longRun(pieceAt(text, start, farthest), first, start, places) : run;
}

function pieceAt(text: string, start: number, length: number): string {
  return namePattern.exec(text.slice(start, start + length))![0];
}

/** A name of several words, or one that might be. */
function longRun(piece: string, first: string, start: number, places: Places): NameRun | undefined {
  const words = [...piece.matchAll(wordsPattern)];
  const tokens = words.map((word) => word[0]);
  // "The UK" is the UK, and "AS IRAQ" is Iraq; "The Hague" and "As-Suwayda" are longer than what follows their article.
  const isApart = piece[first.length] === " " && articlePattern.test(first);
  if (isApart && (findPlaceAt(places, tokens.map(withoutPossessive), 1) || !/^\p{Lu}/u.test(tokens[1] ?? "")))
    return undefined;
  const bare = findPlaceAt(places, tokens, 0);
  // "Man." is Manitoba; Man is a town that nobody means.
  const run = bare && !bare.places[0]!.ambiguous ? bare : (findPlaceAt(places, dottedTokens(words, piece), 0) ?? bare);
  const owning = tokens.some(isPossessive) ? findPlaceAt(places, tokens.map(withoutPossessive), 0) : undefined;
  const best = owning && owning.length > (run?.length ?? 0) ? owning : run;
  const last = best && words[best.length - 1];
  if (!best || !last) return undefined;
  const bareEnd = last.index + (best === owning ? withoutPossessive(last[0]) : last[0]).length;
  const end = start + abbreviationEnd(piece, 0, bareEnd, places);
  return { start, end, best: best.places[0], places: best.places, words: best.length };
}

function isPossessive(word: string): boolean {
  return /.['’][sS]$/u.test(word);
}

function withoutPossessive(word: string): string {
  return isPossessive(word) ? word.slice(0, -"'s".length) : word;
}

/** The words with the full stops behind them. */
function dottedTokens(words: readonly RegExpExecArray[], piece: string): string[] {
  return words.map(({ 0: word, index }) => (piece[index + word.length] === "." ? `${word}.` : word));
}

/** A word that is a name and begins no longer one, as most are. */
function loneRun(word: string, start: number, places: Places): NameRun | undefined {
  const row = findPlaces(places, word);
  return row.length === 0 ? undefined : { start, end: start + word.length, best: row[0], places: row, words: 1 };
}

function isNameBeginning(word: string, isBeforeStop: boolean, places: Places): boolean {
  const forms = isBeforeStop ? [word, `${word}.`] : [word];
  return forms.some((form) => findPlaces(places, form).length > 0 || hasPlacePrefix(places, form));
}

/** Whether a name of the gazetteer may begin with a word. */
export function mayBegin(word: string, places: Places): boolean {
  return beginsPlace(places, word) || (isPossessive(word) && beginsPlace(places, withoutPossessive(word)));
}
