/** People: individuals named by name. The tagger finds them; rules strip titles, add later surnames, and veto. */

import type { PersonLists } from "../gazetteers/persons.ts";
import { overlapping } from "../text.ts";
import type { Article, Kind, Mention, Span } from "../types.ts";
import { passagesOf, type Passage } from "./passages.ts";
import { linkPeople } from "./people.ts";
import { patternedNames } from "./person-patterns.ts";
import { isThingNamedAfter, personSpans } from "./person-spans.ts";

/** The kind of people. */
export function personKind(lists: PersonLists): Kind {
  return {
    name: "person",
    plural: "people",
    title: "People",
    schemaType: "Person",
    recognise: (article, spans) => recognisePeople(article, spans, lists),
    link: (articles) => linkPeople(articles, lists),
  };
}

function recognisePeople(article: Article, spans: readonly Span[], lists: PersonLists): Mention[] {
  const passages = passagesOf(article, spans);
  const rows = passages.map((passage) => {
    const tagged = personSpans(passage, lists);
    const others = patternedNames(passage, tagged, lists);
    return others.length === 0 ? tagged : [...tagged, ...others].toSorted((a, b) => a.start - b.start);
  });
  const fullNames = rows.flat().filter(({ text }) => text.includes(" "));
  const surnames = new Set(fullNames.map(({ text }) => familyName(text)));
  const parts = new Set(fullNames.flatMap(({ text }) => text.split(/[\s-]+/u)));
  const compounds = compoundsOf(fullNames);
  return passages.flatMap((passage, i) => {
    const named = rows[i]!.filter((mention) => parts.has(mention.text) || !isNobody(mention, passage, lists));
    const bare = [...named, ...laterSurnames(passage, named, surnames)];
    return [...bare, ...compoundSurnames(passage, bare, compounds)];
  });
}

/** "the Emir", "lives in Craigie": a title alone, or what one is in, is nobody, unless somebody is called like that. */
function isNobody({ text, start }: Mention, passage: Passage, { titles }: PersonLists): boolean {
  if (titles.has(text.toLowerCase())) return true;
  return !text.includes(" ") && /\b[Ii]n $/u.test(passage.text.slice(Math.max(0, start - 4), start));
}

// "de la Madrid" of "Miguel de la Madrid": a surname that begins with a particle.
const compoundPattern = / ((?:de|del|da|di|du|van|von|der|la|le|bin|al)(?: (?:la|las|los|der|den))? \p{Lu}.*)$/u;

/** "De la Madrid" where it opens a sentence, which the tagger may take for a place. */
function compoundSurnames(
  { text, paragraph }: Passage,
  named: readonly Mention[],
  compounds: ReadonlySet<string>,
): Mention[] {
  const ordered = named.toSorted((a, b) => a.start - b.start);
  return [...compounds].flatMap((name) => {
    const found: Mention[] = [];
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
      const end = start + name.length;
      if (overlapping(ordered, { start, end }).length > 0 || /^\p{L}/u.test(text.slice(end, end + 1))) continue;
      found.push({ kind: "person", paragraph, start, end, text: name, foundBy: "surname", confidence: 0.85 });
    }
    return found;
  });
}

/** Compound surnames as they stand where they open a sentence. */
function compoundsOf(fullNames: readonly Mention[]): Set<string> {
  const names = fullNames.map(({ text }) => compoundPattern.exec(text)?.[1]).filter((name) => name !== undefined);
  return new Set(names.slice(0, mostCompounds).map((name) => name.slice(0, 1).toUpperCase() + name.slice(1)));
}

/** Compound surnames of one article that are looked for. */
const mostCompounds = 30;

/** "Watanabe", "GREENSPAN": a surname of this article that the tagger passed over elsewhere in it. */
function laterSurnames(passage: Passage, named: readonly Mention[], surnames: ReadonlySet<string>): Mention[] {
  if (surnames.size === 0) return [];
  const { text, paragraph, isCapitals, names } = passage;
  const known = isCapitals ? inCapitals(surnames) : surnames;
  const spans = passage.spans.filter((span) => span.label !== "MISC");
  const found: Mention[] = [];
  for (const word of names) {
    const bare = word.text.replace(possessivePattern, "");
    const extent = { start: word.start, end: word.start + bare.length };
    if (!known.has(bare) || isThingNamedAfter(text, extent.start, extent.end)) continue;
    if (overlapping(spans, extent).length > 0 || overlapping(named, extent).length > 0) continue;
    found.push(surnameMention(text, paragraph, extent.start, extent.end));
  }
  return found;
}

// "Watanabe's", "WATANABE’S".
const possessivePattern = /['’][sS]$/u;

function inCapitals(surnames: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...surnames].map((surname) => surname.toUpperCase()));
}

// "von der Leyen", "bin Laden": particles that stand before a bare surname.
const particlesPattern = /(?<!\p{L})(?:(?:[Vv]on|[Vv]an|de[rln]?|bin|al|el|la|le|du|d[ai]|dos|ter) )+$/u;

function surnameMention(text: string, paragraph: number, at: number, end: number): Mention {
  const start = at - (particlesPattern.exec(text.slice(Math.max(0, at - 16), at))?.[0].length ?? 0);
  const name = text.slice(start, end);
  return { kind: "person", paragraph, start, end, text: name, foundBy: "surname", confidence: 0.85 };
}

/** The last word of a name; the first of "Kim Jong-un", where the hyphen is inside the given name. */
function familyName(name: string): string {
  const words = name.split(/\s+/u);
  const last = words.at(-1) ?? name;
  return /-\p{Ll}/u.test(last) ? words[0]! : (last.split("-").at(-1) ?? last);
}
