/** Reads who wrote an article from a line of its own. */
import { isCapitals } from "../text.ts";
import { findAgency } from "./agencies.ts";

// "By Donna Smith, Reuters", "BY JANE DOE", "Story by Jane Doe", "Written by: Jane Doe"
const SIGNED =
  /^(?:(?:story|text|words|written|reported|compiled|report|article|analysis|posted|published) )?by:? (.+)$/iu;
// "Author: Jane Doe"
const LABELLED = /^(?:authors?|byline|reporters?|writers?|correspondents?): ?(.+)$/iu;
// "From Jane Doe in Kabul"
const FROM = /^from (.+ in .+)$/iu;
// "By Jane Doe | 8 October 2015", "By Jane Doe, March 27, 2003", "By Jane Doe Published: …": where a date begins.
const DATE_BEHIND =
  /[\s,|•·–—-]+(?:(?:first )?(?:published|posted|updated|last updated)\b|(?:\p{L}{3,9}, )?(?:\d{1,2} \p{L}{3,9}\.?,? \d{4}|\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)).*$/iu;
// "jane.doe@example.org", "@janedoe"
const ADDRESS = /(?<=^|[\s,|(])[\w.+-]*@[\w.-]+\)?/gu;
// What joins the parts of a byline: "Jane Doe and John Roe, Associated Press", "Jane Doe in Kabul", "Jane Doe | Reuters"
const JOINTS = /\s*[,;|/&•·]\s*|\s+[–—-]+\s+|\s+(?:and|in|for|of|with|at)\s+|\s+\(|\)/giu;
// "staff writer", "Defence Correspondent", "AP Military Writer", "senior editor"
const JOB = /(?:^|\s)(?:writers?|correspondents?|staff|reporters?|editors?|columnists?|bureau chief|contributor)$/iu;
// "The Example Post", "Example News Service"
const OUTLET = /\s(?:newsroom|press|news|times|agency|service|post)$/iu;
// "the Associated Press", "our foreign staff"
const SMALL_OPENING = /^(?:the|our|an?)\b/u;
// "van", "de", "al-": small words inside names
const PARTICLE =
  /^(?:al|el|de|da|das|dos|di|du|del|della|der|den|des|van|von|ter|la|le|bin|ibn|bint|ben|y|e|zu|af|av)$/u;
// "Jane", "O’Neill", "al-Assad", "J.", "Jean-Paul", "3rd" is none; a script without capitals counts as well.
const NAME_WORD = /^(?:al-|el-|d['’])?[\p{Lu}\p{Lo}][\p{L}\p{M}.'’-]*$/u;
// "DOE", "O'NEILL", "DOE-SMITH": at least three letters, so that "AP" and "J.R." stay.
const CAPITALS = /^[\p{Lu}'’-]{3,}$/u;

/** The byline that a line is, without "By" and with names not in capitals: "JANE DOE, AP" gives "Jane Doe, AP". */
export function findByline(line: string): string | undefined {
  const text = line.trim().replace(/\s+/gu, " ");
  if (text.length > 160) return undefined;
  const signed = (text.match(SIGNED) ?? text.match(LABELLED) ?? text.match(FROM))?.[1];
  if (signed !== undefined) return findNames(signed);
  return findAgency(text) ?? findAgencyInPlace(text) ?? findNameWithAgency(text);
}

/** The byline of a line right below the headline that is who reports, and from where: "Jane Doe in Goma". */
export function findReporter(line: string): string | undefined {
  const text = line.trim().replace(/\s+/gu, " ");
  const [, name = "", place = ""] = text.match(/^(\S+(?: \S+){1,3}) in (\p{Lu}.{1,40})$/u) ?? [];
  return isFullName(name) && isName(place) && !isCapitals(text) ? text : undefined;
}

/** Whether a line says of itself that it is a byline: "By …". */
export function isSigned(line: string): boolean {
  return SIGNED.test(line.trim()) && findByline(line) !== undefined;
}

/** What stands behind a byline on its line: "Published: 8 October 2015". */
export function findBehindByline(line: string): string | undefined {
  return line.match(DATE_BEHIND)?.[0].replace(/^[\s,|•·–—-]+/u, "");
}

/** The names that a text lists: "Jane Doe and John Roe, Associated Press". */
export function findNames(text: string): string | undefined {
  const bare = text.replace(DATE_BEHIND, "").replace(ADDRESS, "");
  const segments = bare.split(/\s*[|•·]\s*|[\s,–—-]+$/u).map((segment) => segment.trim());
  const names = segments.filter((segment) => segment !== "").join(", ");
  const parts = names.split(JOINTS).filter((part) => part !== "");
  if (parts.length === 0 || !parts.every(isNamePart)) return undefined;
  return softenCapitals(names).replace(SMALL_OPENING, (word) => word[0]!.toUpperCase() + word.slice(1));
}

/** "BBC News, Kabul", "Reuters in Geneva" */
function findAgencyInPlace(text: string): string | undefined {
  const [, agency = "", place = ""] = text.match(/^(.{2,40}?)(?:,| in) (\p{Lu}.{1,40})$/u) ?? [];
  return isName(place) ? findAgency(agency) : undefined;
}

/** "JANE DOE, Associated Press", "Jane Doe, Reuters", "JANE DOE Associated Press Writer" */
function findNameWithAgency(text: string): string | undefined {
  const parts = text.split(/, | \| | [–—-] /u);
  const [name = "", ...rest] = parts;
  if (rest.length > 0) {
    const isSignature = isFullName(name) && rest.some(isEmployment) && rest.every(isNamePart);
    return isSignature ? softenCapitals(text) : undefined;
  }
  // "JANE DOE Associated Press Writer": the name is what stands in capitals.
  const words = text.split(" ");
  const length = words.findIndex((word) => !CAPITALS.test(word) && !/^\p{Lu}\.$/u.test(word));
  const agency = words.slice(length).join(" ");
  const isSignature = length >= 2 && length <= 4 && findAgency(agency) !== undefined;
  return isSignature ? `${softenCapitals(words.slice(0, length).join(" "))}, ${agency}` : undefined;
}

function isEmployment(part: string): boolean {
  return findAgency(part) !== undefined || JOB.test(part);
}

function isNamePart(part: string): boolean {
  return isEmployment(part) || OUTLET.test(part) ? part.length < 60 : isName(part);
}

function isFullName(part: string): boolean {
  return isName(part) && part.includes(" ") && part.split(" ").length <= 4;
}

function isName(part: string): boolean {
  const words = part.split(" ");
  if (words.length > 6 || /[.!?]$/u.test(part.replace(/(?:\b\p{Lu}|\b[JS]r)\.$/u, ""))) return false;
  return words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word)) && NAME_WORD.test(words.at(-1) ?? "");
}

/** "JANE DOE" is "Jane Doe"; agencies keep the capitals they are known by. */
function softenCapitals(text: string): string {
  const pieces = text.split(/(, | \| | and | & )/iu);
  return pieces.map((piece) => findAgency(piece) ?? softenName(piece)).join("");
}

function softenName(name: string): string {
  const words = name.split(" ");
  if (words.length < 2 || !words.every((word) => CAPITALS.test(word) || /^\p{Lu}{1,2}\.?$/u.test(word))) return name;
  return words.map((word) => (CAPITALS.test(word) ? softenWord(word) : word)).join(" ");
}

/** "O'NEILL" is "O'Neill", "MCKENZIE" is "McKenzie", "DOE-SMITH" is "Doe-Smith". */
function softenWord(word: string): string {
  return word
    .toLowerCase()
    .replace(/(?<=^|['’-])\p{Ll}/gu, (letter) => letter.toUpperCase())
    .replace(/^(Mc)(\p{Ll})/u, (_, mc: string, letter: string) => mc + letter.toUpperCase());
}
