import type { PlainFile } from "../../types.ts";
import type { Site } from "./site.ts";
import { xml, xmlFile, xmlLines } from "./xml.ts";

/** As many addresses as the sitemap protocol allows in one file. */
const mostInOne = 50_000;
const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** The addresses of all pages for search engines: one file, or for a large site an index and the files that it names. */
export function sitemapFiles(urls: readonly string[], site: Site): PlainFile[] {
  if (urls.length <= mostInOne) return [{ path: "sitemap.xml", text: sitemap(urls, site) }];
  const parts = Array.from({ length: Math.ceil(urls.length / mostInOne) }, (_, index) => ({
    path: `sitemap-${index + 1}.xml`,
    text: sitemap(urls.slice(index * mostInOne, (index + 1) * mostInOne), site),
  }));
  const rows = parts.map(({ path }) => xml`<sitemap><loc>${site.addressOf(`/${path}`)}</loc></sitemap>`);
  const index = xmlFile(xml`<sitemapindex xmlns="${namespace}">\n${xmlLines(rows)}</sitemapindex>`);
  return [{ path: "sitemap.xml", text: index }, ...parts];
}

function sitemap(urls: readonly string[], site: Site): string {
  const rows = urls.map((url) => xml`<url><loc>${site.addressOf(url)}</loc></url>`);
  return xmlFile(xml`<urlset xmlns="${namespace}">\n${xmlLines(rows)}</urlset>`);
}
