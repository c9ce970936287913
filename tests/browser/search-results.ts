import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import { says, titles } from "./search-parts.ts";
import { type Session, visit } from "./session.ts";

/** By button, where the number of an article stands in the file. */
const exports: Readonly<Record<string, RegExp>> = {
  CSV: /^articles\/convoy-(\d+)-seen,/gmu,
  JSON: /"article":"articles\/convoy-(\d+)-seen"/gu,
  BibTeX: /^@misc\{convoy-(\d+)-seen,$/gmu,
  RIS: /^ID {2}- convoy-(\d+)-seen\r$/gmu,
};

/** Every seventh article is undated. */
function undatedLast(a: number, b: number): number {
  return Number(a % 7 === 6) - Number(b % 7 === 6) || a - b;
}

/** What a reader takes from the results: files, and the page of one of them. */
export function describeSearchResults(session: () => Session): void {
  const open = (path: string) => visit(session(), path);

  describe("the whole list of results", () => {
    for (const [format, pattern] of Object.entries(exports)) {
      it(`is exported as ${format}`, async () => {
        const { page, problems } = await open("search/?q=kalibr&sort=oldest");
        await says(page, /^7 /u);
        await page.getByText("Export", { exact: true }).click();
        await page.getByText("All 7 articles").waitFor();
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name: format }).click(),
        ]);
        assert.match(download.suggestedFilename(), /^kalibr\.(?:csv|json|bib|ris)$/u);
        const text = await readFile(await download.path(), "utf8");
        assert.deepEqual(
          [...text.matchAll(pattern)].map(([, number]) => Number(number)),
          [0, 4, 8, 12, 16, 20, 24].toSorted(undatedLast),
        );
        await page
          .getByRole("status")
          .filter({ hasText: `${format} saved` })
          .waitFor();
        await page.keyboard.press("Escape");
        assert.equal(await page.getByRole("button", { name: format }).isVisible(), false);
        assert.deepEqual(problems, []);
        await page.context().close();
      });
    }
  });

  describe("a page opened from a result", () => {
    it("has the words marked that were found on it, in its own spelling", async () => {
      const { page, problems } = await open("search/?q=convoys");
      await titles(page).first().click();
      await page.locator(".text mark").first().waitFor();
      assert.deepEqual(new Set(await page.locator("main mark").allInnerTexts()), new Set(["Convoy", "convoy"]));
      assert.deepEqual(problems, []);
      await page.context().close();
    });
  });
}
