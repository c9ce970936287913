/** What an article says about where it is, beside the places that it names: peoples, institutions, the outlet. */

import { countryClues, findPlaces, type PlaceRecord, type Places } from "../gazetteers/places.ts";
import { overlapping } from "../text.ts";
import type { Article, Mention, ReadArticle } from "../types.ts";

/** What surrounds the places that an article names. */
export interface Surroundings {
  /** Codes of countries of which it names the people or the institutions, or where it was published. */
  readonly countries: ReadonlySet<string>;
  /** Places inside the names of institutions: "Ohio" of "Ohio State University", "Enfield" of "Enfield Council". */
  readonly asides: ReadonlyMap<string, Aside>;
}

/** What a place that is no mention may be, and the paragraph that has it first. */
interface Aside {
  readonly row: readonly PlaceRecord[];
  readonly paragraph: number;
}

/** What a word or two tell, whatever article they stand in. */
interface Clue {
  readonly countries: readonly string[];
  /** The names of places among the words: "West Virginia", "Virginia". */
  readonly names: readonly NameClue[];
}

interface NameClue {
  readonly name: string;
  /** Offset of its end in the words. */
  readonly end: number;
  readonly row: readonly PlaceRecord[];
  /** Whether it is a country or a well-known region, which tells something without an institution behind it. */
  readonly isPlain: boolean;
}

/** Clues by words, so that each is looked up once for all articles. */
export type Clues = Map<string, Clue>;

// "Syrian", "Crown Court", "£": one word with a capital or two, and the currency sign that one country has.
const wordsPattern = /(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}’']*(?: \p{Lu}[\p{L}\p{M}’']*)?|£/gu;

// "Enfield Council", "Metcalfe County Sheriff's Office": what is named after its town.
const institutionPattern =
  /^(?: (?:City|County|Borough|District|Regional|State|Crown|Provincial|General|Central|Primary|High)){0,2} (?:Council|Police|Sheriff|Hospital|School|Court|Department|Fire|Infirmary|Coroner|College|Airport|Magistrates)\b/u;

/** Longest piece of text behind a name that says that it is an institution's. */
const longestInstitution = 40;

/** Importance from which a country or region inside any longer name says where an article is. */
const wellKnownFrom = 55;

/** Reads an article for what surrounds the places that it names. */
export function surroundingsOf(read: ReadArticle, places: Places, clues: Clues): Surroundings {
  const { article, mentions } = read;
  const countries = new Set(outletCountry(article));
  const asides = new Map<string, Aside>();
  const rows = byParagraph(mentions);
  [article.title, ...article.paragraphs].forEach((text, paragraph) => {
    for (const { 0: words, index } of text.matchAll(wordsPattern)) {
      const clue = clueOf(words, places, clues);
      for (const code of clue.countries) countries.add(code);
      if (clue.names.length === 0) continue;
      // Names of persons say nothing, names of places speak for themselves.
      if (overlapping(rows.get(paragraph) ?? [], { start: index, end: index + words.length }).length > 0) continue;
      const aside = clue.names.find(({ isPlain, end }) => isPlain || isInstitution(text, index + end));
      if (aside && !asides.has(aside.name)) asides.set(aside.name, { row: aside.row, paragraph });
    }
  });
  return { countries, asides };
}

function isInstitution(text: string, end: number): boolean {
  return institutionPattern.test(text.slice(end, end + longestInstitution));
}

function clueOf(words: string, places: Places, clues: Clues): Clue {
  const known = clues.get(words);
  if (known) return known;
  const forms = formsOf(words);
  const clue = {
    countries: forms.flatMap(({ name }) => countryClues(places, name)),
    names: forms.flatMap((form) => nameClue(form, places) ?? []),
  };
  if (clues.size >= mostClues) clues.clear();
  clues.set(words, clue);
  return clue;
}

/** "West Virginia", then "West" and "Virginia" each. */
function formsOf(words: string): { readonly name: string; readonly end: number }[] {
  const space = words.indexOf(" ");
  const whole = { name: words, end: words.length };
  if (space < 0) return [whole];
  return [whole, { name: words.slice(0, space), end: space }, { name: words.slice(space + 1), end: words.length }];
}

function nameClue(
  { name, end }: { readonly name: string; readonly end: number },
  places: Places,
): NameClue | undefined {
  const row = findPlaces(places, name);
  const [best] = row;
  if (!best) return undefined;
  return { name, end, row, isPlain: !best.ambiguous && best.importance >= wellKnownFrom && regionKinds.has(best.kind) };
}

const regionKinds: ReadonlySet<string> = new Set(["country", "historic", "region"]);

/** Clues that are kept, which bounds memory. */
const mostClues = 50_000;

function byParagraph(mentions: readonly Mention[]): Map<number, Mention[]> {
  const rows = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const row = rows.get(mention.paragraph);
    if (row) row.push(mention);
    else rows.set(mention.paragraph, [mention]);
  }
  return rows;
}

// "bbc.co.uk", "abc.net.au": the country of the site; others say nothing (".tv", ".io").
const domainPattern = /^https?:\/\/[^/]*\.(au|ca|ie|in|nz|uk|za)(?:[/:]|$)/u;

/** The country of the site that published an article, by its address. */
function outletCountry({ url }: Article): string[] {
  const domain = domainPattern.exec(url ?? "")?.[1];
  return domain === undefined ? [] : [domain === "uk" ? "GB" : domain.toUpperCase()];
}
