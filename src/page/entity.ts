import type { Page } from "../types.ts";
import { present, someOf } from "./data.ts";
import { fullName, link, type FiledArticle, type FiledEntity } from "./filing.ts";
import { pageList, pagerOf } from "./lists.ts";
import type { Passage } from "./passages.ts";
import { compactSpellings } from "./spellings.ts";

/** An article on the page of an entity, with the sentences that name it. */
export interface Appearance {
  readonly filed: FiledArticle;
  readonly passages: readonly Passage[];
}

/** Finds the page of a name within a kind: "cruise missile" among weapons. */
export type FindUrl = (kind: string, name: string) => string | undefined;

/** Articles on one page of an entity; a country can have thousands. */
const perPage = 100;

/** The pages of one entity: what is known of it, and each sentence that names it. */
export function entityPages(filed: FiledEntity, appearances: readonly Appearance[], findUrl: FindUrl): Page[] {
  const { entity, kind, url } = filed;
  const list = pageList(appearances, { url, perPage, headingOf: () => "" });
  const mentions = entity.occurrences.length;
  const about = entityFacts(filed, findUrl);
  return list.pages.map((page) => ({
    path: `${page.url.slice(1, -1)}.md`,
    data: present({
      layout: "entity.njk",
      title: fullName(entity),
      name: entity.name,
      distinction: entity.distinction,
      kind: kind.plural,
      permalink: page.url,
      ...about,
      articleCount: appearances.length,
      mentionCount: mentions,
      first: appearances[0]?.filed.article.date,
      last: appearances.findLast(({ filed: { article } }) => article.date !== undefined)?.filed.article.date,
      appearances: page.groups.flatMap(({ items }) => items.map(appearanceData)),
      pager: pagerOf(list, page),
    }),
    body: "",
  }));
}

// English whatever the machine's locale: the site's own words are English.
const regionNames = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

/** "Iraq" for "IQ"; the code itself when it is none of ISO 3166-1. */
export function countryName(code: string): string {
  return /^[A-Z]{2}$/u.test(code) ? (regionNames.of(code) ?? code) : code;
}

function entityFacts({ entity, kind }: FiledEntity, findUrl: FindUrl) {
  const linked = (name: string) => present({ name, url: findUrl(kind.name, name) });
  const country = entity.country && countryName(entity.country);
  return {
    otherNames: someOf(entity.otherNames),
    spellings: someOf(compactSpellings([entity.name, ...entity.otherNames])),
    // A class can be named itself: "missile" is not a kind of missile.
    classes: someOf(entity.classes.filter((name) => name !== entity.name).map(linked)),
    country: country === undefined || country === entity.name ? undefined : linked(country),
    latitude: entity.latitude,
    longitude: entity.longitude,
  };
}

function appearanceData({ filed, passages }: Appearance) {
  return present({ ...link(filed), date: filed.article.date, passages });
}
