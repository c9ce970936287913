import type { FilterList, Posting, SortRow, WordList } from "./forms.ts";

/** For the number that Pagefind has given each page, its place in our order. */
export type Places = readonly number[];

/** The words of a piece of the index with their pages in our order. */
export function renumberWords([words]: WordList, places: Places): WordList {
  return [
    words.map(([word, postings, spellings]) => [
      word,
      renumberPostings(postings, places),
      spellings.map(([spelling, its]) => [spelling, renumberPostings(its, places)]),
    ]),
  ];
}

/** A filter with its pages in our order. */
export function renumberFilter([filter, values]: FilterList, places: Places): FilterList {
  return [filter, values.map(([value, pages]) => [value, pages.map((page) => placeOf(page, places)).toSorted(rising)])];
}

/** An order of pages, by their numbers in our order. */
export function renumberSort([sort, pages]: SortRow, places: Places): SortRow {
  return [sort, pages.map((page) => placeOf(page, places))];
}

function renumberPostings(postings: readonly Posting[], places: Places): Posting[] {
  let page = 0;
  const moved = postings.map(([step, inText, inFields]) => {
    page += step;
    return { place: placeOf(page, places), inText, inFields };
  });
  moved.sort((a, b) => a.place - b.place);
  return moved.map(({ place, inText, inFields }, index) => [place - (moved[index - 1]?.place ?? 0), inText, inFields]);
}

function placeOf(page: number, places: Places): number {
  const place = places[page];
  if (place === undefined) throw new RangeError(`the index has no page ${page}`);
  return place;
}

function rising(a: number, b: number): number {
  return a - b;
}
