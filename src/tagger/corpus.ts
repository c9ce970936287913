import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { LABELS, tagsOf, type Name } from "./labels.ts";
import { tokenise, type Tokens } from "./tokens.ts";

/** One marked stretch of a record's text. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

/** One line of a corpus file: a document with one sentence per line, and the names in it. */
export interface Corpus {
  /** Name of the file that it stands in. */
  readonly file: string;
  readonly id: string;
  readonly text: string;
  readonly ents: readonly Mark[];
}

/** A stretch of text with the gold tag of each token. */
export interface Passage extends Tokens {
  readonly tags: Uint8Array;
}

/** The records of one `*.jsonl` file. */
export function readRecords(file: string): Corpus[] {
  const lines = readFileSync(file, "utf8").split("\n");
  const records = lines.filter((line) => line.trim() !== "");
  return records.map((line): Corpus => ({ ...JSON.parse(line), file: basename(file) }));
}

/** The records of each `*.jsonl` file of a folder, in order of name. */
export function readFolder(folder: string): Corpus[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".jsonl"));
  return files.toSorted().flatMap((file) => readRecords(join(folder, file)));
}

/** The lines of a record, each with its offset in the record's text. */
export function linesOf(text: string): { readonly text: string; readonly offset: number }[] {
  let offset = 0;
  return text.split("\n").map((line) => {
    const at = offset;
    offset += line.length + 1;
    return { text: line, offset: at };
  });
}

/** Tokens and gold tags of a record, line by line; empty lines left out. */
export function passagesOf({ text, ents }: Corpus): Passage[] {
  return linesOf(text)
    .filter((line) => line.text.trim() !== "")
    .map((line) => {
      const tokens = tokenise(line.text);
      const marks = ents.filter(({ start }) => start >= line.offset && start < line.offset + line.text.length);
      const names = marks.flatMap((mark) => findName(tokens, mark, line.offset) ?? []);
      return { ...tokens, tags: tagsOf(tokens.words.length, names) };
    });
}

// A mark that cuts through a token takes the whole of it.
function findName({ words, starts }: Tokens, mark: Mark, offset: number): Name | undefined {
  const label = LABELS.findIndex((name) => name === mark.type);
  const first = starts.findIndex((start, i) => start + words[i]!.length > mark.start - offset);
  const last = starts.findLastIndex((start) => start < mark.end - offset);
  return label < 0 || first < 0 || last < first ? undefined : { first, last, label };
}
