/** Personal names: what they are made of, and when two of them can be the same person's. */

import { commonVariant, nicknames, wholeNames } from "./names/spellings.ts";
import { foldText } from "./text.ts";

/** A personal name in its comparable form. */
export interface PersonalName {
  /** Folded parts without title, suffix or article: ["bashar", "assad"]; initials are single letters. */
  readonly parts: readonly string[];
  /** "jr", "sr", "iv": tells a son from his father. */
  readonly suffix?: string;
}

const suffixes: ReadonlySet<string> = new Set(["jr", "sr", "ii", "iii", "iv", "v", "md", "phd", "esq"]);

// "al-Assad", "ash-Shishani", "Abu Musab al Zarqawi": the Arabic article says nothing about who is meant; "Al Gore" has none.
const articlePattern =
  /(?<![\p{L}\p{M}])(?:(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]r|[Aa]t|[Aa]n|[Aa]d|[Uu]l)[-\u2010\u2011]|(?:al|el|ul) )(?=\p{L})/gu;

// "de Gaulle", "van der Lubbe", "bin Laden": particles that a later mention may drop.
const particlePattern = /^(?:de|da|di|du|del|della|der|den|des|van|von|la|le|ter|bin|ibn|ben|bint)$/u;

// What stands between the parts of a name: "Mir-Hossein Mousavi", "Charles H. Keating", "Da’esh" is one part.
const separatorPattern = /[\s.,\-\u2010-\u2013]+/u;

/** Takes a name apart: "Gen. Charles H. Keating IV" without its title gives charles, h, keating and the suffix iv. */
export function parsePersonalName(text: string): PersonalName {
  const words = foldText(text.replace(articlePattern, ""))
    .replace(/['’‘ʿʾ`"“”]/gu, "")
    .split(separatorPattern)
    .filter((word) => word !== "");
  const last = words.at(-1);
  const hasSuffix = words.length > 2 && last !== undefined && suffixes.has(last);
  const spelt = hasSuffix ? words.slice(0, -1) : words;
  const parts = wholeNames.get(spelt.join(" ")) ?? spelt.map(commonVariant);
  return hasSuffix ? { parts, suffix: last } : { parts };
}

/** The part that a later mention alone would use: "assad", "gaulle". */
export function surnameOf(name: PersonalName): string {
  return name.parts.at(-1) ?? "";
}

/** Whether a name is a single part, once particles are left aside: "Assad", "bin Laden". */
export function isSingleName(name: PersonalName): boolean {
  return name.parts.filter((part) => !particlePattern.test(part)).length < 2;
}

/**
 * Whether two full names can be one person's: "Charles H. Keating IV" and "Charles Keating", "J. Carter" and
 * "Jimmy Carter", "Ash Carter" and "Ashton Carter"; never "George W. Bush" and "George H. W. Bush".
 */
export function isSameFullName(a: PersonalName, b: PersonalName): boolean {
  if (a.suffix !== undefined && b.suffix !== undefined && a.suffix !== b.suffix) return false;
  const [short, long] = a.parts.length <= b.parts.length ? [a.parts, b.parts] : [b.parts, a.parts];
  // "Mao Zedong" and "Mao Ze-dong": in another language a hyphen is as good as none.
  return isWesternMatch(short, long) || isPartOf(short, long) || short.join("") === long.join("");
}

/**
 * Whether one name is another's compound surname: "Perez de Cuellar" of "Javier Perez de Cuellar", "Lopez Obrador" of
 * "Andrés Manuel López Obrador"; "Ali Saleh" is not "Ahmed Ali Saleh", as it begins with a given name.
 */
export function isTailOf(a: PersonalName, b: PersonalName, { women, men }: GivenNames): boolean {
  const [short, long] = a.parts.length <= b.parts.length ? [a.parts, b.parts] : [b.parts, a.parts];
  const first = short[0] ?? "";
  if (short.length < 2 || short.length === long.length || women.has(first) || men.has(first)) return false;
  return short.every((part, i) => part === long[long.length - short.length + i]);
}

/** Given names, folded. */
interface GivenNames {
  readonly women: ReadonlySet<string>;
  readonly men: ReadonlySet<string>;
}

/**
 * The same over different articles, where less speaks for it: "Fidel Castro" is "Fidel Castro Ruz", but
 * "Muhammad Ali" is not "Muhammad Ali Jinnah", as a name that ends with a given name has no surname yet.
 */
export function isSameEverywhere(a: PersonalName, b: PersonalName, given: GivenNames): boolean {
  if (isTailOf(a, b, given)) return true;
  if (!isSameFullName(a, b)) return false;
  const short = a.parts.length <= b.parts.length ? a : b;
  const last = surnameOf(short);
  if (last === surnameOf(short === a ? b : a) || short.parts[0] === "abu" || short.parts[0] === "umm") return true;
  return !given.women.has(last) && !given.men.has(last);
}

/** Given names agree, surnames are equal, and no middle name of the shorter contradicts the longer. */
function isWesternMatch(short: readonly string[], long: readonly string[]): boolean {
  if (short.at(-1) !== long.at(-1) || !isSameGivenName(short[0]!, long[0]!)) return false;
  const middles = long.slice(1, -1);
  return short.slice(1, -1).every((middle, i) => middles[i] !== undefined && isAbbreviation(middle, middles[i]));
}

/** "Abu Jandal" and "Abu Jandal al-Kuwaiti", "Suu Kyi" and "Aung San Suu Kyi". */
function isPartOf(short: readonly string[], long: readonly string[]): boolean {
  if (short.length < 2 || short.length === long.length) return false;
  const isAt = (from: number): boolean => short.every((part, i) => part === long[from + i]);
  return isAt(0) || (long.length - short.length > 1 && isAt(long.length - short.length));
}

function isSameGivenName(a: string, b: string): boolean {
  return isAbbreviation(a, b) || (nicknames.get(a) ?? a) === (nicknames.get(b) ?? b);
}

/** "h" and "herbert", "ash" and "ashton", "mo" and "mohammed"; also equal words. */
function isAbbreviation(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short === long || (short.length !== 2 && long.startsWith(short));
}

// " man gets 12 years" behind "Merrill".
const residentPattern =
  /^ (?:man|men|woman|women|couple|teen|teens|teenager|boy|girl|pensioner|residents?|motorist)\b/u;

/** Whether what stands behind a town's name is who lives there: " man gets 12 years". */
export function isResident(rest: string): boolean {
  return residentPattern.test(rest);
}

const thingsNamedAfter =
  "airfield airport avenue barracks boulevard bridge canal cemetery dam doctrine highway hospital library mausoleum medal memorial mosque museum palace park plaza prison prize school shrine square stadium statue street theatre tomb tunnel university";
const properThingsNamedAfter =
  "act award brigade building castle center centre church college cup day foundation hall institute law line pact plan regiment road thought";
const capitalised = (words: string): string => words.replace(/\b[a-z]/gu, (letter) => letter.toUpperCase());
const either = (words: string): string => `(?:${words.replaceAll(" ", "|")})`;

// " International Airport", "’s Hospital", " Line" but not " line", which is what somebody says; " shrine", "'s disease".
const namesakePattern = new RegExp(
  [
    `^(?:['’]s)? (?:International )?${either(capitalised(`${thingsNamedAfter} ${properThingsNamedAfter}`))}\\b`,
    `^ (?:international )?${either(thingsNamedAfter)}\\b`,
    "^['’]s (?:disease|syndrome)\\b",
  ].join("|"),
  "u",
);

/** Whether what stands behind a person's name makes it the name of a thing: " Airport", "'s disease", " shrine". */
export function isNamesake(rest: string): boolean {
  return namesakePattern.test(rest);
}
