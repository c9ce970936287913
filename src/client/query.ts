/** What a reader typed, taken apart. */
export interface Query {
  /** Words that may stand anywhere, in any form. */
  readonly words: readonly string[];
  /** Words between quotation marks, which are to stand side by side. */
  readonly phrases: readonly string[];
}

// '"cruise missile"', "“cruise missile”", "«cruise missile»": typographic marks come with pasted text.
const phrasePattern = /["“”„«»]([^"“”„«»]*)["“”„«»]/gu;

/** Takes words and phrases apart; a mark that is never closed is none. */
export function parseQuery(typed: string): Query {
  const phrases = [...typed.matchAll(phrasePattern)].map(([, phrase = ""]) => oneLine(phrase));
  const rest = oneLine(typed.replace(phrasePattern, " ").replace(/["“”„«»]/gu, " "));
  return {
    words: rest === "" ? [] : rest.split(" "),
    phrases: phrases.filter((phrase) => /[\p{L}\p{N}]/u.test(phrase)),
  };
}

/** The query as one types it. */
export function formatQuery({ words, phrases }: Query): string {
  return [...words, ...phrases.map((phrase) => `"${phrase}"`)].join(" ");
}

/** The words of a query, those of its phrases too. */
export function allWords({ words, phrases }: Query): string[] {
  return [...words, ...phrases.flatMap((phrase) => phrase.split(" "))];
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
