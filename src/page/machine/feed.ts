import type { FiledArticle } from "../filing.ts";
import { newestFirst } from "../indexes.ts";
import { opening } from "../opening.ts";
import type { Site } from "./site.ts";
import { xml, xmlFile, xmlLines, type Xml } from "./xml.ts";

const longest = 50;
/** An Atom feed must say when it changed; one without articles never did. */
const never = "1970-01-01";

/** An Atom feed of the newest articles that bear a date. */
export function atomFeed(articles: readonly FiledArticle[], site: Site): string {
  const dated = newestFirst(articles).flatMap((filed) => {
    const { date } = filed.article;
    return date === undefined ? [] : [{ filed, date }];
  });
  const home = site.addressOf("/");
  return xmlFile(xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.language}">
<title>${site.title}</title>
${site.description === "" ? "" : xml`<subtitle>${site.description}</subtitle>\n`}<id>${home}</id>
<link rel="alternate" type="text/html" href="${home}"/>
<link rel="self" type="application/atom+xml" href="${site.addressOf("/feed.xml")}"/>
<updated>${timestamp(dated[0]?.date ?? never)}</updated>
<author><name>${site.title}</name></author>
${xmlLines(dated.slice(0, longest).map(({ filed, date }) => feedEntry(filed, date, site)))}</feed>`);
}

function feedEntry({ article, url }: FiledArticle, date: string, site: Site): Xml {
  const address = site.addressOf(url);
  const author = article.byline ?? article.publication;
  return xml`<entry xml:lang="${article.language ?? site.language}">
<title>${article.title}</title>
<id>${address}</id>
<link rel="alternate" type="text/html" href="${address}"/>
<published>${timestamp(date)}</published>
<updated>${timestamp(date)}</updated>
${author === undefined ? "" : xml`<author><name>${author}</name></author>\n`}<summary>${opening(article.paragraphs)}</summary>
</entry>`;
}

function timestamp(date: string): string {
  return `${date}T00:00:00Z`;
}
