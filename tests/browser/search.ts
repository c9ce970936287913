import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { facetValue, says, titles } from "./search-parts.ts";
import { focused, type Session, shifts, visit, watchShifts } from "./session.ts";

/** Searches, and what says that their answer stands there. */
const slowSearches = [
  ["", "20 of 26 shown"],
  ["?q=convoy", "20 of 26 shown"],
  ["?q=convoy&places=Iran", "6 of 6 shown"],
  ["?q=zzzz", "No articles"],
] as const;

/** What a reader finds on the search page. */
export function describeSearch(session: () => Session): void {
  const open = (path: string) => visit(session(), path);

  describe("the search page", () => {
    it("lists all articles, the newest first, before anything is asked", async () => {
      const { page, problems } = await open("search/");
      await says(page, /^26 articles, 3 undated/u);
      assert.match(await titles(page).first().innerText(), /Convoy 25/u);
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("finds by words as they are typed, marks them, and puts them in the address", async () => {
      const { page, problems } = await open("search/");
      await page.locator("main input[name=q]").pressSequentially("kalibr");
      await says(page, /^7 articles$/u);
      assert.equal(await page.locator(".result-excerpt mark").first().innerText(), "Kalibr");
      assert.match(page.url(), /\/archive\/search\/\?q=kalibr$/u);
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    for (const width of [390, 1280]) {
      it(`moves nothing that stands there when the articles come, ${width} pixels wide`, async () => {
        const { page } = await visit(session(), "about/", { viewport: { width, height: 800 } });
        await watchShifts(page);
        // Slow enough that the page says what it is doing.
        let searching = Promise.resolve();
        await page.route(/\.json$|\/pagefind\//u, async (route) => {
          await searching;
          await route.continue();
        });
        for (const [query, answer] of slowSearches) {
          searching = page.getByText("Searching …").waitFor();
          await page.goto(`${session().site.url}search/${query}`);
          await page.getByText(answer).waitFor();
          if (width > 1000 && answer !== "No articles") await page.locator(".facet-count:visible").first().waitFor();
          assert.deepEqual(await shifts(page), [], query);
        }
        await page.context().close();
      });
    }

    it("keeps the place of the names that match, and says where there are none", async () => {
      const { page } = await visit(session(), "about/", { viewport: { width: 390, height: 800 } });
      await watchShifts(page);
      await page.goto(`${session().site.url}search/?q=kalibr`);
      await page.locator("#search-names a").first().waitFor();
      assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 390);
      await page.getByText("7 of 7 shown").waitFor();
      assert.deepEqual(await shifts(page), []);
      await page.locator("main input[name=q]").fill("convoy");
      await page.getByText("No name of the archive has these words.").waitFor();
      await page.context().close();
    });

    it("offers the page of a name above the articles", async () => {
      const { page } = await open("search/?q=Kalibr");
      await page.locator("#search-names a").first().click();
      assert.match(page.url(), /\/archive\/weapons\/kalibr\/$/u);
      await page.context().close();
    });

    it("sorts by date, with the undated last, and says how much is shown", async () => {
      const { page, problems } = await open("search/?q=convoy");
      await page.getByLabel("Sort").selectOption("oldest");
      await says(page, /^26 articles, 3 undated at the end$/u);
      assert.match(await titles(page).first().innerText(), /Convoy 0/u);
      await page.getByText("20 of 26 shown").waitFor();
      await page.getByRole("button", { name: "Show 6 more" }).click();
      await page.getByText("26 of 26 shown").waitFor();
      assert.match(await titles(page).last().innerText(), /Convoy (?:6|13|20)/u);
      assert.match(String(await focused(page, "textContent")), /^Convoy/u);
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("goes back and forth with the browser's own buttons", async () => {
      const { page } = await open("search/?q=kalibr");
      await says(page, /^7 /u);
      await facetValue(page, "places", "Iran").check();
      await says(page, /^2 /u);
      await page.goBack();
      await says(page, /^7 articles$/u);
      await page.goForward();
      await says(page, /^2 articles$/u);
      await page.context().close();
    });

    it("still shows a longer list after a reader opened a result and came back", async () => {
      const { page } = await open("search/?q=convoy");
      await page.getByRole("button", { name: "Show 6 more" }).click();
      await titles(page).nth(25).click();
      await page.waitForURL(/\/articles\//u);
      await page.goBack();
      await titles(page).nth(25).waitFor();
      await page.context().close();
    });

    it("finds a phrase beside other words, checked word for word", async () => {
      const { page, problems } = await open("search/?q=inspected+%22convoy+number+7%22");
      await says(page, /^1 article$/u);
      assert.equal(await page.locator("#search-note").innerText(), "");
      await page.locator("main input[name=q]").fill('"the roads stayed closed"');
      await says(page, /^No articles$/u);
      await page
        .locator("#search-note")
        .filter({ hasText: "26 articles that have “the roads stayed closed” only with" })
        .waitFor();
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("shows only the answer to what was asked last", async () => {
      const { page } = await open("search/");
      const slow = page.waitForRequest(/\.pf_index$/u);
      await page.route(/\.pf_index$/u, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await route.continue();
      });
      await page.locator("main input[name=q]").fill("kalibr");
      await slow;
      await facetValue(page, "places", "Iran").check();
      await page.locator("main input[name=q]").fill("");
      await says(page, /^6 articles/u);
      await page.waitForTimeout(800);
      await says(page, /^6 articles/u);
      assert.match(page.url(), /\?places=Iran$/u);
      await page.context().close();
    });

    it("says that it could not load, and searches again when it can", async () => {
      const { page } = await open("search/");
      await says(page, /^26 /u);
      await page.route(/pagefind-entry\.json/u, (route) => route.abort());
      await page.locator("main input[name=q]").fill("kalibr");
      await says(page, /could not be loaded/u);
      await page.unroute(/pagefind-entry\.json/u);
      await page.locator("main input[name=q]").fill("kalib");
      await says(page, /^7 articles$/u);
      await page.context().close();
    });
  });
}
