import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { serveSite } from "../../src/serve.ts";
import { temporaryFolder, writeTexts } from "../site/archives.ts";
import type { Session } from "./session.ts";

/** What an author sees while `npm start` runs. */
export function describeReload(session: () => Session): void {
  describe("the development server", () => {
    it("has an open page load again when an article changes", async () => {
      const home = temporaryFolder();
      const [folder, articles] = [join(home, "site"), join(home, "articles")];
      writeTexts(articles, { "a.txt": "first" });
      const rebuild = async () => {
        const html = `<!doctype html><html lang="en"><title>t</title><h1>${readFileSync(join(articles, "a.txt"), "utf8")}</h1>`;
        writeTexts(folder, { "index.html": html });
      };
      await rebuild();
      const serving = await serveSite({ folder, articles, base: "/", port: 18_180, rebuild, onError: console.error });
      const page = await session().browser.newPage();
      const socket = page.waitForEvent("websocket");
      await page.goto(serving.url);
      await page.getByRole("heading", { name: "first" }).waitFor();
      // The page listens for changes through a socket of its own.
      await socket;
      await page.waitForTimeout(300);
      writeFileSync(join(articles, "a.txt"), "second");
      await page.getByRole("heading", { name: "second" }).waitFor();
      await page.close();
      await serving.close();
    });
  });
}
