/** Places whose names say what they are: roads and counties, of which no gazetteer has a whole list. */

import { overlapping } from "../text.ts";
import type { Mention } from "../types.ts";
import type { Passage } from "./passages.ts";
import { placeMention } from "./place-words.ts";

// "Interstate 64", "State Highway 6", "U.S. Route 1".
const numberedPattern =
  /(?<![\p{L}])(?:(?:U\.S\.|US|State|Provincial|County|Farm to Market) )?(?:Interstate|Highway|Route|Road) \d{1,4}[A-Z]?\b/gu;

const notRoads = "rifle|tank|gun|carbine|howitzer|aircraft|bomber|helicopter|jet|mask";
const roadNouns = "motorway|road|highway|trunk|bypass|dual";

// "on the A19", "along the M25", "off I-95", "off the R357": a letter and a number behind words for being on a road, for
// M16 is a rifle and N95 a mask.
const letteredPattern = new RegExp(
  String.raw`(?:(?<=\b(?:on|along|off|onto|via|junction \d{1,2} of) (?:the )?)(?:[AM]\d{1,4}(?:\(M\))?|I-\d{1,3})|` +
    String.raw`(?<=\b(?:on|along|off|onto|via) the )(?:N\d{1,2}|B\d{3,4}|R\d{2,4}))(?![\p{L}\p{N}-]| (?:${notRoads}))`,
  "gu",
);

// "the M5 motorway", "The A591 between Grasmere and Keswick"; the A320 and the A400 are aircraft.
const nounedPattern = new RegExp(
  String.raw`(?<=\b[Tt]he )(?:[AMN]\d{1,4}(?= (?:${roadNouns}|was closed)\b)|(?!A3\d0|A400)A\d{2,4}(?= between\b)|N\d{1,2}(?= at \p{Lu}))`,
  "gu",
);

const streetWords = "Street|Road|Avenue|Lane|Drive|Boulevard|Crescent|Terrace|Parkway|Close|Grove|Square";

// "Dean Woods Road", "St. James's Square", not "Wall Street Journal" and not "Road Policing".
const streetPattern = new RegExp(
  String.raw`(?<![\p{L}\p{M}’'-])(?:(?:St\. )?\p{Lu}[\p{L}’']+ ){1,3}(?<!Red )(?:${streetWords})\b(?! \p{Lu}|['’]s \p{Lu})`,
  "gu",
);

// "Granville County Fire Marshal", not "Metcalfe County Sheriff's Office", which is a body.
const countyPattern =
  /(?<![\p{L}-])(?:\p{Lu}(?:[\p{L}’']+|\p{L}\.) ){1,2}County\b(?! (?:\p{Lu}\p{L}+ ){0,3}(?:Council|Commission|Committee|Court|Courthouse|Jail|School|Schools|Board|Police|Hospital|College|Department|Office|Airport|Library|Fair|FC|Cricket)|(?: \p{Lu}\p{L}+){0,2}['’]s Office)/gu;

// "Napoleon Township".
const townshipPattern = /(?<![\p{L}-])(?:\p{Lu}(?:[\p{L}’']+|\p{L}\.) ){1,2}Township\b(?! \p{Lu})/gu;

// Words that open sentences and titles and are no part of the name behind them.
const openerPattern =
  /^(?:The|A|An|In|At|On|From|Near|Of|For|And|But|Former|Says?|Police|Both|When|After|Before|Operation) /u;

// What a text must have for a pattern to match: most texts have neither.
const numberHint = /(?:Interstate|Highway|Route|Road) \d|\b(?:[ABMNR]\d|I-\d)/u;
const streetHint = new RegExp(` (?:${streetWords})\\b`, "u");

function matchesOf({ text, paragraph }: Passage): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  if (numberHint.test(text))
    matches.push(...text.matchAll(numberedPattern), ...text.matchAll(letteredPattern), ...text.matchAll(nounedPattern));
  // In a headline every word has a capital.
  if (paragraph > 0 && streetHint.test(text)) matches.push(...text.matchAll(streetPattern));
  if (paragraph > 0 && text.includes(" County")) matches.push(...text.matchAll(countyPattern));
  if (paragraph > 0 && text.includes(" Township")) matches.push(...text.matchAll(townshipPattern));
  return matches.toSorted((a, b) => a.index - b.index);
}

/** Roads, streets and counties; in headlines, where every word has a capital, only numbered roads. */
export function designatedMentions(passage: Passage): Mention[] {
  const found: Mention[] = [];
  for (const { 0: whole, index } of matchesOf(passage)) {
    const opened = withoutOpeners(whole);
    const name = opened.slice(ownerLength(passage, index + whole.length - opened.length, opened));
    const start = index + whole.length - name.length;
    if (start < (found.at(-1)?.end ?? 0) || !/ |\d/u.test(name) || isOfBody(passage, start, start + name.length))
      continue;
    found.push(placeMention(passage, start, start + name.length, "road or county", 0.85));
  }
  return found;
}

/** The length of "Youngstown's " in "Youngstown's Logan Avenue", where the tagger reads a place. */
function ownerLength({ spans }: Passage, start: number, name: string): number {
  const owner = /^\S+['’]s (?=\S+ )/u.exec(name)?.[0];
  if (owner === undefined) return 0;
  const isPlace = overlapping(spans, { start, end: start + 1 }).some(
    ({ label, end }) => label === "LOC" && end < start + owner.length,
  );
  return isPlace ? owner.length : 0;
}

function withoutOpeners(name: string): string {
  const opener = openerPattern.exec(name)?.[0];
  return opener === undefined ? name : withoutOpeners(name.slice(opener.length));
}

/** "Bank of Station Road": part of what the tagger takes for a longer name of a body. */
function isOfBody({ spans }: Passage, start: number, end: number): boolean {
  return overlapping(spans, { start, end }).some(
    (span) => span.label === "ORG" && (span.start < start || span.end > end),
  );
}
