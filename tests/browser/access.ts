import assert from "node:assert/strict";
import { describe, it } from "node:test";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { type Session, visit } from "./session.ts";

/** One page of each type. */
export const pages: Readonly<Record<string, string>> = {
  home: "",
  "list of articles": "articles/",
  article: "articles/convoy-0-seen/",
  "article with words marked": "articles/convoy-0-seen/?highlight=Convoy",
  "index of a kind": "people/",
  "index by class": "weapons/by-class/",
  "index by country": "places/by-country/",
  "index, filtered": "people/#q=an&sort=count",
  "index, most named first": "people/most-named/",
  person: "people/ashton-carter/",
  place: "places/iran/",
  weapon: "weapons/kalibr/",
  about: "about/",
  map: "map/",
  "map, filtered": "map/?weapons=Kalibr",
  timeline: "timeline/",
  "timeline of some years": "timeline/?from=1994&to=2000",
  search: "search/?q=convoy&places=Iran",
  "search, with every filter": "search/?q=%22convoy+number%22&-places=Iran&weapon-class=missile&from=1990&sort=oldest",
  "search, nothing found": "search/?q=shoygu+zeppelin&people=Ashton+Carter",
  "missing page": "nowhere/",
};

/** What every page holds, whatever the reader's eyes, hands and browser. */
export function describeAccess(session: () => Session): void {
  describe("in light and dark colours", () => {
    for (const [name, path] of Object.entries(pages)) {
      it(`the page "${name}" has no fault that axe knows, no error, and asks nobody but the site`, async () => {
        const { page, problems } = await visit(session(), path);
        if (name.startsWith("search"))
          await page.locator(".search-help:visible, .facet-count:visible").first().waitFor();
        assert.deepEqual(await faults(page), []);
        assert.deepEqual(problems, []);
        await page.context().close();
      });
    }

    it("the header's search box has no fault that axe knows", async () => {
      const { page, problems } = await visit(session(), "about/");
      await page.keyboard.press("/");
      await page.locator("pagefind-modal input").fill("kalibr");
      await page.locator("pagefind-modal .result").first().waitFor();
      assert.deepEqual(await faults(page), []);
      assert.deepEqual(problems, []);
      await page.context().close();
    });
  });

  describe("without JavaScript", () => {
    const options = { javaScriptEnabled: false };

    it("an article can be reached from the home page and read", async () => {
      const { page, problems } = await visit(session(), "", options);
      await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Articles" }).click();
      await page.getByRole("link", { name: "Convoy 25 Seen" }).click();
      assert.match(await page.locator(".text").innerText(), /convoy number 25/u);
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("the header leads to the search page, which says that it needs JavaScript and where else to look", async () => {
      const { page, problems } = await visit(session(), "about/", options);
      await page.locator(".search-open").click();
      assert.match(await page.locator("main").innerText(), /needs JavaScript/u);
      await page.locator("main").getByRole("link", { name: "weapons" }).click();
      assert.match(page.url(), /\/archive\/weapons\/$/u);
      assert.deepEqual(problems, []);
      await page.context().close();
    });
  });

  describe("on a phone", () => {
    it("no page is wider than the screen", async () => {
      const { page } = await visit(session(), "", { viewport: { width: 360, height: 740 } });
      for (const path of Object.values(pages)) {
        await page.goto(session().site.url + path);
        const width = await page.evaluate("document.documentElement.scrollWidth");
        assert.ok(Number(width) <= 360, `${path} is ${String(width)} pixels wide`);
      }
      await page.context().close();
    });
  });
}

/** All of axe's rules hold in the light; these alone depend on colours. */
const colourRules = "{ runOnly: ['color-contrast', 'link-in-text-block'] }";

/** What axe-core finds on a page in either colour scheme, one line for each element. */
export async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  await page.emulateMedia({ colorScheme: "light" });
  const light = await page.evaluate<axe.AxeResults>("axe.run(document)");
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await page.evaluate<axe.AxeResults>(`axe.run(document, ${colourRules})`);
  return [...light.violations, ...dark.violations].flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`),
  );
}
