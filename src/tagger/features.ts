import type { Clusters } from "./clusters.ts";
import { hashText, mix } from "./hash.ts";

/** How far to either side of a token its neighbours are looked at. */
export const REACH = 4;

/** What one word tells by itself, wherever it stands. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  /** Its capitals, small letters, digits and marks: "Xx" for "Paris", "X" for "UN", "d" for "24". */
  readonly shape: string;
  /** Hashes of what it tells, the most telling at a distance first. */
  readonly traits: readonly number[];
  readonly lowerHash: number;
  readonly shapeHash: number;
  /** Word clusters, fine, middling and coarse; 0 when the word is unknown. */
  readonly clusters: readonly [number, number, number];
}

// How many of a word's traits count for a token that stands so many tokens away.
const TRAITS_AT = [Infinity, 8, 5, 3, 3];

/** Says what a word tells by itself: Ratinov and Roth, "Design challenges and misconceptions in named entity recognition", CoNLL 2009. */
export function describeWord(text: string, clusters: Clusters): Word {
  const lower = text.toLowerCase().replaceAll(/\p{Nd}/gu, "0");
  const shape = shapeOf(text);
  const ids = clusters.find(text.toLowerCase());
  const traits = [
    ["w", lower],
    ["f", ids[0]],
    ["m", ids[1]],
    ["c", ids[2]],
    ["s", shape],
    ["3", lower.slice(-3)],
    ["k", `${ids[0]} ${shape}`],
    ["p", lower.slice(0, 3)],
    ["x", text],
    ["2", lower.slice(-2)],
    ["4", lower.slice(-4)],
    ["1", lower.slice(-1)],
    ["b", lower.slice(0, 2)],
    ["d", lower.slice(0, 4)],
    ["q", `${ids[2]} ${shape}`],
    ["l", Math.min(text.length, 8)],
  ].map(([name, value]) => hashText(`${name}${value}`));
  return { text, lower, shape, traits, clusters: ids, lowerHash: hashText(lower), shapeHash: hashText(shape) };
}

function shapeOf(text: string): string {
  return text
    .replaceAll(/\p{Lu}+/gu, "X")
    .replaceAll(/[\p{Ll}\p{Lo}\p{M}]+/gu, "x")
    .replaceAll(/\p{N}+/gu, "d")
    .slice(0, 8);
}

/** The features that a word gives to the token `distance` places before or (negative) after it. */
export function wordFeatures(word: Word, distance: number): number[] {
  return word.traits.slice(0, TRAITS_AT[Math.abs(distance)]).map((trait) => mix(trait, distance + 100));
}

/** The features that a token has from its neighbours taken together; `words[at]` is the token. */
export function pairFeatures(words: readonly Word[], at: number, edge: Word): number[] {
  const [a, b, c, d, e] = [-2, -1, 0, 1, 2].map((step) => words[at + step] ?? edge) as [Word, Word, Word, Word, Word];
  return [
    mix(mix(b.lowerHash, c.lowerHash), 1),
    mix(mix(c.lowerHash, d.lowerHash), 2),
    mix(mix(b.clusters[0], c.clusters[0]), 3),
    mix(mix(c.clusters[0], d.clusters[0]), 4),
    mix(mix(mix(b.shapeHash, c.shapeHash), d.shapeHash), 5),
    mix(mix(mix(a.shapeHash, b.shapeHash), c.shapeHash), 6),
    mix(mix(mix(c.shapeHash, d.shapeHash), e.shapeHash), 7),
    mix(mix(b.lowerHash, d.lowerHash), 8),
    mix(mix(b.clusters[1], d.clusters[1]), 9),
    mix(mix(a.lowerHash, b.lowerHash), 10),
    mix(mix(b.lowerHash, c.shapeHash), 11),
    mix(mix(c.shapeHash, d.lowerHash), 12),
    mix(mix(mix(b.clusters[1], c.clusters[1]), d.clusters[1]), 13),
    mix(mix(mix(b.clusters[2], c.shapeHash), d.clusters[2]), 14),
  ];
}
