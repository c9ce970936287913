import type { EleventyChoices, EleventyConfig } from "@11ty/eleventy";
import { degrees, readableCount, readableDate, wordings } from "./src/site/filters.ts";

/** How the site is rendered, whatever the archive; `src/site/eleventy.ts` adds the folders and facts of one build. */
export default function configure(config: EleventyConfig): EleventyChoices {
  // Generated pages are ignored by git, and must not be ignored here.
  config.setUseGitIgnore(false);
  config.setTemplateFormats(["md", "njk"]);
  // The permalinks are paths, not templates.
  config.setDynamicPermalinks(false);
  // "_headers" has no file extension.
  config.configureErrorReporting({ allowMissingExtensions: true });
  // Front matter is YAML; nothing in a page is ever run.
  config.setFrontMatterParsingOptions({
    engines: { javascript: refuseCode, jsLegacy: refuseCode, node: refuseCode },
  });
  config.addFilter("degrees", degrees);
  config.addFilter("readableCount", readableCount);
  config.addFilter("readableDate", readableDate);
  config.addFilter("wordings", wordings);
  return {
    // News text is not a template: "{{ }}" in an article is text.
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}

function refuseCode(): never {
  throw new Error("front matter is YAML, never JavaScript");
}
