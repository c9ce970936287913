/** Reads what opens a wire story before its dash: place, date, agency. */
import type { Dateline } from "../types.ts";
import { isCapitals } from "../text.ts";
import { findAgency, findSignedAgency } from "./agencies.ts";
import { findWrittenDate } from "./dates.ts";
import type { WrittenDate } from "./dates.ts";
import { findLeadingRegion } from "./regions.ts";

/** What the opening of a paragraph says; a story may open with its agency or its date alone. */
export interface Opening {
  readonly dateline?: Dateline;
  readonly written?: WrittenDate;
  readonly agency?: string;
  /** Length of the opening with its dash. */
  readonly length: number;
}

/** No dateline is longer than this. */
const LONGEST = 120;

// " - ", " -- ", " — ", "(AP)—", Reuters' " -" without the second space, and "(PTI) The" without a dash
const DASH = /\s+-{1,3}\s*|\s*--\s*|\s*[–—―]\s*|(?<=\))\s+(?=["'“‘]?\p{Lu})/gu;
// "(AP)", "(Reuters)", "(WBKO)", "(8 October 2015)", "/TASS/."
const BRACKETS = /\s*\(([^()]{2,40})\)|[,.]?\s*\/([^/]{2,20})\/\.?/u;
// ", IRNA" at the end of "Tehran, April 8, IRNA"
const LAST_PART = /,\s*([^,]{2,20})$/u;
// "(CNN)" at the start of "(CNN)The ship …"
const AGENCY_FIRST = /^\(([^()]{2,30})\)\s*/u;
// "MOSCOW, October 8. /TASS/. "
const SLASHED_START = /^[^/]{4,60}\/[^/]{2,20}\/\.?\s+/u;
// "WXYZ", "KABC", "CBXT": stations of North America
const STATION = /^[WKC]\p{Lu}{3}$/u;
const WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?";
const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}{0,6}\\.?";
const DAY = "\\d{1,2}(?:st|nd|rd|th)?";
// "April 1", "Oct. 19, 1987", "27 March 2003", "Thursday, March 5" at the end of "TOKYO, April 1"
const DATE_AT_END = new RegExp(`(?:^|[,\\s]\\s*)(${WEEKDAY}(?:${MONTH} ${DAY}|${DAY} ${MONTH})(?:,? \\d{4})?)$`, "iu");
// "KABUL", "PORT-AU-PRINCE", "N’DJAMENA", "WASHINGTON/MOSCOW", "St. PETERSBURG", "DEIR al-ZOR"
const CAPITAL_WORD =
  /^(?:\p{Lu}[\p{Lu}\p{M}.'’/-]*|St\.?|Ste\.?|Ft\.?|Mt\.?|Mc\p{Lu}+|al-\p{Lu}+|el-\p{Lu}+|al|de|la|of)$/u;
// "Kabul", "Deir", "ez-Zor", "N’Djamena": a place's word in small letters
const PLACE_WORD =
  /^(?:\p{Lu}[\p{L}\p{M}.'’/-]*|al-\p{Lu}\p{L}*|el-\p{Lu}\p{L}*|ez-\p{Lu}\p{L}*|al|de|la|of|and|the)$/u;
// What opens articles in capitals before a dash and is no place: "UPDATE 1 - ", "EXCLUSIVE — "
const LABEL =
  /^(?:update|exclusive|breaking|corrected|correction|analysis|factbox|feature|interview|insight|opinion|comment|watch|video|photos?|explainer|timeline|profile|refile|rpt|wrapup|special report|editorial|live|note|urgent|question|answer|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/iu;

/** Reads the opening of a paragraph: "KABUL, Afghanistan (AP) — …", "TOKYO, April 1 - …", "(CNN) — …". */
export function findOpening(paragraph: string): Opening | undefined {
  const start = paragraph.slice(0, LONGEST);
  for (const dash of start.matchAll(DASH)) {
    const length = dash.index + dash[0].length;
    if (/^\p{Ll}/u.test(paragraph.slice(length, length + 2))) continue;
    const opening = readOpening(start.slice(0, dash.index), length);
    // Without a dash, brackets alone prove little: "Workers' Party (WP) Leader …".
    if (opening && (dash[0].trim() !== "" || opening.written || isCapitals(opening.dateline?.place ?? "a")))
      return opening;
  }
  return findSlashed(start) ?? findAgencyFirst(start) ?? findDatelineAlone(paragraph) ?? findLostDash(start);
}

function readOpening(text: string, length: number): Opening | undefined {
  const signature = readSignature(text);
  const printed = signature.rest.match(DATE_AT_END);
  const written = signature.written ?? (printed?.[1] === undefined ? undefined : findWrittenDate(printed[1]));
  const before = printed && written ? signature.rest.slice(0, printed.index) : signature.rest;
  const place = before.includes(",") ? before.replace(/[,\s]+$/u, "") : before.replace(/[,.\s]+$/u, "");
  const { agency } = signature;
  const facts = { length, ...(agency && { agency }), ...(written && { written }) };
  // "(CNN) — …" and "4 April 2016 – …" name no place.
  const isAgency = agency !== undefined && (findAgency(agency) !== undefined || STATION.test(agency));
  if (place === "") return isAgency || written?.date !== undefined ? facts : undefined;
  const isMarked = isAgency || written !== undefined || (agency !== undefined && place.includes(","));
  return isPlace(place, isMarked) ? { ...facts, dateline: { text: text.trim(), place } } : undefined;
}

interface Signature {
  readonly rest: string;
  readonly agency?: string;
  readonly written?: WrittenDate;
}

/** Takes the agency, or the date in brackets, off a dateline. */
function readSignature(text: string): Signature {
  const [whole = "", round, slashed] = text.match(BRACKETS) ?? [];
  const inside = round ?? slashed ?? "";
  const rest = text.replace(whole, "").trim();
  const agency = findSignedAgency(inside);
  if (agency !== undefined) return { rest, agency };
  const written = findWrittenDate(inside);
  if (written?.date !== undefined) return { rest, written };
  const last = findAgency(text.match(LAST_PART)?.[1] ?? "");
  return last === undefined ? { rest: text } : { rest: text.replace(LAST_PART, ""), agency: last };
}

function findSlashed(start: string): Opening | undefined {
  const printed = start.match(SLASHED_START)?.[0];
  const opening = printed && readOpening(printed.trim(), printed.length);
  return opening && opening.agency !== undefined ? opening : undefined;
}

function findAgencyFirst(start: string): Opening | undefined {
  const [printed = "", inside = ""] = start.match(AGENCY_FIRST) ?? [];
  const agency = findAgency(inside);
  return agency === undefined ? undefined : { agency, length: printed.length };
}

/** A dateline that is a paragraph of its own: "ATHENS, March 27, 2003". */
function findDatelineAlone(paragraph: string): Opening | undefined {
  if (paragraph.length > 80) return undefined;
  const opening = readOpening(paragraph, paragraph.length);
  return opening?.dateline && opening.written ? opening : undefined;
}

/** "AUSTIN, Texas A man …", "AUSTIN, Texas (Reuters) A man …": the dash was lost when the page was copied. */
function findLostDash(start: string): Opening | undefined {
  const comma = start.indexOf(", ");
  const city = start.slice(0, Math.max(comma, 0));
  if (!isPlace(city, false) || LABEL.test(city)) return undefined;
  const region = findLeadingRegion(start.slice(comma + 2));
  if (region === undefined) return undefined;
  const place = `${city}, ${region}`;
  const brackets = start.slice(place.length).match(/^ \(([^()]{2,40})\)/u);
  const agency = findSignedAgency(brackets?.[1] ?? "");
  const text = agency === undefined ? place : place + brackets?.[0];
  if (!/^ ["'“‘]?\p{Lu}/u.test(start.slice(text.length))) return undefined;
  return { dateline: { text, place }, length: text.length + 1, ...(agency && { agency }) };
}

/** A city in capitals, or in small letters when a date or an agency shows what it is, and perhaps its region. */
function isPlace(text: string, isMarked: boolean): boolean {
  const [city = "", ...regions] = text.split(/,\s*/u);
  if (text.length > 60 || regions.length > 2 || LABEL.test(city) || (text.match(/\p{L}/gu) ?? []).length < 2)
    return false;
  const isCity = isAllWords(city, CAPITAL_WORD) && /\p{Lu}{2}/u.test(city);
  return (
    (isCity || (isMarked && isAllWords(city, PLACE_WORD))) && regions.every((part) => isAllWords(part, PLACE_WORD))
  );
}

function isAllWords(text: string, word: RegExp): boolean {
  const words = text.split(" ");
  return words.length <= 5 && words.every((part) => word.test(part)) && /^\p{Lu}/u.test(text);
}
