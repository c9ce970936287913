/** How names of places are compared: one key for all the spellings that differ only in marks, hyphens and articles. */

/** Letters that Unicode does not take apart into a base letter and a mark. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  ŋ: "n",
  œ: "oe",
  æ: "ae",
  ß: "ss",
  þ: "th",
  ə: "a",
};

/** What stands for a letter of another script in romanised names: "Qa'im", "Qa’im", "Ras al-‘Ayn". */
const APOSTROPHES = / ?['’‘`´ʻʼʽʾʿʹ] ?/gu;

/** "Deir ez-Zor", "Deir al-Zor", "Dayr az Zawr": the Arabic article inside a name is written in every way. */
const INNER_ARTICLE = /(?<= )(?:[ae][lnrstdz]|[ae]sh|[ae]th|u[ldz])(?= )/gu;

/** "Ar Raqqah", "al-Bab", "el-Arish": the same article at a name's head. */
const LEADING_ARTICLE = /^(?:[ae][lnrstdz]|[ae]sh|[ae]th) (?=\p{L})/u;

/** What wire services shorten at the head of a word of a place's name: "St. Louis", "Mt Sinjar", "Ft. Bragg". */
const SHORTENED = /\b(st|ste|mt|ft)(?:\. ?| )(?=\p{L})/u;
const SHORTENED_ALL = new RegExp(SHORTENED, "gu");
const SHORTENED_WORDS: Readonly<Record<string, string>> = { st: "saint ", ste: "sainte ", mt: "mount ", ft: "fort " };

/**
 * The key under which a place's name is filed: lower case, without diacritics, apostrophes and hyphens, "St." and
 * "Mt." spelled out. The period of an abbreviation ("Ky.") stays, that of initials ("U.S.") goes. Tokens joined by
 * spaces give the same key as the text that they came from.
 */
export function foldName(name: string): string {
  const lower = name.toLowerCase();
  // Most names are one plain word; every step below is dear when a gazetteer of 20,000 names is loaded.
  if (/^[a-z]+$/u.test(lower)) return lower;
  const words = /^[a-z ]+$/u.test(lower) ? lower : withoutMarks(lower);
  return spelledOut(words).trim();
}

function withoutMarks(lower: string): string {
  const plain = plainLetters(lower)
    .replace(APOSTROPHES, "")
    .replace(/[\s\p{Pd}/_]+/gu, " "); // "Deir ez-Zor", "Guinea–Bissau", a line break inside a name
  if (!/[.,]/u.test(plain)) return plain;
  return plain
    .replace(/ (?=[.,])/gu, "") // "Ky ." and "Washington , D.C.", from tokens
    .replace(/(?<=^|[ .])(\p{L})\. ?(?=\p{L}\.|\p{L}\p{L}+\.|$|,|\)| )/gu, "$1"); // "u. s." and "w.va."
}

function spelledOut(words: string): string {
  const spelled = SHORTENED.test(words)
    ? words.replace(SHORTENED_ALL, (_, word: string) => SHORTENED_WORDS[word] ?? word)
    : words;
  return spelled.replace(INNER_ARTICLE, "al");
}

/** Countries in whose names the Arabic article comes and goes: "Al-Hasakah", "Hasakah". */
export const ARTICLE_COUNTRIES: ReadonlySet<string> = new Set(
  "AE BH DJ DZ EG EH ER IL IQ IR JO KM KW LB LY MA MR OM PS QA SA SD SO SS SY TD TN YE".split(" "),
);

/** The key of a place in its country (ISO 3166-1 alpha-2, or ""): where the article comes and goes, filed without. */
export function placeKey(name: string, country: string): string {
  const key = foldName(name);
  return ARTICLE_COUNTRIES.has(country) ? withoutArticle(key) : key;
}

/** Takes the Arabic article off the head of a key: "ar raqqah" gives "raqqah", any other key itself. */
export function withoutArticle(key: string): string {
  return key.replace(LEADING_ARTICLE, "");
}

function plainLetters(text: string): string {
  // Nearly all names are ASCII, and normalising is the dearest step.
  if (/^[\x20-\x7e]*$/u.test(text)) return text;
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[øđðħıłŋœæßþə]/gu, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

/** Whether a name's words begin with capitals or digits; short words inside it need not: "Shatt al-Arab", "the West". */
export function isCapitalised(name: string): boolean {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []; // "Qa'im" gives "Qa" and "im"
  const isSmall = (word: string): boolean => /^\p{Ll}/u.test(word) && word.length > 4;
  return words.some((word) => /^[\p{Lu}\p{Lt}\p{N}]/u.test(word)) && !words.some(isSmall);
}

/** Whether a name has two letters or more and all are capitals. */
export function isAllCapitals(name: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name);
}
