import { hashText, mix } from "./hash.ts";
import { clustersOf, wordNumber, type Lexicon } from "./lexicon.ts";
import { listsOf, writingOf, type Signals, type WordLists } from "./signals.ts";

/** How far to either side of a token its neighbours are looked at. */
export const REACH = 4;

/** What one word tells by itself, wherever it stands. */
export interface Word {
  readonly text: string;
  /** In small letters, each digit as 0. */
  readonly lower: string;
  /** Whether it has a capital: such words are looked at as names. Scripts without capitals were not learnt. */
  readonly isCapital: boolean;
  /** How it is written, and on which lists it is: see signals.ts. */
  readonly writing: number;
  readonly lists: number;
  /** Hashes of what it tells, the most telling at a distance first. */
  readonly traits: readonly number[];
  /** Those of the traits that the hidden layer takes in beside the word's vector. */
  readonly inputs: readonly number[];
  readonly lowerHash: number;
  readonly shapeHash: number;
  /** Its number in the lexicon; 0 when it is not there. */
  readonly number: number;
  /** Word clusters, fine, middling and coarse; 0 when the word is unknown. */
  readonly clusters: readonly [number, number, number];
}

// The shape, the last three and two letters, the first two, and the lists.
const INPUT_TRAITS = [4, 5, 10, 13, 8];

// How many of a word's traits count for a token that stands so many tokens away.
const TRAITS_AT = [Infinity, 9, 5, 3, 3];

// "4" of "24".
const digit = /\p{Nd}/gu;

// "P" of "Paris".
const capitalPattern = /[\p{Lu}\p{Lt}]/u;

/** Says what a word tells by itself: Ratinov and Roth, "Design challenges and misconceptions in named entity recognition", CoNLL 2009. */
export function describeWord(text: string, lexicon: Lexicon, lists: WordLists): Word {
  const plain = text.toLowerCase();
  const lower = plain.replaceAll(digit, "0");
  const shape = shapeOf(text);
  // "U.S." is filed without its stops.
  const number = wordNumber(lexicon, plain) || wordNumber(lexicon, plain.replaceAll(".", ""));
  const clusters = clustersOf(lexicon, number);
  const listed = listsOf(text, lists);
  const traits = traitsOf({ text, lower, lists: listed, shape, clusters });
  return {
    text,
    lower,
    isCapital: capitalPattern.test(text),
    writing: writingOf(text),
    lists: listed,
    traits,
    inputs: INPUT_TRAITS.map((trait) => traits[trait]!),
    lowerHash: hashText(lower),
    shapeHash: hashText(shape),
    number,
    clusters,
  };
}

interface Described extends Pick<Word, "text" | "lower" | "lists" | "clusters"> {
  readonly shape: string;
}

function traitsOf({ text, lower, lists, shape, clusters }: Described): number[] {
  const [fine, middling, coarse] = clusters;
  return [
    ["w", lower],
    ["f", fine],
    ["m", middling],
    ["c", coarse],
    ["s", shape],
    ["3", lower.slice(-3)],
    ["k", `${fine} ${shape}`],
    ["p", lower.slice(0, 3)],
    ["t", lists],
    ["x", text],
    ["2", lower.slice(-2)],
    ["4", lower.slice(-4)],
    ["1", lower.slice(-1)],
    ["b", lower.slice(0, 2)],
    ["d", lower.slice(0, 4)],
    ["q", `${coarse} ${shape}`],
    ["l", Math.min(text.length, 8)],
  ].map(([name, value]) => hashText(`${name}${value}`));
}

// "UN".
const capitals = /\p{Lu}+/gu;

// "aris" of "Paris".
const smallLetters = /[\p{Ll}\p{Lo}\p{M}]+/gu;

// "24".
const digits = /\p{N}+/gu;

/** Its capitals, small letters, digits and marks: "Xx" for "Paris", "X" for "UN", "d" for "24". */
function shapeOf(text: string): string {
  return text.replaceAll(capitals, "X").replaceAll(smallLetters, "x").replaceAll(digits, "d").slice(0, 8);
}

/** The features that a word gives to the token `distance` places before or (negative) after it. */
export function wordFeatures(word: Word, distance: number): number[] {
  return word.traits.slice(0, TRAITS_AT[Math.abs(distance)]).map((trait) => mix(trait, distance + 100));
}

/** A row of tokens in its document. */
export interface Row {
  readonly words: readonly Word[];
  /** Stands before the first and behind the last token. */
  readonly edge: Word;
  readonly signals: Signals;
}

/** The features that a word has by its own signals; few, as most words stand under the same ones again and again. */
export function ownFeatures({ shapeHash, clusters, traits, lists }: Word, place: number, letters: number): number[] {
  return [
    mix(place, 15),
    mix(mix(place, shapeHash), 18),
    mix(mix(place, clusters[2]), 19),
    mix(letters, 22),
    mix(mix(letters, traits[SUFFIX]!), 23),
    mix(mix(letters, clusters[1]), 24),
    mix(mix(lists, place), 29),
    mix(mix(lists, letters), 30),
    BIAS,
  ];
}

/** The place of the last two letters among a word's traits. */
const SUFFIX = 10;

/** The feature that every token has. */
const BIAS = 0x12345;

/** The number of features that `contextFeatures` writes. */
export const CONTEXT_FEATURES = 19;

/** Writes the features that a token has from its neighbours taken together and from their signals. */
export function contextFeatures({ words, edge, signals }: Row, at: number, into: Int32Array): void {
  const a = words[at - 2] ?? edge;
  const b = words[at - 1] ?? edge;
  const c = words[at]!;
  const d = words[at + 1] ?? edge;
  const e = words[at + 2] ?? edge;
  const shapes = mix(b.shapeHash, c.shapeHash);
  const nextShapes = mix(c.shapeHash, d.shapeHash);
  into[0] = mix(mix(b.lowerHash, c.lowerHash), 1);
  into[1] = mix(mix(c.lowerHash, d.lowerHash), 2);
  into[2] = mix(mix(b.clusters[0], c.clusters[0]), 3);
  into[3] = mix(mix(c.clusters[0], d.clusters[0]), 4);
  into[4] = mix(mix(shapes, d.shapeHash), 5);
  into[5] = mix(mix(a.shapeHash, shapes), 6);
  into[6] = mix(mix(nextShapes, e.shapeHash), 7);
  into[7] = mix(mix(b.lowerHash, d.lowerHash), 8);
  into[8] = mix(mix(b.clusters[1], d.clusters[1]), 9);
  into[9] = mix(mix(a.lowerHash, b.lowerHash), 10);
  into[10] = mix(mix(b.lowerHash, c.shapeHash), 11);
  into[11] = mix(mix(c.shapeHash, d.lowerHash), 12);
  into[12] = mix(mix(mix(b.clusters[1], c.clusters[1]), d.clusters[1]), 13);
  into[13] = mix(mix(mix(b.clusters[2], c.shapeHash), d.clusters[2]), 14);
  const { gazetteer, casing } = signals;
  into[14] = mix(at > 0 ? gazetteer[at - 1]! : BEYOND, 16);
  into[15] = mix(at + 1 < words.length ? gazetteer[at + 1]! : BEYOND, 17);
  into[16] = mix(mix(gazetteer[at]!, b.lowerHash), 20);
  into[17] = mix(mix(gazetteer[at]!, d.lowerHash), 21);
  into[18] = mix(mix(casing[at]!, at + 1 < words.length ? casing[at + 1]! : BEYOND), 25);
}

/** A signal of no token. */
const BEYOND = 255;

/** What the hidden layer takes in of a token's signals. */
export function signalInputs(gazetteer: number, casing: number): readonly [number, number] {
  return [mix(gazetteer, 101), mix(casing, 102)];
}
