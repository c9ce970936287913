/**
 * `npm run screenshots`: builds the sample archive and takes the pictures of it that the docs show.
 * `npm run screenshots -- DIR`: pictures of every type of page, on desktop and phone, light and dark, for looking through.
 */

import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { buildArchive } from "../src/build.ts";
import { launchChromium } from "./browser/chromium.ts";
import { serveFolder } from "./browser/server.ts";
import { temporaryFolder } from "./site/archives.ts";

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly isInDocs?: true;
}

const pictures: readonly Picture[] = [
  { name: "home", path: "", isInDocs: true },
  { name: "articles", path: "articles/" },
  { name: "article", path: "articles/tomahawk-missiles-strike-a-syrian-air-base/", isInDocs: true },
  { name: "people", path: "people/" },
  { name: "weapons", path: "weapons/", isInDocs: true },
  { name: "weapons-by-class", path: "weapons/by-class/" },
  { name: "person", path: "people/saddam-hussein/", isInDocs: true },
  { name: "place", path: "places/halabja/", isInDocs: true },
  { name: "weapon", path: "weapons/scud/" },
  { name: "search", path: "search/?q=missile", isInDocs: true },
  { name: "map", path: "map/", isInDocs: true },
  { name: "timeline", path: "timeline/", isInDocs: true },
  { name: "about", path: "about/" },
  { name: "missing", path: "nowhere/" },
];

const desktop = { viewport: { width: 1280, height: 860 } };
const phone = { viewport: { width: 390, height: 780 }, hasTouch: true };

const looks = [
  { name: "", isInDocs: true, options: { colorScheme: "light", ...desktop } },
  { name: "-dark", isInDocs: false, options: { colorScheme: "dark", ...desktop } },
  { name: "-phone", isInDocs: false, options: { colorScheme: "light", ...phone } },
  { name: "-phone-dark", isInDocs: true, options: { colorScheme: "dark", ...phone } },
] as const;

const [chosen] = process.argv.slice(2);
const folder = chosen === undefined ? fileURLToPath(new URL("../docs/screenshots/", import.meta.url)) : resolve(chosen);
await mkdir(folder, { recursive: true });
const site = await buildSample();
const browser = await launchChromium();
for (const look of looks.filter(({ isInDocs }) => chosen !== undefined || isInDocs)) await takePictures(browser, look);
await browser.close();
await site.close();

async function buildSample() {
  const articles = fileURLToPath(new URL("../articles", import.meta.url));
  const output = join(temporaryFolder(), "site");
  await buildArchive({ articles, output, pages: temporaryFolder(), base: "/" });
  return serveFolder(output, "/");
}

async function takePictures(from: Browser, { name: look, options }: (typeof looks)[number]) {
  const context = await from.newContext({ ...options, reducedMotion: "reduce" });
  for (const { name, path } of pictures.filter(({ isInDocs }) => chosen !== undefined || isInDocs)) {
    const page = await context.newPage();
    const response = await page.goto(site.url + path, { waitUntil: "networkidle" });
    if (name !== "missing" && !response?.ok()) throw new Error(`screenshots: the sample archive has no /${path}`);
    if (name === "article") await showCard(page, "hasTouch" in options);
    await page.screenshot({ path: join(folder, `${name}${look}.png`) });
    await page.close();
  }
  await context.close();
}

/** The card beside a name is what a still picture of an article would not show. */
async function showCard(page: Page, isTouched: boolean): Promise<void> {
  const mention = page.locator("#p2 .mention.kind-3").first();
  await (isTouched ? mention.tap() : mention.hover());
  await page.getByRole("tooltip").waitFor();
}
