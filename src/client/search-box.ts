import { base } from "./base.ts";
import { element, isTyping } from "./dom.ts";
import { type BoxIndex, loadBoxIndex } from "./box-index.ts";
import { bundlePath, type HitData } from "./pagefind.ts";
import { resultItem } from "./result.ts";
import { formatState } from "./state.ts";

interface PagefindModal extends HTMLElement {
  open(): void;
}

interface PagefindResults extends HTMLElement {
  resultTemplate: (hit: HitData) => Element;
}

/** The field in which Pagefind's components keep their index. */
const indexField = "__pagefind__";

interface PagefindInstance {
  [indexField]: BoxIndex;
}

declare global {
  interface Window {
    PagefindComponents: { getInstanceManager(): { getInstance(): PagefindInstance } };
  }
  interface HTMLElementTagNameMap {
    "pagefind-modal": PagefindModal;
    "pagefind-modal-header": HTMLElement;
    "pagefind-modal-body": HTMLElement;
    "pagefind-modal-footer": HTMLElement;
    "pagefind-input": HTMLElement;
    "pagefind-summary": HTMLElement;
    "pagefind-results": PagefindResults;
  }
}

/** Turns the header's link to the search page into a button that opens Pagefind's search box, also by "/" and Ctrl+K. */
export function startSearchBox(): void {
  const link = document.querySelector<HTMLAnchorElement>("a.search-open");
  if (!link) return;
  const button = element("button", { type: "button", class: link.className, "aria-haspopup": "dialog" });
  button.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K");
  button.append(...link.childNodes);
  link.replaceWith(button);
  button.addEventListener("click", openSearch);
  document.addEventListener("keydown", (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    openSearch();
  });
}

function openSearch(): void {
  // A page with a search form of its own needs no second one, nor a second index.
  const ownWords = document.querySelector<HTMLInputElement>("main input[name=q]");
  if (!ownWords) return void openSearchBox();
  ownWords.focus();
  ownWords.select();
}

function isShortcut(event: KeyboardEvent): boolean {
  if (event.key === "k") return event.ctrlKey || event.metaKey;
  return event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event);
}

let modal: Promise<PagefindModal> | undefined;

// Pagefind's components weigh more than a page: they come when they are first asked for.
async function openSearchBox(): Promise<void> {
  modal ??= loadModal();
  (await modal).open();
}

async function loadModal(): Promise<PagefindModal> {
  const [index] = await Promise.all([
    loadBoxIndex(),
    loadStylesheet(`${bundlePath}pagefind-component-ui.css`),
    import(`${bundlePath}pagefind-component-ui.js`),
  ]);
  // They would load an index of their own, and every filter with it, were there none yet.
  window.PagefindComponents.getInstanceManager().getInstance()[indexField] = index;
  const made = element("pagefind-modal", {}, modalHeader(), modalBody(), modalFooter());
  document.body.append(made);
  sendToSearchPage(made);
  return made;
}

function modalHeader(): HTMLElement {
  return element("pagefind-modal-header", {}, element("pagefind-input"));
}

function modalBody(): HTMLElement {
  const results = element("pagefind-results");
  results.resultTemplate = (hit) => resultItem(hit);
  return element("pagefind-modal-body", {}, element("pagefind-summary"), results);
}

function modalFooter(): HTMLElement {
  const link = element("a", { href: `${base}search/` }, "Search page, with filters and dates");
  return element("pagefind-modal-footer", {}, link);
}

/** Takes the words that were typed along to the search page, by its link or by Enter. */
function sendToSearchPage(box: PagefindModal): void {
  const link = box.querySelector<HTMLAnchorElement>("pagefind-modal-footer a");
  box.addEventListener("input", ({ target }) => {
    if (!link || !(target instanceof HTMLInputElement)) return;
    link.href = `${base}search/${formatState({ words: target.value.trim() })}`;
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing && event.target instanceof HTMLInputElement) link?.click();
  });
}

function loadStylesheet(href: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const link = element("link", { rel: "stylesheet", href });
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => reject(new Error(`cannot load ${href}`)));
    document.head.append(link);
  });
}
