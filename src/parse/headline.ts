/** Finds the headline, which may run over two lines or be missing. */
import { isCapitals } from "../text.ts";
import { findByline } from "./byline.ts";
import { findOpening } from "./dateline.ts";
import { findDateLine } from "./dates.ts";

/** A headline and the index of the line behind it. */
export interface Headline {
  readonly title: string;
  readonly next: number;
}

/** A longer line that has sentences in it is a paragraph. */
const LONGEST = 200;
/** Not even a line without sentences is a headline beyond this. */
const FAR_TOO_LONG = 1000;
const MOST_LINES = 3;
/** Length of a title made from the beginning of a text. */
const EXCERPT = 100;

// "… officials said.", "… he said.”"; not "…"
const SENTENCE_END = /[.!?。！？؟]["'”’»)\]]*$/u;
// "killed. The"
const SENTENCE_INSIDE = /[\p{Ll}\d][.!?]["'”’]? +["'“‘]?\p{Lu}/u;
// "Missiles Crash into", "Attack on": a headline that cannot end here.
const OPEN_END =
  /(?:\b(?:a|an|the|of|in|on|at|to|into|for|from|by|with|and|or|as|over|after|before|than|that)|[,:-])$/iu;
const SMALL_START = /^["'“‘(]?\p{Ll}/u;

/** Finds the headline that starts at `lines[start]`; nothing when prose starts there. */
export function findHeadline(lines: readonly string[], start: number): Headline | undefined {
  const block = findBlock(lines, start);
  const [first = ""] = block;
  if (findOpening(first)?.dateline || isWrappedProse(block)) return undefined;
  let length = 1;
  while (length < block.length && goesOn(block, length)) length++;
  const title = block.slice(0, length).join(" ");
  if (length > MOST_LINES) return undefined;
  if (length > 1 && !isCapitals(title) && (SENTENCE_END.test(title) || title.length > LONGEST)) return undefined;
  if (title.length > FAR_TOO_LONG) return undefined;
  if (title.length > LONGEST && (SENTENCE_END.test(title) || SENTENCE_INSIDE.test(title))) return undefined;
  return { title, next: start + length };
}

/** Whether a line is surely a headline: it stands alone and does not end as a sentence does. */
export function isSurelyHeadline(lines: readonly string[], { title, next }: Headline): boolean {
  const following = (lines[next] ?? "").trim();
  const isAlone = following === "" || findByline(following) !== undefined || findDateLine(following) !== undefined;
  return isAlone && title.length <= LONGEST && !SENTENCE_END.test(title);
}

/** Whether a line ends as a sentence does. */
export function isSentence(text: string): boolean {
  return SENTENCE_END.test(text);
}

/** A title for an article without a headline: its beginning, cut at a word. */
export function excerptTitle(paragraph: string): string {
  const text = paragraph.slice(findOpening(paragraph)?.length ?? 0).trim() || paragraph;
  if (text.length <= EXCERPT) return text;
  const cut = text.lastIndexOf(" ", EXCERPT);
  return `${trimPair(text.slice(0, cut > EXCERPT / 2 ? cut : EXCERPT)).replace(/[\s,;:.–—-]+$/u, "")}…`;
}

/** A title for an article without words: its file's name. "1980s/2015-10-08-kabul_blast.txt" gives "Kabul blast". */
export function titleFromPath(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/\.\p{L}+$/u, "");
  const words = name
    .replace(/^\d{4}-\d\d-\d\d(?=\D)/u, "")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
  return words === "" ? "Untitled" : words[0]!.toUpperCase() + words.slice(1);
}

/** The lines up to the next blank one, as far as a headline could reach. */
function findBlock(lines: readonly string[], start: number): string[] {
  const few = lines.slice(start, start + 8).map((line) => line.trim().replace(/\s+/gu, " "));
  const end = few.indexOf("");
  return end < 0 ? few : few.slice(0, end);
}

function goesOn(block: readonly string[], index: number): boolean {
  const [line, next] = [block[index - 1]!, block[index]!];
  if (findByline(next) !== undefined || findDateLine(next) !== undefined || findOpening(next)) return false;
  if (isCapitals(line) && isCapitals(next)) return true;
  if (line.length > LONGEST || SENTENCE_END.test(line)) return false;
  return SMALL_START.test(next) || OPEN_END.test(line);
}

/** Whether a block's first line was filled up to the width of the others and they run on: prose without a headline. */
function isWrappedProse(block: readonly string[]): boolean {
  const [first = "", second = "", third = ""] = block;
  const width = Math.max(...block.map((line) => line.length));
  if (block.length < 3 || width > 120 || isCapitals(first) || isTitleCase(first)) return false;
  const wouldFit = first.length + 1 + second.split(" ", 1)[0]!.length <= width;
  return !wouldFit && (SMALL_START.test(second) || SMALL_START.test(third));
}

/** "Report: Russia Crashes Missiles into Iran": most of the longer words have capitals. */
function isTitleCase(text: string): boolean {
  const words = text.split(" ").filter((word) => word.length > 3);
  return words.filter((word) => /^\W?\p{Lu}/u.test(word)).length >= words.length * 0.7;
}

/** Does not leave half of a surrogate pair at the end. */
function trimPair(text: string): string {
  return text.replace(/[\ud800-\udbff]$/u, "");
}
