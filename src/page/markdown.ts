/** News text as Markdown that shows exactly that text: nothing in it is structure except the links that we put there. */

/** A stretch of a paragraph that links to an entity's page. */
export interface LinkedSpan {
  /** UTF-16 offsets in the paragraph. */
  readonly start: number;
  readonly end: number;
  /** Where the link goes, without the base path. */
  readonly url: string;
}

// "*", "[", "<", "\": these mean something anywhere in a line.
const inlinePattern = /[\\`*_[\]<>~|]/gu;

// "&amp;", "&#38;", "&nbsp": an ampersand that a reader could take for the start of a character reference.
const referencePattern = /&(?=[#\p{L}])/gu;

// "http://", "www.": what some Markdown readers turn into links of their own.
const autolinkPattern = /:(?=\/\/)|(?<=www)\.|(?<=\S)@(?=\S)/giu;

// "# ", "- ", "+ ", "=====", ": ": these mean something at the start of a line.
const lineStartPattern = /^[#+\-=:]/u;

// "1991. ", "3) ": a list at the start of a line.
const listNumberPattern = /^(\d+)([.)])/u;

// Tab, no-break space, line feed: white space that Markdown trims or reads as structure.
const lostSpacePattern = /^[\s\u200b\ufeff]|[\s\u200b\ufeff]$|[\n\r\u0085\u2028\u2029]/gu;

/** One paragraph of news text as one paragraph of Markdown that any reader shows as the same characters. */
export function escapeMarkdown(text: string): string {
  return escapeLineStart(escapeInline(text)).replace(lostSpacePattern, characterReference);
}

/** The same, with links on some stretches, and the first `quiet` characters (a dateline) in emphasis. */
export function paragraphMarkdown(text: string, links: readonly LinkedSpan[], quiet = 0): string {
  const dateline = canEmphasise(text, links, quiet) ? quiet : 0;
  const head = linkedText(text, links, { start: 0, end: dateline });
  const tail = linkedText(text, links, { start: dateline, end: text.length });
  const whole = head === "" ? escapeLineStart(tail) : `*${head}*${tail}`;
  return whole.replace(lostSpacePattern, characterReference);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

function linkedText(text: string, links: readonly LinkedSpan[], { start, end }: Stretch): string {
  const parts: string[] = [];
  let done = start;
  for (const link of links) {
    // Overlapping or reversed spans would repeat text: the first one is the link.
    if (link.start < done || link.end > end || link.start >= link.end) continue;
    parts.push(beforeLink(escapeInline(text.slice(done, link.start))));
    parts.push(`[${escapeInline(text.slice(link.start, link.end))}](${link.url})`);
    done = link.end;
  }
  return parts.join("") + escapeInline(text.slice(done, end));
}

/** Emphasis begins and ends only beside certain characters, and must hold whole links. */
function canEmphasise(text: string, links: readonly LinkedSpan[], length: number): boolean {
  if (length === 0 || length > text.length) return false;
  if (links.some(({ start, end }) => start < length && end > length)) return false;
  // "KABUL, Afghanistan (AP)" before a space, a dash or the end.
  return /^\S/u.test(text) && /\S$/u.test(text.slice(0, length)) && /^(?:[\s\p{P}]|$)/u.test(text.slice(length));
}

function escapeInline(text: string): string {
  return text.replace(inlinePattern, "\\$&").replace(referencePattern, "\\$&").replace(autolinkPattern, "\\$&");
}

function escapeLineStart(markdown: string): string {
  return markdown.replace(lineStartPattern, "\\$&").replace(listNumberPattern, "$1\\$2");
}

/** "!" before "[" would make an image. */
function beforeLink(markdown: string): string {
  return markdown.endsWith("!") ? `${markdown.slice(0, -1)}\\!` : markdown;
}

function characterReference(character: string): string {
  return `&#${character.codePointAt(0) ?? 0xfffd};`;
}
