/** Warships that no list knows, by the prefix that their navies give them: "USS Reuben James". */

import type { Extent } from "../text.ts";

const prefixes = ["USS", "HMS", "HMAS", "HMCS", "HMNZS"] as const;
// "HMS Broadsword", "USS Samuel B. Roberts", "HMS Prince of Wales": a prefix and up to four words with a capital.
const shipPattern = new RegExp(
  String.raw`\b(?:${prefixes.join("|")})[ \u00a0]\p{Lu}[\p{L}'’-]*(?:[ \u00a0](?:\p{Lu}\.|of|\p{Lu}\p{Ll}[\p{L}'’-]*)){0,3}`,
  "gu",
);
// "the USS Kidd Monday", "the USS Nimitz Carrier Strike Group", "HMS Kent Off Oman", "the HMS Ocean of": no part of it.
const afterName =
  /[ \u00a0](?:of|On|In|Off|At|To|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Carrier|Strike|Battle|Group|Task|Captain)(?:[ \u00a0].*)?$/u;

/** Finds the names that begin with the prefix of a navy, in order. */
export function findShips(text: string): Extent[] {
  if (!prefixes.some((prefix) => text.includes(`${prefix} `))) return [];
  return Array.from(text.matchAll(shipPattern), ({ 0: match, index }) => {
    const isOfSomebody = /[ \u00a0]of[ \u00a0]\p{Lu}/u.test(match);
    const name = (isOfSomebody ? match : match.replace(afterName, "")).replace(/['’]s$/u, "");
    return { start: index, end: index + name.length };
  });
}

/** The name of a ship as the lists write it: "USS Kidd" for the "USS KIDD" of a headline. */
export function shipName(surface: string): string {
  const [prefix = "", ...words] = surface.split(/[ \u00a0]/u);
  return [prefix, ...words.map((word) => word.replace(/(?<=^\p{Lu})\p{Lu}+/u, (rest) => rest.toLowerCase()))].join(" ");
}

/** Whether a name is one that `findShips` finds. */
export function isShipName(name: string): boolean {
  return prefixes.some((prefix) => name.startsWith(`${prefix} `));
}
