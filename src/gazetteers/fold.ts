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
const APOSTROPHE = /['’‘`´ʻʼʽʾʿʹ]/u;
const APOSTROPHES = / ?['’‘`´ʻʼʽʾʿʹ] ?/gu;

/** "Ar Raqqah", "al-Bab", "el-Arish", "Deir ez-Zor": the Arabic article is written in every way. */
const ARTICLES = new Set("al an ar as at ad az ash ath el en er es et ed ez esh eth ul ud uz".split(" "));

/** What wire services shorten inside a place's name: "St. Louis", "Mt Sinjar", "Ft. Bragg". */
const SHORTENED: ReadonlyMap<string, string> = new Map([
  ["st", "saint"],
  ["st.", "saint"],
  ["ste", "sainte"],
  ["ste.", "sainte"],
  ["mt", "mount"],
  ["mt.", "mount"],
  ["ft", "fort"],
  ["ft.", "fort"],
]);

/**
 * The key under which a place's name is filed: lower case, without diacritics, apostrophes and hyphens, "St." and
 * "Mt." spelled out. The period of an abbreviation ("Ky.") stays, that of initials ("U.S.") goes. Tokens joined by
 * spaces give the same key as the text that they came from.
 */
export function foldName(name: string): string {
  const lower = plainLetters(name.toLowerCase());
  // Most names are one plain word, and loading folds thousands.
  if (/^[a-z]+$/u.test(lower)) return lower;
  const marked = APOSTROPHE.test(lower) ? lower.replace(APOSTROPHES, "") : lower;
  const words = (/[.,]/u.test(marked) ? withoutInitials(marked) : marked).split(/[\s\p{Pd}/_]+/u);
  return words.map(spelledOut).join(" ").trim();
}

function withoutInitials(text: string): string {
  return text
    .replace(/\s+(?=[.,])/gu, "") // "Ky ." and "Washington , D.C.", from tokens
    .replace(/(?<=^|[ .])(\p{L})\. ?(?=\p{L}\.|\p{L}\p{L}+\.|$|[,) ])/gu, "$1"); // "u. s." and "w.va."
}

function spelledOut(word: string, index: number, words: readonly string[]): string {
  if (index === words.length - 1) return word;
  return index > 0 && ARTICLES.has(word) ? "al" : (SHORTENED.get(word) ?? word);
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
  const space = key.indexOf(" ");
  return space !== -1 && ARTICLES.has(key.slice(0, space)) ? key.slice(space + 1) : key;
}

// The accent of "é", once it stands apart.
const accents = /\p{M}/gu;

function plainLetters(text: string): string {
  // Nearly all names are ASCII, and normalising is the dearest step.
  if (/^[\x20-\x7e]*$/u.test(text)) return text;
  return text
    .normalize("NFD")
    .replace(accents, "")
    .replace(/[øđðħıłŋœæßþə]/gu, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

// "Faw", "the Gulf", "al-Bab".
const capitalisedPattern =
  /^[^\p{L}\p{N}]*(?:(?:the|al|el|a[nrstdz]|e[nrstdz]|ash|ath)[\s\p{Pd}]+)?[^\p{L}\p{N}]*[\p{Lu}\p{Lt}\p{N}]/u;

/** Whether a name begins with a capital or a digit, after an article: "Faw peninsula", "the Gulf", "al-Bab". */
export function isCapitalised(name: string): boolean {
  return capitalisedPattern.test(name);
}

// "UAE".
const twoCapitals = /\p{Lu}.*\p{Lu}/u;

// "a" of "Faw".
const smallLetter = /\p{Ll}/u;

/** Whether a name has two letters or more and all are capitals. */
export function isAllCapitals(name: string): boolean {
  return twoCapitals.test(name) && !smallLetter.test(name);
}
