/** What the tests of the search page look at and wait for. */

import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/** The row of a facet that has a value. */
export function facetRow(page: Page, facet: string, value: string) {
  return page.locator(`[data-facet=${facet}] li`, { has: page.locator(`input[value="${value}"]`) });
}

/** Waits until the search page says that it found what is expected. */
export async function says(page: Page, expected: RegExp): Promise<void> {
  const line = page.locator("#search-status");
  await line
    .filter({ hasText: expected })
    .waitFor()
    .catch(async () => assert.match(await line.innerText(), expected));
}

/** The links of the results. */
export function titles(page: Page) {
  return page.locator("#search-results .result-title a");
}

/** The box by which a value of a facet is chosen. */
export function facetValue(page: Page, facet: string, value: string) {
  return page.locator(`[data-facet=${facet}] input[value="${value}"]`);
}
