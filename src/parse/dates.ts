/** Reads the dates that stand beside an article. Only a day, month and year that are all written make a date. */
import { strict } from "chrono-node/en";

/** What a text says of a date: `date` when it is complete, otherwise as much as is written. */
export interface WrittenDate {
  /** `YYYY-MM-DD` */
  readonly date?: string;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** As printed, when day and month could be either way round: "03/04/2003". */
  readonly ambiguous?: string;
}

/** A line that holds nothing but a date. */
export interface DateLine extends WrittenDate {
  /** Whether it says when the article was changed, and not when it appeared. */
  readonly isUpdate: boolean;
}

/** chrono needs a day to count from; what it would have to fill in from it is never used. */
const NO_DAY = new Date(0);

const MONTHS = "january february march april may june july august september october november december".split(" ");

// Everything that may stand on a line with a date: labels, days, months, clock and zone.
const DATE_WORDS: ReadonlySet<string> = new Set(
  [
    "published updated posted first last modified filed issued created added date dated on at of the time print online",
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
    ...MONTHS,
    "jan feb mar apr jun jul aug sep sept oct nov dec st nd rd th t z",
    "am pm a m p gmt utc bst est edt cst cdt mst mdt pst pdt et ct mt pt ist cet cest eet eest msk jst kst aest local",
    "hours hour hrs hr h noon midnight min minutes read ago year years month months week weeks day days",
  ].flatMap((row) => row.split(" ")),
);

// "03/04/2003", "3-4-2003"
const SLASHED = /(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/u;
// "2015" in "8 October 2015"; "15" alone is no year.
const YEAR = /(?<!\d)([12]\d{3})(?!\d)/u;
// "March 2003", "Sept. 2001"
const MONTH_AND_YEAR = /^\W*(\p{L}+)\.?,? ([12]\d{3})\W*$/u;
// "Updated: 9 October 2015 10:02 GMT", "Last modified on …"
const UPDATE = /^\W*(?:last )?(?:updated|modified)\b/iu;

/** Reads what a short text says of a date; nothing when it says nothing. */
export function findWrittenDate(text: string): WrittenDate | undefined {
  const slashed = text.match(SLASHED);
  if (slashed) return readSlashed(slashed);
  const found = strict.parse(text, NO_DAY).find(({ start }) => start.isCertain("month") && start.isCertain("day"));
  if (!found) return findMonthAndYear(text);
  const { start } = found;
  const [year, month, day] = [start.get("year") ?? 0, start.get("month") ?? 0, start.get("day") ?? 0];
  // "2 days ago" and "8 Oct 15" come out complete too, by guessing.
  const isWritten = start.isCertain("year") && text.match(YEAR)?.[1] === String(year);
  if (isWritten) return wholeDate(year, month, day);
  return MONTHS.some((name) => found.text.toLowerCase().includes(name.slice(0, 3))) ? { month, day } : undefined;
}

/** A line that holds nothing but a date, with or without a label, weekday and time: "Published: 8 October 2015 14:02 GMT". */
export function findDateLine(line: string): DateLine | undefined {
  const text = line.trim();
  if (text.length > 120 || !/\d{4}/u.test(text)) return undefined;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (!words.every((word) => DATE_WORDS.has(word))) return undefined;
  const written = findWrittenDate(text);
  return written?.year === undefined && written?.ambiguous === undefined
    ? undefined
    : { ...written, isUpdate: UPDATE.test(text) };
}

/** Puts the year to the day and month of a dateline; `near` decides in the days around New Year. */
export function completeDate(written: WrittenDate, near: WrittenDate): string | undefined {
  const { month, day } = written;
  if (written.date !== undefined || month === undefined || day === undefined) return written.date;
  if (near.year === undefined) return undefined;
  if (near.month === undefined) return isoDate(near.year, month, day);
  const distance = month - near.month;
  return isoDate(near.year + (distance > 6 ? -1 : distance < -6 ? 1 : 0), month, day);
}

/** `YYYY-MM-DD`, or nothing when the calendar has no such day. */
export function isoDate(year: number, month: number, day: number): string | undefined {
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}

function readSlashed([text, first = "", separator, second = "", written = ""]: RegExpMatchArray): WrittenDate {
  const [a, b, year] = [Number(first), Number(second), Number(written)];
  // "8.10.2015": with full stops, the day comes first wherever it is written.
  const isDayFirst = separator === "." || a > 12;
  if (!isDayFirst && a <= 12 && b <= 12 && a !== b) return { ambiguous: text, year };
  const [day, month] = isDayFirst ? [a, b] : [b, a];
  return wholeDate(year, month, day);
}

function wholeDate(year: number, month: number, day: number): WrittenDate {
  const date = isoDate(year, month, day);
  return date === undefined ? { year } : { date, year, month, day };
}

function findMonthAndYear(text: string): WrittenDate | undefined {
  const [, name = "", year] = text.match(MONTH_AND_YEAR) ?? [];
  const month = MONTHS.findIndex((full) => name.length > 2 && full.startsWith(name.toLowerCase().slice(0, 4))) + 1;
  return month > 0 && year !== undefined ? { year: Number(year), month } : undefined;
}
