import { loadCountryNames } from "../gazetteers/countries.ts";
import type { Entity } from "../types.ts";

// As the archive's own places are called: "Turkey", and "Soviet Union" for a code that only history knows.
const listedNames = loadCountryNames();
// English whatever the machine's locale: the site's own words are English.
const regionNames = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** "Iraq" for "IQ", "Soviet Union" for "SU"; the code itself when nobody knows it. */
export function countryName(code: string): string {
  return listedNames.get(code) ?? (/^[A-Z]{2}$/u.test(code) ? (regionNames.of(code) ?? code) : code);
}

/** What a name is, in a word or two: "city, Iraq", "cruise missile"; absent when nothing is known but what is `said` anyway. */
export function entityNote(entity: Entity, said?: "class" | "country"): string | undefined {
  const { name, distinction, classes, country } = entity;
  const notes = [
    ...(said === "class" ? [] : classes.slice(-1)),
    ...(said === "country" || country === undefined ? [] : [countryName(country)]),
  ];
  // "destroyer" is a class and a name, "London (Ontario)" has said where it is: not to be said twice.
  const others = notes.filter((note) => note !== name && note !== distinction);
  return others.length > 0 ? others.join(", ") : undefined;
}
