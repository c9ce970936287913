/** Decides what a hyphen at the end of a line means. */

/** Prefixes that English joins with a hyphen where a line does not end: "anti-aircraft". */
const PREFIXES: ReadonlySet<string> = new Set(
  [
    "anti pro non ex self semi vice mid pre post co re multi cross counter inter intra ultra half quasi neo pan sub super",
    "trans euro afro anglo sino russo indo franco arab arms air sea land ground surface short medium long high low far near",
    "north south east west cease by all well ill so off on out over under up down in one two three four five six seven",
    "eight nine ten twenty thirty forty fifty sixty seventy eighty ninety hundred first second third fourth year month",
    "hard soft light heavy old new state government army navy military police war peace oil gas arms un us uk eu al el",
  ].flatMap((row) => row.split(" ")),
);

// "mation" of "infor-mation", "ment" of "govern-ment": ends of words that are no words.
const WORD_ENDING =
  /^(?:\p{Ll}?(?:ations?|ational|itions?|utions?|ments?|mental|nesses|ness|ities|ity|ously|iously|ically|ingly|edly|ance|ances|ence|ences|tures?|ising|izing|ised|ized|isation|ization)|tions?|tional|sions?|cial|tial|cially|tially|tive|sive|tives|ble|bly|ted|ters|ties|cies|cians?)$/u;
/** Words that the pattern above would take for endings. */
const WORDS: ReadonlySet<string> = new Set(
  "nation nations ration rations fence fences pence hence lance dance dances lances ties bence city pity".split(" "),
);

/** Words that follow a hyphen left hanging: "short- and medium-range". */
const HANGING = /^(?:and|or|to|und|et|y)$/u;

/** What comes between two lines when they are joined, and whether the hyphen at the end of the first goes. */
export interface Joint {
  readonly between: "" | " ";
  readonly dropsHyphen: boolean;
}

// "infor-" at the end of "… the infor-", but not "elimination -" and not "Townsend--"
const BROKEN_WORD = /(?<![\p{L}\p{N}-])([\p{L}\p{N}.'’]{1,40}(?:-[\p{L}\p{N}.'’]{1,40})?)-$/u;
const FIRST_WORD = /^[\p{L}\p{N}]+/u;
// Chinese and Japanese have no spaces: "…的" and "军队…"
const SPACELESS_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}。、，」』）]$/u;
const SPACELESS_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}「『（]/u;

/** Decides how a line and the next become one; `words` are those that the whole text has inside its lines. */
export function findJoint(line: string, next: string, words: () => ReadonlySet<string>): Joint {
  if (isSpaceless(line, next)) return { between: "", dropsHyphen: false };
  const before = line.slice(-90).match(BROKEN_WORD)?.[1];
  const after = next.slice(0, 60).match(FIRST_WORD)?.[0];
  if (before === undefined || after === undefined || HANGING.test(after)) return { between: " ", dropsHyphen: false };
  return { between: "", dropsHyphen: isOneWord(before, after, words) };
}

/** Whether two lines are in a script that puts no space between words. */
export function isSpaceless(line: string, next: string): boolean {
  return SPACELESS_END.test(line) && SPACELESS_START.test(next);
}

/** Whether the hyphen only marks the end of the line; unsure is no. */
function isOneWord(before: string, after: string, words: () => ReadonlySet<string>): boolean {
  if (!/^\p{L}+$/u.test(before) || !/^\p{Ll}+$/u.test(after)) return false;
  const [first, second] = [before.toLowerCase(), after];
  if (words().has(`${first}-${second}`)) return false;
  if (words().has(first + second)) return true;
  if (PREFIXES.has(first) || words().has(first)) return false;
  return WORD_ENDING.test(second) && !WORDS.has(second);
}

/** The words of a text in small letters, compounds as a whole: "anti-aircraft". Parts at the end of a line are none. */
export function collectWords(lines: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.toLowerCase().matchAll(/\p{L}[\p{L}-]*/gu)) {
      if (!word.endsWith("-")) words.add(word);
    }
  }
  return words;
}
