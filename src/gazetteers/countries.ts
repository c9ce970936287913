/** What countries are called, by code. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { contentLines, parsePlace } from "./lists.ts";

/** Names by ISO 3166-1 alpha-2 code, those of withdrawn codes (SU, YU) included; reads two lists of `folder` (default: this one). */
export function loadCountryNames(folder: string = import.meta.dirname): ReadonlyMap<string, string> {
  const read = (name: string) => readFileSync(join(folder, "places", name), "utf8");
  // A code that is in use names the country of today: DE is Germany, not West Germany.
  const places = ["historic.txt", "countries.txt"].flatMap((name) => contentLines(read(name)).map(parsePlace));
  const named = places.filter((place) => place?.kind === "country" || place?.kind === "historic");
  return new Map(named.map((place) => [place?.country ?? "", place?.name ?? ""]));
}
