/** Made-up articles, as many as one likes, the same in every run. */

import { randomNumbers, zipfPicker } from "./random.ts";
import { capital, loadVocabulary } from "./vocabulary.ts";

/** What stands between braces is filled in. Every sentence is written for this file. */
const sentences = [
  "{rank} {person} said in {place} that the {word} {word} would not {word} the {word} before the {word} of the month.",
  "The {weapon} had been seen near {place}, where a {word} of the {word} has kept its {word} and its {word} for years.",
  "Nobody in {place} could say who had brought the {word}, the {word} or the {word} to the {word} that night.",
  "{person} told reporters that {word} and {word} were more than a {word} {word} for the people of {place}.",
  "According to a {word} of the {word} the {word} was {word} by noon, and the {word} {word} went on without it.",
  "Officials in {place} and {place} spoke of a {word} {word}, and of {number} wounded on the {word} side.",
  "“We have the {word} and we have the {word},” {person} said, “but there is no {word} in this {word}.”",
  "A {word} with the {weapon} was shown to the {word} for the first time, {number} days after the {word} {word}.",
  "The {word} {word} of {place} has {number} men under arms, most of them from the {word} and the {word}.",
];

/** Sentences in which stands what is searched for, and in how many of the articles. */
const searched: ReadonlyArray<readonly [share: number, sentence: string]> = [
  [0.45, "The president said that the {word} of the {word} would be a matter for {place} and for nobody else."],
  [0.3, "{person}, an adviser of the president, left for {place} with the {word} and the {word} on the same evening."],
  [0.35, "A Kalibr fired from the sea came down near {place}, and the {word} of the {word} was {word} by the fire."],
  [0.18, "The Kalibr was the {word} of the {word}, {person} said, and the {word} {word} had been warned of it."],
  [0.12, "One missile hit the {word} of {place}, another fell into the {word} without a {word}."],
  [0.1, "The cruise missile had been {word} over {place} before the {word} and the {word} were told."],
  [0.04, "Parts of a cluster bomb lay in the {word} behind the {word}, as a {word} from {place} found."],
];

const ranks = ["Gen.", "Col.", "Defence Minister", "Foreign Minister", "Prime Minister", "Governor"];
/** Characters of an article, about. */
const usualLength = 1600;
const firstYear = 1985;
const years = 40;
/** One article of so many is undated. */
const undatedOf = 50;

/** Makes up articles, each with the name of its file. */
export function* madeUpTexts(count: number): Generator<readonly [path: string, text: string]> {
  const random = randomNumbers(4);
  const fill = filler(random);
  for (let number = 0; number < count; number += 1) {
    const title = capital(fill("{word} {word} near {place} as {word} {word} the {word}"));
    const date = random() < 1 / undatedOf ? [] : [madeUpDate(random)];
    const blocks = [
      title,
      `By ${fill("{person}")}`,
      ...date,
      `${fill("{place}").toUpperCase()} — ${body(random, fill)}`,
    ];
    yield [`${String(number).padStart(6, "0")}.txt`, `${blocks.join("\n\n")}\n`];
  }
}

function body(random: () => number, fill: (sentence: string) => string): string {
  const chosen = searched.filter(([share]) => random() < share).map(([, sentence]) => fill(sentence));
  const all = [...chosen];
  const wanted = usualLength * (0.6 + random() * 0.6);
  while (all.join(" ").length < wanted) {
    // What is searched for stands anywhere.
    all.splice(Math.floor(random() * (all.length + 1)), 0, fill(sentences[Math.floor(random() * sentences.length)]!));
  }
  return all.map((sentence, index) => (index % 3 === 2 ? `${sentence}\n\n` : `${sentence} `)).join("");
}

function filler(random: () => number): (sentence: string) => string {
  const { words, people, places, weapons } = loadVocabulary(random);
  const pickers: Readonly<Record<string, () => string>> = {
    word: zipfPicker(words, random),
    person: zipfPicker(people, random),
    place: zipfPicker(places, random),
    weapon: zipfPicker(weapons, random),
    rank: zipfPicker(ranks, random),
    number: () => String(2 + Math.floor(random() * 400)),
  };
  return (sentence) => capital(sentence.replace(/\{([a-z]+)\}/gu, (_, slot: string) => pickers[slot]!()));
}

/** "1987-03-09" */
function madeUpDate(random: () => number): string {
  const day = new Date(Date.UTC(firstYear, 0, 1 + Math.floor(random() * years * 365)));
  return day.toISOString().slice(0, 10);
}
