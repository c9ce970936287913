/** A fourth kind must need one file, its list and one row: this is the file, with a list of two ships. */

import assert from "node:assert/strict";
import { mkdtemp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import matter from "gray-matter";
import { buildArchive } from "../src/build.ts";
import { groupEntity, groupMentions } from "../src/kinds/grouping.ts";
import { loadKinds } from "../src/kinds/index.ts";
import { reportText } from "../src/report.ts";
import type { Article, Kind, Mention, Report } from "../src/types.ts";

const shipKind: Kind = {
  name: "ship",
  plural: "ships",
  title: "Ships",
  recognise: findShips,
  link: (articles) =>
    groupMentions(articles, "ship", (mention) => mention.authority).map(({ key, occurrences }) =>
      groupEntity("ship", { name: key, classes: ["merchant ship"] }, occurrences),
    ),
};

function findShips({ paragraphs }: Article): Mention[] {
  return paragraphs.flatMap((text, i) =>
    Array.from(text.matchAll(/Ever Given|Torrey Canyon/gu), ({ 0: name, index }) => ({
      kind: "ship",
      paragraph: i + 1,
      start: index,
      end: index + name.length,
      text: name,
      authority: name,
      foundBy: "toy list",
      confidence: 1,
    })),
  );
}

let folder: string;
let report: Report;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "clipfile-kinds-"));
  await mkdir(join(folder, "articles"));
  const text = "Ship blocks the canal\n\nThe Ever Given ran aground in the Suez Canal on Tuesday, in sight of Egypt.\n";
  await writeFile(join(folder, "articles", "canal.txt"), text);
  report = await buildArchive({
    articles: join(folder, "articles"),
    output: join(folder, "site"),
    pages: join(folder, "pages"),
    base: "/",
    kinds: [...loadKinds({}), shipKind],
  });
});

after(() => rm(folder, { recursive: true }));

const readSite = (path: string): Promise<string> => readFile(join(folder, "site", path), "utf8");

test("a new kind is counted in the report", () => {
  assert.match(reportText(report, "_site", 1), /, 1 ship\n/u);
});

test("a new kind stands in the front matter of an article, with its evidence", async () => {
  const { data } = matter(await readFile(join(folder, "pages", "articles", "ship-blocks-the-canal.md"), "utf8"));
  assert.deepEqual(data["ships"], ["Ever Given"]);
  assert.match(JSON.stringify(data["mentions"]["ships"]), /"text":"Ever Given"/u);
});

test("a new kind has entity pages and an index", async () => {
  assert.match(await readSite("ships/ever-given/index.html"), /merchant ship/u);
  assert.match(await readSite("ships/index.html"), /href="\/ships\/ever-given\/"/u);
});

test("a new kind is in the navigation and a search facet", async () => {
  assert.match(await readSite("index.html"), /href="\/ships\/"/u);
  assert.match(await readSite("articles/ship-blocks-the-canal/index.html"), /data-pagefind-filter="[^"]*ships/u);
  assert.match(await readSite("search/index.html"), /data-facet="ships" data-values="names"/u);
  assert.deepEqual(JSON.parse(await readSite("search/ships/0.json")), [["Ever Given", "0"]]);
});
