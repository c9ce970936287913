/** The names of places in an article, with the places that each may mean and what stands right beside it. */

import { findPlaces, type PlaceRecord, type Places } from "../gazetteers/places.ts";
import type { Mention, ReadArticle } from "../types.ts";

/** A name of an article with the places that it may mean, and with what stands right beside it anywhere. */
export interface Toponym {
  readonly name: string;
  readonly paragraphs: ReadonlySet<number>;
  /** Most important first. */
  readonly row: readonly PlaceRecord[];
  /** What the country or region right behind it may be: "North Carolina" in "Oxford, North Carolina". */
  readonly qualifiers: readonly PlaceRecord[];
  /** What the place right before it may be, which this one then contains: "Oxford". */
  readonly contained: readonly PlaceRecord[];
}

// " province" behind "Hama".
const divisionPattern = /^ (?:governorate|oblast|province|state)\b/u;

/** "Hama province", of which the mention is "Hama": the word behind a name says which of the places it is. */
function wholeName(mention: Mention, read: ReadArticle, places: Places): string {
  const { text, end } = mention;
  const division = divisionPattern.exec(textOf(mention, read).slice(end, end + " governorate ".length))?.[0] ?? "";
  return division !== "" && findPlaces(places, text + division).length > 0 ? text + division : text;
}

/** The names of an article. */
export interface Toponyms {
  /** By key: "HAMA" and "HAMA PROVINCE" are two names. */
  readonly named: ReadonlyMap<string, Toponym>;
  /** The key of each mention. */
  readonly keys: ReadonlyMap<Mention, string>;
}

/** Gathers the names of an article. */
export function toponymsOf(mentions: readonly Mention[], read: ReadArticle, places: Places): Toponyms {
  const named = new Map<
    string,
    Toponym & {
      row: readonly PlaceRecord[];
      paragraphs: Set<number>;
      qualifiers: PlaceRecord[];
      contained: PlaceRecord[];
    }
  >();
  const keys = new Map<Mention, string>();
  for (const mention of mentions) {
    const whole = wholeName(mention, read, places);
    const name = whole.toUpperCase();
    keys.set(mention, name);
    const known = named.get(name);
    if (known) known.paragraphs.add(mention.paragraph);
    else {
      const row = candidatesOf(places, whole);
      named.set(name, { name, row, paragraphs: new Set([mention.paragraph]), qualifiers: [], contained: [] });
    }
  }
  for (const toponym of named.values()) toponym.row = withoutOwnNamed(toponym, named);
  for (const [i, mention] of mentions.entries()) {
    const next = mentions[i + 1];
    const [inner, outer] = [named.get(keys.get(mention)!), next && named.get(keys.get(next)!)];
    if (!inner || !outer || !isRightBehind(mention, next, read)) continue;
    if (isOneOfMany(outer, next, mentions[i + 2], read)) continue;
    addNew(inner.qualifiers, outer.row.filter(isLarger));
    addNew(outer.contained, inner.row);
  }
  return { named, keys };
}

/** "Quebec" of an article that says "Quebec City" as well is the province: what has a longer name there is called by it. */
function withoutOwnNamed({ name, row }: Toponym, toponyms: ReadonlyMap<string, Toponym>): readonly PlaceRecord[] {
  const [first] = row;
  return row.filter((place) => {
    const own = place.name.toUpperCase();
    return place === first || own === name || !own.startsWith(name) || !toponyms.has(own);
  });
}

/** Adds what is not there yet: a list that repeats itself does not make it longer. */
function addNew(list: PlaceRecord[], more: readonly PlaceRecord[]): void {
  for (const place of more) if (list.length < mostNeighbours && !list.includes(place)) list.push(place);
}

/** Places that may stand right beside a name; a list of thousands must not take the square of its length. */
const mostNeighbours = 60;

/** Characters between a town and what says where it lies. */
const longestGap = 24;

function isRightBehind(first: Mention | undefined, second: Mention | undefined, read: ReadArticle): boolean {
  if (!first || !second || first.paragraph !== second.paragraph || second.start > first.end + longestGap) return false;
  // "Oxford, North Carolina", "Tripoli (Lebanon)", "Granada, in Nicaragua", "Shawinigan in Quebec", "Tripoli, in the north of Lebanon".
  return /^(?:,? ?\(?|,? in (?:the \p{L}+ of )?)$/u.test(textOf(first, read).slice(first.end, second.start));
}

/** "Boston, New York and Philadelphia": a city in a row of them says nothing of the one before it. */
function isOneOfMany(
  { row }: Toponym,
  outer: Mention | undefined,
  next: Mention | undefined,
  read: ReadArticle,
): boolean {
  if (!outer || !next || !row[0] || isLarger(row[0]) || next.paragraph !== outer.paragraph) return false;
  return /^,? and $/u.test(textOf(outer, read).slice(outer.end, next.start));
}

function textOf({ paragraph }: Mention, { article }: ReadArticle): string {
  return (paragraph === 0 ? article.title : article.paragraphs[paragraph - 1]) ?? "";
}

/** Whether others can lie in a place of that kind. */
export function isLarger({ kind }: PlaceRecord): boolean {
  return kind === "region" || kind === "country" || kind === "historic";
}

// "northern Iraq", "Greater London", "downtown Kirkuk": the place is known without the word before it.
const modifierPattern = /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Greater|Upper|Lower) /u;
// "Al Qa'im region", "Faw peninsula", "Kayseri province": or without the one behind it.
const designatorPattern =
  / (?:[Rr]egion|[Pp]rovince|[Cc]ity|[Dd]istrict|[Gg]overnorate|[Aa]rea|[Vv]alley|[Pp]eninsula)$/u;

/** "Bacolod" is Bacolod City: in the Philippines the word is part of the official name, and left out in speaking. */
function philippineCities(places: Places, name: string): PlaceRecord[] {
  return findPlaces(places, `${name} City`).filter(({ country }) => country === "PH");
}

function candidatesOf(places: Places, name: string): readonly PlaceRecord[] {
  const whole = [...findPlaces(places, name), ...philippineCities(places, name)];
  if (whole.length > 0) return whole.toSorted((a, b) => b.importance - a.importance);
  // "Upper Valley" is no part of a place called Valley.
  const forms = [name.replace(designatorPattern, ""), name.replace(modifierPattern, "")];
  const found = forms.map((form) => findPlaces(places, form)).find((row) => row[0] && !row[0].ambiguous);
  return found ?? [];
}
