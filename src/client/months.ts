const names = "January February March April May June July August September October November December".split(" ");

// "1991", "1991-3", "1991/03"
const numericPattern = /^(\d{4})(?:[-/. ](\d{1,2}))?$/u;
// "3/1991", "03.1991"
const turnedPattern = /^(\d{1,2})[-/. ](\d{4})$/u;
// "March 1991", "mar. 1991"
const namedPattern = /^(\p{L}{3,})\.?,? (\d{4})$/u;

/** The month that a reader typed, as "1991-03"; a year alone means its first or its last. Undefined when it is none. */
export function parseMonth(typed: string, end: "from" | "to"): string | undefined {
  const text = typed.trim();
  const numeric = numericPattern.exec(text);
  if (numeric) return monthOf(numeric[1], numeric[2] ?? (end === "from" ? 1 : 12));
  const turned = turnedPattern.exec(text);
  if (turned) return monthOf(turned[2], turned[1]);
  const named = namedPattern.exec(text);
  const [, name = "", year] = named ?? [];
  const index = names.findIndex((month) => month.toLowerCase().startsWith(name.toLowerCase()));
  return named ? monthOf(year, index + 1) : undefined;
}

/** "March 1991" for "1991-03". */
export function readableMonth(month: string): string {
  const [year = "", number] = month.split("-");
  return `${names[Number(number) - 1] ?? ""} ${year}`;
}

/** "March 1991 to May 1992", "since March 1991", "until May 1992". */
export function readableMonths(from: string | undefined, to: string | undefined): string {
  if (from === undefined) return `until ${readableMonth(to ?? "")}`;
  if (to === undefined) return `since ${readableMonth(from)}`;
  return from === to ? readableMonth(from) : `${readableMonth(from)} to ${readableMonth(to)}`;
}

function monthOf(year: string | undefined, month: string | number | undefined): string | undefined {
  const number = Number(month);
  return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, "0")}` : undefined;
}
