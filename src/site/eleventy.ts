/** One run of Eleventy, in a process of its own: `render` sends it a `Rendering` and takes a `Rendered` back. */

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Eleventy, type EleventyConfig } from "@11ty/eleventy";
import { archiveMarkdown } from "./markdown.ts";

/** What templates show of a kind. */
export interface KindFacts {
  readonly name: string;
  readonly plural: string;
  readonly title: string;
  /** Counted from 1; the stylesheet has a colour, a sign and an underline for each. */
  readonly order: number;
}

/** Facts that every template may show; kept small, since every page carries them. */
export interface SiteFacts {
  /** The base path without its last slash: "" or "/archive". */
  readonly base: string;
  readonly site: { readonly title: string; readonly description: string; readonly language: string; readonly url?: string };
  readonly kinds: readonly KindFacts[];
  /** The same by their plural, which is what pages name them by. */
  readonly kindOf: Readonly<Record<string, KindFacts>>;
  /** URL of each stylesheet and script, without the base path, by its name: "style.css". */
  readonly assets: Readonly<Record<string, string>>;
}

/** What the process is told. */
export interface Rendering {
  readonly pages: string;
  readonly output: string;
  readonly facts: SiteFacts;
}

/** What the process answers: the files that it wrote, or what went wrong. */
export type Rendered = { readonly files: readonly string[] } | { readonly error: string };

const root = fileURLToPath(new URL("../..", import.meta.url));
const siteFolder = join(root, "src/site");

process.once("message", async (rendering: Rendering) => {
  const rendered = await render(rendering);
  process.send?.(rendered, undefined, undefined, () => process.disconnect());
});

async function render({ pages, output, facts }: Rendering): Promise<Rendered> {
  const eleventy = new Eleventy(fromHere(pages), fromHere(output), {
    configPath: fromHere(join(root, ".eleventy.ts")),
    quietMode: true,
    config: (config) => configureBuild(config, pages, facts),
  });
  // Its errors come back as values, and the command line prints them.
  eleventy.disableLogger();
  try {
    const [, rendered] = await eleventy.write();
    return { files: rendered.map(({ outputPath }) => outputPath) };
  } catch (error) {
    return { error: errorChain(error).join(": ") };
  }
}

function configureBuild(config: EleventyConfig, pages: string, facts: SiteFacts): void {
  config.setIncludesDirectory(relative(pages, join(root, "_includes")));
  config.setLibrary("md", archiveMarkdown(facts));
  for (const [name, value] of Object.entries(facts)) config.addGlobalData(name, deepFreeze(value));
  // The pages' folder can be anywhere, and Eleventy has one input folder: our few static templates join the many pages.
  for (const name of readdirSync(siteFolder).filter((file) => file.endsWith(".njk"))) {
    config.addTemplate(name, readFileSync(join(siteFolder, name), "utf8"));
  }
}

/** Eleventy takes folders relative to the working directory. */
function fromHere(path: string): string {
  return relative("", path) || ".";
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
