import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { buildArchive } from "../../src/build.ts";
import { temporaryFolder } from "../site/archives.ts";
import { launchChromium } from "./chromium.ts";
import { serveFolder, type ServedSite } from "./server.ts";

/** How long a page may take to do what a test waits for, in milliseconds. */
const patience = 20_000;

/** A browser, and an archive that it can look at. */
export interface Session {
  readonly browser: Browser;
  readonly site: ServedSite;
}

/** A page that is open, and what went wrong on it so far. */
export interface Visit {
  readonly page: Page;
  /** Errors, refusals of the content security policy, and requests to anywhere but the site. */
  readonly problems: readonly string[];
}

/** Builds an archive under a base path, serves it as a host would, and starts a browser. */
export async function openSession(base: string, writeArticles: (folder: string) => void): Promise<Session> {
  const folder = temporaryFolder();
  const [articles, output, pages] = [join(folder, "articles"), join(folder, "site"), join(folder, "pages")];
  writeArticles(articles);
  await buildArchive({ articles, output, pages, base });
  return { site: await serveFolder(output, base), browser: await launchChromium() };
}

/** Closes what `openSession` opened. */
export async function closeSession({ browser, site }: Session): Promise<void> {
  await browser.close();
  await site.close();
}

/** Opens a path of the site, without a leading slash, in a browser profile of its own. */
export async function visit(session: Session, path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await session.browser.newContext(options);
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const address = session.site.url + path;
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("console", (message) => {
    // The browser reports a missing page as an error of the page itself.
    if (message.type() === "error" && message.location().url !== address) problems.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && origin !== new URL(address).origin) problems.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  return { page, problems };
}

/** Counts by how much what stands on a page is moved while it loads, from now on; `window.shift` says it. */
export async function watchShift(page: Page): Promise<void> {
  await page.addInitScript(
    "window.shift = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shift += entry.value; }).observe({ type: 'layout-shift', buffered: true })",
  );
}

/** Asks something of the element that has the focus: "textContent". */
export function focused(page: Page, question: string): Promise<unknown> {
  return page.evaluate(`document.activeElement.${question}`);
}
