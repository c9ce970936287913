import type { Span } from "../types.ts";
import type { Knowledge } from "./knowledge.ts";

/** A span with its words. */
export interface NamedSpan extends Span {
  readonly text: string;
}

/** An article as the tagger read it. */
export interface Reading {
  /** The title, then the paragraphs. */
  readonly texts: readonly string[];
  /** For each text, whether it is set in capitals. */
  readonly capitals: readonly boolean[];
  /** For each text, whether it is set as headlines are. */
  readonly headlines: readonly boolean[];
  readonly knowledge: Knowledge;
  /** Words of the names of two and more words that were read as persons: "Jerome", "Faulkner". */
  readonly nameParts: ReadonlySet<string>;
  /** The last of the words of each such name. */
  readonly surnames: ReadonlySet<string>;
  /** Codes of the countries that it names. */
  readonly countries: ReadonlySet<string>;
  /** The states and provinces that it names, by country and name: "US Oregon". */
  readonly states: ReadonlySet<string>;
  /** The spans before and after a span in its text, with what stands between. */
  readonly neighbours: (span: NamedSpan) => readonly { readonly other: NamedSpan; readonly between: string }[];
  /** Names that a region right behind one of their mentions has explained as towns: "Churchill". */
  readonly explained: ReadonlySet<string>;
  /** Words of the names of firms: "Kidder" and "Peabody" of "Kidder, Peabody and Co". */
  readonly firms: () => ReadonlySet<string>;
  /** What the article calls rivers: "Kent" of "River Kent". */
  readonly rivers: () => ReadonlySet<string>;
  /** What it says that something is along or across: "Shannon" of "along the Shannon". */
  readonly watersides: () => ReadonlySet<string>;
  /** For each name, how sure the tagger was of each label, summed over the article. */
  readonly votes: ReadonlyMap<string, ReadonlyMap<Span["label"], number>>;
}

/** How sure a place is that something bears out, though the tagger was not. */
export const borneOut = 0.55;

/** What a clue changes of a span. */
export type Change = Partial<Pick<Span, "start" | "end" | "label" | "confidence">>;

/** Says what is to change; nothing when it has nothing to say. */
export type Clue = (span: NamedSpan, reading: Reading) => Change | undefined;

/** The text before a span, at most `length` characters of it. */
export function before({ paragraph, start }: Span, { texts }: Pick<Reading, "texts">, length = 24): string {
  return (texts[paragraph] ?? "").slice(Math.max(0, start - length), start);
}

/** The text behind a span, at most `length` characters of it. */
export function after({ paragraph, end }: Span, { texts }: Pick<Reading, "texts">, length = 48): string {
  return (texts[paragraph] ?? "").slice(end, end + length);
}
