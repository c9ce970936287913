import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { writeHostileArchive } from "../site/archives.ts";
import { closeSession, openSession, type Session, visit } from "./session.ts";

/** What a browser makes of an archive that tries to be more than text, at the root of its host. */
export function describeHostile(): void {
  describe("a hostile archive", () => {
    let session: Session;
    before(async () => {
      session = await openSession("/", writeHostileArchive);
    });
    after(() => closeSession(session));

    it("runs nothing, loads nothing and breaks no page", async () => {
      const { page, problems } = await visit(session, "articles/");
      const dialogs: string[] = [];
      page.on("dialog", (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      const urls = await page.locator("main a[href^='/articles/']").evaluateAll((links) => links.map(String));
      assert.ok(urls.length > 20);
      for (const url of urls) {
        await page.goto(url);
        assert.ok(await page.locator("footer.footer").isVisible(), `${url} has lost its end`);
      }
      assert.deepEqual([...dialogs, ...problems], []);
      await page.context().close();
    });

    it("shows markup and braces as they were written, also in search results", async () => {
      const { page, problems } = await visit(session, "search/?q=braces");
      await page.locator(".result-title a", { hasText: "Braces {{ 7 * 7 }} here" }).waitFor();
      await page.locator("main input[name=q]").fill("alert");
      await page.locator(".result-title a", { hasText: "<script>alert(1)</script>" }).click();
      assert.equal(await page.locator("h1").innerText(), "<script>alert(1)</script>");
      assert.deepEqual(problems, []);
      await page.context().close();
    });
  });
}
