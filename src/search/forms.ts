/**
 * The forms of what Pagefind writes, as `minicbor` packs them; another version may have others.
 * Source: https://github.com/CloudCannon/pagefind, `pagefind/src/index/`, version 1.6.0.
 */

/** A page: the name of its fragment, how many words it has, and the file that fragments share, which ours do not. */
export type PageRow = readonly [fragment: string, words: number, group: ""];

/** A piece of the index: the words that it has, from one to another, and the name of its file. */
export type PieceRow = readonly [from: string, to: string, name: string];

/** A filter and the name of its file. */
export type FilterRow = readonly [filter: string, name: string];

/** An order in which pages can be listed, and their numbers in it. */
export type SortRow = readonly [sort: string, pages: readonly number[]];

/** The file `pagefind.*.pf_meta`. The position of a page in it is the page's number elsewhere. */
export type PageList = readonly [
  version: string,
  pages: readonly PageRow[],
  pieces: readonly PieceRow[],
  filters: readonly FilterRow[],
  sorts: readonly SortRow[],
  fields: readonly string[],
];

/** Where a word stands on a page, whose number is counted from the posting before. */
export type Posting = readonly [step: number, inText: readonly number[], inFields: readonly number[]];

/** A word and its other spellings: "cuellar", "cuéllar". */
export type WordRow = readonly [
  word: string,
  postings: readonly Posting[],
  spellings: ReadonlyArray<readonly [word: string, postings: readonly Posting[]]>,
];

/** A file `index/*.pf_index`. */
export type WordList = readonly [words: readonly WordRow[]];

/** A file `filter/*.pf_filter`: the numbers of the pages that have each value, rising. */
export type FilterList = readonly [
  filter: string,
  values: ReadonlyArray<readonly [value: string, pages: readonly number[]]>,
];

/** Whether a value is of a form. */
export type Form<Value> = (value: unknown) => value is Value;

const isText: Form<string> = (value) => typeof value === "string";
const isEmpty: Form<""> = (value) => value === "";
const isNumber: Form<number> = (value): value is number => Number.isInteger(value);

function listOf<Value>(isItem: Form<Value>): Form<readonly Value[]> {
  return (value): value is readonly Value[] => Array.isArray(value) && value.every(isItem);
}

function rowOf<Row extends readonly unknown[]>(
  ...forms: { readonly [Place in keyof Row]: Form<Row[Place]> }
): Form<Row> {
  return (value): value is Row =>
    Array.isArray(value) && value.length === forms.length && forms.every((isItem, index) => isItem(value[index]));
}

const postings = listOf(rowOf<Posting>(isNumber, listOf(isNumber), listOf(isNumber)));

/** Whether something is the list of pages as we know it. */
export const isPageList = rowOf<PageList>(
  isText,
  listOf(rowOf<PageRow>(isText, isNumber, isEmpty)),
  listOf(rowOf<PieceRow>(isText, isText, isText)),
  listOf(rowOf<FilterRow>(isText, isText)),
  listOf(rowOf<SortRow>(isText, listOf(isNumber))),
  listOf(isText),
);

/** Whether something is a piece of the index as we know it. */
export const isWordList = rowOf<WordList>(
  listOf(rowOf<WordRow>(isText, postings, listOf(rowOf<WordRow[2][number]>(isText, postings)))),
);

/** Whether something is a filter as we know it. */
export const isFilterList = rowOf<FilterList>(isText, listOf(rowOf<FilterList[1][number]>(isText, listOf(isNumber))));
