import { readdirSync, readFileSync } from "node:fs";
import { join, posix, sep } from "node:path";
import { type DefaultTreeAdapterTypes, parse } from "parse5";

type ElementNode = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** What a page refers to and can be referred to by. */
interface SitePage {
  /** Path in the site: "articles/kabul/index.html". */
  readonly path: string;
  readonly ids: readonly string[];
  readonly references: readonly Reference[];
  /** What the Content-Security-Policy would refuse: inline scripts, styles and handlers. */
  readonly inline: readonly string[];
}

interface Reference {
  readonly value: string;
  /** True when the browser fetches it by itself, false when a reader has to follow it. */
  readonly loads: boolean;
}

/** Attributes that name another resource. */
const referring = new Set(["href", "src", "action", "poster", "data"]);

/** Everything that is wrong with a built site's own references: one line each, none when all is well. */
export function checkSite(folder: string, base: string): string[] {
  const files = new Set(siteFiles(folder));
  const pages = [...files].filter((path) => path.endsWith(".html")).map((path) => readPage(folder, path));
  const ids = new Map(pages.map((page) => [page.path, new Set(page.ids)]));
  return pages.flatMap((page) => checkPage(page, { base, files, ids }));
}

/** Paths of all files of a folder, with `/`, sorted. */
export function siteFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((path) => path.slice(folder.length + 1).replaceAll(sep, "/")).toSorted();
}

interface Site {
  readonly base: string;
  readonly files: ReadonlySet<string>;
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>;
}

function checkPage(page: SitePage, site: Site): string[] {
  const inline = page.inline.map((found) => `${page.path}: ${found} is refused by the content security policy`);
  const twice = repeated(page.ids).map((id) => `${page.path}: the id "${id}" is there twice`);
  return [...inline, ...twice, ...page.references.flatMap((reference) => checkReference(reference, page, site))];
}

function checkReference({ value, loads }: Reference, page: SitePage, { base, files, ids }: Site): string[] {
  const from = new URL(`${base}${page.path}`, "http://site.test");
  if (!URL.canParse(value, from)) return [`${page.path}: "${value}" is no URL`];
  const to = new URL(value, from);
  if (to.protocol === "data:") return [];
  if (to.origin !== from.origin) return loads ? [`${page.path}: "${value}" is fetched from elsewhere`] : [];
  if (!to.pathname.startsWith(base)) return [`${page.path}: "${value}" leaves the base path`];
  const path = posix.normalize(decodeURIComponent(to.pathname.slice(base.length)));
  const file = path === "." || path.endsWith("/") ? posix.join(path, "index.html") : path;
  if (!files.has(file)) return [`${page.path}: "${value}" leads nowhere`];
  const target = decodeURIComponent(to.hash.slice(1));
  return target === "" || ids.get(file)?.has(target) ? [] : [`${page.path}: "${value}" has no such place`];
}

function readPage(folder: string, path: string): SitePage {
  const elements = allElements(parse(readFileSync(join(folder, path), "utf8")));
  const attributes = elements.flatMap((element) => element.attrs.map((attribute) => ({ element, ...attribute })));
  return {
    path,
    ids: attributes.filter(({ name }) => name === "id").map(({ value }) => value),
    references: attributes
      .filter(({ name }) => referring.has(name))
      .map(({ element, name, value }) => ({ value, loads: name === "src" || element.tagName === "link" })),
    inline: [...elements.filter(isInline).map(({ tagName }) => `<${tagName}>`), ...inlineAttributes(elements)],
  };
}

function isInline({ tagName, attrs }: ElementNode): boolean {
  // A block of data is never run, and the policy does not concern it.
  const isHarmless = attrs.some(({ name, value }) => name === "src" || value === "application/ld+json");
  return tagName === "style" || (tagName === "script" && !isHarmless);
}

function inlineAttributes(elements: readonly ElementNode[]): string[] {
  return elements.flatMap(({ tagName, attrs }) =>
    attrs
      .filter(({ name, value }) => name === "style" || name.startsWith("on") || /^\s*javascript:/iu.test(value))
      .map(({ name }) => `${name} of <${tagName}>`),
  );
}

/** All elements of a document in order; by a list of our own, since pages may nest deeper than the stack. */
function allElements(root: ParentNode): ElementNode[] {
  const found: ElementNode[] = [];
  const waiting: ParentNode[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ("tagName" in node) found.push(node);
    if ("content" in node) waiting.push(node.content);
    for (const child of node.childNodes.toReversed()) if ("childNodes" in child) waiting.push(child);
  }
  return found;
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  const again = values.filter((value) => seen.has(value) || !seen.add(value));
  return [...new Set(again)];
}
