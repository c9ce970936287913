/** Renders one batch of pages with Eleventy, in a process of its own: `render` sends it a `Batch` and takes a `Rendered` back. */

import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { Eleventy, type EleventyConfig } from "@11ty/eleventy";
import { type ArticleFacts, linkedData } from "../page/machine/linked-data.ts";
import { archiveMarkdown } from "./markdown.ts";

/** What templates show of a kind. */
export interface KindFacts {
  readonly name: string;
  readonly plural: string;
  readonly title: string;
  /** What schema.org calls one of them: "Person". */
  readonly schemaType: string;
  /** Counted from 1; the stylesheet has a colour, a sign and an underline for each. */
  readonly order: number;
}

/** Facts that every template may show; kept small, since every page carries them. */
export interface SiteFacts {
  /** The base path without its last slash: "" or "/archive". */
  readonly base: string;
  readonly site: {
    readonly title: string;
    readonly description: string;
    readonly language: string;
    readonly url?: string;
    readonly contact?: string;
  };
  readonly kinds: readonly KindFacts[];
  /** The same by their plural, which is what pages name them by. */
  readonly kindOf: Readonly<Record<string, KindFacts>>;
  /** URL of each stylesheet and script, without the base path, by its name: "style.css". */
  readonly assets: Readonly<Record<string, string>>;
}

/** Some of the pages, and where they go. */
export interface Batch {
  /** Folder of the generated pages. */
  readonly folder: string;
  /** Paths of this batch's pages under that folder. */
  readonly pages: readonly string[];
  /** Whether this batch also renders the templates of `src/site`. */
  readonly hasTemplates: boolean;
  readonly output: string;
  readonly facts: SiteFacts;
}

/** The files that a batch wrote, or what went wrong. */
export type Rendered = { readonly files: readonly string[] } | { readonly error: string };

/** How good the tags are, as measured: what the page about the archive says of it. */
const figuresFile = new URL("figures.json", import.meta.url);

process.once("message", async (batch: Batch) => {
  const rendered = await renderBatch(batch);
  process.send?.(rendered, undefined, undefined, () => process.disconnect());
});

async function renderBatch(batch: Batch): Promise<Rendered> {
  const eleventy = new Eleventy("src/site", relative("", batch.output), {
    configPath: ".eleventy.ts",
    pathPrefix: `${batch.facts.base}/`,
    quietMode: true,
    config: (config) => configureBatch(config, batch),
  });
  // Errors go back as values; only the command line prints.
  eleventy.disableLogger();
  try {
    const [, rendered] = await eleventy.write();
    return { files: rendered.map(({ outputPath }) => outputPath) };
  } catch (error) {
    return { error: errorChain(error).join(": ") };
  }
}

function configureBatch(config: EleventyConfig, { folder, pages, hasTemplates, facts }: Batch): void {
  if (!hasTemplates) config.ignores.add("src/site/*.njk");
  for (const page of pages) config.addTemplate(`pages/${page}`, readFileSync(join(folder, page), "utf8"));
  for (const [name, value] of Object.entries(facts)) config.addGlobalData(name, deepFreeze(value));
  config.addGlobalData("measured", deepFreeze(JSON.parse(readFileSync(figuresFile, "utf8"))));
  config.addFilter("linkedData", (article: ArticleFacts) => linkedData(article, facts));
  config.setLibrary("md", archiveMarkdown(facts));
  // Its quiet mode forgets to silence what it says of slow filters.
  config.benchmarkManager.get("Configuration").setIsVerbose(false);
}

/** Eleventy copies global data into every page unless it is frozen. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value === "object" && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

/** The messages of an error and of what caused it, the outermost first. */
function errorChain(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  const inner = "originalError" in error ? error.originalError : error.cause;
  return [error.message, ...(inner === undefined ? [] : errorChain(inner))];
}
