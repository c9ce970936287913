import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import { type Session, visit } from "./session.ts";

/** What a reader can do with the search page and the header's search box. */
export function describeSearch(session: () => Session): void {
  const open = (path: string) => visit(session(), path);

  describe("the search page", () => {
    it("lists all articles, the newest first, before anything is asked", async () => {
      const { page, problems } = await open("search/");
      await says(page, /^26 articles, 3 of them undated/u);
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

    it("offers the page of a name above the articles", async () => {
      const { page } = await open("search/?q=Kalibr");
      await page.locator("#search-names a").first().click();
      assert.match(page.url(), /\/archive\/weapons\/kalibr\/$/u);
      await page.context().close();
    });

    it("takes either of two values of one facet, and both of two facets", async () => {
      const { page, problems } = await open("search/");
      await facetValue(page, "places", "Iran").check();
      await says(page, /^6 articles/u);
      await facetValue(page, "places", "Syria").check();
      await says(page, /^11 articles/u);
      await facetValue(page, "weapons", "Kalibr").check();
      await says(page, /^3 articles/u);
      assert.match(page.url(), /\?places=Iran&places=Syria&weapons=Kalibr$/u);
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("counts what a further value would find", async () => {
      const { page } = await open("search/?places=Iran");
      await says(page, /^6 /u);
      const syria = page.locator("[data-facet=places] li", { hasText: "Syria" });
      assert.equal(await syria.locator(".facet-count").innerText(), "5");
      await page.context().close();
    });

    it("takes a chosen value back by its button", async () => {
      const { page } = await open("search/?q=convoy&places=Iran");
      await says(page, /^6 /u);
      await page.getByRole("button", { name: "Places: Iran; remove" }).click();
      await says(page, /^26 articles$/u);
      assert.equal(await facetValue(page, "places", "Iran").isChecked(), false);
      await page.context().close();
    });

    it("sorts by date, with the undated last", async () => {
      const { page, problems } = await open("search/?q=convoy");
      await page.getByLabel("Sort").selectOption("oldest");
      await says(page, /^26 articles, 3 of them undated and listed last$/u);
      assert.match(await titles(page).first().innerText(), /Convoy 0/u);
      await page.getByRole("button", { name: "Show 6 more" }).click();
      await titles(page).nth(25).waitFor();
      assert.match(await titles(page).last().innerText(), /Convoy (?:6|13|20)/u);
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

    it("narrows a long facet by what is typed", async () => {
      const { page } = await open("search/");
      const years = page.locator("[data-facet=year]");
      await years.getByRole("searchbox").fill("201");
      assert.deepEqual(await years.locator(".facet-value").allInnerTexts(), ["2015", "2014", "2013", "2012", "2011"]);
      await page.context().close();
    });

    it("says so when nothing is found", async () => {
      const { page, problems } = await open("search/?q=zeppelin");
      await says(page, /^No articles/u);
      assert.deepEqual(problems, []);
      await page.context().close();
    });
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

  describe("the keyboard alone", () => {
    it("searches, walks through the results, and opens one", async () => {
      const { page } = await open("search/");
      await page.keyboard.press("/");
      await page.keyboard.type("baghdad rpg-7");
      await says(page, /^2 /u);
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      assert.equal(await page.evaluate("document.activeElement.textContent"), await titles(page).nth(1).innerText());
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/articles\/.*highlight=/u);
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

/** Waits until the search page says that it found what is expected. */
async function says(page: Page, expected: RegExp): Promise<void> {
  const line = page.locator("#search-status");
  await line
    .filter({ hasText: expected })
    .waitFor()
    .catch(async () => assert.match(await line.innerText(), expected));
}

function titles(page: Page) {
  return page.locator("#search-results .result-title a");
}

function facetValue(page: Page, facet: string, value: string) {
  return page.locator(`[data-facet=${facet}] input[value="${value}"]`);
}
