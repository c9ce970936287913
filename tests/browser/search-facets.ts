import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { facetRow, facetValue, says } from "./search-parts.ts";
import { focused, type Session, visit } from "./session.ts";

/** How a reader filters what was found: facets, months, and what is taken back. */
export function describeSearchFacets(session: () => Session): void {
  const open = (path: string) => visit(session(), path);

  describe("the filters of the search page", () => {
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

    it("narrows a long facet by what is typed", async () => {
      const { page } = await open("search/");
      const years = page.locator("[data-facet=year]");
      await years.getByRole("searchbox").fill("201");
      assert.deepEqual(await years.locator(".facet-value").allInnerTexts(), ["2015", "2014", "2013", "2012", "2011"]);
      await years.getByRole("status").filter({ hasText: "Year: 5 fit" }).waitFor();
      await page.context().close();
    });
  });
}
