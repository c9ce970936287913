import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import { type Session, visit, watchShift } from "./session.ts";

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

    for (const width of [390, 1280]) {
      it(`moves nothing that stands there when the articles come, ${width} pixels wide`, async () => {
        const { page } = await visit(session(), "about/", { viewport: { width, height: 800 } });
        await watchShift(page);
        await page.goto(`${session().site.url}search/?q=convoy`);
        await page.getByText("20 of 26 shown").waitFor();
        if (width > 1000) await page.locator(".facet-count:visible").first().waitFor();
        const shift = "new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(window.shift))))";
        assert.equal(await page.evaluate(shift), 0);
        await page.context().close();
      });
    }

    it("keeps the place of the names that match, and says where there are none", async () => {
      const { page } = await visit(session(), "about/", { viewport: { width: 390, height: 800 } });
      await watchShift(page);
      await page.goto(`${session().site.url}search/?q=kalibr`);
      await page.locator("#search-names a").first().waitFor();
      assert.equal(await page.evaluate("document.documentElement.scrollWidth"), 390);
      await page.getByText("7 of 7 shown").waitFor();
      assert.equal(await page.evaluate("window.shift"), 0);
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

    it("takes a class of weapons, with what belongs to it", async () => {
      const { page } = await open("search/");
      await facetValue(page, "weapon-class", "missile").check();
      await says(page, /^7 articles/u);
      await page.context().close();
    });

    it("leaves out what is excluded, says so, and takes it back", async () => {
      const { page, problems } = await open("search/");
      await facetRow(page, "places", "Iran").hover();
      await page.getByRole("button", { name: "not Iran", exact: true }).click();
      await says(page, /^20 articles/u);
      assert.match(page.url(), /\?-places=Iran$/u);
      assert.equal(
        await page.getByRole("button", { name: "not Iran", exact: true }).getAttribute("aria-pressed"),
        "true",
      );
      await page.getByRole("button", { name: "Places: not Iran; remove" }).click();
      await says(page, /^26 articles/u);
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("takes months from and to, and says what is none", async () => {
      const { page, problems } = await open("search/");
      await page.getByRole("combobox", { name: "From" }).fill("March 1991");
      await page.getByRole("combobox", { name: "To" }).fill("1992");
      await page.keyboard.press("Enter");
      await says(page, /^2 articles$/u);
      assert.match(page.url(), /\?from=1991-03&to=1992-12$/u);
      await page.getByRole("combobox", { name: "To" }).fill("soon");
      await page.keyboard.press("Enter");
      await page.getByRole("alert").filter({ hasText: "“soon” is no year and no month." }).waitFor();
      await page.getByRole("button", { name: "Date: March 1991 to December 1992; remove" }).click();
      await says(page, /^26 articles/u);
      assert.equal(await page.getByRole("combobox", { name: "From" }).inputValue(), "");
      assert.equal(
        await page.locator("datalist option[value='1991-03']").getAttribute("label"),
        "March 1991: 1 article",
      );
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("counts what a further value would find", async () => {
      const { page } = await open("search/?places=Iran");
      await says(page, /^6 /u);
      const count = facetRow(page, "places", "Syria").locator(".facet-count");
      await count.filter({ hasText: /^5$/u }).waitFor();
      await page.context().close();
    });

    it("takes a chosen value back by its button, and leaves the focus beside it", async () => {
      const { page } = await open("search/?q=convoy&places=Iran&weapons=Kalibr");
      await says(page, /^2 /u);
      await page.getByRole("button", { name: "Places: Iran; remove" }).click();
      await says(page, /^7 articles$/u);
      assert.equal(await facetValue(page, "places", "Iran").isChecked(), false);
      assert.equal(await focused(page, "textContent"), "Weapons: Kalibr");
      await page.keyboard.press("Enter");
      await says(page, /^26 articles$/u);
      assert.equal(await focused(page, "id"), "search-status");
      await page.context().close();
    });

    it("takes all conditions back at once", async () => {
      const { page } = await open("search/?q=convoy&places=Iran&-weapons=Kalibr");
      await page.getByRole("button", { name: "Clear all filters" }).click();
      await says(page, /^26 articles$/u);
      assert.match(page.url(), /\?q=convoy$/u);
      await page.context().close();
    });

    it("sorts by date, with the undated last, and says how much is shown", async () => {
      const { page, problems } = await open("search/?q=convoy");
      await page.getByLabel("Sort").selectOption("oldest");
      await says(page, /^26 articles, 3 of them undated and listed last$/u);
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

    it("narrows a long facet by what is typed", async () => {
      const { page } = await open("search/");
      const years = page.locator("[data-facet=year]");
      await years.getByRole("searchbox").fill("201");
      assert.deepEqual(await years.locator(".facet-value").allInnerTexts(), ["2015", "2014", "2013", "2012", "2011"]);
      await years.getByRole("status").filter({ hasText: "Year: 5 fit" }).waitFor();
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

function facetRow(page: Page, facet: string, value: string) {
  return page.locator(`[data-facet=${facet}] li`, { has: page.locator(`input[value="${value}"]`) });
}

/** A property of what has the focus. */
function focused(page: Page, property: string): Promise<unknown> {
  return page.evaluate(`document.activeElement.${property}`);
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
