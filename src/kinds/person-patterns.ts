/** Persons that the words around their names give away, where the tagger passed over them. */

import type { PersonLists } from "../gazetteers/persons.ts";
import { overlapping } from "../text.ts";
import type { Mention } from "../types.ts";
import type { Passage } from "./passages.ts";
import { isThing, isThingNamedAfter } from "./person-spans.ts";

const wholeTitles =
  "Ambassador|Archbishop|Chancellor|Cllr|Colonel|Congressman|Congresswoman|Constable|Councillor|Cr|Detective|Envoy|" +
  "Father|Inspector|Lieutenant|Minister|President|Professor|Reverend|Secretary|Senator|Sergeant|Sheriff|Spokesman|" +
  "Spokeswoman|Superintendent|Trooper";
const shortTitles = "Adm|Capt|Col|Const|Det|Gen|Gov|Lt|Maj|Rep|Sen|Sgt";
const plainTitles = "Dr|Mr|Mrs|Ms";
const nameWord = String.raw`\p{Lu}\p{Ll}[\p{L}’'-]*|\p{Lu}\.`;

// "President Donald Trump", "Lt. Gen. Stephen Townsend": titles that nothing else begins with, and two to four words.
const titledPattern = new RegExp(
  String.raw`(?<![\p{L}-])(?:${wholeTitles}|(?:Brig|Lt|Maj)-(?:Col|Gen)|Det (?:Con|Insp|Sgt|Supt)|(?<=Justice of the )Peace|` +
    String.raw`(?:${shortTitles})\.|(?:${plainTitles})\.?) ((?:${nameWord})(?: (?:${nameWord}|al-\p{Lu}\p{Ll}+)){1,3})`,
  "gu",
);

/** The words that these titles begin with: most texts have none of them. */
const titleWords: ReadonlySet<string> = new Set(`${wholeTitles}|${shortTitles}|${plainTitles}|Brig|Peace`.split("|"));

// What ends the name though it has a capital: "President Barack Obama Tuesday".
const timePattern =
  / (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)$/u;

// "Shcherbak's grandson, Dima, 12, keeps": only people have kin and an age.
const kinPattern =
  /\b(?:(?:grand|step)?(?:daughter|son|father|mother)|brother|sister|husband|wife|nephew|niece|cousin|uncle|aunt), (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(\p{Lu}\p{Ll}+), \d{1,2}[,.]/gu;

// "the Reagan Administration", "Assad's regime": what a government is called, and the name before it.
const regimePattern = / (?:[Aa]dministration|[Rr]egime|[Gg]overnment|dictatorship|presidency|cabinet)\b/gu;
const beforeRegime = /(?<![\p{L}-])(\p{Lu}\p{L}+)(?:['’]s)?$/u;
const longestLeader = 24;

/** How sure a name is that its title, or its regime, gives away. */
const confidence = 0.85;

/** Names behind titles, of kin and before regimes that no mention of a person overlaps. */
export function patternedNames(passage: Passage, mentions: readonly Mention[], lists: PersonLists): Mention[] {
  // "Minister Meeting Opens": in a headline each word has a capital.
  if (passage.paragraph === 0) return [];
  const found = [
    ...titledNames(passage, lists),
    ...kinNames(passage),
    ...initialledNames(passage, lists),
    ...regimeNames(passage, lists),
  ];
  return found.filter((name) => overlapping(mentions, name).length === 0);
}

function titledNames(passage: Passage, lists: PersonLists): Mention[] {
  if (!passage.names.some(({ text }) => titleWords.has(text))) return [];
  return Array.from(passage.text.matchAll(titledPattern), ({ 0: whole, 1: words = "", index }) => {
    const name = withoutTitles(words.replace(timePattern, "").replace(/['’]s$/u, ""), lists.titles);
    const start = index + whole.length - words.length + words.indexOf(name);
    return nameMention(passage, start, name, "title");
  }).filter(
    ({ text, start, end }) =>
      /\p{Ll} /u.test(text) && !isThing(text, lists.things) && !isThingNamedAfter(passage.text, start, end),
  );
}

/** "Attorney General Eric Holder": a title may follow a title. */
function withoutTitles(words: string, titles: ReadonlySet<string>): string {
  const [first = "", ...rest] = words.split(" ");
  return rest.length > 0 && titles.has(first.toLowerCase().replace(/\.$/u, ""))
    ? withoutTitles(rest.join(" "), titles)
    : words;
}

// "director general of police A N Upadhyay": initials without stops, as Indian papers write them, behind a title.
const initialsPattern = /(?<=(?<![\p{L}-])(\p{L}+) )(?:\p{Lu} ){2,4}\p{Lu}\p{Ll}{2,}/gu;

function initialledNames(passage: Passage, { titles }: PersonLists): Mention[] {
  // Most texts have no two single letters.
  const letters = passage.names.filter(({ text }) => text.length === 1);
  if (passage.isCapitals || letters.length < 2) return [];
  return Array.from(passage.text.matchAll(initialsPattern)).flatMap(({ 0: name, 1: title = "", index }) => {
    const isTitle = titles.has(title.toLowerCase()) || title === "police";
    return isTitle ? [nameMention(passage, index, name, "initials")] : [];
  });
}

// ", 12,": an age, which most texts have not.
const ageHint = /, \d{1,2}[,.]/;

function kinNames(passage: Passage): Mention[] {
  if (!ageHint.test(passage.text)) return [];
  return Array.from(passage.text.matchAll(kinPattern), ({ 0: whole, 1: name = "", index }) =>
    nameMention(passage, index + whole.indexOf(`, ${name},`) + ", ".length, name, "kin"),
  );
}

function regimeNames(passage: Passage, { leaders }: PersonLists): Mention[] {
  return Array.from(passage.text.matchAll(regimePattern)).flatMap(({ index }) => {
    const from = Math.max(0, index - longestLeader);
    const match = beforeRegime.exec(passage.text.slice(from, index));
    const name = match?.[1] ?? "";
    return match && leaders.has(name) ? [nameMention(passage, from + match.index, name, "regime")] : [];
  });
}

function nameMention({ paragraph }: Passage, start: number, text: string, foundBy: string): Mention {
  return { kind: "person", paragraph, start, end: start + text.length, text, foundBy, confidence };
}
