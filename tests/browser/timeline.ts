import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Session, visit } from "./session.ts";

/** What a reader can do with the timeline. */
export function describeTimeline(session: () => Session): void {
  const open = (path: string, options = {}) => visit(session(), path, options);

  describe("the timeline", () => {
    it("leads from a bar and from a month to where their articles begin, without JavaScript", async () => {
      const { page, problems } = await open("timeline/", { javaScriptEnabled: false });
      await page.getByRole("link", { name: "1991: 1 article" }).click();
      assert.match(page.url(), /\/archive\/articles\/#at-1991-03$/u);
      await page.goBack();
      await page.getByRole("link", { name: "March 1992: 1" }).click();
      assert.match(page.url(), /\/archive\/articles\/#at-1992-03$/u);
      assert.match(await page.locator(":target").innerText(), /Convoy 2 Seen/u);
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("searches the months that were typed", async () => {
      const { page, problems } = await open("timeline/");
      await page.getByLabel("from").fill("1990");
      await page.getByLabel("to", { exact: true }).fill("1992-06");
      assert.equal(await page.locator("#timeline-status").innerText(), "3 articles of March 1990 to June 1992");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/search\/\?from=1990-03&to=1992-06&sort=oldest$/u);
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("takes the bars that were drawn over, and keeps them in the address", async () => {
      const { page } = await open("timeline/");
      const bars = await page.locator("#timeline-bars").boundingBox();
      assert.ok(bars);
      const y = bars.y + bars.height / 2;
      await page.mouse.move(bars.x + 2, y);
      await page.mouse.down();
      await page.mouse.move(bars.x + bars.width / 2, y, { steps: 4 });
      await page.mouse.up();
      assert.match(page.url(), /\/timeline\/\?from=1990-03&to=200\d-12$/u);
      await page.reload();
      assert.equal(await page.getByLabel("from").inputValue(), "1990-03");
      assert.match(await page.getByLabel("to", { exact: true }).inputValue(), /^200\d$/u);
      await page.context().close();
    });
  });
}
