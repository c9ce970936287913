import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Page } from "playwright-core";
import { type Session, visit } from "./session.ts";

/** What a reader can do with the map. */
export function describeMap(session: () => Session): void {
  const open = (path: string, options = {}) => visit(session(), path, options);

  describe("the map", () => {
    it("leads from a circle to the page of its place", async () => {
      const { page, problems } = await open("map/");
      await page.locator("#map-circles a", { hasText: "Beirut" }).click();
      await page.waitForURL(/\/archive\/places\/beirut\/$/u);
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("is magnified by buttons, keys and wheel, moved by keys and mouse, and made whole again", async () => {
      const { page, problems } = await open("map/");
      const frame = page.locator("#map-frame");
      const whole = await viewOf(page);
      await page.getByRole("button", { name: "Magnify" }).click();
      const near = await changedView(page, whole);
      assert.ok(near.width < whole.width);
      await frame.focus();
      await page.keyboard.press("ArrowRight");
      const right = await changedView(page, near);
      assert.ok(right.x > near.x && right.width === near.width);
      await drag(page, { x: 400, y: 200 }, { x: 500, y: 200 });
      const dragged = await changedView(page, right);
      assert.ok(dragged.x < right.x);
      await page.keyboard.press("0");
      assert.deepEqual(await changedView(page, dragged), whole);
      await frame.hover();
      await page.keyboard.down("Control");
      await page.mouse.wheel(0, -100);
      await page.keyboard.up("Control");
      assert.ok((await changedView(page, whole)).width < whole.width);
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("is pinched with two fingers and moved with one, which scrolls the page while the map is whole", async () => {
      const { page, problems } = await open("map/", phone);
      await page.locator("#map-frame").scrollIntoViewIfNeeded();
      const whole = await viewOf(page);
      await touch(page, [
        [
          { x: 150, y: 100 },
          { x: 190, y: 100 },
        ],
        [
          { x: 120, y: 100 },
          { x: 220, y: 100 },
        ],
        [
          { x: 100, y: 100 },
          { x: 240, y: 100 },
        ],
      ]);
      const near = await changedView(page, whole);
      assert.ok(near.width < whole.width, `${near.width} of ${whole.width}`);
      await touch(page, [[{ x: 150, y: 100 }], [{ x: 180, y: 100 }], [{ x: 220, y: 100 }]]);
      const moved = await changedView(page, near);
      assert.ok(moved.x < near.x);
      await page.getByRole("button", { name: "Whole map" }).click();
      assert.deepEqual(await changedView(page, moved), whole);
      await touch(page, [[{ x: 150, y: 100 }], [{ x: 150, y: 60 }]]);
      assert.deepEqual(await viewOf(page), whole);
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("does not take the end of a drag for a click", async () => {
      const { page } = await open("map/");
      await page.getByRole("button", { name: "Magnify" }).click();
      const box = await page.locator("#map-circles a circle").first().boundingBox();
      assert.ok(box);
      const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + 80, from.y + 10, { steps: 4 });
      await page.mouse.up();
      assert.match(page.url(), /\/map\/$/u);
      await page.context().close();
    });

    it("keeps circles and names at their size however far it is magnified", async () => {
      const { page } = await open("map/");
      const circle = page.locator("#map-circles circle").first();
      const before = (await circle.boundingBox())?.width ?? 0;
      const whole = await viewOf(page);
      await page.getByRole("button", { name: "Magnify" }).click();
      await changedView(page, whole);
      const after = (await circle.boundingBox())?.width ?? 0;
      assert.ok(Math.abs(before - after) < 0.5, `${before} and ${after} pixels`);
      await page.context().close();
    });

    it("counts only the articles that name a weapon, lists the same places, and says so in the address", async () => {
      const { page, problems } = await open("map/");
      await page.getByLabel("That name weapons").fill("kalibr");
      await statusOf(page, "#map-status", /^5 places are named in 7 articles\.$/u);
      assert.match(page.url(), /\/map\/\?weapons=kalibr$/u);
      const [circles, items] = [page.locator("#map-circles a"), page.locator("#map-list li")];
      assert.equal(await circles.count(), await items.count());
      await page.goBack();
      await statusOf(page, "#map-status", /^All places/u);
      assert.equal(await page.getByLabel("That name weapons").inputValue(), "");
      assert.deepEqual(problems, []);
      await page.context().close();
    });

    it("takes its filter from the address, and lets it go", async () => {
      const { page } = await open("map/?from=1990&to=1990");
      await statusOf(page, "#map-status", /^1 place is named in 1 article\.$/u);
      assert.equal(await page.locator("#map-list li").innerText().then(firstLine), "Iran");
      await page.getByRole("button", { name: "Show all" }).click();
      await statusOf(page, "#map-status", /^All places/u);
      assert.match(page.url(), /\/map\/$/u);
      await page.context().close();
    });

    it("says when it does not know a name", async () => {
      const { page } = await open("map/?weapons=Excalibur");
      await statusOf(page, "#map-status", /“Excalibur” is not among the names/u);
      await page.context().close();
    });

    it("is drawn, linked and listed without JavaScript, without what would not work", async () => {
      const { page, problems } = await open("map/", { javaScriptEnabled: false });
      assert.equal(await page.locator("#map-circles a").count(), await page.locator("#map-list li").count());
      assert.equal(await page.locator(".map-filter").isVisible(), false);
      assert.equal(await page.locator("#map-buttons").isVisible(), false);
      await page.locator("#map-list").getByRole("link", { name: "Iran", exact: true }).click();
      assert.match(page.url(), /\/places\/iran\/$/u);
      assert.deepEqual(problems, []);
      await page.context().close();
    });
  });

  describe("the page of a place", () => {
    it("shows where it lies", async () => {
      const { page } = await open("places/iran/", { javaScriptEnabled: false });
      const box = await page.locator(".locator-dot").boundingBox();
      assert.ok(box && box.width > 4);
      await page.context().close();
    });
  });
}

const phone = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: "reduce",
} as const;

type Point = Readonly<Record<"x" | "y", number>>;

/** Puts fingers on the map and moves them from step to step, at points counted from its corner. */
async function touch(page: Page, steps: readonly (readonly Point[])[]): Promise<void> {
  const box = await page.locator("#map-drawing").boundingBox();
  assert.ok(box);
  const client = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", points: readonly Point[]) =>
    client.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: points.map(({ x, y }, id) => ({ x: box.x + x, y: box.y + y, id })),
    });
  for (const [index, points] of steps.entries()) await send(index === 0 ? "touchStart" : "touchMove", points);
  await send("touchEnd", []);
  await client.detach();
  // The map is drawn with the next frame.
  await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
}

interface Seen {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

async function viewOf(page: Page): Promise<Seen> {
  const value = (await page.locator("#map-drawing").getAttribute("viewBox")) ?? "";
  const [x = 0, y = 0, width = 0] = value.split(" ").map(Number);
  return { x, y, width };
}

/** The view, once it is another than it was: it changes with the next frame. */
async function changedView(page: Page, before: Seen): Promise<Seen> {
  for (let tries = 0; tries < 500; tries += 1) {
    const now = await viewOf(page);
    if (now.x !== before.x || now.y !== before.y || now.width !== before.width) return now;
    await page.waitForTimeout(20);
  }
  throw new Error("the view did not change");
}

/** Drags on the map, from and to points counted from its corner. */
async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  const box = await page.locator("#map-drawing").boundingBox();
  assert.ok(box);
  await page.mouse.move(box.x + from.x, box.y + from.y);
  await page.mouse.down();
  await page.mouse.move(box.x + to.x, box.y + to.y, { steps: 4 });
  await page.mouse.up();
}

async function statusOf(page: Page, selector: string, pattern: RegExp): Promise<void> {
  await page.locator(selector, { hasText: pattern }).waitFor();
}

function firstLine(text: string): string {
  return text.split("\n")[0]?.trim() ?? "";
}
