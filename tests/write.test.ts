import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import matter from "gray-matter";
import { ArchiveError } from "../src/error.ts";
import type { Page } from "../src/types.ts";
import { pageText, writePages } from "../src/write.ts";
import { temporaryFolder } from "./site/archives.ts";

const pages: readonly Page[] = [
  { path: "index.md", data: { title: "Home" }, body: "" },
  { path: "articles/one.md", data: { title: "One", date: "2015-10-08" }, body: "Text." },
];

test("writes pages, and touches none of them when nothing has changed", async () => {
  const folder = temporaryFolder();
  assert.deepEqual(await writePages(pages, folder), { written: 2, removed: 0 });
  const long = new Date("2001-01-01T00:00:00Z");
  utimesSync(join(folder, "articles/one.md"), long, long);
  assert.deepEqual(await writePages(pages, folder), { written: 0, removed: 0 });
  assert.equal(statSync(join(folder, "articles/one.md")).mtimeMs, long.getTime());
});

test("writes only the page that has changed", async () => {
  const folder = temporaryFolder();
  await writePages(pages, folder);
  const changed = pages.map((page) => (page.path === "index.md" ? { ...page, data: { title: "Front" } } : page));
  assert.deepEqual(await writePages(changed, folder), { written: 1, removed: 0 });
});

test("removes stale pages and the folders that this empties", async () => {
  const folder = temporaryFolder();
  await writePages(pages, folder);
  assert.deepEqual(await writePages(pages.slice(0, 1), folder), { written: 0, removed: 1 });
  assert.deepEqual(readdirSync(folder), ["index.md"]);
});

test("cleans up what a build that was cut short left behind", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, ".index.md.clipfile-tmp"), "half a pa");
  assert.deepEqual(await writePages(pages, folder), { written: 2, removed: 0 });
  assert.deepEqual(readdirSync(folder).toSorted(), ["articles", "index.md"]);
});

test("refuses a folder that holds files of somebody else's, and changes nothing there", async () => {
  for await (const name of ["thesis.doc", "notes.md"]) {
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), "# Mine\n");
    await assert.rejects(writePages(pages, folder), ArchiveError);
    assert.deepEqual(readdirSync(folder), [name]);
  }
});

test("refuses to overwrite a file of somebody else's that has the name of a page", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "index.md"), "# Mine\n");
  await assert.rejects(writePages(pages, folder), ArchiveError);
  assert.equal(readFileSync(join(folder, "index.md"), "utf8"), "# Mine\n");
});

test("refuses to write through a link that leads out of the folder", async () => {
  const [folder, outside] = [temporaryFolder(), temporaryFolder()];
  symlinkSync(outside, join(folder, "articles"));
  await assert.rejects(writePages(pages, folder), ArchiveError);
  assert.deepEqual(readdirSync(outside), []);
});

test("refuses a page whose path leads out of the folder, or that is no Markdown", async () => {
  const folder = join(temporaryFolder(), "pages");
  for await (const path of ["../escape.md", "/tmp/escape.md", "a/../../escape.md", "script.11tydata.js"]) {
    await assert.rejects(writePages([{ path, data: {}, body: "" }], folder), ArchiveError);
  }
  assert.ok(!existsSync(folder));
});

test("leaves hidden files alone", async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, ".DS_Store"), "");
  mkdirSync(join(folder, "empty"));
  await writePages(pages, folder);
  assert.ok(existsSync(join(folder, ".DS_Store")));
});

test("gives back from a file the values that went into it, whatever they look like", () => {
  const values = [
    "yes",
    "null",
    "1991",
    "0x10",
    "2015-10-08",
    "---",
    "--- js",
    "a: b",
    "- a",
    "{{ x }}",
    "# no",
    "!tag",
    "&a *a",
  ];
  const odd = [
    "tab\there",
    " lead",
    "trail ",
    "line\nbreak",
    "\n---\n",
    "…\u0085\u2028",
    "\u202ertl",
    "\u0007",
    "“”",
    "😀",
    "",
    "'",
    '"',
    "%",
  ];
  const data = { values: [...values, ...odd], nested: [{ deep: [{ deeper: [{ values: [...values, ...odd] }] }] }] };
  const file = matter(pageText({ path: "a.md", data, body: "Body\n" }), {});
  assert.deepEqual(file.data, data);
  assert.equal(file.content, "Body\n");
});

test("leaves out a key without a value, at any depth", () => {
  const data = { title: "One", date: undefined, dateline: { text: "KABUL", place: undefined } };
  assert.deepEqual(matter(pageText({ path: "a.md", data, body: "" }), {}).data, {
    title: "One",
    dateline: { text: "KABUL" },
  });
});

test("never takes text for front matter", () => {
  const body = "---js\n{ title: process.exit(3) }\n---\n";
  const file = matter(pageText({ path: "a.md", data: { title: "One" }, body }), {});
  assert.deepEqual(file.data, { title: "One" });
  assert.equal(file.content, body);
});

test("quotes dates, and keeps a value on one line however long it is", () => {
  const text = pageText({ path: "a.md", data: { date: "2015-10-08", title: "word ".repeat(100).trim() }, body: "" });
  assert.match(text, /^date: '2015-10-08'$/mu);
  assert.match(text, /^title: (?:word ){99}word$/mu);
});

test("writes one line for each mention", () => {
  const found = [{ text: "Shoigu", paragraph: 3, start: 10, end: 16, by: "surname", confidence: 0.97 }];
  const text = pageText({ path: "a.md", data: { mentions: { people: [{ name: "Sergei Shoigu", found }] } }, body: "" });
  assert.match(text, /^ +- \{text: Shoigu, paragraph: 3, start: 10, end: 16, by: surname, confidence: 0.97\}$/mu);
});
