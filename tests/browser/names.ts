import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Session, visit } from "./session.ts";

/** The list of all names of a kind. */
export function describeNames(session: () => Session): void {
  describe("the index of a kind", () => {
    it("filters as one types, orders by count, keeps both in the address, and gives the list back", async () => {
      const { page, problems } = await visit(session(), "people/");
      const found = page.locator(".names-found li");
      await page.getByLabel("Find a name").fill("ÁN");
      await found.first().waitFor();
      assert.deepEqual(await found.locator("a").allInnerTexts(), ["Hans Blix", "Kofi Annan"]);
      assert.ok(await page.locator(".names-all").isHidden());
      await page.getByLabel("by number of articles").check();
      assert.match(page.url(), /#q=%C3%81N&sort=count$/u);
      await page.reload();
      await found.first().waitFor();
      assert.equal(await found.count(), 2);
      assert.equal(await page.getByRole("status").innerText(), "2 names");
      await page.getByLabel("Find a name").fill("");
      await page.getByLabel("by name").check();
      await page.locator(".names-all").waitFor();
      assert.match(page.url(), /\/people\/$/u);
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("leads from a name that was filtered to its page, also under a base path", async () => {
      const { page } = await visit(session(), "weapons/#q=kali");
      await page.locator(".names-found a").click();
      await page.waitForURL(/\/archive\/weapons\/kalibr\/$/u);
      await page.context().close();
    });

    it("has the most named first where scripts do not run", async () => {
      const { page } = await visit(session(), "places/", { javaScriptEnabled: false });
      await page.getByRole("link", { name: "The most named first" }).click();
      assert.match(page.url(), /\/places\/most-named\/$/u);
      assert.match(await page.locator(".names-all li").first().innerText(), /^Iran\s+country\s+6/u);
      await page.context().close();
    });

    it("is whole, with its classes as a tree, where scripts do not run", async () => {
      const { page } = await visit(session(), "weapons/", { javaScriptEnabled: false });
      assert.equal(await page.locator(".names-filter:visible").count(), 0);
      await page.getByRole("link", { name: "By class" }).click();
      await page.locator(".tree").getByRole("link", { name: "cruise missile" }).click();
      assert.match(page.url(), /by-class\/#at-/u);
      await page.context().close();
    });
  });
}
