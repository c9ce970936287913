import type { Entity } from "../types.ts";

// English whatever the machine's locale: the site's own words are English.
const regionNames = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** "Iraq" for "IQ"; the code itself when it is none of ISO 3166-1. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/u.test(code) ? (regionNames.of(code) ?? code) : code;
}

/** What a name is, in a word or two: "city, Iraq", "cruise missile"; absent when nothing is known but what is `said` anyway. */
export function entityNote(
  { name, distinction, classes, country }: Entity,
  said?: "class" | "country",
): string | undefined {
  const notes = [
    ...(said === "class" ? [] : classes.slice(-1)),
    ...(said === "country" || country === undefined ? [] : [countryName(country)]),
  ];
  // "destroyer" is a class and a name, "Geneva (Switzerland)" tells its country already: not to be said twice.
  const others = notes.filter((note) => note !== name && note !== distinction);
  return others.length > 0 ? others.join(", ") : undefined;
}
