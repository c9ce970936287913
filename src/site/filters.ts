/** Dates, numbers and evidence as templates show them: the same on every machine. */

import { monthNames } from "../page/calendar.ts";
import { groupBy } from "../page/data.ts";

/** "8 October 2015" for "2015-10-08"; anything else as it is. */
export function readableDate(date: string): string {
  const [year, month, day] = date.split("-");
  const name = monthNames[Number(month) - 1];
  return name === undefined ? date : `${Number(day)} ${name} ${year}`;
}

/** "19,043" for 19043. */
export function readableCount(count: number): string {
  // Digits followed by one or more groups of three: "19" in "19043".
  return String(count).replace(/\d(?=(?:\d{3})+$)/gu, "$&,");
}

/** "94 %" for 0.944. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** "36.34° N" for 36.3412, "43.13° W" for -43.1299. */
export function degrees(value: number, positive: string, negative: string): string {
  return `${Math.abs(value).toFixed(2)}° ${value < 0 ? negative : positive}`;
}

/** HTML of a passage, whose every second piece is a name; a template's loop would take most of the time of a build. */
export function markNames(pieces: readonly string[]): string {
  return pieces
    .map(escapeHtml)
    .map((html, index) => (index % 2 === 1 ? `<b class="named">${html}</b>` : html))
    .join("");
}

/** A line of a concordance in three columns: what stands before the name, the name, what stands after it. */
interface Keyword {
  readonly before: string;
  readonly name: string;
  readonly after: string;
}

/** HTML of a line of a concordance, which is set from the right where its text is. */
export function keywordLine({ before, name, after }: Keyword): string {
  const [left, middle, right] = [before, name, after].map(escapeHtml);
  return `<span class="line" dir="auto"><span class="before"><span>${left}</span></span><b class="named">${middle}</b><span class="after">${right}</span></span>`;
}

const htmlCharacters: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

function escapeHtml(text: string): string {
  return text.replace(/[&<>]/gu, (character) => htmlCharacters[character] ?? character);
}

/** A mention as the front matter of an article keeps it. */
interface Evidence {
  readonly text: string;
  readonly paragraph: number;
  readonly by: string;
  readonly confidence: number;
}

/** The mentions of one tag, those of the same words together: "Shoigu" in ¶ 3 and twice in ¶ 5, found by the tagger, 90–97 %. */
export function wordings(found: readonly Evidence[]) {
  const groups = groupBy(found, ({ text, by }) => JSON.stringify([text, by]));
  return [...groups.values()].map((mentions) => ({
    text: mentions[0]?.text,
    by: mentions[0]?.by,
    places: placesOf(mentions),
    sure: percentages(mentions),
  }));
}

function placesOf(mentions: readonly Evidence[]) {
  const groups = groupBy(mentions, ({ paragraph }) => paragraph);
  return [...groups].map(([paragraph, members]) => ({ paragraph, times: members.length }));
}

function percentages(mentions: readonly Evidence[]): string {
  const values = mentions.map(({ confidence }) => Math.round(confidence * 100));
  const [least, most] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  return least === most ? `${least} %` : `${least}–${most} %`;
}
