/** Reads the hand-made lists of `places/`, `demonyms.txt` and `common-words.txt`. */

/** What a place is; `historic` is a state that is no more. */
export const PLACE_KINDS = [
  "country",
  "historic",
  "region",
  "city",
  "water",
  "mountain",
  "island",
  "area",
  "facility",
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** One line of a list of places. */
export interface PlaceLine {
  readonly name: string;
  readonly kind: PlaceKind;
  /** ISO 3166-1 alpha-2, a withdrawn code for a state that is no more, or "" for what lies in several countries. */
  readonly country: string;
  /** Degrees north and east. */
  readonly latitude: number;
  readonly longitude: number;
  /** Fame in world news, 0–100. */
  readonly importance: number;
  readonly aliases: readonly string[];
}

/** The lines of a list that carry something: comments, which begin with `#`, and empty lines are left out. */
export function contentLines(text: string): string[] {
  return text.split(/\r?\n/u).filter((line) => line !== "" && !line.startsWith("#"));
}

/**
 * Reads `name | kind | country | latitude | longitude | importance | alias; alias`; the last may be missing. A line of
 * another shape gives undefined: the tests point at it, a build goes on without it.
 */
export function parsePlaceLine(line: string): PlaceLine | undefined {
  const fields = line.split("|").map((field) => field.trim());
  const [name = "", kindName, country = "", latitude, longitude, importance, aliases = ""] = fields;
  const kind = PLACE_KINDS.find((each) => each === kindName);
  const numbers = [latitude, longitude, importance].map((field) => (field ? Number(field) : Number.NaN));
  const [north = Number.NaN, east = Number.NaN, fame = Number.NaN] = numbers;
  if (name === "" || kind === undefined || fields.length > 7 || numbers.some(Number.isNaN)) return undefined;
  return {
    name,
    kind,
    country,
    latitude: north,
    longitude: east,
    importance: fame,
    aliases: aliases === "" ? [] : aliases.split(";").map((alias) => alias.trim()),
  };
}
