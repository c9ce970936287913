import { element } from "./dom.ts";
import { trimPunctuation } from "./excerpt.ts";
import { fold } from "./facet.ts";
import { highlightKey } from "./result.ts";

/** A stretch of text; `found` when it is one of the words looked for. */
interface Piece {
  readonly text: string;
  readonly found: boolean;
}

/** Cuts text into the words looked for, which are given folded, and what stands between them. */
export function splitWords(text: string, words: ReadonlySet<string>): Piece[] {
  return text.split(/(\s+)/u).flatMap((token) => {
    const word = trimPunctuation(token);
    if (!words.has(fold(word))) return token === "" ? [] : [{ text: token, found: false }];
    const start = token.indexOf(word);
    return [
      { text: token.slice(0, start), found: false },
      { text: word, found: true },
      { text: token.slice(start + word.length), found: false },
    ].filter((piece) => piece.text !== "");
  });
}

/** Marks in the page the words that a search found there, which the page's address carries. */
export function highlightPage(): void {
  const searched = new URLSearchParams(location.search).getAll(highlightKey);
  const body = document.querySelector("[data-pagefind-body]");
  if (searched.length === 0 || !body) return;
  const words = new Set(searched.map(fold));
  for (const node of textNodes(body)) markWords(node, words);
}

function textNodes(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && !node.parentElement?.closest("[data-pagefind-ignore], script, style")) nodes.push(node);
  }
  return nodes;
}

function markWords(node: Text, words: ReadonlySet<string>): void {
  const pieces = splitWords(node.data, words);
  if (!pieces.some((piece) => piece.found)) return;
  const marked = pieces.map((piece) => (piece.found ? element("mark", { class: "found" }, piece.text) : piece.text));
  node.replaceWith(...marked);
}
