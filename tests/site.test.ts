import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it, test } from "node:test";
import { fileURLToPath } from "node:url";
import matter from "gray-matter";
import { buildArchive } from "../src/build.ts";
import { hostileTexts, temporaryFolder, writeHostileArchive } from "./site/archives.ts";
import { checkSite, siteFiles } from "./site/check.ts";
import { htmlProblems, siteHtmlProblems } from "./site/html.ts";
import { readTable } from "./site/tables.ts";
import type { Report } from "../src/types.ts";

interface Built {
  readonly output: string;
  readonly pages: string;
  readonly report: Report;
}

describe("the site of the sample archive", () => {
  describeSite(fileURLToPath(new URL("../articles", import.meta.url)), "/");
});

describe("the site of a hostile archive under a base path", () => {
  const articles = join(temporaryFolder(), "articles");
  before(() => writeHostileArchive(articles));
  describeSite(articles, "/sub/archive/");

  it("has a page for every file with a text in it, and a warning for each of the others", async () => {
    const { report } = await build(articles, "/sub/archive/");
    const unread = ["binary.txt", "blank.txt", "empty.txt"];
    const warned = new Set(report.warnings.map(({ file }) => file));
    for (const file of [...unread, "bad-yaml.txt"]) assert.ok(warned.has(file), `no warning for ${file}`);
    assert.ok(report.articles >= Object.keys(hostileTexts).length - unread.length);
  });
});

test("the validator sees what is wrong", () => {
  assert.deepEqual(htmlProblems(pageOf("<p>Text</p>")), []);
  for (const wrong of ["<p><div>Text</div></p>", '<p id="a"></p><p id="a"></p>', "<ul><p>Text</p></ul>"]) {
    assert.notDeepEqual(htmlProblems(pageOf(wrong)), [], wrong);
  }
});

/** What holds for every archive. */
function describeSite(articles: string, base: string): void {
  let built: Built;
  before(async () => {
    built = await build(articles, base);
  });

  it("has no link, anchor or asset that leads nowhere, and nothing inline", () => {
    assert.deepEqual(checkSite(built.output, base), []);
  });

  it("is valid HTML, page by page", () => {
    assert.deepEqual(siteHtmlProblems(built.output), []);
  });

  it("has a page of HTML for every generated page, and no more than the few that are not generated", () => {
    const generated = siteFiles(built.pages).map((path) => matter(readFileSync(join(built.pages, path), "utf8")).data);
    assert.equal(generated.length, built.report.pages);
    const missing = generated.filter(({ permalink }) => !existsSync(join(built.output, permalink, "index.html")));
    assert.deepEqual(missing, []);
    const pages = siteFiles(built.output).filter((path) => path.endsWith(".html"));
    assert.equal(pages.length, generated.length + ["404.html"].length);
  });

  it("explains on the page about the archive whatever finds names in it", () => {
    const about = readFileSync(join(built.output, "about/index.html"), "utf8");
    const finders = new Set(readTable(built.output, "mentions.csv").map((row) => row["found_by"]?.split(", ")[0]));
    assert.ok(finders.size > 1);
    for (const finder of finders) {
      assert.ok(about.includes(`<dt>${finder}</dt>`), `_includes/about.njk: say what "${finder}" means`);
    }
  });

  it("says how many files and bytes it has", () => {
    const files = siteFiles(built.output);
    const bytes = files.reduce((sum, path) => sum + readFileSync(join(built.output, path)).length, 0);
    assert.deepEqual([built.report.files, built.report.bytes], [files.length, bytes]);
  });

  it("has the same bytes when it is built again", async () => {
    const [first, second] = [digests(built.output), digests((await build(articles, base)).output)];
    const paths = [...new Set([...first.keys(), ...second.keys()])];
    assert.deepEqual(
      paths.filter((path) => first.get(path) !== second.get(path)),
      [],
    );
  });
}

async function build(articles: string, base: string): Promise<Built> {
  const folder = temporaryFolder();
  const [output, pages] = [join(folder, "site"), join(folder, "pages")];
  return { output, pages, report: await buildArchive({ articles, output, pages, base }) };
}

function digests(folder: string): Map<string, string> {
  const digest = (path: string) =>
    createHash("sha256")
      .update(readFileSync(join(folder, path)))
      .digest("hex");
  return new Map(siteFiles(folder).map((path) => [path, digest(path)]));
}

function pageOf(body: string): string {
  return `<!doctype html><html lang="en"><head><title>A</title></head><body>${body}</body></html>`;
}
