import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Locator, Page } from "playwright-core";
import { pages } from "./access.ts";
import { type Session, visit } from "./session.ts";

const article = "articles/convoy-0-seen/";

/** What the site makes of other eyes, other hands and other media. */
export function describeMedia(session: () => Session): void {
  describe("with colours that the reader has forced", () => {
    it("names, their kinds and what is lit up can still be told", async () => {
      const { page, problems } = await visit(session(), article, { forcedColors: "active" });
      const mention = page.locator(".text .mention", { hasText: "Kalibr" });
      assert.match(await style(mention, "text-decoration-line"), /underline/u);
      assert.equal(await style(mention, "text-decoration-style"), "dashed");
      await mention.focus();
      assert.equal(await style(mention, "outline-style"), "solid");
      assert.equal(await style(page.getByRole("tooltip"), "border-top-style"), "solid");
      assert.equal(await style(page.locator(".tags .label").first(), "content", "::before"), '"●" / ""');
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("a switch that is off can be told from one that is on", async () => {
      const { page } = await visit(session(), article, { forcedColors: "active" });
      const [off, on] = [page.getByRole("button", { name: "Weapons" }), page.getByRole("button", { name: "Places" })];
      await off.click();
      assert.equal(await style(off, "text-decoration-line"), "none");
      assert.match(await style(on, "text-decoration-line"), /underline/u);
      await page.context().close();
    });
  });

  describe("for readers who want nothing to move", () => {
    for (const [name, path] of Object.entries(pages)) {
      it(`nothing of the page "${name}" does`, async () => {
        const { page } = await visit(session(), path, { reducedMotion: "reduce" });
        assert.equal(await style(page.locator("html"), "scroll-behavior"), "auto");
        assert.equal(await page.evaluate("document.getAnimations().length"), 0);
        await page.context().close();
      });
    }
  });

  describe("with keys alone", () => {
    for (const [name, path] of Object.entries(pages)) {
      it(`every stop on the page "${name}" can be seen, the first being a way past the header`, async () => {
        const { page } = await visit(session(), path, { reducedMotion: "reduce" });
        const stops = await walk(page, 40);
        assert.match(stops[0]?.text ?? "", /^Skip to the content/u);
        assert.deepEqual(
          stops.filter(({ isSeen }) => !isSeen),
          [],
        );
        await page.context().close();
      });
    }

    it("an article is read, explained and cited", async () => {
      const { page, problems } = await visit(session(), article);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.waitForURL(/#main$/u);
      const texts = (await walk(page, 60)).map(({ text }) => text);
      const wanted = ["Weapons", "Kalibr", "Link to paragraph 2", "1 mention of Kalibr", "Cite this article"];
      const order = wanted.map((start) => texts.findIndex((text) => text.startsWith(start)));
      assert.deepEqual(
        order,
        order.toSorted((a, b) => a - b),
        texts.join(" | "),
      );
      assert.ok(!order.includes(-1), texts.join(" | "));
      await page.locator(".tag", { hasText: "Kalibr" }).locator("summary").focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      assert.match(page.url(), /#p2$/u);
      await page.getByText("Cite this article").focus();
      await page.keyboard.press("Space");
      assert.ok(await page.locator("#citation").isVisible());
      assert.deepEqual(problems, []);
      await page.context().close();
    });
  });

  describe("on paper", () => {
    it("an article is its text, its names and where it comes from, and nothing that one would have to click", async () => {
      const { page } = await visit(session(), article);
      await page.emulateMedia({ media: "print" });
      for (const hidden of [".masthead-nav", ".masthead-search", ".switches", ".anchor", ".cite", ".neighbours"]) {
        assert.equal(await page.locator(`${hidden}:visible`).count(), 0, hidden);
      }
      for (const shown of [".text", ".tags", ".provenance"]) assert.ok(await page.locator(shown).isVisible(), shown);
      assert.equal(await style(page.locator(".text .mention").first(), "text-decoration-line"), "none");
      assert.equal(await style(page.locator(".tags"), "overflow-y"), "visible");
      assert.equal(await style(page.locator("body"), "background-color"), "rgb(255, 255, 255)");
      await page.context().close();
    });
  });

  it("the content security policy is in force while all this works", async () => {
    const { page } = await visit(session(), article);
    const refused = await page.evaluate(`new Promise((resolve) => {
      document.addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
      document.body.append(Object.assign(document.createElement("script"), { textContent: "window.ran = true" }));
    })`);
    assert.equal(refused, "script-src-elem");
    assert.equal(await page.evaluate("window.ran"), undefined);
    await page.context().close();
  });
}

interface Stop {
  readonly text: string;
  /** Whether what has the focus looks as if it had. */
  readonly isSeen: boolean;
}

/** Presses Tab until the page ends, or so many times, and says where the focus went. */
async function walk(page: Page, most: number): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < most) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate<Stop | undefined>(`(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return undefined;
      // A circle of the map shows the focus by its own line.
      const shown = element.querySelector("circle") ?? element;
      const { outlineStyle, strokeWidth } = getComputedStyle(shown);
      const { width, height } = element.getBoundingClientRect();
      return {
        text: (element.getAttribute("aria-label") ?? element.textContent).trim(),
        isSeen: width > 0 && height > 0 && (outlineStyle !== "none" || (shown !== element && strokeWidth !== "0px")),
      };
    })()`);
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}

function style(element: Locator, property: string, pseudo = ""): Promise<string> {
  return element.evaluate(
    (found, [name = "", part]) => getComputedStyle(found, part || undefined).getPropertyValue(name),
    [property, pseudo],
  );
}
