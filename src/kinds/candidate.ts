import type { WeaponAlias, WeaponRecord } from "../gazetteers/weapons.ts";

/** A stretch of text that a list entry fits, before it is known whether a weapon is meant. */
export interface Candidate {
  readonly record: WeaponRecord;
  /** What it is short for, if the article names that: "warhead" for "nuclear warhead". */
  readonly long?: WeaponRecord;
  readonly paragraph: number;
  /** Index of its first word in its passage. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
  /**
   * What speaks for it: its spelling alone, the words beside it, or nothing yet; "spoilt" when a word beside it
   * speaks of something else.
   */
  readonly proof: "spelling" | "context" | "none" | "spoilt";
  /** How many weapons of war elsewhere in the article speak for it: one for a "helicopter", two for "a Lancet". */
  readonly openness: number;
  /** Whether the lists know it with a capital: "Taser". */
  readonly isCapitalised: boolean;
  readonly alias: WeaponAlias;
}

/** Roots of classes of which a war is fought; drones and pistols are met in peace as well. */
const warRoots: ReadonlySet<string> = new Set([
  "missile",
  "rocket",
  "artillery",
  "mortar",
  "mine",
  "torpedo",
  "warship",
  "submarine",
  "combat aircraft",
  "armoured vehicle",
  "anti-tank weapon",
]);

/** Whether where such a weapon is spoken of, a helicopter is an army's and a shell is a gun's. */
export function isWarlike({ classes }: WeaponRecord): boolean {
  return warRoots.has(classes[0] ?? "");
}

/** Whether a candidate needs nothing more. */
export function isCertain(proof: Candidate["proof"]): boolean {
  return proof === "spelling" || proof === "context";
}
