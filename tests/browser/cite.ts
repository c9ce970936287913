import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Session, visit } from "./session.ts";

const path = "articles/convoy-0-seen/";
const permissions = ["clipboard-read", "clipboard-write"];

/** How the text of each begins. */
const formats: Readonly<Record<string, string>> = { BibTeX: "@misc{", RIS: "TY  - NEWS", "CSL-JSON": "[\n" };

/** What an article offers to whoever wants to cite it. */
export function describeCite(session: () => Session): void {
  describe("citing an article", () => {
    it("copies the citation as it stands on the page", async () => {
      const { page, problems } = await visit(session(), path, { permissions });
      await page.getByText("Cite this article").click();
      const citation = await page.locator("#citation").innerText();
      assert.match(citation, /^Jane Doe\. “Convoy 0 Seen”\. 1 March 1990\. In: /u);
      await page.getByRole("button", { name: "Copy plain text" }).click();
      await page.getByRole("status").getByText("Copied").waitFor();
      assert.equal(await page.evaluate("navigator.clipboard.readText()"), citation);
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    for (const [format, start] of Object.entries(formats)) {
      it(`copies ${format} from its file`, async () => {
        const { page, problems } = await visit(session(), path, { permissions });
        await page.getByText("Cite this article").click();
        await page.getByRole("button", { name: `Copy ${format}` }).click();
        await page.getByRole("status").getByText("Copied").waitFor();
        assert.ok(String(await page.evaluate("navigator.clipboard.readText()")).startsWith(start));
        assert.deepEqual(problems, []);
        await page.context().close();
      });
    }

    it("offers the formats as downloads, and no button, where scripts do not run", async () => {
      const { page, problems } = await visit(session(), path, { javaScriptEnabled: false });
      await page.getByText("Cite this article").click();
      assert.equal(await page.locator("button.copy:visible").count(), 0);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("link", { name: "BibTeX" }).click(),
      ]);
      assert.equal(download.suggestedFilename(), "convoy-0-seen.bib");
      assert.deepEqual(problems, []);
      await page.context().close();
    });
  });
}
