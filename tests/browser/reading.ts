import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import { faults } from "./access.ts";
import { focused, type Session, shifts, visit, watchShifts } from "./session.ts";

const path = "articles/convoy-0-seen/";

/** Reading an article: names marked, explained and traced; and the page of a name. */
export function describeReading(session: () => Session): void {
  describe("the card beside a name", () => {
    it("comes when the name is pointed at, says what it is and how it was found, and hides nothing of it", async () => {
      const { page, problems } = await visit(session(), path);
      const mention = page.locator(".text .mention", { hasText: "Kalibr" });
      await mention.hover();
      const card = page.getByRole("tooltip");
      await card.waitFor();
      assert.match(
        await card.innerText(),
        /^Kalibr\s+weapon: cruise missile; in 7 articles\s+“Kalibr” found by .+, \d+ % sure$/u,
      );
      const [name, box] = [await mention.boundingBox(), await card.boundingBox()];
      assert.ok(name && box && (box.y >= name.y + name.height || box.y + box.height <= name.y));
      await card.hover();
      await page.waitForTimeout(400);
      assert.ok(await card.isVisible(), "the pointer can move to the card");
      await page.keyboard.press("Escape");
      assert.ok(await card.isHidden());
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("comes when the name has the focus, describes it, and leaves with Escape", async () => {
      const { page } = await visit(session(), path);
      await page.locator(".switches button").last().focus();
      await page.keyboard.press("Tab");
      const card = page.getByRole("tooltip");
      await card.waitFor();
      assert.equal(await focused(page, "getAttribute('aria-describedby')"), "card");
      await page.keyboard.press("Escape");
      assert.ok(await card.isHidden());
      assert.equal(await focused(page, "getAttribute('aria-describedby')"), null);
      await page.context().close();
    });

    it("comes with the first tap; the second follows the link", async () => {
      const { page } = await visit(session(), path, { hasTouch: true, viewport: { width: 390, height: 800 } });
      const mention = page.locator(".text .mention", { hasText: "Kalibr" });
      await mention.tap();
      const card = page.getByRole("tooltip");
      await card.waitFor();
      const box = await card.boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 390, "the card is on the screen");
      assert.match(page.url(), /convoy-0-seen\/$/u);
      await page.locator("h1").tap();
      assert.ok(await card.isHidden(), "a tap elsewhere puts the card away");
      await mention.tap();
      await card.waitFor();
      await mention.tap();
      await page.waitForURL(/\/weapons\/kalibr\/$/u);
      await page.context().close();
    });

    it("lights up where else the name stands, also from the list", async () => {
      const { page } = await visit(session(), path);
      await page.locator(".tag-name a", { hasText: "Iran" }).hover();
      assert.deepEqual(await page.locator(".mention.is-lit").allInnerTexts(), ["Iran"]);
      await page.locator("h1").hover();
      assert.equal(await page.locator(".mention.is-lit").count(), 0);
      await page.context().close();
    });
  });

  describe("the marks of names", () => {
    it("are switched off and on by kind, and stay so on the next article", async () => {
      const { page, problems } = await visit(session(), path);
      const button = page.getByRole("button", { name: "Weapons" });
      assert.match(await underline(page, "Kalibr"), /underline/u);
      await button.press("Enter");
      assert.equal(await button.getAttribute("aria-pressed"), "false");
      assert.match(await underline(page, "Kalibr"), /none/u);
      assert.match(await underline(page, "Iran"), /underline/u);
      await page.goto(`${session().site.url}articles/convoy-4-seen/`);
      assert.match(await underline(page, "Kalibr"), /none/u);
      await button.click();
      assert.match(await underline(page, "Kalibr"), /underline/u);
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("can be switched where the browser keeps nothing", async () => {
      const { page, problems } = await visit(session(), "about/");
      await page.addInitScript(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('refused'); } })",
      );
      await page.goto(session().site.url + path);
      await page.getByRole("button", { name: "Weapons" }).click();
      assert.match(await underline(page, "Kalibr"), /none/u);
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("have no switches where scripts do not run", async () => {
      const { page } = await visit(session(), path, { javaScriptEnabled: false });
      assert.equal(await page.locator(".switches:visible").count(), 0);
      await page.context().close();
    });
  });

  describe("an article", () => {
    it("has no fault that axe knows with its card, its evidence and its citation open", async () => {
      const { page, problems } = await visit(session(), path);
      for (const summary of await page.locator("main summary").all()) await summary.click();
      await page.getByRole("button", { name: "Places" }).click();
      await page.locator(".text .mention").first().focus();
      assert.deepEqual(await faults(page), []);
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("explains every tag in two clicks: which words, where, found by what, how sure", async () => {
      const { page } = await visit(session(), path, { javaScriptEnabled: false });
      const tag = page.locator(".tag", { hasText: "Kalibr" });
      await tag.locator("summary").click();
      assert.match(await tag.locator(".wordings").innerText(), /Kalibr ¶\s2\s+found by .+, \d+ % sure/u);
      await tag.getByRole("link", { name: "Paragraph 2" }).click();
      assert.match(await page.locator("p:target").innerText(), /^The Kalibr was shown/u);
      await page.context().close();
    });

    it("has a link to each paragraph that keys reach and that adds nothing to the text", async () => {
      const { page } = await visit(session(), path);
      const anchor = page.getByRole("link", { name: "Link to paragraph 3" });
      await anchor.focus();
      await page.keyboard.press("Enter");
      assert.match(page.url(), /#p3$/u);
      assert.equal(
        await page.locator("#p3").textContent(),
        "Nothing more was known by the evening, and the road stayed closed.",
      );
      await page.context().close();
    });

    it("names articles that name the same, and what that is", async () => {
      const { page } = await visit(session(), path);
      const related = page.locator(".related li");
      assert.ok((await related.count()) > 0 && (await related.count()) <= 5);
      assert.match(await related.first().innerText(), /Both name .*(?:Kalibr|Iran|Carter)/u);
      await page.context().close();
    });

    it("takes at most 60 KB and moves nothing while it loads", async () => {
      const { page } = await visit(session(), "about/");
      const bodies: Promise<Buffer>[] = [];
      page.on("response", (response) => bodies.push(response.body()));
      await watchShifts(page);
      await page.goto(session().site.url + path, { waitUntil: "networkidle" });
      const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + body.length, 0);
      assert.ok(bytes > 10_000 && bytes <= 60_000, `${bytes} bytes`);
      assert.deepEqual(await shifts(page), []);
      await page.context().close();
    });
  });

  describe("the page of a name", () => {
    it("sets each mention in its context, the names one below the other, and leads to the paragraph", async () => {
      const { page, problems } = await visit(session(), "weapons/kalibr/", { viewport: { width: 1280, height: 900 } });
      const names = await page
        .locator(".line .named")
        .evaluateAll((all) => all.map((name) => name.getBoundingClientRect().left));
      assert.equal(names.length, 7);
      assert.ok(
        names.every((left) => left === names[0]),
        names.join(),
      );
      await page.getByRole("link", { name: "Paragraph 2" }).first().click();
      assert.match(page.url(), /\/articles\/convoy-\d+-seen\/#p2$/u);
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("has the names in the middle of a phone, too, each on one line, or in longer passages on demand", async () => {
      const { page } = await visit(session(), "people/ashton-carter/", { viewport: { width: 390, height: 844 } });
      const heights = () =>
        page.locator(".line").evaluateAll((all) => all.map((line) => line.getBoundingClientRect().height));
      const offCentre = await page.locator(".line").evaluateAll((all) =>
        all.map((line) => {
          const [outer, inner] = [line, line.children[1] ?? line].map((each) => each.getBoundingClientRect());
          return Math.abs((outer?.left ?? 0) + (outer?.right ?? 0) - (inner?.left ?? 0) - (inner?.right ?? 0)) / 2;
        }),
      );
      assert.ok(offCentre.length > 2 && offCentre.every((pixels) => pixels < 1), offCentre.join());
      assert.ok((await heights()).every((height) => height < 30));
      await page.getByLabel("longer").check();
      assert.ok((await heights()).every((height) => height > 30));
      await page.context().close();
    });

    it("sets each line level with its number, also where nothing stands before the name", async () => {
      const { page } = await visit(session(), "weapons/kalibr/");
      const levels = await page.locator(".concordance li").evaluateAll((all) =>
        all.map((line) => {
          const bottoms = [".where", ".named"].map((part) => line.querySelector(part)?.getBoundingClientRect().bottom);
          return Math.abs((bottoms[0] ?? 0) - (bottoms[1] ?? 99));
        }),
      );
      assert.ok(levels.length > 0 && levels.every((difference) => difference < 5), levels.join());
      await page.context().close();
    });

    it("offers its mentions as a table, and its articles to the search page", async () => {
      const { page, problems } = await visit(session(), "people/ashton-carter/");
      const started = page.waitForEvent("download");
      await page.getByRole("link", { name: "CSV" }).click();
      assert.equal((await started).suggestedFilename(), "ashton-carter.csv");
      await page.getByRole("link", { name: "in these 5 articles" }).click();
      await page.locator("#search-status", { hasText: /^5 articles/u }).waitFor();
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("shows when it is named and what with, and says by which measure", async () => {
      const { page } = await visit(session(), "weapons/kalibr/");
      assert.match((await page.locator(".years svg").getAttribute("aria-label")) ?? "", /^1990: 1, 1994: 1/u);
      assert.match(await page.locator(".companions").innerText(), /log-likelihood/u);
      await page.context().close();
    });
  });
}

/** The line that a name in the text has. */
async function underline(page: Page, name: string): Promise<string> {
  const mention = page.locator(".text .mention", { hasText: name }).first();
  return mention.evaluate((element) => getComputedStyle(element).textDecorationLine);
}
