/** What the rules for places share: what they know, and what the words around a name say. */

import { findPlaces, type Places } from "../gazetteers/places.ts";
import type { Extent } from "../text.ts";
import type { Mention } from "../types.ts";
import type { Passage } from "./passages.ts";

/** What the rules for places know. */
export interface PlaceLists {
  readonly places: Places;
  /** Folded words after which "U.S." before them is a noun: "said", "and", "presents". */
  readonly afterNouns: ReadonlySet<string>;
}

/** A mention of a place. */
export function placeMention(
  passage: Passage,
  start: number,
  end: number,
  foundBy: string,
  confidence: number,
): Mention {
  const { paragraph, text } = passage;
  return { kind: "place", paragraph, start, end, text: text.slice(start, end), foundBy, confidence };
}

/** Whether a stretch of text is a part of another. */
export function isInside(inner: Extent, outer: Extent): boolean {
  return inner.start >= outer.start && inner.end <= outer.end && inner.end - inner.start < outer.end - outer.start;
}

/** "Ky.", "W.Va.", "Man.": the full stop belongs to the abbreviation. */
export function abbreviationEnd(text: string, start: number, end: number, places: Places): number {
  const name = text.slice(start, end);
  if (text[end] !== "." || !(name.includes(".") || name.length < 6)) return end;
  return findPlaces(places, `${name}.`).length > 0 ? end + 1 : end;
}

// "U.S. officials", "U.S.-led", "UK forces": an abbreviated country before a noun is an adjective.
const abbreviatedPattern = /^(?:U\.?S\.?(?:A\.?)?|U\.?K\.?|U\.?A\.?E\.?)$/u;

// "Syria-bound", "U.S.-Iraq", "HRW's deputy Middle East director": what a thing or a post is called after.
const attributePattern = /^(?:[-\u2010-\u2013]\p{L}| (?:director|correspondent|editor|bureau|analyst|envoy|desk)\b)/u;

/** Whether a place's name is an adjective where it stands: "U.S. officials", "Syria-bound". */
export function isAdjective(passage: Passage, start: number, end: number, lists: PlaceLists): boolean {
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
