/** Weapons, munitions and armed platforms: by designation ("Kalibr") or by class ("cruise missile"), never acts. */

import { splitWords } from "../gazetteers/phrases.ts";
import { loadWeapons, type WeaponAlias, type Weapons } from "../gazetteers/weapons.ts";
import type { Article, Kind, Mention, Span } from "../types.ts";
import { findCandidates } from "./arms.ts";
import { isCertain, isWarlike, type Candidate } from "./candidate.ts";
import { groupEntity, groupMentions } from "./grouping.ts";
import { passagesOf, type Passage } from "./passages.ts";
import { isShipName } from "./ships.ts";

/** The kind of weapons; reads its lists. */
export function weaponKind(weapons: Weapons = loadWeapons()): Kind {
  return {
    name: "weapon",
    plural: "weapons",
    title: "Weapons",
    recognise: (article, spans) => recogniseWeapons(weapons, article, spans),
    link: (articles) =>
      groupMentions(articles, "weapon", (mention) => mention.authority).map(({ key, occurrences }) =>
        groupEntity("weapon", { name: key, classes: classesOf(key, weapons) }, occurrences),
      ),
    describe: (name) =>
      weapons.findRecord(name) ?? (isShipName(name) ? { name, classes: classesOf(name, weapons) } : undefined),
  };
}

function classesOf(name: string, weapons: Weapons): readonly string[] {
  return weapons.findRecord(name)?.classes ?? (isShipName(name) ? ["warship"] : []);
}

function recogniseWeapons(weapons: Weapons, article: Article, spans: readonly Span[]): Mention[] {
  const passages = passagesOf(article, spans);
  const candidates = passages.flatMap((passage) => findCandidates(weapons, passage));
  const certain = new Set(candidates.filter(({ proof }) => isCertain(proof)).map(({ record }) => record));
  const arsenal: Arsenal = {
    names: new Set(Array.from(certain, ({ name }) => name)),
    warNames: new Set(Array.from(certain).flatMap((record) => (isWarlike(record) ? [record.name] : []))),
    spoilt: new Set(candidates.filter(({ proof }) => proof === "spoilt").map(({ record }) => record.name)),
  };
  const isSpoilt = spoilFinder(passages);
  return candidates
    .filter((candidate) => isMeant(candidate, arsenal, isSpoilt))
    .map((candidate) => candidateMention(lengthened(candidate, arsenal), passages[candidate.paragraph]!.text));
}

/** What the whole article says of its weapons, by canonical names. */
interface Arsenal {
  /** Those that are beyond doubt in some sentence. */
  readonly names: ReadonlySet<string>;
  /** Those of them that are weapons of war. */
  readonly warNames: ReadonlySet<string>;
  /** Words for weapons that mean something else in some sentence. */
  readonly spoilt: ReadonlySet<string>;
}

function isMeant(candidate: Candidate, { names, warNames, spoilt }: Arsenal, isSpoilt: SpoilFinder): boolean {
  const { record, proof, openness } = candidate;
  const others = warNames.size - (warNames.has(record.name) ? 1 : 0);
  // "The rocket lifted off at noon": a sentence before spoke of a satellite.
  if (isCertain(proof)) return others > 0 || !record.isClassNoun || !spoilt.has(record.name);
  if (proof === "spoilt") return false;
  return names.has(record.name) || (others >= openness && !isSpoilt(candidate.alias));
}

type SpoilFinder = (alias: WeaponAlias) => boolean;

/** Tells whether a word that spoils a spelling stands anywhere in the article; cuts it into words when first asked. */
function spoilFinder(passages: readonly Passage[]): SpoilFinder {
  let keys: ReadonlySet<string> | undefined;
  const known = new Map<WeaponAlias, boolean>();
  return (alias) => {
    keys ??= new Set(passages.flatMap(({ text }) => splitWords(text).map(({ key }) => key)));
    const isSpoilt =
      known.get(alias) ?? Array.from(keys).some((key) => alias.spoils.some((each) => key.startsWith(each)));
    known.set(alias, isSpoilt);
    return isSpoilt;
  };
}

/** "100 warheads" are nuclear ones where the article speaks of nuclear warheads. */
function lengthened(candidate: Candidate, { names }: Arsenal): Candidate {
  const { long } = candidate;
  return long && names.has(long.name) ? { ...candidate, record: long } : candidate;
}

// "122 mm " before "artillery shells", "12-gauge " before "shotgun".
const calibreBefore =
  /(?<![\p{L}\p{N}.-])(?:\p{N}{1,3}(?:\.\p{N}{1,2})?[ -]?(?:mm|millimet(?:er|re))|\.\p{N}{2,3}[ -]cal(?:iber|ibre)|\p{N}{1,2}-gauge)[ -]$/u;

/** A calibre is of the mention: "122 mm artillery shells". */
function withCalibre(start: number, text: string): number {
  return start - (calibreBefore.exec(text.slice(Math.max(0, start - 18), start))?.[0].length ?? 0);
}

function candidateMention({ record, paragraph, end, proof, ...candidate }: Candidate, text: string): Mention {
  const start = record.isClassNoun ? withCalibre(candidate.start, text) : candidate.start;
  return {
    kind: "weapon",
    paragraph,
    start,
    end,
    text: text.slice(start, end),
    authority: record.name,
    foundBy: record.isClassNoun ? "class noun" : proof === "spelling" ? "weapon list" : "weapon list, in context",
    confidence: proof !== "spelling" ? 0.85 : record.isClassNoun ? 0.93 : 0.97,
  };
}
