/** The values that the stages hand to each other. A stage imports this file and no other stage. */

/** A text file of the archive, decoded and ready to parse. */
export interface SourceFile {
  /** Path under `articles/`, with `/` on every system. */
  readonly path: string;
  /** Decoded text in NFC: LF line ends, plain spaces, no NUL, no invisible or direction characters; all else as it was. */
  readonly text: string;
  /** SHA-256 of the file's bytes, lower-case hexadecimal. */
  readonly sha256: string;
  /** Length of the file in bytes. */
  readonly bytes: number;
}

/** Something that the user should know about a file; the build goes on. */
export interface Warning {
  /** Path under `articles/`. */
  readonly file: string;
  /** 1-based line; absent when the whole file is meant. */
  readonly line?: number;
  /** The fact, the offending value and the remedy. */
  readonly message: string;
}

/** One article, as a reader would see it. */
export interface Article {
  /** Path of its source file under `articles/`. */
  readonly source: string;
  /** SHA-256 of its source file's bytes. */
  readonly sha256: string;
  /** The headline; the file's name in words when the text has none. */
  readonly title: string;
  /** The author or agency, without "By". */
  readonly byline?: string;
  /** ISO date, `YYYY-MM-DD`; absent when undated. */
  readonly date?: string;
  /** What opens the first paragraph before its dash: "TOKYO, April 1". It stays in the paragraph too. */
  readonly dateline?: Dateline;
  /** The newspaper or site that published it, when the file says so. */
  readonly publication?: string;
  /** Where it was published, an http(s) URL, when the file says so. */
  readonly url?: string;
  /** BCP 47 language tag, when the file says so. */
  readonly language?: string;
  /** The body in reading order, unwrapped, one displayed paragraph each, dateline included. */
  readonly paragraphs: readonly string[];
  /** Lines of the file that are not the article ("Reuter", share and copyright lines), verbatim and in order. */
  readonly trailers: readonly string[];
  /** Head lines that are not the body (byline, date, source, URL lines, a malformed YAML block), verbatim and in order. */
  readonly furniture: readonly string[];
}

/** The place and time that open a wire story. */
export interface Dateline {
  /** The whole of it as printed, up to and without the dash: "KABUL, Afghanistan (AP)". */
  readonly text: string;
  /** The place as printed: "KABUL, Afghanistan". */
  readonly place: string;
}

/** One stretch of text that names a thing of some kind. */
export interface Mention {
  /** `Kind.name` of what it names: "person". */
  readonly kind: string;
  /** 0 for the title, n for the n-th paragraph. */
  readonly paragraph: number;
  /** UTF-16 offset in the title or paragraph, inclusive. */
  readonly start: number;
  /** UTF-16 offset in the title or paragraph, exclusive. */
  readonly end: number;
  /** The surface form: the text from `start` to `end`. */
  readonly text: string;
  /** Key of the authority record that it names, when a list knows it: "Kalibr", "Q794". */
  readonly authority?: string;
  /** What found it, for the reader: "tagger", "gazetteer", "class noun", "surname". */
  readonly foundBy: string;
  /** Chance that the mention is right, 0 to 1. */
  readonly confidence: number;
}

/** A mention and the article that it stands in. */
export interface Occurrence {
  /** `Article.source`. */
  readonly source: string;
  readonly mention: Mention;
}

/** A person, a place, a weapon: what mentions in any number of articles name. */
export interface Entity {
  /** `Kind.name`. */
  readonly kind: string;
  /** Canonical name, unique together with `distinction` within its kind. */
  readonly name: string;
  /** What tells it from another entity of the same name: "Texas"; absent when none is needed. */
  readonly distinction?: string;
  /** Other spellings under which the archive names it, sorted. */
  readonly otherNames: readonly string[];
  /** From the broadest to the narrowest class, for display and facets: ["missile", "cruise missile"]. */
  readonly classes: readonly string[];
  /** ISO 3166-1 alpha-2 code of a place's country. */
  readonly country?: string;
  /** Degrees north and east of a place's centre. */
  readonly latitude?: number;
  readonly longitude?: number;
  /** Where the archive names it, in order of article and position; never empty. */
  readonly occurrences: readonly Occurrence[];
}

/** A tag that is too unsure to be published: somebody who knows the article should look at it. */
export interface Doubt {
  /** `Kind.name`. */
  readonly kind: string;
  /** Name of the entity that it would be. */
  readonly name: string;
  /** `Article.source`. */
  readonly source: string;
  /** The surest mention of it in the article. */
  readonly mention: Mention;
}

/** What is known of an entity besides its name. */
export type EntityFacts = Partial<Pick<Entity, "classes" | "country" | "latitude" | "longitude">>;

/** What whoever keeps the archive says of a name, in `articles/authority.yaml`. */
export interface Correction {
  /** 1-based line of that file. */
  readonly line: number;
  /** `Kind.name`. */
  readonly kind: string;
  /** The name of a page, "Georgia (Texas)"; or else words as they stand in a text. */
  readonly name: string;
  /** The name that it should have; true when it is right; false when it is none of that kind. */
  readonly is?: string | boolean;
  /** `Article.source` of the articles for which it holds; all when absent. */
  readonly in?: readonly string[];
  /** Words that name it too, and that were missed. */
  readonly find: readonly string[];
  /** What to know of it. */
  readonly facts: EntityFacts;
}

/** Entities after corrections, and the corrections that changed nothing. */
export interface Corrected {
  readonly entities: readonly Entity[];
  readonly warnings: readonly Warning[];
}

/** An article and what is named in it; mentions in order of position, none overlapping. */
export interface ReadArticle {
  readonly article: Article;
  readonly mentions: readonly Mention[];
}

/** A span that the statistical tagger labels. */
export interface Span {
  /** 0 for the title, n for the n-th paragraph. */
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
  readonly label: "PER" | "LOC" | "ORG" | "MISC";
  /** Chance that the label is right, 0 to 1. */
  readonly confidence: number;
}

/** What Clipfile looks for. One file and one row in `kinds/index.ts` each. */
export interface Kind {
  /** Singular, in `Mention.kind` and messages: "person". */
  readonly name: string;
  /** Front-matter key, URL segment and search facet: "people". */
  readonly plural: string;
  /** Heading and navigation: "People". */
  readonly title: string;
  /** What schema.org calls one of them: "Person"; "Thing" when absent. */
  readonly schemaType?: string;
  /** Finds what one article names; pure. Mentions of one kind must not overlap. */
  readonly recognise: (article: Article, spans: readonly Span[]) => Mention[];
  /** Decides which mentions of this kind, over all articles, are the same entity. */
  readonly link: (articles: readonly ReadArticle[]) => Entity[];
  /** What its lists know of a name that a correction gives; nothing when they do not have it. */
  readonly describe?: (name: string, distinction?: string) => EntityFacts | undefined;
}

/** A generated file for Eleventy: front matter and Markdown. */
export interface Page {
  /** Path under the folder of generated pages: "articles/kabul-blast.md". */
  readonly path: string;
  /** Front matter: plain YAML values only. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Markdown; empty when the layout shows front matter alone. */
  readonly body: string;
}

/** A file of the finished site that is no page: data and text for other programs. */
export interface PlainFile {
  /** Path in the site: "data/articles.csv". */
  readonly path: string;
  /** Its text, in pieces when it can be long. */
  readonly text: string | Iterable<string>;
}

/** What the user sets for good in `articles/archive.yaml`, with the defaults filled in. */
export interface Settings {
  readonly title: string;
  readonly description: string;
  /** Where the site will stand, for feeds and canonical links; absent when unknown. */
  readonly url?: string;
  /** BCP 47 language tag of the site and of articles that do not say. */
  readonly language: string;
  /** Home place of the outlet, used to decide which of two places of one name is meant. */
  readonly home?: string;
  /** Where readers report mistakes, "mailto:…" or a web address; absent when the keeper gives none. */
  readonly contact?: string;
}

/** What a build did. */
export interface Report {
  readonly articles: number;
  readonly pages: number;
  /** Number of entities of each kind. */
  readonly entities: readonly (Pick<Kind, "name" | "plural"> & { readonly count: number })[];
  readonly warnings: readonly Warning[];
  /** Tags left out because they are too unsure. */
  readonly doubts: readonly Doubt[];
  /** Generated pages written anew or changed; the others were left untouched. */
  readonly pagesWritten: number;
  /** Stale generated pages removed. */
  readonly pagesRemoved: number;
  /** Files of the finished site. */
  readonly files: number;
  /** Size of the finished site in bytes. */
  readonly bytes: number;
}

/** How far a build is, for whoever watches it. */
export interface Progress {
  /** What is being done: "Reading articles". */
  readonly step: string;
  /** How many of `total` are done, where the step can count. */
  readonly done?: number;
  readonly total?: number;
}
