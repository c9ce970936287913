/**
 * How an article is cited, in the forms that reference managers read. Written here and read back with citation-js in
 * the tests: writing with it would lose authors and every script but Latin (CONTRIBUTING.md has the details).
 */

import type { FiledArticle } from "../filing.ts";
import type { Site } from "./site.ts";

/** An article as CSL-JSON, the data of citation styles. */
export interface Citation {
  readonly id: string;
  readonly type: "article-newspaper";
  readonly title: string;
  /** As the byline has them: which of them are persons, and what their family names are, is not known. */
  readonly author?: readonly { readonly literal: string }[];
  readonly issued?: Issued;
  readonly "container-title"?: string;
  readonly URL?: string;
  readonly language?: string;
  readonly archive: string;
  /** Where it stands in the archive: its page, or its source file when `URL` is the page already. */
  readonly archive_location: string;
}

interface Issued {
  readonly "date-parts": readonly [readonly [year: number, month: number, day: number]];
}

/** What a citation is made of. */
export interface CitedArticle {
  /** Letters, digits and hyphens. */
  readonly id: string;
  readonly title: string;
  readonly byline?: string | undefined;
  readonly date?: string | undefined;
  readonly publication?: string | undefined;
  readonly language?: string | undefined;
  /** Where it was published, when that is known. */
  readonly publishedAt?: string | undefined;
  /** Whole address of its page in the archive, when that is known. */
  readonly address?: string | undefined;
  /** Path of its text file. */
  readonly source: string;
}

/** What there is to cite of an article: where it was published if that is known, and where it stands in the archive. */
export function articleCitation({ article, url }: FiledArticle, { title, url: home, addressOf }: Site): Citation {
  const address = home === undefined ? undefined : addressOf(url);
  // The last segment of its path.
  const id = url.split("/").at(-2) ?? "article";
  return makeCitation({ ...article, id, publishedAt: article.url, address }, title);
}

/** Cites an article of the archive of that title. */
export function makeCitation(cited: CitedArticle, archive: string): Citation {
  const { id, title, byline, date, publication, language, publishedAt, address, source } = cited;
  // An address is said once: that of the publication, with the archive's beside it, or the archive's.
  const location = publishedAt === undefined ? source : (address ?? source);
  const published = publishedAt ?? address;
  return {
    id,
    type: "article-newspaper",
    title,
    ...(byline !== undefined && { author: citedAuthors(byline) }),
    ...(date !== undefined && { issued: citedDate(date) }),
    ...(publication !== undefined && { "container-title": publication }),
    ...(published !== undefined && { URL: published }),
    ...(language !== undefined && { language }),
    archive,
    archive_location: location,
  };
}

/** CSL-JSON: a list of one. */
export function cslText(citation: Citation): string {
  return `${JSON.stringify([citation], undefined, 1)}\n`;
}

/** An entry for BibTeX and BibLaTeX, in UTF-8. */
export function bibtexText(citation: Citation): string {
  const { title, author, language, archive } = citation;
  const date = issuedParts(citation);
  const container = citation["container-title"];
  const fields: Field[] = [
    // Braces within braces: a name that is not to be taken apart, a title whose capitals stay.
    ["author", author?.map(({ literal }) => `{${escapeTex(literal)}}`).join(" and ")],
    ["title", `{${escapeTex(title)}}`],
    ["journal", container && escapeTex(container)],
    // BibLaTeX reads the date, BibTeX its parts.
    ["date", date?.join("-")],
    ["year", date?.[0]],
    ["month", date?.[1]],
    ["day", date?.[2]],
    ["url", citation.URL && escapeUrl(citation.URL)],
    ["language", language && escapeTex(language)],
    ["note", escapeTex(`${archive}, ${citation.archive_location}`)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  return `@${container ? "article" : "misc"}{${citation.id},\n${lines.join("")}}\n`;
}

/** A record in the RIS format. */
export function risText(citation: Citation): string {
  const date = issuedParts(citation);
  const authors = (citation.author ?? []).map(({ literal }): Field => ["AU", literal]);
  const lines: Field[] = [
    ["TY", "NEWS"],
    ["ID", citation.id],
    ["TI", citation.title],
    ...authors,
    ["T2", citation["container-title"]],
    ["PY", date?.[0]],
    ["DA", date?.join("/")],
    ["UR", citation.URL],
    ["LA", citation.language],
    ["DB", citation.archive],
    ["AN", citation.archive_location],
    ["ER", ""],
  ];
  return lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${oneLine(value)}\r\n`])).join("");
}

/** "Jane Doe and John Roe, Associated Press" is three authors, "Stars and Stripes" one. */
function citedAuthors(byline: string): { readonly literal: string }[] {
  const parts = byline.split(", ").flatMap((part) => {
    const names = part.split(" and ");
    return names.every((name) => name.trim().includes(" ")) ? names : [part];
  });
  return parts.filter((name) => name.trim() !== "").map((name) => ({ literal: name.trim() }));
}

function citedDate(date: string): Issued {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { "date-parts": [[year, month, day]] };
}

type Field = readonly [name: string, value: string | undefined];

/** "2015", "10" and "08". */
function issuedParts({ issued }: Citation): string[] | undefined {
  return issued?.["date-parts"][0].map((number, index) => String(number).padStart(index === 0 ? 4 : 2, "0"));
}

// An unbalanced brace ends a field even behind a backslash, so braces are written out.
const texNames: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function escapeTex(text: string): string {
  const escaped = oneLine(text).replace(/[\\{}~^&%$#_]/gu, (sign) => texNames[sign] ?? `\\${sign}`);
  // "--" would become a dash, "``" and "''" quotation marks.
  return escaped.replace(/([-`'])(?=\1)/gu, "$1{}");
}

/** BibTeX takes an address as it is, except what would end the field. */
function escapeUrl(url: string): string {
  return url.replace(/[\s{}\\]/gu, encodeURIComponent);
}

/** A line that begins like a field would be one. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
