/** The tokens of one paragraph: words, numbers and single marks, in order; white space is in none of them. */
export interface Tokens {
  readonly words: readonly string[];
  /** UTF-16 offset of each token's first unit. */
  readonly starts: readonly number[];
}

const SPACE = 0;
const MARK = 1;
const LETTER = 2;
const DIGIT = 3;
const APOSTROPHE = 4;

// Words whose full stop belongs to them.
const ABBREVIATIONS = new Set(
  (
    "Adm Amb Atty Ave Brig Bros Capt Cmdr Co Col Comdr Corp Cpl Det Dr Fr Ft Gen Gov Hon Inc Insp Jr Lt Ltd Maj Mr Mrs Ms Mt " +
    "No Ph Prof Pvt Rep Rev Sen Sgt Spc Sr St Supt Jan Feb Aug Sept Oct Nov Dec Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind " +
    "Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo vs etc"
  ).split(" "),
);

const classes = new Uint8Array(65536).fill(255);

function classOf(code: number): number {
  const known = classes[code]!;
  return known === 255 ? (classes[code] = classify(String.fromCharCode(code))) : known;
}

function classify(character: string): number {
  if (/\s/u.test(character)) return SPACE;
  // "É", an accent on its own, half of a letter beyond the basic plane
  if (/[\p{L}\p{M}\p{Cs}]/u.test(character)) return LETTER;
  if (/\p{N}/u.test(character)) return DIGIT;
  // "O'Brien", "Sana’a", "Ba`ath"
  return /['’‘`]/u.test(character) ? APOSTROPHE : MARK;
}

/**
 * Splits a paragraph into tokens. Hyphens and possessive endings stand alone ("al", "-", "Assad", "'s"), initials keep
 * their full stops ("U.S.", "J."), numbers their separators ("1,000").
 */
export function tokenise(text: string): Tokens {
  const words: string[] = [];
  const starts: number[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = classOf(text.charCodeAt(at));
    const end = kind === SPACE ? at + 1 : endOfToken(text, at);
    if (kind !== SPACE) {
      words.push(text.slice(at, end));
      starts.push(at);
    }
    at = end;
  }
  return { words, starts };
}

function endOfToken(text: string, start: number): number {
  const kind = classOf(text.charCodeAt(start));
  if (kind === APOSTROPHE && isPossessive(text, start)) return start + 2;
  if (kind !== LETTER && kind !== DIGIT) return start + 1;
  return endOfInitials(text, start) ?? endOfWord(text, start);
}

// "'s" in "Iraq's end", not in "o'si"
function isPossessive(text: string, at: number): boolean {
  const letter = text.charCodeAt(at + 1) | 32;
  return letter === 115 && !isWordCode(text.charCodeAt(at + 2));
}

function isWordCode(code: number): boolean {
  const kind = code >= 0 ? classOf(code) : SPACE;
  return kind === LETTER || kind === DIGIT;
}

// "U.S.", "U.S" and "J.", but only "A." of "A.Bc"
function endOfInitials(text: string, start: number): number | undefined {
  let end = start;
  while (isCapital(text[end]) && text[end + 1] === ".") end += 2;
  if (end === start) return undefined;
  if (!isWordCode(text.charCodeAt(end))) return end;
  if (end - start > 2 && isWordCode(text.charCodeAt(end + 1))) return end - 2;
  return isCapital(text[end]) && !isWordCode(text.charCodeAt(end + 1)) ? end + 1 : end;
}

function isCapital(letter: string | undefined): boolean {
  return letter !== undefined && letter !== letter.toLowerCase();
}

function endOfWord(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && continuesWord(text, end)) end += 1;
  return text[end] === "." && ABBREVIATIONS.has(text.slice(start, end)) ? end + 1 : end;
}

function continuesWord(text: string, at: number): boolean {
  const kind = classOf(text.charCodeAt(at));
  if (kind === LETTER || kind === DIGIT) return true;
  const isBetween = isWordCode(text.charCodeAt(at - 1)) && isWordCode(text.charCodeAt(at + 1));
  if (kind === APOSTROPHE) return isBetween && !isPossessive(text, at);
  return isBetween && isSeparator(text, at);
}

// "1,000", "9.11" and "example.com", but not "over.The"
function isSeparator(text: string, at: number): boolean {
  if (text[at] !== "," && text[at] !== ".") return false;
  const isAfterDigit = classOf(text.charCodeAt(at - 1)) === DIGIT;
  if (isAfterDigit && classOf(text.charCodeAt(at + 1)) === DIGIT) return true;
  return text[at] === "." && !isCapital(text[at + 1]);
}
