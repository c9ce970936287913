/** Dates and numbers as templates show them: the same on every machine. */

const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** "8 October 2015" for "2015-10-08"; anything else as it is. */
export function readableDate(date: string): string {
  const [year, month, day] = date.split("-");
  const name = months[Number(month) - 1];
  return name === undefined ? date : `${Number(day)} ${name} ${year}`;
}

/** "19,043" for 19043. */
export function readableCount(count: number): string {
  // Digits followed by one or more groups of three: "19" in "19043".
  return String(count).replace(/\d(?=(?:\d{3})+$)/gu, "$&,");
}
