/** `npm run screenshots`: pictures of the built sample archive (`_site/`) for the docs, at desktop and phone width. */

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { launchChromium } from "./browser/chromium.ts";
import { serveFolder } from "./browser/server.ts";

const folder = fileURLToPath(new URL("../docs/screenshots/", import.meta.url));

const pages = [
  ["home", ""],
  ["article", "articles/tomahawk-missiles-strike-a-syrian-air-base/"],
  ["person", "people/saddam-hussein/"],
  ["place", "places/halabja/"],
  ["weapons", "weapons/"],
  ["search", "search/?q=missile"],
  ["map", "map/"],
  ["timeline", "timeline/"],
] as const;

const looks = [
  { name: "", width: 1280, height: 860, colorScheme: "light" },
  { name: "-phone-dark", width: 390, height: 780, colorScheme: "dark" },
] as const;

await mkdir(folder, { recursive: true });
const site = await serveFolder(fileURLToPath(new URL("../_site/", import.meta.url)), "/");
const browser = await launchChromium();
for (const { name, width, height, colorScheme } of looks) {
  const context = await browser.newContext({ viewport: { width, height }, colorScheme });
  for (const [title, path] of pages) {
    const page = await context.newPage();
    await page.goto(site.url + path, { waitUntil: "networkidle" });
    await page.screenshot({ path: `${folder}${title}${name}.png` });
    await page.close();
  }
}
await browser.close();
await site.close();
