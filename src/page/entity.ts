import type { Kind, Mention, Page } from "../types.ts";
import { findCompanions, type Companion } from "./association.ts";
import { keywordLines, titlePieces } from "./contexts.ts";
import { groupBy, present, someOf } from "./data.ts";
import { fullName, link, type FiledArticle, type FiledEntity } from "./filing.ts";
import type { Broader, Hierarchy } from "./hierarchy.ts";
import { nameEntry } from "./indexes.ts";
import { pageList, pagerOf } from "./lists.ts";
import { compactSpellings, distinctSpellings } from "./spellings.ts";
import { yearChart } from "./years.ts";

/** An article on the page of an entity, with the mentions that name it there. */
export interface Appearance {
  readonly filed: FiledArticle;
  readonly mentions: readonly Mention[];
}

/** Articles on one page of an entity; a country can have thousands. */
const perPage = 100;

/** Names of one kind that are shown as named with an entity. */
const companionsShown = 8;

/** Names that are shown as belonging under a class or a country; its index has them all. */
const narrowerShown = 12;

/** What the page of an entity takes from the rest of the archive. */
export interface Surroundings {
  readonly hierarchy: Hierarchy;
  readonly kinds: readonly Kind[];
  /** Number of all articles. */
  readonly articleCount: number;
}

/** The pages of one entity: what is known of it, what it is named with, and each mention in its context. */
export function entityPages(filed: FiledEntity, appearances: readonly Appearance[], around: Surroundings): Page[] {
  const { entity, kind, url } = filed;
  const list = pageList(appearances, { url, perPage, headingOf: () => "" });
  const mentions = entity.occurrences.length;
  const about = entityFacts(filed, around.hierarchy);
  const first = {
    years: chartOf(appearances),
    narrower: narrowerData(filed, around.hierarchy),
    companions: companionsOf(filed, appearances, around),
  };
  return list.pages.map((page) => ({
    path: `${page.url.slice(1, -1)}.md`,
    data: present({
      layout: "entity.njk",
      title: fullName(entity),
      name: entity.name,
      distinction: entity.distinction,
      kind: kind.plural,
      permalink: page.url,
      records: `${url}index.json`,
      concordance: `${url}mentions.csv`,
      ...about,
      articleCount: appearances.length,
      mentionCount: mentions,
      first: appearances[0]?.filed.article.date,
      last: appearances.findLast(({ filed: { article } }) => article.date !== undefined)?.filed.article.date,
      ...(page.number === 1 && present(first)),
      appearances: page.groups.flatMap(({ items }) => items.map(appearanceData)),
      pager: pagerOf(list, page),
    }),
    body: "",
  }));
}

function entityFacts(filed: FiledEntity, { classesOf, countryOf }: Hierarchy) {
  const { entity } = filed;
  const country = countryOf(filed);
  const isOther = ({ name }: Broader) => name !== entity.name;
  return {
    otherNames: someOf(distinctSpellings(entity.name, entity.otherNames)),
    spellings: someOf(compactSpellings([entity.name, ...entity.otherNames])),
    // A class can be named itself: "missile" is not a kind of missile, nor does Iraq lie in Iraq.
    classes: someOf(classesOf(filed).filter(isOther)),
    country: country && isOther(country) ? country : undefined,
    latitude: entity.latitude,
    longitude: entity.longitude,
  };
}

function narrowerData(filed: FiledEntity, { narrowerOf }: Hierarchy) {
  const found = narrowerOf(filed);
  if (!found) return undefined;
  const { label, members, url } = found;
  const saidOf = ({ entity }: FiledEntity) => {
    if (entity.classes.at(-1) === filed.entity.name) return "class";
    return filed.entity.country === undefined ? undefined : "country";
  };
  const entries = members.slice(0, narrowerShown).map((member) => nameEntry(member, saidOf(member)));
  return present({ label, count: members.length, entries, url: members.length > narrowerShown ? url : undefined });
}

function chartOf(appearances: readonly Appearance[]) {
  return yearChart(appearances.map(({ filed, mentions }) => ({ filed, mentions: mentions.length })));
}

function companionsOf(filed: FiledEntity, appearances: readonly Appearance[], { kinds, articleCount }: Surroundings) {
  const naming = appearances.map((appearance) => appearance.filed);
  const byKind = groupBy(findCompanions(filed, naming, articleCount), (companion) => companion.filed.kind);
  return someOf(
    kinds.flatMap((kind) => {
      const companions = byKind.get(kind)?.slice(0, companionsShown).map(companionEntry);
      return companions ? [{ kind: kind.plural, entries: companions }] : [];
    }),
  );
}

function companionEntry({ filed: { entity, url }, together }: Companion) {
  return present({ name: entity.name, distinction: entity.distinction, url, articles: together });
}

function appearanceData({ filed, mentions }: Appearance) {
  return present({
    ...link(filed),
    date: filed.article.date,
    titlePieces: titlePieces(filed.article, mentions),
    lines: someOf(keywordLines(filed.article, mentions)),
  });
}
