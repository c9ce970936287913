import type { Settings } from "../../types.ts";

/** What files for other programs say of the site as a whole. */
export interface Site extends Settings {
  /** A page's address: absolute when the site's own is known, else from the root of its host. */
  readonly addressOf: (url: string) => string;
}

/** The site as other programs find it: "/articles/kabul/" is at "https://example.org/archive/articles/kabul/". */
export function siteAt(settings: Settings, base: string): Site {
  const root = settings.url ?? base;
  return { ...settings, addressOf: (url) => root + url.slice(1) };
}
