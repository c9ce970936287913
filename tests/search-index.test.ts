import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { decode, encode } from "cborg";
import { close, createIndex } from "pagefind";
import { parseFragment, signature } from "../src/fragment.ts";
import { folderSize, listIds, type PageIds } from "../src/page-ids.ts";
import { indexSite } from "../src/search.ts";
import { isFilterList, isPageList, isWordList, type PageList } from "../src/search/forms.ts";
import { nameFragments } from "../src/search/fragments.ts";
import { orderBundle } from "../src/search/order.ts";
import { kinds } from "./archive.ts";
import { temporaryFolder, writeTexts } from "./site/archives.ts";

const count = 200;
const numbers = Array.from({ length: count }, (_, number) => number);
// The alphabet has them in another order than the archive.
const slugs = numbers.map((number) => `story-${(number * 73) % count}`);
const urls = slugs.map((slug) => `/articles/${slug}/`);

function htmlPage(title: string, text: string): string {
  return `<!doctype html><html lang="en"><title>t</title><main data-pagefind-body><h1>${title}</h1><p>${text}</p></main></html>`;
}

function writeSite(change: (number: number) => string = () => ""): string {
  const folder = temporaryFolder();
  const articles = slugs.map((slug, number) => {
    const text = `${"A quiet day at the harbour. ".repeat(3 + (number % 40))}The word is wordno${number}. ${change(number)} `;
    const filter = `<i data-pagefind-filter="parity">${number % 2 === 0 ? "even" : "odd"}</i>`;
    return [`articles/${slug}/index.html`, htmlPage(`Story ${number}`, text + filter)] as const;
  });
  const names = ["mosul", "basra"].map((slug) => [`places/${slug}/index.html`, htmlPage(slug, "A place.")] as const);
  writeTexts(folder, Object.fromEntries([...articles, ...names]));
  return folder;
}

async function indexed(change?: (number: number) => string): Promise<string> {
  const folder = writeSite(change);
  await indexSite({ folder, language: "en", kinds, articles: urls });
  return join(folder, "pagefind");
}

function unpack(path: string): Buffer {
  const bytes = gunzipSync(readFileSync(path));
  assert.equal(bytes.subarray(0, signature.length).toString(), signature);
  return bytes.subarray(signature.length);
}

function readList(bundle: string): PageList {
  const { languages } = JSON.parse(readFileSync(join(bundle, "pagefind-entry.json"), "utf8"));
  const list: unknown = decode(unpack(join(bundle, `pagefind.${languages.en.hash}.pf_meta`)));
  assert.ok(isPageList(list));
  return list;
}

/** The files of a folder by path. */
function files(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(folder.length), readFileSync(path).toString("base64")]));
}

/** The numbers of the pages that have a word, or one of its other spellings. */
function pagesWith(bundle: string, word: string, spelling?: string): number[] {
  return readList(bundle)[2].flatMap(([, , name]) => {
    const piece: unknown = decode(unpack(join(bundle, `index/${name}.pf_index`)));
    assert.ok(isWordList(piece));
    const [, all, spellings] = piece[0].find(([each]) => each === word) ?? ["", [], []];
    const postings = spelling === undefined ? all : (spellings.find(([each]) => each === spelling)?.[1] ?? []);
    let page = 0;
    return postings.map(([step]) => (page += step));
  });
}

describe("the search index", () => {
  let bundle = "";
  before(async () => {
    bundle = await indexed();
  });

  it("has the articles in the order of their numbers, each with its own text", () => {
    const named: PageIds = JSON.parse(readFileSync(join(bundle, "articles.json"), "utf8"));
    const ids = listIds(named);
    assert.deepEqual(
      readList(bundle)[1].map(([id]) => id),
      ids,
    );
    for (const [number, id] of ids.entries()) {
      const { url } = parseFragment(gunzipSync(readFileSync(join(bundle, `fragment/${id}.pf_fragment`))).toString());
      assert.equal(url, urls[number]);
    }
  });

  it("finds words on the pages that have them", () => {
    for (const number of [0, 7, 63, 64, 199]) assert.deepEqual(pagesWith(bundle, `wordno${number}`), [number]);
    assert.deepEqual(pagesWith(bundle, "harbour"), numbers);
  });

  it("finds a spelling with accents on the pages that have it", async () => {
    const accented = await indexed((number) => ([31, 150].includes(number) ? "Málaga" : number === 7 ? "Malaga" : ""));
    assert.deepEqual(pagesWith(accented, "malaga", "málaga"), [31, 150]);
  });

  it("keeps filters", () => {
    const [[filter, name] = []] = readList(bundle)[3];
    const list: unknown = decode(unpack(join(bundle, `filter/${name}.pf_filter`)));
    assert.ok(filter === "parity" && isFilterList(list));
    const even = numbers.filter((number) => number % 2 === 0);
    assert.deepEqual(list[1].find(([value]) => value === "even")?.[1], even);
  });

  it("has no file that its list of pages does not name", () => {
    const list = readList(bundle);
    const named = (folder: string) =>
      readdirSync(join(bundle, folder))
        .map((name) => name.split(".", 1)[0])
        .toSorted();
    assert.deepEqual(named("index"), list[2].map(([, , name]) => name).toSorted());
    assert.deepEqual(named("filter"), list[3].map(([, name]) => name).toSorted());
    const folders = new Set(list[1].map(([id]) => id.split("/", 1)[0]));
    assert.deepEqual(named("fragment"), [...folders].toSorted());
    assert.equal(readdirSync(bundle).filter((name) => name.endsWith(".pf_meta")).length, 1);
  });

  it("has the names in the order of their addresses", () => {
    assert.deepEqual(
      readList(join(bundle, "names"))[1].map(([id]) => id.split("/")[1]),
      ["00", "01"],
    );
  });

  it("takes less than five bytes of the list of pages for each", () => {
    const [, pages] = readList(bundle);
    assert.ok(gzipSync(encode(pages), { level: 9 }).length < 5 * count);
  });

  it("is the same for the same pages, and has other names for what has changed and for nothing else", async () => {
    const [again, changed] = [await indexed(), await indexed((number) => (number === 70 ? "One more word." : ""))];
    assert.deepEqual(files(again), files(bundle));
    const [first, second] = [bundle, changed].map((each) => readList(each)[1].map(([id]) => id));
    const differing = numbers.filter((number) => first?.[number] !== second?.[number]);
    assert.deepEqual(differing, numbers.slice(folderSize, 2 * folderSize));
    const kept = files(bundle);
    for (const [path, content] of files(changed)) {
      // What is named by its content may be kept for ever.
      if (/\/(?:fragment|index|filter)\/|pf_meta$/u.test(path)) assert.equal(kept.get(path) ?? content, content, path);
    }
  });

  it("says which articles it does not have", () => {
    const fragments = [0, 1, 3].map((number) => ({ name: "", url: "", digest: String(number), number }));
    const ids = listIds(nameFragments(fragments, 5));
    assert.deepEqual(
      ids.map((id) => id.split("/")[1] ?? ""),
      ["00", "01", "", "03", ""],
    );
  });
});

describe("Pagefind's own files", () => {
  it("are packed again to the very bytes, so that its program can read what we pack", async () => {
    const folder = writeSite();
    const { index } = await createIndex({ forceLanguage: "en" });
    await index?.addDirectory({ path: folder });
    await index?.writeFiles({ outputPath: join(folder, "pagefind") });
    await close();
    const paths = readdirSync(join(folder, "pagefind"), { recursive: true, encoding: "utf8" });
    const packed = paths.filter((path) => /\.pf_(?:meta|index|filter)$/u.test(path));
    assert.ok(packed.length >= 3);
    for (const path of packed) {
      const bytes = unpack(join(folder, "pagefind", path));
      assert.deepEqual(Buffer.from(encode(decode(bytes))), bytes, path);
    }
  });

  it("stop the build with a remedy when they are of another form", async () => {
    const folder = temporaryFolder();
    const languages = { en: { hash: "en_1", wasm: "en", page_count: 1 } };
    writeFileSync(join(folder, "pagefind-entry.json"), JSON.stringify({ version: "9.0.0", languages }));
    for (const content of [encode(["9.0.0", [["en_2", 3]]]), Buffer.from([0xff])]) {
      writeFileSync(join(folder, "pagefind.en_1.pf_meta"), gzipSync(Buffer.concat([Buffer.from(signature), content])));
      await assert.rejects(
        orderBundle(folder, []),
        /pagefind\.en_1\.pf_meta is not as Pagefind 1\.6\.0 writes it; install/u,
      );
    }
  });
});
