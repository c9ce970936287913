import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { buildArchive } from "../../src/build.ts";
import { temporaryFolder } from "../site/archives.ts";
import { launchChromium } from "./chromium.ts";
import { serveFolder, type ServedSite } from "./server.ts";

/** How long a page may take to do what a test waits for, in milliseconds: long, for a machine that does much else. */
const patience = 60_000;

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

/** Notes what is moved on the pages that are opened from now on, while they load; `shifts` says it. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(`
    window.shifts = [];
    const describe = ({ node, previousRect: from, currentRect: to }) => {
      const element = node instanceof Element ? node : node?.parentElement;
      const name = element?.id || element?.className || element?.localName;
      return name + " from " + from.x + "," + from.y + " to " + to.x + "," + to.y;
    };
    new PerformanceObserver((list) => {
      for (const { sources } of list.getEntries()) window.shifts.push(...sources.map(describe));
    }).observe({ type: "layout-shift", buffered: true });
  `);
}

/** What was moved on a page so far, in pixels: "search-tools from 18,416 to 18,440". */
export function shifts(page: Page): Promise<unknown> {
  return page.evaluate(
    "new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(window.shifts))))",
  );
}

/** Asks something of the element that has the focus: "textContent". */
export function focused(page: Page, question: string): Promise<unknown> {
  return page.evaluate(`document.activeElement.${question}`);
}
