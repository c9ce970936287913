/** People: individuals named by name. The tagger finds them; rules strip titles, add later surnames, and veto. */

import { loadPersonLists, type PersonLists } from "../gazetteers/persons.ts";
import { overlapping } from "../text.ts";
import type { Article, Kind, Mention, Span } from "../types.ts";
import { passagesOf, type Passage } from "./passages.ts";
import { linkPeople } from "./people.ts";
import { patternedNames } from "./person-patterns.ts";
import { isThingNamedAfter, personSpans } from "./person-spans.ts";

/** The kind of people; reads its lists. */
export function personKind(): Kind {
  const lists = loadPersonLists();
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
  return passages.flatMap((passage, i) => {
    // "the Emir": a title alone is nobody, unless somebody is called like that.
    const named = rows[i]!.filter(({ text }) => surnames.has(text) || !lists.titles.has(text.toLowerCase()));
    return [...named, ...laterSurnames(passage, named, surnames)];
  });
}

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
const particlesPattern = /(?:(?:[Vv]on|[Vv]an|de[rln]?|bin|al|el|la|le|du|d[ai]|dos|ter) )+$/u;

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
