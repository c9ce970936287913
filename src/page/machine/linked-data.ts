/** An article in the terms of schema.org, for search engines and other readers of linked data. */

import { present, someOf } from "../data.ts";

/** What the front matter of an article's page says of it. */
export interface ArticleFacts {
  readonly title: string;
  readonly permalink: string;
  readonly original: string;
  readonly sha256: string;
  readonly description?: string;
  readonly byline?: string;
  readonly date?: string;
  readonly dateline?: { readonly text: string };
  readonly publication?: string;
  readonly url?: string;
  readonly language?: string;
  readonly mentions: Readonly<Record<string, readonly NamedThing[]>>;
}

interface NamedThing {
  readonly name: string;
  readonly url: string;
  readonly latitude?: number;
  readonly longitude?: number;
}

/** What is the same for all articles of a site. */
export interface LinkedSite {
  /** The base path without its last slash: "" or "/archive". */
  readonly base: string;
  readonly site: { readonly title: string; readonly language: string; readonly url?: string };
  readonly kinds: readonly { readonly plural: string; readonly schemaType: string }[];
}

/** JSON-LD of an article as the text of a `script` element, which nothing in it can end. */
export function linkedData(facts: ArticleFacts, linked: LinkedSite): string {
  // "</script>" and "<!--" mean nothing to a browser without their first sign.
  return JSON.stringify(newsArticle(facts, linked)).replaceAll("<", "\\u003c");
}

function newsArticle(facts: ArticleFacts, { base, site, kinds }: LinkedSite) {
  const addressOf = (url: string) => (site.url === undefined ? base + url : site.url + url.slice(1));
  return present({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    url: addressOf(facts.permalink),
    headline: facts.title,
    description: facts.description,
    // A byline as it stands: whether it names a person or an agency is not known.
    creditText: facts.byline,
    datePublished: facts.date,
    dateline: facts.dateline?.text,
    inLanguage: facts.language ?? site.language,
    publisher: facts.publication === undefined ? undefined : { "@type": "Organization", name: facts.publication },
    sameAs: facts.url,
    isPartOf: { "@type": "Collection", name: site.title, url: addressOf("/") },
    encoding: {
      "@type": "MediaObject",
      contentUrl: addressOf(facts.original),
      encodingFormat: "text/plain",
      sha256: facts.sha256,
    },
    mentions: someOf(
      kinds.flatMap(({ plural, schemaType }) =>
        (facts.mentions[plural] ?? []).map((thing) => mentionedThing(thing, schemaType, addressOf)),
      ),
    ),
  });
}

function mentionedThing(thing: NamedThing, schemaType: string, addressOf: (url: string) => string) {
  const { name, url, latitude, longitude } = thing;
  const isLocated = latitude !== undefined && longitude !== undefined;
  return {
    "@type": schemaType,
    name,
    url: addressOf(url),
    ...(isLocated && { geo: { "@type": "GeoCoordinates", latitude, longitude } }),
  };
}
