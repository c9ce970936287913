import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { after, describe, it } from "node:test";
import { type ServeOptions, serveSite, type Serving } from "../src/serve.ts";
import { temporaryFolder, writeTexts } from "./site/archives.ts";

const started: Serving[] = [];

describe("the development server", () => {
  after(() => Promise.all(started.map((serving) => serving.close())));

  it("serves the site under its base path, with its page for what is missing", async () => {
    const { url } = await start();
    assert.match(url, /^http:\/\/localhost:\d+\/archive\/$/u);
    assert.equal(await textOf(url), "home");
    assert.equal(await textOf(`${url}about/`), "about");
    const missing = await fetch(`${url}nowhere/`);
    assert.deepEqual([missing.status, await missing.text()], [404, "missing"]);
  });

  it("takes the next free port when one is taken", async () => {
    const first = await start();
    const second = await start({ port: Number(new URL(first.url).port) });
    assert.notEqual(second.url, first.url);
    assert.equal(await textOf(second.url), "home");
  });

  it("builds again when a text file is written, changed or removed, but not for hidden files", async () => {
    const builds: number[] = [];
    const { articles } = await start({ rebuild: async () => void builds.push(Date.now()) });
    writeFileSync(join(articles, ".swap"), "x");
    await pause(600);
    const before = builds.length;
    writeTexts(articles, { "new.txt": "x", "deep/er.txt": "x" });
    await until(() => builds.length > before);
  });

  it("goes on after a build that failed, and never builds twice at once", async () => {
    const errors: unknown[] = [];
    let [running, most, builds] = [0, 0, 0];
    const { articles, url } = await start({
      onError: (error) => errors.push(error),
      rebuild: async () => {
        running += 1;
        most = Math.max(most, running);
        await pause(300);
        running -= 1;
        builds += 1;
        throw new Error("a mistake in a file");
      },
    });
    writeFileSync(join(articles, "one.txt"), "1");
    await until(() => running === 1);
    writeFileSync(join(articles, "two.txt"), "2");
    await until(() => builds >= 2);
    assert.equal(most, 1);
    assert.match(String(errors[0]), /a mistake in a file/u);
    assert.equal(await textOf(url), "home");
  });
});

async function start(options: Partial<ServeOptions> = {}): Promise<Serving & { readonly articles: string }> {
  const home = temporaryFolder();
  const [folder, articles] = [join(home, "site"), join(home, "articles")];
  mkdirSync(articles);
  writeTexts(folder, { "index.html": "home", "about/index.html": "about", "404.html": "missing" });
  const defaults = { port: 18_080, base: "/archive/", rebuild: async () => undefined, onError: () => undefined };
  const serving = await serveSite({ ...defaults, ...options, folder, articles });
  started.push(serving);
  return { ...serving, articles };
}

async function textOf(url: string): Promise<string> {
  return (await fetch(url)).text();
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 20) {
    assert.ok(waited < 10_000, "waited ten seconds in vain");
    await pause(20);
  }
}
