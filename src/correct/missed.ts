import type { Article, Occurrence } from "../types.ts";

/** Where the words stand by which a correction wants its name to be found, as whole words and in that spelling. */
export function findMissed(kind: string, forms: readonly string[], articles: readonly Article[]): Occurrence[] {
  // "9M729 missile" before "9M729".
  const longestFirst = forms.toSorted((a, b) => b.length - a.length);
  return articles.flatMap(({ source, title, paragraphs }) =>
    [title, ...paragraphs].flatMap((text, paragraph) =>
      placesOf(longestFirst, text).map(({ start, end }) => ({
        source,
        mention: { kind, paragraph, start, end, text: text.slice(start, end), foundBy: "correction", confidence: 1 },
      })),
    ),
  );
}

interface Place {
  readonly start: number;
  readonly end: number;
}

function placesOf(forms: readonly string[], text: string): Place[] {
  const found: Place[] = [];
  for (const form of forms) {
    for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + form.length)) {
      const end = start + form.length;
      const isFree = found.every((other) => end <= other.start || other.end <= start);
      if (isFree && isWhole(text, start, end)) found.push({ start, end });
    }
  }
  return found;
}

/** Whether no letter or digit stands right before or behind: "Mare" is not in "Marea". */
function isWhole(text: string, start: number, end: number): boolean {
  return (
    !/[\p{L}\p{M}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    !/^[\p{L}\p{M}\p{N}]/u.test(text.slice(end, end + 2))
  );
}
