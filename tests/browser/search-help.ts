import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { says } from "./search-parts.ts";
import { focused, type Session, visit } from "./session.ts";

/** What the search page offers where it finds nothing. */
export function describeSearchHelp(session: () => Session): void {
  const open = (path: string) => visit(session(), path);

  describe("a search that finds nothing", () => {
    it("says which filters to drop, and how many articles that gives", async () => {
      const { page, problems } = await open("search/?q=kalibr&places=Mosul&from=2015");
      await says(page, /^No articles$/u);
      const help = page.getByRole("region", { name: "What may help" });
      await help.getByRole("link", { name: "Date: since January 2015" }).waitFor();
      assert.deepEqual(await help.getByRole("listitem").allInnerTexts(), [
        "all filters 7 articles",
        "Date: since January 2015 1 article",
      ]);
      await help.getByRole("link", { name: "Date: since January 2015" }).click();
      await says(page, /^1 article$/u);
      assert.match(page.url(), /\?q=kalibr&places=Mosul$/u);
      await page.goBack();
      await says(page, /^No articles$/u);
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("offers the spelling of a name, which one follows by keyboard", async () => {
      const { page, problems } = await open("search/?q=shoygu");
      await says(page, /^No articles$/u);
      await page.getByRole("link", { name: "Shoigu" }).waitFor();
      await page.locator("main input[name=q]").focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await says(page, /^5 articles$/u);
      assert.match(page.url(), /\?q=Shoigu$/u);
      assert.match(await page.title(), /^Shoigu – Search – /u);
      await page.locator("#search-names a").waitFor();
      await page.keyboard.press("ArrowDown");
      assert.equal(await focused(page, "textContent"), "Sergei Shoigu");
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("says which word no article has, where the index would pass over it", async () => {
      const { page } = await open("search/?q=convoy+zeppelin");
      await says(page, /^No articles$/u);
      await page.getByText("No article has “zeppelin”.").waitFor();
      await page.getByRole("link", { name: "“zeppelin”" }).click();
      await says(page, /^26 articles$/u);
      await page.context().close();
    });

    it("does not take the beginning of a word for the word", async () => {
      const { page } = await open("search/?q=T-74");
      await says(page, /^No articles$/u);
      await page.getByRole("link", { name: "T-72" }).waitFor();
      await page.context().close();
    });

    it("says so when nothing helps", async () => {
      const { page } = await open("search/?q=zeppelin");
      await says(page, /^No articles$/u);
      await page.getByText("No name of the archive is spelt like that.").waitFor();
      await page.context().close();
    });
  });
}
