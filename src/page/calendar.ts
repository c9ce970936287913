/** Months as numbers, so that they can be counted and put on an axis; also used in the browser. */

/** English names of the months. */
export const monthNames = "January February March April May June July August September October November December".split(
  " ",
);

/** Months since the year 0: the same distance between any two neighbours. Reads "1987-05" and "1987-05-17". */
export function monthNumber(date: string): number {
  const [year = 0, month = 1] = date.split("-").map(Number);
  return year * 12 + month - 1;
}

/** "1987-05" for its number. */
export function monthText(number: number): string {
  return `${yearText(number)}-${String((number % 12) + 1).padStart(2, "0")}`;
}

/** "1987" for the number of one of its months, "0987" for a thousand years before. */
export function yearText(number: number): string {
  return String(Math.floor(number / 12)).padStart(4, "0");
}
