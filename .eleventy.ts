import type { EleventyChoices, EleventyConfig } from "@11ty/eleventy";
import { locatorMap } from "./src/page/locator.ts";
import { degrees, keywordLine, markNames, percent, readableCount, readableDate, wordings } from "./src/site/filters.ts";

/** How pages are rendered, whatever the archive; `src/site/eleventy.ts` adds the pages and facts of one build. */
export default function configure(config: EleventyConfig): EleventyChoices {
  // What is generated is ignored by git, and must not be ignored for that.
  config.setUseGitIgnore(false);
  // Generated pages come in batches, from whatever folder they stand in.
  config.ignores.add("src/site/generated/**");
  config.setTemplateFormats(["md", "njk"]);
  // The permalinks are paths, not templates, and "_headers" has no file extension.
  config.setDynamicPermalinks(false);
  config.configureErrorReporting({ allowMissingExtensions: true });
  // A page is complete: it needs no list of the others, and collecting one takes time.
  config.addGlobalData("eleventyExcludeFromCollections", true);
  // Front matter is YAML; nothing in a page is ever run.
  config.setFrontMatterParsingOptions({
    engines: { javascript: refuseCode, jsLegacy: refuseCode, node: refuseCode },
  });
  config.addFilter("degrees", degrees);
  config.addFilter("keywordLine", keywordLine);
  config.addFilter("locatorMap", locatorMap);
  config.addFilter("markNames", markNames);
  config.addFilter("percent", percent);
  config.addFilter("readableCount", readableCount);
  config.addFilter("readableDate", readableDate);
  config.addFilter("wordings", wordings);
  return {
    dir: { input: "src/site", includes: "../../_includes" },
    // News text is not a template: "{{ }}" in an article is text.
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}

function refuseCode(): never {
  throw new Error("front matter is YAML, never JavaScript");
}
