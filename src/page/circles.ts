/** How a map shows numbers of articles; also used in the browser. */

import { groupBy } from "./data.ts";

/** Places of one country; of no one country when it is "". */
export interface CountryGroup<Place> {
  readonly country: string;
  readonly places: readonly Place[];
}

/** Places that are drawn and listed; a page with more would be slow to load and too full to read. */
export const placesShown = 600;

const leastRadius = 2;
const mostRadius = 22;
/** Radius of a circle for one article, when no place has many. */
const oneArticle = 3.4;

// English whatever the reader's and the machine's locale, as the names are: "Côte d’Ivoire" stands before "Cuba".
const collator = new Intl.Collator("en");

/** Radius in pixels; areas are as the numbers of articles, but for those too small to be seen. */
export function circleRadius(articles: number, most: number): number {
  const unit = Math.min(oneArticle, mostRadius / Math.sqrt(most));
  return Math.round(Math.max(leastRadius, unit * Math.sqrt(articles)) * 10) / 10;
}

/** Places by country from A to Z, those of no one country last; within a country in the order given. */
export function groupByCountry<Place extends { readonly country?: string | undefined }>(
  places: readonly Place[],
): CountryGroup<Place>[] {
  return [...groupBy(places, ({ country }) => country ?? "")]
    .map(([country, members]) => ({ country, places: members }))
    .toSorted((a, b) => Number(a.country === "") - Number(b.country === "") || collator.compare(a.country, b.country));
}
