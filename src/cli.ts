#!/usr/bin/env -S npx tsx
/** Arguments in, report out, exit code. The only file of the program that prints. */

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import ora from "ora";
import { buildArchive, type BuildOptions } from "./build.ts";
import { ArchiveError } from "./error.ts";
import { evaluateArchive } from "./evaluate.ts";
import { writeFigures } from "./evaluate/figures.ts";
import { scoreSpans } from "./evaluate/spans.ts";
import { doubtsText, reportText, scoresText, spanScoresText, warningsText } from "./report.ts";
import { loadReader } from "./recognise.ts";
import { serveSite } from "./serve.ts";
import type { Progress } from "./types.ts";

const usage = `Clipfile makes a searchable archive out of a folder of article text files.

  npm run build                 build the site into _site/
  npm start                     build it, serve it, and rebuild when something changes
  npm run evaluate              measure the tags against index terms made by hand

Options, after "--":  npm run build -- --articles ~/clippings --title "Clippings"
  --articles DIR    folder of the text files; only ever read   (articles)
  --output DIR      folder of the finished site                (_site)
  --pages DIR       folder of the generated Markdown pages     (src/site/generated)
  --base PATH       path under which the site will be served   (/)
  --title TEXT      title of the archive, instead of the one in archive.yaml
  --port NUMBER     port of "npm start"                        (8080)
  --doubts          list the names that were too unsure to be published
  --gold FILE       for "npm run evaluate": hand-made index terms to compare with
  --spans FILE      for "npm run evaluate": marked names in sentences to compare with
  --show            for "npm run evaluate": list the misses and false alarms
  --figures         for "npm run evaluate": put the scores on the page about the archive
  --help            this text
  --version         the version
`;

const options = {
  articles: { type: "string", default: "articles" },
  output: { type: "string", default: "_site" },
  pages: { type: "string", default: "src/site/generated" },
  base: { type: "string", default: "/" },
  title: { type: "string" },
  port: { type: "string", default: "8080" },
  doubts: { type: "boolean", default: false },
  gold: { type: "string" },
  spans: { type: "string" },
  show: { type: "boolean", default: false },
  figures: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
  version: { type: "boolean", default: false },
} as const;

type Values = ReturnType<typeof parseArguments>["values"];

process.exitCode = await main(process.argv.slice(2));

/** Runs one command; gives its exit code. */
async function main(argv: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseArguments(argv);
    const command = positionals[0] ?? "build";
    if (values.help) process.stdout.write(usage);
    else if (values.version) process.stdout.write(`${version()}\n`);
    else if (command === "build") await build(values);
    else if (command === "start") await start(values);
    else if (command === "evaluate") await evaluate(values);
    else throw new ArchiveError(`"${command}" is no command; see npm run build -- --help`);
    return 0;
  } catch (error) {
    printError(error);
    return 1;
  }
}

function parseArguments(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node adds advice about "--" that helps nobody here: "Unknown option '--foo'. To specify a positional …".
    throw new ArchiveError(`${error.message.split(". ")[0]}; see npm run build -- --help`);
  }
}

function version(): string {
  const file = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return /"version": "([^"]+)"/u.exec(file)?.[1] ?? "unknown";
}

async function build(values: Values): Promise<void> {
  const started = performance.now();
  const buildOptions = toBuildOptions(values);
  const report = await withProgress((onProgress) => buildArchive({ ...buildOptions, onProgress }));
  process.stdout.write(reportText(report, buildOptions.output, (performance.now() - started) / 1000));
  process.stdout.write(doubtsText(report.doubts, buildOptions.articles, values.doubts));
  process.stderr.write(warningsText(report.warnings, buildOptions.articles));
}

async function start(values: Values): Promise<void> {
  const { articles, output, base } = toBuildOptions(values);
  const port = portNumber(values.port);
  await build(values);
  const rebuild = (): Promise<void> => build(values);
  const { url } = await serveSite({ folder: output, base, port, articles, rebuild, onError: printError });
  process.stdout.write(`\n${url}\nChange an article, a template or a style and the page reloads. Ctrl+C ends it.\n`);
}

function portNumber(port: string): number {
  const number = Number(port);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  throw new ArchiveError(`--port: "${port}" is no port; give a number from 1 to 65535`);
}

/** Prints what the user must mend in a sentence, and anything else whole. */
function printError(error: unknown): void {
  const text = error instanceof ArchiveError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
}

async function evaluate({ articles, gold, spans, show, figures }: Values): Promise<void> {
  if (spans !== undefined) {
    process.stdout.write(spanScoresText(await scoreSpans(spans, loadReader()), show));
    return;
  }
  if (gold === undefined) {
    throw new ArchiveError(
      "evaluate: name the index terms to compare with, as in --gold index-terms.jsonl, or --spans FILE",
    );
  }
  const scores = await withProgress((onProgress) => evaluateArchive({ articles, gold, onProgress }));
  process.stdout.write(scoresText(scores, show));
  if (figures) await writeFigures(scores.kinds);
}

function toBuildOptions(values: Values): BuildOptions {
  const { articles, output, pages, title } = values;
  const base = basePath(values.base);
  return title === undefined ? { articles, output, pages, base } : { articles, output, pages, base, title };
}

/** "archive", "/archive" and "/archive/" are the same base path. */
function basePath(base: string): string {
  const parts = base.split("/").filter((part) => part !== "");
  // "/my.archive/2015/": what stands in a URL path without being escaped.
  if (!parts.every((part) => /^[\w.~-]+$/u.test(part) && !/^\.+$/u.test(part))) {
    throw new ArchiveError(`--base: "${base}" is no path; use letters, digits, "-" and "_", as in --base /archive/`);
  }
  return parts.length === 0 ? "/" : `/${parts.join("/")}/`;
}

/** Shows a spinner while something long runs; nothing when the output is no terminal. */
async function withProgress<T>(run: (onProgress: (progress: Progress) => void) => Promise<T>): Promise<T> {
  const spinner = ora({ stream: process.stderr, isSilent: !process.stderr.isTTY, discardStdin: false });
  try {
    return await run((progress) => {
      if (!spinner.isSpinning) spinner.start();
      spinner.text = progressText(progress);
    });
  } finally {
    spinner.stop();
  }
}

function progressText({ step, done, total }: Progress): string {
  return done === undefined || total === undefined ? step : `${step} ${done} of ${total}`;
}
