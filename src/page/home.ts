import type { Page } from "../types.ts";
import { present, someOf } from "./data.ts";
import type { FiledArticle, Filing } from "./filing.ts";
import { articleEntry, isDated, nameEntry, newestFirst } from "./indexes.ts";
import { opening } from "./opening.ts";

const latestShown = 8;
const undatedShown = 8;
const namesShown = 8;

/** The front page: what the archive is, how much it holds, and ways into it. */
export function homePage(filing: Filing): Page {
  const articles = newestFirst(filing.articles);
  return {
    path: "index.md",
    data: present({
      layout: "home.njk",
      title: filing.settings.title,
      permalink: "/",
      ...archiveFigures(filing),
      latest: someOf(articles.filter(isDated).slice(0, latestShown).map(openingEntry)),
      undatedArticles: someOf(
        articles
          .filter((filed) => !isDated(filed))
          .slice(0, undatedShown)
          .map(articleEntry),
      ),
      mostNamed: Object.fromEntries(filing.kinds.map(({ plural }) => [plural, mostNamed(filing, plural)])),
    }),
    body: "",
  };
}

/** The page that says what the archive holds, how its tags are made, and what they cannot do. */
export function aboutPage(filing: Filing): Page {
  return {
    path: "about.md",
    data: present({
      layout: "about.njk",
      title: "About this archive",
      permalink: "/about/",
      ...archiveFigures(filing),
    }),
    body: "",
  };
}

function archiveFigures({ articles, entities, kinds }: Filing) {
  const dates = articles.flatMap(({ article: { date } }) => date ?? []);
  const ofKind = (plural: string) => entities.filter(({ kind }) => kind.plural === plural);
  return {
    articleCount: articles.length,
    undatedCount: articles.length - dates.length,
    first: dates[0],
    last: dates.at(-1),
    nameCounts: Object.fromEntries(kinds.map(({ plural }) => [plural, ofKind(plural).length])),
    mentionCount: entities.reduce((sum, { entity }) => sum + entity.occurrences.length, 0),
  };
}

function openingEntry(filed: FiledArticle) {
  return { ...articleEntry(filed), opening: opening(filed.article.paragraphs) };
}

function mostNamed({ entities }: Filing, plural: string) {
  return entities
    .filter(({ kind }) => kind.plural === plural)
    .toSorted((a, b) => b.articles - a.articles)
    .slice(0, namesShown)
    .map((filed) => nameEntry(filed));
}
