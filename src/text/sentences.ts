/** Cuts text into sentences, knowing how news writes ranks, states and initials. */

/** A stretch of text, in UTF-16 offsets; `end` is exclusive. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** Never the end of a sentence: what follows belongs to them. */
const BEFORE_A_NAME = words(
  "Mr Mrs Ms Messrs Mme Mlle Dr Prof Rev Fr Sr Hon Rt St Ste Mt Ft Gen Lt Col Maj Capt Cpt Cmdr Cdr Comdr Adm",
  "Brig Sgt Cpl Pvt Pfc Spc Ssgt Ens Sen Sens Rep Reps Gov Govs Pres Supt Insp Det Atty Asst Amb Min Sec Dir Dep",
  "vs v Vol",
);
/** The end of a sentence unless a number follows: "No. 3", "Jan. 12". */
const BEFORE_A_NUMBER = words(
  "No Nos Nr Art Fig Figs Op Ch p pp para Para cal Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec c ca approx",
);
/** Shortened words that stand as often inside a sentence as at its end; the next word decides. */
const SHORTENED = words(
  "Inc Corp Co Cos Ltd Bros Plc Jr Sr Esq Ph etc al est dept Dept Univ Ave Blvd Rd",
  "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa",
  "Penn Tenn Tex Va Vt Wash Wis Wyo Alta Man Ont Que Sask Qld Vic Tas",
  "mph km kg ft lb lbs oz sq cu min hr hrs",
);
/** Words that open sentences and hardly ever a name. "And" and "But" are no sign: old wire copy has "U.S. And other". */
const OPENERS = words(
  "The A An He She It They We I You This That These Those There Here His Her Its Their Our My In On At For From By",
  "With Without As If When While After Before Since Although Though Because However Meanwhile Some Many Most Several",
  "What Who Why How Where Another Other Others Both Each Earlier Later Then Now Also Until During Despite Under",
);

// "fired." "fired?" "fired…”" before white space, or the Chinese and Japanese stops, which need none.
const STOP = /(?:[.!?…؟۔।]["'”’»)\]]*(?=\s)|[。！？][”’」』）]*)/gu;
// The word that a stop ends: "Gen", "W.Va", "U.S", "3".
const LAST_WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}.’'-]{0,23})$/u;
// "U.S", "N.Y", "a.m", "D.C", "W.Va", "Ph.D": letters with stops between them.
const DOTTED = /^\p{L}{1,3}(?:\.\p{L}{1,3})+$/u;
// "J" in "J. Smith"
const INITIAL = /^\p{Lu}$/u;
// "1" in "1. The parties agree": the number of a list.
const LIST_NUMBER = /^\p{N}{1,3}$/u;
// The first word after white space, with the quote or bracket that opens it: `"The`, "12", "(Reuters".
const NEXT_WORD = /[^\s]\S{0,30}/uy;
const OPENING_MARK = /^["'“‘«([¿¡]+/u;

/** Splits a text into sentences without the white space between them; linear in its length. */
export function splitSentences(text: string): Extent[] {
  const sentences: Extent[] = [];
  let start = skipSpace(text, 0);
  for (const stop of text.matchAll(STOP)) {
    const end = stop.index + stop[0].length;
    if (!isSentenceEnd(text, start, stop.index, end)) continue;
    sentences.push({ start, end });
    start = skipSpace(text, end);
  }
  const end = text.trimEnd().length;
  return start < end ? [...sentences, { start, end }] : sentences;
}

// "said" of ". said".
const smallFirst = /^\p{Ll}/u;

function isSentenceEnd(text: string, start: number, stop: number, end: number): boolean {
  const next = nextWord(text, end);
  const bare = next.replace(OPENING_MARK, "");
  if (smallFirst.test(bare)) return false;
  // "advance ... With more": dots that stand for words left out.
  if (text[stop] === "." && /[\s.]/u.test(text[stop - 1] ?? " ") && /\s/u.test(text[stop - 3] ?? "")) return false;
  // A stop within quotation marks has no abbreviation before it: `"…from the U.S." The`.
  if (text[stop] !== "." || end > stop + 1) return true;
  const word = text.slice(Math.max(start, stop - 24), stop).match(LAST_WORD)?.[0] ?? "";
  return isEndAfter(word, { next: bare, isFirst: stop - word.length === start, isQuoted: bare !== next });
}

interface Around {
  readonly next: string;
  readonly isFirst: boolean;
  readonly isQuoted: boolean;
}

// "3" of "No. 3".
const numberFirst = /^\p{N}/u;

// "The" of "The army".
const firstWord = /^\p{L}+/u;

function isEndAfter(word: string, { next, isFirst, isQuoted }: Around): boolean {
  if (BEFORE_A_NAME.has(word) || (isFirst && LIST_NUMBER.test(word))) return false;
  if (BEFORE_A_NUMBER.has(word)) return !numberFirst.test(next);
  if (!SHORTENED.has(word) && !DOTTED.test(word) && !INITIAL.test(word)) return true;
  return isQuoted || next === "" || OPENERS.has(next.match(firstWord)?.[0] ?? "");
}

function nextWord(text: string, from: number): string {
  NEXT_WORD.lastIndex = skipSpace(text, from);
  return NEXT_WORD.exec(text)?.[0] ?? "";
}

function skipSpace(text: string, from: number): number {
  let index = from;
  while (index < text.length && /\s/u.test(text[index]!)) index++;
  return index;
}

function words(...rows: readonly string[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => row.split(" ")));
}
