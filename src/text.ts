/** Small pure helpers for text: comparing it, cutting it, making addresses of it. */
import { LATIN_FOR, PLAIN_LATIN } from "./text/letters.ts";

export { overlapping } from "./text/extents.ts";
export { splitSentences, type Extent } from "./text/sentences.ts";

const SLUG_LENGTH = 60;

// Combining accents of Latin, Greek and Cyrillic, and the Arabic vowel signs: "é" is "e" and U+0301.
const ACCENTS = /[\u0300-\u036f\u064b-\u0652]/gu;
// "ß", "ø", "ı": letters in their own right.
const LETTERS_BEYOND_ASCII = /\P{ASCII}/gu;
// "O'Brien", "Da’esh", "Qur`an": an apostrophe joins.
const APOSTROPHES = /['’‘ʼʻʿʾ`´]/gu;
// Names that Windows keeps for devices, that web servers or this site give a meaning, and bare numbers: years, pages.
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|clock|index|default|page|pagefind|data|\d{1,4})$/u;

// "kalibr", not "café".
const asciiOnly = /^\p{ASCII}*$/u;

/** Lower case without diacritics, for comparing: "Løvstrøm, Ağrı" gives "lovstrom, agri". */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (asciiOnly.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(ACCENTS, "")
    .replace(LETTERS_BEYOND_ASCII, (letter) => PLAIN_LATIN.get(letter) ?? letter)
    .normalize("NFC");
}

// "K" of "Kalibr".
const capital = /\p{Lu}/u;

// "a" of "Kalibr".
const smallLetter = /\p{Ll}/u;

/** Whether a text has capitals and no small letters: "IRAN REPORTS 5TH RAID". */
export function isCapitals(text: string): boolean {
  return capital.test(text) && !smallLetter.test(text);
}

/** Longer texts are no headlines. */
const LONGEST_HEADLINE = 250;

// "Agree", "Killed", but not "to" and "by", which stay small in headlines too.
const longWord = /\p{L}{4,}/gu;

// "Kalibr", not "missile".
const capitalFirst = /^\p{Lu}/u;

/** Whether a line is set as headlines are: in capitals, or with a capital on most of its longer words. */
export function isHeadline(text: string): boolean {
  if (isCapitals(text)) return true;
  if (text.length > LONGEST_HEADLINE) return false;
  const words = text.match(longWord) ?? [];
  return words.length > 2 && words.filter((word) => capitalFirst.test(word)).length >= 0.75 * words.length;
}

/** Makes an ASCII path segment of at most 60 characters; never empty, never a name that a system keeps for itself. */
export function slugify(text: string): string {
  const latin = foldText(text.slice(0, 1000))
    .replace(APOSTROPHES, "")
    .replace(/&/gu, " and ")
    .replace(LETTERS_BEYOND_ASCII, (letter) => LATIN_FOR.get(letter) ?? letter)
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-|-$/gu, "");
  const slug = cutAtWord(latin, SLUG_LENGTH) || "article";
  return RESERVED.test(slug) ? `${slug}-article` : slug;
}

/** One slug for each name, in order: the second "Foo" becomes "foo-2", unless another name is "foo-2" by itself. */
export function uniqueSlugs(names: readonly string[]): string[] {
  const natural = names.map(slugify);
  const taken = new Set(natural);
  const used = new Set<string>();
  const counters = new Map<string, number>();
  return natural.map((slug) => {
    if (!used.has(slug)) return claim(slug);
    for (let number = counters.get(slug) ?? 2; ; number++) {
      const numbered = `${cutAtWord(slug, SLUG_LENGTH - String(number).length - 1)}-${number}`;
      if (taken.has(numbered)) continue;
      counters.set(slug, number + 1);
      taken.add(numbered);
      return claim(numbered);
    }
  });

  function claim(slug: string): string {
    used.add(slug);
    return slug;
  }
}

function cutAtWord(slug: string, length: number): string {
  if (slug.length <= length) return slug;
  const cut = slug.lastIndexOf("-", length);
  return slug.slice(0, cut > length / 2 ? cut : length);
}
