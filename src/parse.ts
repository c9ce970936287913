/** Turns the text of a file into an article: title, byline, date, paragraphs. Any text is an article. */
import { gatherFacts } from "./parse/facts.ts";
import { readFrontMatter } from "./parse/front-matter.ts";
import type { FrontMatter } from "./parse/front-matter.ts";
import { findEndFacts, readHead } from "./parse/head.ts";
import { excerptTitle, titleFromPath } from "./parse/headline.ts";
import { joinParagraphs } from "./parse/paragraphs.ts";
import { cutTrailers, isFurniture } from "./parse/trailers.ts";
import type { Article, SourceFile, Warning } from "./types.ts";

/** An article and what its user should know about it. */
export interface ParsedArticle {
  readonly article: Article;
  readonly warnings: readonly Warning[];
}

/** The part of an article that its text alone gives. */
type Found = Pick<Article, "title" | "byline" | "date" | "dateline" | "publication" | "url">;

/** Parses a file; pure, and never throws whatever the text. */
export function parseArticle(file: SourceFile): ParsedArticle {
  const lines = file.text.split("\n");
  const block = readFrontMatter(lines);
  const cut = cutTrailers(lines.slice(block.next));
  const head = readHead(cut.lines, block.facts.title !== undefined);
  const joined = joinParagraphs(head.body);
  const outside = new Set(joined.filter(isFurniture));
  const paragraphs = joined.filter((paragraph) => !outside.has(paragraph));
  const trailers = [...joined.filter((paragraph) => outside.has(paragraph)), ...cut.trailers];
  const lineFacts = [...head.facts, ...cut.trailers.flatMap((line) => findEndFacts(line) ?? [])];
  const { warnings, ...facts } = gatherFacts({ file, lines: lineFacts, paragraphs, trailers });
  const title = findTitle(file, head.title, paragraphs);
  const body = { paragraphs, trailers, furniture: [...block.furniture, ...head.furniture] };
  return {
    article: { source: file.path, sha256: file.sha256, ...override({ title, ...facts }, block), ...body },
    warnings: [...blockWarnings(file, block), ...(block.facts.date === undefined ? warnings : [])],
  };
}

function findTitle({ path }: SourceFile, headline: string | undefined, paragraphs: readonly string[]): string {
  const [first] = paragraphs;
  if (headline === undefined) return first === undefined ? titleFromPath(path) : excerptTitle(first);
  // "# Lake gives up a bomber" in a Markdown file; in a text file "#" means what it says.
  return /\.md$/iu.test(path) ? headline.replace(/^#{1,6} /u, "") : headline;
}

/** What the user says on top comes before what the text says. */
function override(found: Found, { facts }: FrontMatter): Found & Pick<Article, "language"> {
  const { source, ...others } = facts;
  return { ...found, ...others, ...(source !== undefined && { publication: source }) };
}

function blockWarnings({ path }: SourceFile, { faults }: FrontMatter): Warning[] {
  return faults.map(({ line, message }) => ({ file: path, line, message }));
}
