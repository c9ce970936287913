/** Reads the hand-made lists of `places/`; `generate.ts` turns them into the table that is looked up. */

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
export interface ListedPlace {
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
 * Reads `name | kind | country | latitude | longitude | importance | alias; alias`, where the last may be missing and an
 * empty country is written `| |`. A line of another shape gives undefined: the tests point at it, a build does without.
 */
export function parsePlace(line: string): ListedPlace | undefined {
  const [name = "", kindName, country = "", ...rest] = line.split(" | ");
  const kind = PLACE_KINDS.find((each) => each === kindName);
  const [latitude = Number.NaN, longitude = Number.NaN, importance = Number.NaN] = rest.slice(0, 3).map(Number);
  if (name === "" || kind === undefined || rest.length > 4) return undefined;
  if ([latitude, longitude, importance].some(Number.isNaN)) return undefined;
  const aliases = rest[3]?.split("; ") ?? [];
  return { name, kind, country, latitude, longitude, importance, aliases };
}
