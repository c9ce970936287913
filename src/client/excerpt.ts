/** A stretch of an excerpt. */
export interface ExcerptPart {
  readonly text: string;
  /** True for words that were searched for. */
  readonly found: boolean;
}

/** Splits an excerpt of Pagefind's into plain text, so that nothing of an article is ever read as HTML. */
export function parseExcerpt(excerpt: string): ExcerptPart[] {
  // "a <mark>missile</mark> flew": the pieces alternate, beginning outside the mark.
  const pieces = excerpt.split(/<\/?mark>/u);
  return pieces
    .map((piece, i) => ({ text: unescapeAngles(piece), found: i % 2 === 1 }))
    .filter((part) => part.text !== "");
}

function unescapeAngles(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
}

/** The distinct words of a page's text that a search found, as they are spelt there, at most `limit`. */
export function foundWords(content: string, locations: readonly number[], limit: number): string[] {
  const words = content.split(/\s+/u);
  const found = new Map<string, string>();
  for (const location of locations) {
    const word = trimPunctuation(words[location] ?? "");
    if (word !== "") found.set(word.toLowerCase(), word);
  }
  return [...found.values()].slice(0, limit);
}

/** A word without the signs around it; "" when it is all signs. */
export function trimPunctuation(word: string): string {
  // "(missiles)," is the word "missiles".
  return /[\p{L}\p{N}](?:.*[\p{L}\p{M}\p{N}])?/su.exec(word)?.[0] ?? "";
}
