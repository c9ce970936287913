import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { facetValue, says, titles } from "./search-parts.ts";
import { focused, type Session, visit } from "./session.ts";

/** What a reader without a mouse can do on the search page and in the header's search box. */
export function describeSearchKeys(session: () => Session): void {
  const open = (path: string) => visit(session(), path);

  describe("the keyboard alone", () => {
    it("searches, walks through the results, and opens one", async () => {
      const { page } = await open("search/");
      await page.keyboard.press("/");
      await page.keyboard.type("baghdad rpg-7");
      await says(page, /^2 /u);
      await page.locator("#search-names li").nth(1).waitFor();
      assert.deepEqual(await page.locator("#search-names a").allInnerTexts(), ["RPG-7", "Baghdad"]);
      for (let stop = 0; stop < 4; stop += 1) await page.keyboard.press("ArrowDown");
      assert.equal(await focused(page, "textContent"), await titles(page).nth(1).innerText());
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/articles\/.*highlight=/u);
      await page.context().close();
    });

    it("excludes and chooses in a facet, and moves through it", async () => {
      const { page, problems } = await open("search/");
      await facetValue(page, "places", "Iran").waitFor();
      const years = page.locator("[data-facet=year]").getByRole("searchbox");
      await years.focus();
      await page.keyboard.type("2012");
      await page.keyboard.press("Enter");
      await says(page, /^1 article$/u);
      assert.equal(await years.inputValue(), "");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowUp");
      assert.equal(await focused(page, "value"), "2012");
      await page.keyboard.press("-");
      await says(page, /^25 articles/u);
      await page.keyboard.press("ArrowRight");
      assert.equal(await focused(page, "ariaPressed"), "true");
      await page.keyboard.press("Space");
      await says(page, /^26 articles/u);
      await page.keyboard.press("Escape");
      assert.equal(await focused(page, "name"), "q");
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("passes the filters by a link, and comes back from a result by Escape", async () => {
      const { page } = await open("search/?q=kalibr");
      await says(page, /^7 /u);
      await page.getByText("Filters", { exact: true }).focus();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      assert.equal(await focused(page, "name"), "sort");
      // The excerpts come after the titles; a result that is still being filled can lose the focus again.
      await page.waitForLoadState("networkidle");
      await titles(page).nth(3).focus();
      await page.keyboard.press("Escape");
      assert.equal(await focused(page, "name"), "q");
      await page.context().close();
    });

    it("keeps its place when a value is ticked", async () => {
      const { page } = await open("search/");
      await facetValue(page, "places", "Syria").focus();
      await page.keyboard.press("Space");
      await says(page, /^5 /u);
      assert.equal(await page.evaluate("document.activeElement.value"), "Syria");
      await page.context().close();
    });

    it("opens the header's box, finds, and closes it again", async () => {
      const { page, problems } = await open("about/");
      await page.keyboard.press("Control+k");
      await page.locator("pagefind-modal input:focus").waitFor();
      await page.keyboard.type("kalibr");
      await page.locator("pagefind-modal .result mark").first().waitFor();
      await page.keyboard.press("ArrowDown");
      assert.equal(await page.evaluate("document.activeElement.tagName"), "A");
      await page.keyboard.press("Escape");
      await page.locator("pagefind-modal dialog").waitFor({ state: "hidden" });
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("takes the words of the header's box along to the search page", async () => {
      const { page } = await open("articles/");
      await page.locator(".search-open").click();
      await page.locator("pagefind-modal input").fill("mosul ak-47");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/archive\/search\/\?q=mosul\+ak-47$/u);
      await page.context().close();
    });
  });
}
