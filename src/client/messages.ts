import { readableCount } from "../site/filters.ts";
import { type FoundArticles, mostChecked, type PhraseReport } from "./find.ts";

/** "3 articles, 1 undated at the end", "3 articles, all undated": one line of a phone. */
export function countMessage({ hits, undated }: FoundArticles): string {
  if (hits.length === 0) return "No articles";
  const articles = hits.length === 1 ? "1 article" : `${readableCount(hits.length)} articles`;
  if (undated === hits.length) return hits.length === 1 ? "1 article, undated" : `${articles}, all undated`;
  return undated === 0 ? articles : `${articles}, ${readableCount(undated)} undated at the end`;
}

/** How far the phrases of a search were taken at their word; "" when there is nothing to be said. */
export function phraseMessage(report: PhraseReport | undefined): string {
  if (!report || report.leftOut === 0) return "";
  const phrases = report.phrases.map((phrase) => `“${phrase}”`).join(" and ");
  const isOne = report.phrases.length === 1;
  if (report.leftOut === undefined) {
    return (
      `${phrases} ${isOne ? "is" : "are"} approximate: the words stand side by side, but may have other endings. ` +
      `Up to ${mostChecked} articles are checked word for word; narrow the search to have them checked.`
    );
  }
  const articles = report.leftOut === 1 ? "1 article that has" : `${readableCount(report.leftOut)} articles that have`;
  return `Checked word for word: ${articles} ${phrases} only with other endings ${report.leftOut === 1 ? "is" : "are"} left out.`;
}
