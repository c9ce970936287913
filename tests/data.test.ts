import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { parse, type DefaultTreeAdapterTypes } from "parse5";
import { buildArchive } from "../src/build.ts";
import { concordanceFields } from "../src/page/machine/schema.ts";
import type { Report } from "../src/types.ts";
import { temporaryFolder, writeHostileArchive, writeTexts } from "./site/archives.ts";
import { siteFiles } from "./site/check.ts";
import { packageProblems } from "./site/data-package.ts";
import { readPackage, readRecords, readTable, tableProblems } from "./site/tables.ts";
import { xmlProblems } from "./site/xml.ts";

const address = "https://example.org/sub/archive/";
const documentation = readFileSync(fileURLToPath(new URL("../docs/data.md", import.meta.url)), "utf8");
const paragraph = "Gen. Omar Haddad said in Beirut that the T-72 tanks had gone to Auckland.";

/** Texts that are dangerous in a table, in XML, in a citation or in a script. */
const hostileTexts = {
  "archive.yaml": `title: "A <b>bold</b> & {braced} archive"\ndescription: "=1+1 & </feed>"\nurl: ${address}\ncontact: desk@example.org\n`,
  "formula.txt": `=HYPERLINK("http://evil.example","click")\n\n${paragraph}\n`,
  "minus.txt": `-5 degrees at the front\n\n2001-02-03\n\n${paragraph}\n`,
  "script.txt": `</script><!-- <script>alert(1)</script> ]]>\n\nBy Jane Doe\n\n2001-02-04\n\n${paragraph}\n`,
  "quotes.txt": `He said "no", and 'yes'; {then} \\left\n\nBy "Jane", Doe\n\n2001-02-05\n\n${paragraph}\n`,
  "known.txt": `---\ntitle: A known story\nurl: https://news.example/a?b=1&c=2\nlanguage: fr\ndate: 2002-01-01\nsource: The & Times\n---\n\n${paragraph}\n`,
  "noncharacter.txt": `Odd \ufffe sign\n\n2001-02-06\n\n${paragraph} \ud83d\ude80 T-72.\n`,
};

describe("the data of a hostile archive whose address is known", () => {
  let site = "";
  let report: Report;
  let files: readonly string[] = [];
  const text = (path: string) => readFileSync(join(site, path), "utf8");

  before(async () => {
    const articles = join(temporaryFolder(), "articles");
    writeHostileArchive(articles);
    writeTexts(articles, hostileTexts);
    ({ site, report } = await build(articles, "/sub/archive/"));
    files = siteFiles(site);
  });

  it("is what the data package says of it", () => {
    assert.deepEqual(tableProblems(site), []);
    assert.equal(readTable(site, "articles.csv").length, report.articles);
    const entities = report.entities.reduce((sum, { count }) => sum + count, 0);
    assert.equal(readTable(site, "entities.csv").length, entities);
    assert.ok(readTable(site, "mentions.csv").length > report.articles);
  });

  it("is described as Data Package 2.0 wants it", () => {
    const description = JSON.parse(text("data/datapackage.json"));
    assert.deepEqual(packageProblems(description), []);
    const misspelt = description.resources.map((resource: object) => ({ ...resource, Path: "../secret.csv" }));
    assert.equal(packageProblems({ ...description, resources: misspelt }).length, description.resources.length);
  });

  it("has mentions where it says that they are", () => {
    const wrong = readRecords(site, "mentions.json").filter(
      ({ article, paragraph: number, start, end, text: words }) => {
        const { title, paragraphs } = JSON.parse(text(`${article}/index.json`));
        return [title, ...paragraphs][Number(number)].slice(start, end) !== words;
      },
    );
    assert.deepEqual(wrong, []);
  });

  it("has a record beside each page of an article and an entity, with the fields of its row", () => {
    for (const table of ["articles", "entities"]) {
      for (const row of readRecords(site, `${table}.json`)) {
        const key = String(row["article"] ?? row["entity"]);
        const whole = JSON.parse(text(`${key}/index.json`));
        assert.deepEqual({ ...whole, ...row }, whole);
        assert.equal(row["url"], `${address}${key}/`);
        assert.ok(existsSync(join(site, key, "index.html")));
      }
    }
  });

  it("has XML that is well-formed, and whose addresses lead to files of the site", () => {
    const xmlFiles = files.filter((path) => path.endsWith(".xml"));
    assert.deepEqual(xmlFiles, ["feed.xml", "opensearch.xml", "sitemap.xml"]);
    assert.deepEqual(
      xmlFiles.flatMap((path) => xmlProblems(text(path))),
      [],
    );
    const addresses = [...text("sitemap.xml").matchAll(/<loc>([^<]*)<\/loc>/gu)].map(([, found = ""]) => found);
    assert.deepEqual(
      addresses.filter((found) => !leadsToPage(site, found)),
      [],
    );
    assert.equal(addresses.length, report.pages);
    const linked = [...text("feed.xml").matchAll(/<link rel="alternate" type="text\/html" href="([^"]*)"/gu)];
    assert.deepEqual(
      linked.filter(([, found = ""]) => !leadsToPage(site, found)),
      [],
    );
    assert.ok(
      text("feed.xml").includes("<title>&lt;/script&gt;&lt;!-- &lt;script&gt;alert(1)&lt;/script&gt; ]]&gt;</title>"),
    );
    assert.ok(text("opensearch.xml").includes(`template="${address}search/?q={searchTerms}"`));
  });

  it("is named in robots.txt and in the head of each page", () => {
    assert.ok(text("robots.txt").includes(`\nSitemap: ${address}sitemap.xml\n`));
    for (const path of files.filter((file) => file.endsWith("/index.html") || file === "index.html")) {
      const canonical = `<link rel="canonical" href="${address}${path.replace(/index\.html$/u, "")}">`;
      assert.ok(text(path).includes(canonical), `${path} has no ${canonical}`);
    }
  });

  it("says where to report a mistake, one click from every article", () => {
    assert.ok(text("about/index.html").includes('<a href="mailto:desk@example.org"'));
    for (const { article } of readRecords(site, "articles.json")) {
      assert.ok(text(`${article}/index.html`).includes('href="/sub/archive/about/#mistakes"'));
    }
  });

  it("stands in each article as JSON-LD that nothing in a text can break out of", () => {
    for (const { article, title } of readRecords(site, "articles.json")) {
      const [data, ...others] = dataBlocks(text(`${article}/index.html`)).map((block) => JSON.parse(block));
      assert.equal(others.length, 0);
      assert.equal(data["@type"], "NewsArticle");
      assert.equal(data.headline, title);
      assert.equal(data.url, `${address}${article}/`);
    }
  });

  it("says in JSON-LD what an article names, and where a place lies", () => {
    const [data] = dataBlocks(text("articles/a-known-story/index.html")).map((block) => JSON.parse(block));
    const types = new Set(data.mentions.map((mention: Readonly<Record<string, unknown>>) => mention["@type"]));
    assert.deepEqual(types, new Set(["Person", "Place", "Thing"]));
    const beirut = data.mentions.find(({ name }: { readonly name: string }) => name === "Beirut");
    assert.deepEqual(Object.keys(beirut), ["@type", "name", "url", "geo"]);
    assert.deepEqual([data.inLanguage, data.sameAs], ["fr", "https://news.example/a?b=1&c=2"]);
  });

  it("stands in each article as tags that reference managers read", () => {
    const head = metaTags(text("articles/a-known-story/index.html"));
    assert.equal(head["citation_title"], "A known story");
    assert.equal(head["citation_publication_date"], "2002/01/01");
    assert.equal(head["citation_journal_title"], "The & Times");
    assert.equal(head["citation_public_url"], "https://news.example/a?b=1&c=2");
    assert.equal(head["DC.type"], "newspaperArticle");
    assert.equal(head["og:type"], "article");
    assert.equal(head["og:url"], `${address}articles/a-known-story/`);
  });

  it("has citations of each article, one in each file", () => {
    for (const { article } of readRecords(site, "articles.json")) {
      const [citation, ...others] = JSON.parse(text(`${article}/cite.csl.json`));
      assert.equal(others.length, 0);
      assert.equal(text(`${article}/cite.ris`).match(/^TY {2}- NEWS$/gmu)?.length, 1);
      assert.equal(text(`${article}/cite.bib`).match(/^@(?:article|misc)\{/gmu)?.length, 1);
      assert.ok(text(`${article}/cite.bib`).includes(`{${citation.id},`));
    }
  });

  it("is documented, every file and field", () => {
    const schemas = readPackage(site).flatMap(({ name, schema }) => (schema ? [{ name, fields: schema.fields }] : []));
    for (const { name, fields } of [...schemas, { name: "mentions.csv of an entity", fields: concordanceFields }]) {
      const section = documentation.split(`### ${name}\n`)[1]?.split("\n#")[0] ?? "";
      const rows = [...section.matchAll(/^\| `(\w+)` +\| (\w+) +\|/gmu)].map(([, field, type]) => `${field} ${type}`);
      assert.deepEqual(
        rows,
        fields.map((field) => `${field.name} ${field.type}`),
      );
    }
    const named = files.filter((path) => /^data\/|^[^/]*\.xml$/u.test(path));
    assert.deepEqual(
      named.filter((path) => !documentation.includes(`\`${path}\``)),
      [],
    );
    const known = JSON.parse(text("articles/a-known-story/index.json"));
    const fields = [
      ...Object.keys(known),
      ...Object.keys(known.entities[0]),
      ...Object.keys(known.entities[0].mentions[0]),
    ];
    assert.deepEqual(
      fields.filter((field) => !documentation.includes(`\`${field}\``)),
      [],
    );
  });
});

describe("the data of an archive whose address is not known", () => {
  it("says paths under the base path, and nothing that needs an address is there or linked", async () => {
    const articles = join(temporaryFolder(), "articles");
    writeTexts(articles, { "a.txt": `A story\n\n${paragraph}\n` });
    const { site } = await build(articles, "/sub/archive/");
    assert.deepEqual(tableProblems(site), []);
    assert.equal(readTable(site, "articles.csv")[0]?.["url"], "/sub/archive/articles/a-story/");
    assert.deepEqual(
      siteFiles(site).filter((path) => path.endsWith(".xml")),
      [],
    );
    const page = readFileSync(join(site, "articles/a-story/index.html"), "utf8");
    assert.doesNotMatch(page, /rel="canonical"|feed\.xml|opensearch|og:url|citation_public_url/u);
    assert.doesNotMatch(readFileSync(join(site, "robots.txt"), "utf8"), /Sitemap/u);
  });
});

async function build(articles: string, base: string): Promise<{ readonly site: string; readonly report: Report }> {
  const folder = temporaryFolder();
  const site = join(folder, "site");
  return { site, report: await buildArchive({ articles, output: site, pages: join(folder, "pages"), base }) };
}

function leadsToPage(site: string, found: string): boolean {
  return found.startsWith(address) && existsSync(join(site, found.slice(address.length), "index.html"));
}

/** The texts of a page's blocks of JSON-LD, as a browser reads them. */
function dataBlocks(html: string): string[] {
  const scripts = headElements(html).filter(({ tagName }) => tagName === "script");
  const blocks = scripts.filter(({ attrs }) => attrs.some(({ value }) => value === "application/ld+json"));
  return blocks.map(({ childNodes: [node] }) => (node && "value" in node ? node.value : ""));
}

function metaTags(html: string): Readonly<Record<string, string>> {
  const tags = headElements(html).filter(({ tagName }) => tagName === "meta");
  const attributes = tags.map(({ attrs }) => new Map(attrs.map(({ name, value }) => [name, value])));
  return Object.fromEntries(attributes.map((tag) => [tag.get("name") ?? tag.get("property"), tag.get("content")]));
}

function headElements(html: string): DefaultTreeAdapterTypes.Element[] {
  const root = parse(html).childNodes.find((node) => "tagName" in node);
  const head = root && "childNodes" in root ? root.childNodes[0] : undefined;
  return head && "childNodes" in head ? head.childNodes.filter((node) => "tagName" in node) : [];
}
