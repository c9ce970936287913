/** What an article says about where it is, beside the places that it names: peoples, institutions, the outlet. */

import { countryClues, findPlaces, type PlaceRecord, type Places } from "../gazetteers/places.ts";
import { overlapping, type Extent } from "../text.ts";
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
  /** Set for the name of a country or a well-known region. */
  readonly row: readonly PlaceRecord[];
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
    for (const match of text.matchAll(wordsPattern)) {
      const forms = formsOf(match);
      for (const form of forms) for (const code of clueOf(form.text, places, clues).countries) countries.add(code);
      // Names of persons say nothing, names of places speak for themselves.
      if (overlapping(rows.get(paragraph) ?? [], extentOf(match)).length > 0) continue;
      for (const { text: name, end } of forms) {
        const row = asideRow(name, text.slice(end, end + longestInstitution));
        if (row.length === 0) continue;
        if (!asides.has(name)) asides.set(name, { row, paragraph });
        break;
      }
    }
  });
  return { countries, asides };

  function asideRow(name: string, rest: string): readonly PlaceRecord[] {
    return institutionPattern.test(rest) ? findPlaces(places, name) : clueOf(name, places, clues).row;
  }
}

function extentOf({ 0: words, index }: RegExpExecArray): Extent {
  return { start: index, end: index + words.length };
}

/** "West Virginia", then "West" and "Virginia" each. */
function formsOf({ 0: words, index }: RegExpExecArray): { readonly text: string; readonly end: number }[] {
  const end = index + words.length;
  const space = words.indexOf(" ");
  if (space < 0) return [{ text: words, end }];
  const [first, second] = [words.slice(0, space), words.slice(space + 1)];
  return [
    { text: words, end },
    { text: first, end: index + space },
    { text: second, end },
  ];
}

function clueOf(words: string, places: Places, clues: Clues): Clue {
  const known = clues.get(words);
  if (known) return known;
  const row = findPlaces(places, words);
  const [best] = row;
  const isPlain = best && !best.ambiguous && best.importance >= wellKnownFrom && regionKinds.has(best.kind);
  const clue = { countries: countryClues(places, words), row: isPlain ? row : [] };
  if (clues.size >= mostClues) clues.clear();
  clues.set(words, clue);
  return clue;
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
