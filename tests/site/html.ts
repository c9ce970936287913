import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { siteFiles } from "./check.ts";

// "standard" is the HTML specification, without matters of taste.
const validator = new HtmlValidate(
  new StaticConfigLoader({ extends: ["html-validate:standard"], elements: ["html5"] }),
);

/** Where a text of HTML breaks the specification: "12:5 element-permitted-content: …". */
export function htmlProblems(html: string): string[] {
  const { results } = validator.validateStringSync(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}

/** The same for every page of a built site. */
export function siteHtmlProblems(folder: string): string[] {
  const pages = siteFiles(folder).filter((path) => path.endsWith(".html"));
  return pages.flatMap((path) =>
    htmlProblems(readFileSync(join(folder, path), "utf8")).map((problem) => `${path}:${problem}`),
  );
}
