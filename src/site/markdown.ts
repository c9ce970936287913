import Markdown, { type MarkdownIt, type StateCore, type StateInline, type Token } from "markdown-it";

/** What links in an article need to know of the site. */
export interface LinkSite {
  /** The base path without its last slash: "" or "/archive". */
  readonly base: string;
  readonly kinds: readonly { readonly plural: string }[];
}

/**
 * Markdown as `page` writes it and nothing more: paragraphs, links to entities, a dateline in emphasis, escapes.
 * News text is not Markdown, so everything else (HTML, lists, headings, automatic links) is off.
 */
export function archiveMarkdown(site: LinkSite): MarkdownIt {
  const markdown = new Markdown("zero", { html: false }).enable(["escape", "entity", "link", "emphasis"]);
  markdown.validateLink = (url) => url.startsWith("/");
  // `page` writes ASCII URLs: there is nothing to normalise, and it is slow.
  markdown.normalizeLink = (url) => url;
  markdown.inline.ruler.at("escape", plainEscape);
  markdown.core.ruler.push("number_paragraphs", numberParagraphs);
  markdown.renderer.rules.paragraph_close = (tokens, index) => closeParagraph(tokens[index - 2]);
  markdown.renderer.rules.link_open = (tokens, index) => openMention(tokens[index], site);
  markdown.renderer.rules.em_open = () => '<span class="dateline">';
  markdown.renderer.rules.em_close = () => "</span>";
  return markdown;
}

/** `\*` is "*": the built-in rule makes a token of each, which is far too much for a text of nothing but signs. */
function plainEscape(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  const escaped = src.charAt(pos + 1);
  // ASCII punctuation: all that can be escaped in Markdown.
  if (src.charAt(pos) !== "\\" || !/[!-/:-@[-`{-~]/u.test(escaped)) return false;
  if (!silent) state.pending += escaped;
  state.pos += 2;
  return true;
}

/** Gives the n-th paragraph the id `pn`, which mentions elsewhere in the site point to. */
function numberParagraphs({ tokens }: StateCore): void {
  tokens
    .filter((token) => token.type === "paragraph_open")
    .forEach((token, index) => token.attrSet("id", `p${index + 1}`));
}

/** A paragraph ends in a link to itself; its sign comes from the stylesheet, so that the text stays the article's. */
function closeParagraph(opening: Token | undefined): string {
  const id = String(opening?.attrGet("id") ?? "");
  return `<a class="anchor" href="#${id}" aria-label="Link to paragraph ${id.slice(1)}"></a></p>\n`;
}

/** `/people/sergei-shoigu/` becomes a link of the first kind, under the base path. */
function openMention(token: Token | undefined, { base, kinds }: LinkSite): string {
  const url = String(token?.attrGet("href") ?? "/");
  const kind = kinds.findIndex(({ plural }) => url.startsWith(`/${plural}/`)) + 1;
  return `<a class="mention kind-${kind}" href="${base}${url}">`;
}
