import type { Browser } from "playwright-core";
import { serveFolder } from "../browser/server.ts";

/** What a search made the server send. */
export interface SearchCost {
  /** How many articles the page says that it found: "9,453". */
  readonly found: string;
  /** Bytes that had been sent when the first result stood on the page: all files as they were packed, and their headers. */
  readonly bytes: number;
}

/** How long a search may take, in milliseconds. */
const patience = 120_000;
const base = "/";
/** The page asks for this when it shows its first result. */
const signal = "first-result";

// The request holds the page up until it is answered: nothing that comes after the first result is counted.
const announceFirstResult = `
  new MutationObserver((_, observer) => {
    if (!document.querySelector("#search-results li")) return;
    observer.disconnect();
    const request = new XMLHttpRequest();
    request.open("GET", "${base}${signal}", false);
    request.send();
  }).observe(document, { childList: true, subtree: true });
`;

/** Opens the search page of a built site, `query` in its address ("?q=missile"), in a browser that has nothing of it yet. */
export async function measureSearch(browser: Browser, folder: string, query: string): Promise<SearchCost> {
  let bytes: number | undefined;
  const site = await serveFolder(folder, base, (path) => {
    if (path === `${base}${signal}`) bytes ??= site.sent();
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.addInitScript({ content: announceFirstResult });
  await page.goto(`${site.url}search/${query}`);
  const status = page.locator("#search-status").filter({ hasText: /articles?/u });
  const [found = ""] = (await status.innerText()).split(" ", 1);
  await context.close();
  await site.close();
  if (bytes === undefined) throw new Error(`the search ${query} found nothing`);
  return { found, bytes };
}
