/** What the words around a span, or the lists, say against the label that the tagger gave it. */

import type { Span } from "../types.ts";
import {
  bank,
  body,
  bodyOfCountry,
  bodyOfPeople,
  brand,
  company,
  firm,
  groupOf,
  institution,
  militia,
  numbered,
  saint,
} from "./body-clues.ts";
import {
  acronym,
  adjectiveFirst,
  aged,
  bareTitle,
  family,
  givenNameFirst,
  kin,
  kunya,
  laterSurname,
  namesake,
  ruler,
  seat,
  ship,
  titled,
} from "./person-clues.ts";
import {
  articledTown,
  borneOutPlace,
  explainedTown,
  feature,
  headlinePlace,
  knownPlace,
  mountain,
  placeAmongPlaces,
  placeInRow,
  regionOfTown,
  townInRegion,
} from "./place-clues.ts";
import { after, before, type Change, type Clue, type NamedSpan, type Reading } from "./reading.ts";
import { betweenPlaces, placeBehindPreposition, residence, townHere, waterside, wellKnownPlace } from "./town-clues.ts";

const any = "PER LOC ORG MISC";

/** Each clue, with the labels against which it may have something to say. The first that has decides. */
const table: ReadonlyArray<readonly [Clue, string]> = [
  [demonym, "PER LOC ORG"],
  [degree, any],
  [bareTitle, "PER"],
  [seat, "PER"],
  [designation, "PER LOC ORG"],
  [operation, any],
  [ship, any],
  [namesake, "PER"],
  [institution, any],
  [body, "LOC"],
  [bank, "PER LOC MISC"],
  [bodyOfCountry, "PER LOC MISC"],
  [bodyOfPeople, "LOC"],
  [brand, "LOC ORG MISC"],
  [militia, "PER"],
  [saint, "PER"],
  [groupOf, "PER"],
  [weather, "PER LOC"],
  [mountain, "PER"],
  [firm, "PER"],
  [numbered, "LOC"],
  [company, "PER LOC"],
  [ruler, "LOC ORG MISC"],
  [unlessSure(givenNameFirst), "LOC"],
  [kunya, any],
  [acronym, "PER"],
  [adjectiveFirst, "PER"],
  [unlessSure(titled), "LOC MISC"],
  [aged, "LOC MISC"],
  [townInRegion, "PER ORG MISC"],
  [explainedTown, "PER ORG MISC"],
  [regionOfTown, any],
  [residence, "PER"],
  [waterside, "PER"],
  [articledTown, any],
  [family, any],
  [laterSurname, "LOC ORG MISC"],
  [wellKnownPlace, "PER ORG MISC"],
  [townHere, "PER"],
  [placeInRow, "PER ORG MISC"],
  [placeBehindPreposition, "PER"],
  [betweenPlaces, "PER"],
  [unlessSure(placeAmongPlaces), "PER ORG MISC"],
  [unlessSure(headlinePlace), "LOC"],
  [feature, "LOC ORG MISC"],
  [majority, any],
  [knownPlace, "LOC"],
  [borneOutPlace, "LOC"],
  [kin, "PER"],
];

function cluesAgainst(label: Span["label"]): readonly Clue[] {
  return table.filter(([, labels]) => labels.split(" ").includes(label)).map(([clue]) => clue);
}

/** For each label of the tagger, the clues that may speak against it, in order. */
export const clues: Readonly<Record<Span["label"], readonly Clue[]>> = {
  PER: cluesAgainst("PER"),
  LOC: cluesAgainst("LOC"),
  ORG: cluesAgainst("ORG"),
  MISC: cluesAgainst("MISC"),
};

/** From here on the tagger is right more often than these clues are against it, in documents that it was not trained on. */
const sure = 0.7;

function unlessSure(clue: Clue): Clue {
  return (span, reading) => (span.confidence < sure ? clue(span, reading) : undefined);
}

/** "Syrians", "Arabs": a people is nobody and nowhere. */
function demonym({ text, label }: NamedSpan, { knowledge }: Reading): Change | undefined {
  if (label === "MISC" || !knowledge.places.demonyms.has(text.replace(/['’]s?$/u, ""))) return undefined;
  return { label: "MISC" };
}

// "M.D.", "Ph.D.", "M.A"
const degreePattern = /^(?:M\.?D|Ph\.?D|[BM]\.?A|[BM]\.?Sc|J\.?D|LL\.?[BM])\.?$/u;

/** "Maury M. Rosenstein, M.D., Ph.D.": a degree behind a name; "…Center—St. Margaret": a saint of stone. */
function degree(span: NamedSpan, reading: Reading): Change | undefined {
  const isSaint = span.label === "PER" && /\bSt\.? $/u.test(before(span, reading));
  const isDegree = degreePattern.test(span.text) && before(span, reading).endsWith(", ");
  return isSaint || isDegree ? { label: "MISC" } : undefined;
}

// "-24s" behind "Soviet Mi".
const numberBehind = /^-\p{N}/u;

/** "Soviet Mi" in "Soviet Mi-24s": the span ends inside a designation. */
function designation(span: NamedSpan, reading: Reading): Change | undefined {
  return span.label !== "MISC" && numberBehind.test(after(span, reading)) ? { label: "MISC" } : undefined;
}

/** "Operation Sayeed": what an operation is called. */
function operation(span: NamedSpan, reading: Reading): Change | undefined {
  const isOperation = span.text.startsWith("Operation ") || /\bOperation:? ["“]?$/u.test(before(span, reading));
  return isOperation ? { label: "MISC" } : undefined;
}

// "Storm Desmond".
const stormPattern = /^(?:Cyclone|Hurricane|Storm|Typhoon|Tropical Storm) \p{Lu}/u;
const stormBefore = /\b(?:Cyclone|Hurricane|Storm|Typhoon) $/u;

/** "Storm Desmond", "Hurricane Mitch": bad weather has given names, and is nobody. */
function weather(span: NamedSpan, reading: Reading): Change | undefined {
  if (span.label !== "PER" && span.label !== "LOC") return undefined;
  return stormPattern.test(span.text) || stormBefore.test(before(span, reading)) ? { label: "MISC" } : undefined;
}

/** The label that most of the article gives a name; a narrow majority changes nothing. */
function majority({ text, label }: NamedSpan, { votes }: Reading): Change | undefined {
  const row = votes.get(text) ?? new Map<Span["label"], number>();
  const best = [...row].reduce((a, b) => (b[1] > a[1] ? b : a), [label, 0] as const);
  return best[0] !== label && best[1] >= 2 * (row.get(label) ?? 0) ? { label: best[0] } : undefined;
}
