/** UTF-16 units of the beginning of an article. */
const openingLength = 180;

/** The beginning of an article's text, cut between words; empty when it has none. */
export function opening([text = ""]: readonly string[]): string {
  if (text.length <= openingLength) return text;
  const end = text.lastIndexOf(" ", openingLength);
  return `${text.slice(0, end > 0 ? end : openingLength)} …`;
}
