/** Makes paragraphs of lines, whatever shape the text has. */
import { collectWords, findJoint, isSpaceless } from "./hyphens.ts";

/** Widths at which text is wrapped by hand or by a wire machine; longer lines are paragraphs. */
const WIDEST = 160;
const NARROWEST = 30;
const TAB = 8;

interface Line {
  readonly text: string;
  readonly indent: number;
}

type Block = readonly Line[];

/** What one document does throughout. */
interface Habits {
  /** The longest line of its wrapped blocks; 0 when nothing is wrapped. */
  readonly width: number;
  /** Whether blank lines part its wrapped paragraphs, so that a short line inside one means little. */
  readonly isSpaced: boolean;
}

// "• rifles", "▪ rifles"
const SURE_BULLET = /^[•●▪‣◦■]\s*/u;
// "- rifles", "* rifles", "– rifles", "1. rifles", "(a) rifles": a bullet where a new item can begin.
const POSSIBLE_BULLET = /^(?:[-–—*+]|\d{1,2}[.)]|\([a-z\d]{1,2}\))\s+(?=\S)/u;
// "… were taken.", "“… were taken.”", "… the following:"
const FINISHED = /[.!?…:;。！？؟۔।]["'”’»)\]]*$/u;
const SENTENCE_END = /[.!?…。！？؟۔।]["'”’»)\]]*$/u;
const SMALL_START = /^["'“‘(]?\p{Ll}/u;
// "… came into force in", "… of Cyprus,": a line that cannot end a paragraph.
const OPEN_END = /(?:\b(?:a|an|the|of|in|on|at|to|into|for|from|by|with|and|or|as|than|that)|,)$/u;
// "Karak. The", inside a line
const SENTENCE_INSIDE = /\p{Ll}[.!?]["'”’]? +["'“‘]?\p{Lu}/gu;

/** Joins lines into paragraphs: blank-line separated, one per line, or hard-wrapped with or without indents. */
export function joinParagraphs(lines: readonly string[]): string[] {
  const blocks = splitBlocks(lines);
  const habits = findHabits(blocks);
  let known: ReadonlySet<string> | undefined;
  const words = () => (known ??= collectWords(lines));
  return blocks.flatMap((block) => splitBlock(block, habits).map((paragraph) => joinLines(paragraph, words)));
}

/** Stretches of lines between blank lines and before bullets. */
function splitBlocks(lines: readonly string[]): Block[] {
  const blocks: Line[][] = [];
  let current: Line[] = [];
  for (const raw of lines) {
    const line = readLine(raw);
    if (line.text === "" || isBullet(line, current)) {
      if (current.length > 0) blocks.push(current);
      current = [];
    }
    if (line.text !== "") current.push(line);
  }
  return current.length > 0 ? [...blocks, current] : blocks;
}

function readLine(raw: string): Line {
  const text = raw.trim();
  let indent = 0;
  for (const character of raw.slice(0, raw.indexOf(text[0] ?? ""))) indent += character === "\t" ? TAB : 1;
  return { text: text.replace(/\s+/gu, " "), indent };
}

function isBullet(line: Line, block: Block): boolean {
  if (SURE_BULLET.test(line.text)) return true;
  if (!POSSIBLE_BULLET.test(line.text)) return false;
  const [first, last] = [block[0], block.at(-1)];
  // "destroyed\n- of all missiles -" goes on; "the following:\n- missiles" and "- missiles\n- bombs" do not.
  return last === undefined || first === undefined || FINISHED.test(last.text) || POSSIBLE_BULLET.test(first.text);
}

function findHabits(blocks: readonly Block[]): Habits {
  const wrapped = blocks.filter((block) => block.length > 2 && isWrapped(block));
  const width = wrapped.reduce((widest, block) => Math.max(widest, widthOf(block)), 0);
  return { width, isSpaced: wrapped.length > 1 };
}

function splitBlock(block: Block, habits: Habits): Block[] {
  const isStart = findIndentedStart(block) ?? findRunOnStart(block, habits);
  if (!isStart) return block.map((line) => [line]);
  const paragraphs: Line[][] = [];
  for (const [index, line] of block.entries()) {
    if (index === 0 || isStart(index)) paragraphs.push([line]);
    else paragraphs.at(-1)!.push(line);
  }
  return paragraphs;
}

/** Whether the lines of a block run on into each other: many end in mid-sentence, at one width or before a small letter. */
function isWrapped(block: Block): boolean {
  const breaks = block.length - 1;
  const width = widthOf(block);
  let unfinished = 0;
  let small = 0;
  let full = 0;
  for (let index = 1; index < block.length; index++) {
    const [line, next] = [block[index - 1]!, block[index]!];
    if (!FINISHED.test(line.text)) unfinished++;
    if (isSameSentence(line, next)) small++;
    if (isFull(line, next, width)) full++;
  }
  if (unfinished < breaks * 0.4) return false;
  // A list of short words is not meant.
  if (width < NARROWEST) return false;
  if (width <= WIDEST && full >= breaks * 0.6) return true;
  return small >= breaks * 0.4 || (small >= breaks * 0.2 && full >= breaks * 0.2);
}

function isContinued(block: Block, { width }: Habits): boolean {
  const [line, next] = block;
  if (line === undefined || next === undefined) return false;
  if (isSameSentence(line, next)) return true;
  return !FINISHED.test(line.text) && isFull(line, next, width) && next.text.length <= width;
}

function isSameSentence(line: Line, next: Line): boolean {
  if (FINISHED.test(line.text)) return false;
  return SMALL_START.test(next.text) || OPEN_END.test(line.text) || isSpaceless(line.text, next.text);
}

/** Whether the first word of the next line would not have fitted. */
function isFull(line: Line, next: Line, width: number): boolean {
  const space = next.text.indexOf(" ");
  const word = space < 0 ? next.text.length : space;
  return width > 0 && line.text.length + 1 + word > width;
}

function widthOf(block: Block): number {
  return block.reduce((widest, line) => Math.max(widest, line.text.length), 0);
}

/**
 * Where indents tell paragraphs apart. Usually the first lines are indented; with hanging indents it is the other lines.
 * The lines that begin with small letters show which. The first line's own indent is often lost.
 */
function findIndentedStart(block: Block): ((index: number) => boolean) | undefined {
  const least = block.slice(1).reduce((indent, line) => Math.min(indent, line.indent), Infinity);
  const isDeep = (index: number) => block[index]!.indent >= least + 2;
  const deep = { lines: 0, goingOn: 0 };
  const flush = { lines: 0, goingOn: 0 };
  for (let index = 1; index < block.length; index++) {
    const side = isDeep(index) ? deep : flush;
    side.lines++;
    if (isSameSentence(block[index - 1]!, block[index]!)) side.goingOn++;
  }
  if (deep.lines === 0 || flush.lines === 0 || deep.goingOn + flush.goingOn === 0) return undefined;
  const isHanging = deep.goingOn * flush.lines > flush.goingOn * deep.lines;
  return (index) => isDeep(index) !== isHanging;
}

/** Where paragraphs start in a block that has no indents to show it; nothing when each line is a paragraph. */
function findRunOnStart(block: Block, habits: Habits): ((index: number) => boolean) | undefined {
  const isRunOn = block.length > 2 ? isWrapped(block) : isContinued(block, habits);
  return isRunOn ? findShortEnd(block, habits) : undefined;
}

/** Where nothing but a short last line tells paragraphs apart. */
function findShortEnd(block: Block, habits: Habits): (index: number) => boolean {
  const width = Math.max(block.length > 2 ? widthOf(block) : 0, habits.isSpaced ? habits.width : 0) || habits.width;
  const breaksAtFullLines = !habits.isSpaced && hasShortParagraphs(block, width);
  return (index) => {
    const [line, next] = [block[index - 1]!, block[index]!];
    if (isSameSentence(line, next) || line.text.endsWith("-")) return false;
    const isEnd = SENTENCE_END.test(line.text);
    if (habits.isSpaced) return line.text.length < width * 0.6;
    if (isFull(line, next, width)) return isEnd && breaksAtFullLines;
    return isEnd || line.text.length < width * 0.75;
  };
}

/** Whether sentences of a block end with their paragraph more often than inside it: then one at a full line's end does. */
function hasShortParagraphs(block: Block, width: number): boolean {
  let ends = 0;
  let inside = 0;
  for (let index = 1; index < block.length; index++) {
    const [line, next] = [block[index - 1]!, block[index]!];
    if (SENTENCE_END.test(line.text) && !isFull(line, next, width)) ends++;
    inside += line.text.match(SENTENCE_INSIDE)?.length ?? 0;
  }
  return ends > inside;
}

function joinLines(lines: Block, words: () => ReadonlySet<string>): string {
  const pieces = lines.map((line, index) => {
    const next = lines[index + 1];
    if (next === undefined) return line.text;
    const { between, dropsHyphen } = findJoint(line.text, next.text, words);
    return (dropsHyphen ? line.text.slice(0, -1) : line.text) + between;
  });
  return pieces.join("");
}
