/** How a map shows numbers of articles; also used in the browser. */

import { foldText } from "../text.ts";
import { compareText, groupBy } from "./data.ts";

const leastRadius = 2;
const mostRadius = 22;
/** Radius of a circle for one article, when there are few. */
const oneArticle = 3.4;

/** Pixels; areas are as the numbers of articles, but for those too small to be seen. */
export function circleRadius(articles: number, most: number): number {
  const unit = Math.min(oneArticle, mostRadius / Math.sqrt(most));
  return Math.round(Math.max(leastRadius, unit * Math.sqrt(articles)) * 10) / 10;
}

/** Places under the names of their countries, from A to Z; those of no one country last, under "". */
export function groupByCountry<Place extends { readonly country?: string | undefined }>(
  places: readonly Place[],
): { readonly country: string; readonly places: readonly Place[] }[] {
  const groups = [...groupBy(places, ({ country }) => country ?? "")].map(([country, members]) => ({
    country,
    places: members,
    order: country === "" ? "\uffff" : foldText(country),
  }));
  return groups.sort((a, b) => compareText(a.order, b.order)).map(({ country, places: members }) => ({ country, places: members }));
}
