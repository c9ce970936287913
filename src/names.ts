/** Personal names: what they are made of, and when two of them can be the same person's. */

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
  const parts = (hasSuffix ? words.slice(0, -1) : words).map(commonVariant);
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
  return isWesternMatch(short, long) || isPartOf(short, long);
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

/** Spellings of one name in different romanisations, by the one that stands first. */
const variantRows = [
  "abdullah abdallah abdulla",
  "abdulrahman abdelrahman abdurrahman",
  "ahmed ahmad ahmet",
  "alexander aleksandr alexandr oleksandr aleksander",
  "alexei aleksei alexey aleksey oleksii oleksiy",
  "ali aly",
  "andrei andrey andriy andrii",
  "assad asad",
  "dmitri dmitry dmitriy dmytro",
  "faisal faysal feisal",
  "gaddafi qaddafi qadhafi gadhafi kadafi khadafy kadhafi qadafi khaddafi gadafi",
  "gorbachev gorbachov gorbatchev",
  "hussein hussain husain husayn hossein hoseyn husein",
  "ibrahim ebrahim",
  "khomeini khomeyni",
  "mahmoud mahmud",
  "mikhail mikhael michail mykhailo",
  "moammar muammar moamer muamar muammer moamar",
  "mohammed muhammad mohamed mohammad mohamad muhammed mehmet mahomet",
  "mousavi musavi moussavi",
  "mustafa mostafa moustafa",
  "nasrallah nasrullah",
  "nikolai nikolay mykola",
  "omar umar",
  "osama usama",
  "rafsanjani rafsandjani",
  "sergei sergey serhiy serhii",
  "shoigu shoygu",
  "suleiman sulayman soleyman suleyman sulaiman",
  "vladimir volodymyr wladimir",
  "yasser yasir yaser",
  "yevgeny evgeny yevgeni yevhen evgeni",
  "yuri yury yuriy yurii",
  "yusuf youssef yousef yousuf yosef",
  "zarqawi zarkawi",
  "zelensky zelenskyy zelenskiy zelenski",
] as const;

const variants = firstWordTable(variantRows);

/** Short and full forms of English given names that are not prefixes of each other. */
const nicknameRows = [
  "anthony tony",
  "edward ted ned teddy",
  "elizabeth liz betty",
  "henry harry hank",
  "james jim jimmy",
  "john jack",
  "margaret peggy maggie",
  "michael mike mick",
  "richard dick rick",
  "robert bob bobby",
  "ronald ron",
  "theodore ted",
  "thomas tom",
  "william bill billy",
] as const;

const nicknames = firstWordTable(nicknameRows);

function firstWordTable(rows: readonly string[]): ReadonlyMap<string, string> {
  const pairs = rows.flatMap((row) => {
    const words = row.split(" ");
    return words.map((word) => [word, words[0]!] as const);
  });
  return new Map(pairs);
}

function commonVariant(part: string): string {
  return variants.get(part) ?? part;
}
