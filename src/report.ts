/** What the terminal shows at the end: plain text, one fact a line. */

import type { Reliability } from "./evaluate/reliability.ts";
import type { SpanScores } from "./evaluate/spans.ts";
import { ratios, type Mistake, type Share, type Tally, type TermScores } from "./evaluate/terms.ts";
import type { Doubt, Report, Warning } from "./types.ts";

/** What a build did: "13 articles, 80 people, 90 places, 60 weapons". */
export function reportText(report: Report, output: string, seconds: number): string {
  const entities = report.entities.map(({ name, plural, count }) => `${grouped(count)} ${count === 1 ? name : plural}`);
  return [
    `${counted(report.articles, "article")}, ${entities.join(", ")}`,
    `${counted(report.pages, "page")}: ${grouped(report.pagesWritten)} written, ${grouped(report.pagesRemoved)} removed`,
    `${output}: ${counted(report.files, "file")}, ${(report.bytes / 1_000_000).toFixed(1)} MB, in ${seconds.toFixed(1)} s`,
    "",
  ].join("\n");
}

/** Warnings, one a line, with the path as the user would type it; empty when there are none. */
export function warningsText(warnings: readonly Warning[], folder: string): string {
  if (warnings.length === 0) return "";
  const lines = warnings.map(({ file, line, message }) => `  ${folder}/${file}${line ? `:${line}` : ""}: ${message}`);
  return `\n${counted(warnings.length, "warning")}\n${lines.join("\n")}\n`;
}

/** The tags that were kept back: how many, or each with where it stands when `show` is asked for. */
export function doubtsText(doubts: readonly Doubt[], folder: string, show: boolean): string {
  if (doubts.length === 0) return "";
  const head = `${counted(doubts.length, "tag")} too unsure to publish`;
  if (!show) return `${head}; --doubts lists ${doubts.length === 1 ? "it" : "them"}\n`;
  const lines = doubts.map(({ kind, name, source, mention }) => {
    const where = mention.paragraph === 0 ? "title" : `paragraph ${mention.paragraph}`;
    return `  ${folder}/${source}: ${where}: "${mention.text}", perhaps the ${kind} ${name} (${mention.confidence.toFixed(2)})`;
  });
  return `${head}\n${lines.join("\n")}\n`;
}

/** Scores as a table; with the mistakes below it when they are asked for. */
export function scoresText(scores: TermScores, show: boolean): string {
  const shares = [
    shareRow("titles right", scores.titles),
    shareRow("places located", scores.located),
    shareRow("surnames linked", scores.surnames),
    reliabilityText(scores.reliability),
  ];
  const mistakes = show ? ["", ...scores.mistakes.map(mistakeRow)] : [];
  return [talliesText(scores.kinds), ...shares, ...mistakes, ""].join("\n");
}

/** Scores of spans as a table; with the mistakes below it when they are asked for. */
export function spanScoresText({ labels, reliability, mistakes }: SpanScores, show: boolean): string {
  const rows = show ? [...mistakes.map(mistakeRow), ""] : [];
  return [talliesText(labels), reliabilityText(reliability), ...rows].join("\n");
}

/** How sure the program was, and how often it was right. */
function reliabilityText(rows: readonly Reliability[]): string {
  const lines = rows.map(({ from, right, total }) => {
    return `${from.toFixed(2).padEnd(16)}${(right / total).toFixed(3)}   (${right} of ${total})`;
  });
  return ["", "sure from       right", ...lines, ""].join("\n");
}

/** Tallies as a table, one row for each name. */
function talliesText(tallies: Readonly<Record<string, Tally>>): string {
  const rows = Object.entries(tallies).map(([name, tally]) => tallyRow(name, tally));
  return [`${" ".repeat(16)}precision  recall    F1`, ...rows, ""].join("\n");
}

function tallyRow(plural: string, tally: Tally): string {
  const { right, falseAlarms, misses } = tally;
  const { precision, recall, f1 } = ratios(tally);
  const cells = [precision, recall, f1].map((value) => value.toFixed(3).padStart(8));
  return `${plural.padEnd(16)}${cells.join("")}   (${right} right, ${falseAlarms} false alarms, ${misses} missed)`;
}

function shareRow(name: string, { right, total }: Share): string {
  return `${name.padEnd(16)}${right} of ${total}`;
}

function mistakeRow({ article, plural, sort, name, sentence }: Mistake): string {
  return `${article}: ${plural}: ${sort}: ${name}\n    … ${sentence.replace(/\s+/gu, " ")} …`;
}

function counted(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}

function grouped(number: number): string {
  return number.toLocaleString("en");
}
