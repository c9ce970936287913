import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { writeHostileArchive } from "../site/archives.ts";
import { gzipSync } from "node:zlib";
import type { Locator } from "playwright-core";
import { closeSession, openSession, type Session, visit } from "./session.ts";

const wide = { viewport: { width: 1280, height: 900 } };

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

    it("sets a text that runs from the right from the right, and English within it from the left", async () => {
      const { page, problems } = await visit(session, "", wide);
      for (const title of ["تقرير من بغداد", "דיווח מן הגבול"]) {
        await page.goto(`${session.site.url}articles/`);
        await page.getByRole("link", { name: title }).click();
        const [heading, first] = [page.locator("h1"), page.locator("#p1")];
        assert.deepEqual([await direction(heading), await direction(first)], ["rtl", "rtl"], title);
        const [head, text, anchor] = [await box(heading), await box(first), await box(first.locator(".anchor"))];
        assert.equal(head.x + head.width, text.x + text.width, "the headline ends where the text does");
        assert.ok(anchor.x >= text.x + text.width, "the paragraph's number is in the right margin");
      }
      const [weapon, place] = [page.locator(".text .mention").first(), page.locator(".text .mention").last()];
      assert.deepEqual([await weapon.innerText(), await place.innerText()], ["T-72", "Beirut"]);
      assert.ok((await box(weapon)).x > (await box(place)).x, "what is read first stands further to the right");
      assert.equal(await direction(page.locator(".provenance")), "ltr");
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("sets an article that names nothing like any other", async () => {
      const { page } = await visit(session, "articles/nobody-named/", wide);
      assert.equal(await page.locator(".tags, .switches").count(), 0);
      assert.equal((await box(page.locator(".article-foot"))).x, (await box(page.locator(".text"))).x);
      await page.context().close();
    });

    it("sends a long article within 60 KB, compressed as hosts do", async () => {
      const { page } = await visit(session, "about/");
      const bodies: Promise<Buffer>[] = [];
      page.on("response", (response) => bodies.push(response.body()));
      await page.goto(`${session.site.url}articles/a-hundred-paragraphs/`, { waitUntil: "networkidle" });
      const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
      const bytes = sizes.reduce((sum, size) => sum + size);
      assert.ok(sizes.length >= 4 && bytes <= 60_000, `${bytes} bytes`);
      await page.context().close();
    });

    it("lights up every mention of the name that is pointed at or has the focus", async () => {
      const { page } = await visit(session, "articles/a-hundred-paragraphs/", wide);
      const shoigu = page.locator(".text .mention", { hasText: "Sergei Shoigu" });
      const lit = page.locator(".text .mention.is-lit");
      await shoigu.first().hover();
      await page.getByRole("tooltip").waitFor();
      assert.deepEqual(new Set(await lit.allInnerTexts()), new Set(["Sergei Shoigu"]));
      assert.equal(await lit.count(), await shoigu.count());
      await page.locator("h1").hover();
      await page.getByRole("tooltip").waitFor({ state: "hidden" });
      assert.equal(await lit.count(), 0);
      await page.locator(".switches button").last().focus();
      await page.keyboard.press("Tab");
      const focused = await page.evaluate<string>("document.activeElement.textContent");
      assert.deepEqual(new Set(await lit.allInnerTexts()), new Set([focused]));
      assert.ok((await lit.count()) >= 100);
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

function direction(element: Locator): Promise<string> {
  return element.evaluate((found) => getComputedStyle(found).direction);
}

async function box(element: Locator) {
  const found = await element.boundingBox();
  assert.ok(found, "is not shown");
  return found;
}
