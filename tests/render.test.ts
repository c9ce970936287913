import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ArchiveError } from "../src/error.ts";
import { archivePages, originalFiles } from "../src/page.ts";
import { renderSite } from "../src/render.ts";
import type { Page } from "../src/types.ts";
import { writePages } from "../src/write.ts";
import { archive, article, kind, kinds, settings } from "./archive.ts";
import { temporaryFolder } from "./site/archives.ts";

const hostile = article(
  "hostile.txt",
  [
    "Braces {{ 7 * 7 }} & <b>tags</b>",
    "{% include 'base.njk' %} {{ site | dump }} <script>alert(1)</script>",
    "[Mosul](place) 1991. `code` *stars* {# gone? #}",
  ],
  { date: "1991-01-17", byline: "<i>A. Writer</i>", trailers: ["{{ 7 * 7 }}"] },
);
const arabic = article("arabic.txt", ["تقرير من [بغداد](place)", "قال مسؤول."], { language: "ar" });

/** Most tests look at the same site; it stands under a path and beside bytes that are no UTF-8. */
const bytes = Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x0d, 0x0a]);
const shared = renderedSite({ base: "/archive/", bytes });

test("shows text as text, never as template, markup or Markdown", async () => {
  const { read } = await shared;
  const html = read("articles/braces-7-7-and-b-tags-b/index.html");
  assert.match(html, /<h1[^>]*>Braces \{\{ 7 \* 7 \}\} &amp; &lt;b&gt;tags&lt;\/b&gt;<\/h1>/u);
  assert.match(
    html,
    /<p id="p1">\{% include 'base\.njk' %\} \{\{ site \| dump \}\} &lt;script&gt;alert\(1\)&lt;\/script&gt;<a class="anchor"[^>]+><\/a><\/p>/u,
  );
  assert.match(html, /<p id="p2"><a [^>]+>Mosul<\/a> 1991\. `code` \*stars\* \{# gone\? #\}<a class="anchor"/u);
  assert.match(html, />&lt;i&gt;A\. Writer&lt;\/i&gt;</u);
  assert.doesNotMatch(html, /\b49\b/u);
});

test("puts the base path before every link and asset, and nothing else", async () => {
  const { read, files } = await shared;
  for (const file of files.filter((path) => path.endsWith(".html"))) {
    // href="/archive/people/", src="/archive/assets/site.1f3a.js", action="/archive/search/"
    for (const { 1: url } of read(file).matchAll(/ (?:href|src|action)="(\/[^"]*)"/gu)) {
      assert.match(url ?? "", /^\/archive\//u, file);
    }
  }
});

test("says the language and lets the text decide its direction", async () => {
  const { read, files } = await shared;
  const html = read(files.find((path) => /^articles\/(?!braces)[^/]+\/index\.html$/u.test(path)) ?? "");
  assert.match(html, /<article [^>]*lang="ar"/u);
  assert.match(html, /<div class="text" dir="auto">/u);
});

test("shows a fourth kind in navigation, tags, index and pages, though no template knows it", async () => {
  const ship = article("ship.txt", ["Sunk", "The [Moskva](ship) sank."]);
  const { read } = await renderedSite({ articles: [ship], kinds: [...kinds, kind("ship", "ships", "Ships")] });
  assert.match(read("index.html"), /<a class="marked" href="\/ships\/">Ships<\/a>/u);
  assert.match(
    read("articles/sunk/index.html"),
    /<a href="\/ships\/moskva\/" data-pagefind-filter="ships">Moskva<\/a>/u,
  );
  assert.match(read("articles/sunk/index.html"), /<a class="mention kind-4" href="\/ships\/moskva\/">Moskva<\/a>/u);
  assert.match(read("ships/moskva/index.html"), /<article class="entity kind-4"/u);
});

test("offers the source file byte for byte", async () => {
  const { output } = await shared;
  assert.deepEqual(readFileSync(join(output, "articles/braces-7-7-and-b-tags-b/original.txt")), bytes);
});

test("renders every page when there are enough for several batches", async () => {
  const many = Array.from({ length: 450 }, (_, index) => article(`${index}.txt`, [`Number ${index}`, "Text."]));
  const { files, pages } = await renderedSite({ articles: many });
  assert.equal(files.filter((path) => path.endsWith("index.html")).length, pages.length);
});

test("removes what an earlier build left in the output folder, but not the search index", async () => {
  const first = await renderedSite({});
  mkdirSync(join(first.output, "pagefind/fragment"), { recursive: true });
  writeFileSync(join(first.output, "pagefind/fragment/a"), "");
  const { files } = await renderedSite({ articles: [arabic], output: first.output });
  assert.ok(!files.some((path) => path.startsWith("articles/braces")) && files.includes("pagefind/fragment/a"));
});

test("builds the same bytes twice", async () => {
  const [first, second] = [await shared, await renderedSite({ base: "/archive/", bytes })];
  assert.deepEqual(second.files, first.files);
  for (const file of first.files) assert.equal(second.read(file), first.read(file), file);
});

test("refuses an output folder that it did not make, and changes nothing there", async () => {
  const output = temporaryFolder();
  writeFileSync(join(output, "thesis.doc"), "");
  await assert.rejects(renderedSite({ output }), ArchiveError);
  assert.deepEqual(readdirSync(output), ["thesis.doc"]);
});

test("refuses an output folder inside or around the articles", async () => {
  const articles = temporaryFolder();
  await assert.rejects(renderedSite({ articlesFolder: articles, output: join(articles, "site") }), ArchiveError);
  await assert.rejects(renderedSite({ articlesFolder: join(articles, "texts"), output: articles }), ArchiveError);
  assert.ok(!existsSync(join(articles, "site")) && !existsSync(join(articles, ".clipfile")));
});

test("names the page when Eleventy cannot render it", async () => {
  const broken: Page = { path: "broken.md", data: { layout: "absent.njk", permalink: "/broken/" }, body: "" };
  await assert.rejects(
    renderedSite({ extra: [broken] }),
    (error) => error instanceof ArchiveError && /broken\.md|absent\.njk/u.test(error.message),
  );
});

test("never runs front matter that is JavaScript", async () => {
  const folder = temporaryFolder();
  const run = join(folder, "ran");
  writeFileSync(
    join(folder, "evil.md"),
    `---js\n{ permalink: require("fs").writeFileSync(${JSON.stringify(run)}, "") }\n---\n`,
  );
  const output = join(temporaryFolder(), "site");
  await assert.rejects(
    renderSite({ articles: folder + "x", pages: folder, output, base: "/", settings, kinds, originals: [], files: [] }),
    ArchiveError,
  );
  assert.ok(!existsSync(run));
});

interface SiteOptions {
  readonly articles?: readonly ReturnType<typeof article>[];
  readonly kinds?: typeof kinds;
  readonly base?: string;
  readonly output?: string;
  readonly articlesFolder?: string;
  readonly bytes?: Uint8Array;
  readonly extra?: readonly Page[];
}

/** Takes small archives through pages and files to a site in a temporary folder. */
async function renderedSite(options: SiteOptions) {
  const output = options.output ?? join(temporaryFolder(), "site");
  const folder = options.articlesFolder ?? temporaryFolder();
  const pagesFolder = temporaryFolder();
  const articles = options.articles ?? [hostile, arabic];
  mkdirSync(folder, { recursive: true });
  for (const {
    article: { source },
  } of articles)
    writeFileSync(join(folder, source), options.bytes ?? "text");
  const used = options.kinds ?? kinds;
  const pages = [...archivePages({ ...archive(articles), kinds: used }), ...(options.extra ?? [])];
  await writePages(pages, pagesFolder);
  const base = options.base ?? "/";
  const size = await renderSite({
    articles: folder,
    pages: pagesFolder,
    output,
    base,
    settings,
    kinds: used,
    originals: originalFiles(pages),
    files: [],
  });
  const entries = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => join(entry.parentPath, entry.name).slice(output.length + 1)).toSorted();
  return { output, pages, files, size, read: (file: string) => readFileSync(join(output, file), "utf8") };
}
