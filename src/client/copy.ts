import { element } from "./dom.ts";

/** How long a button says what it did, in milliseconds. */
const remembered = 2000;

/** Shows the buttons that copy a text of the page, or a file of the site, where the browser lets a page copy. */
export function startCopying(): void {
  // Absent where a site is served without encryption.
  if (!("clipboard" in navigator)) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => void copy(button));
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const status = element("span", { class: "copied", role: "status" });
  button.after(status);
  const isCopied = await copyText(button.dataset["copy"] ?? "").catch(() => false);
  status.textContent = isCopied ? " Copied" : " Not copied: select the text or download the file instead";
  setTimeout(() => status.remove(), remembered);
}

/** Copies the element of an id, "citation", or the file at a path, "/articles/kabul/cite.bib". */
async function copyText(source: string): Promise<boolean> {
  const text = source.startsWith("/") ? await fileText(source) : document.getElementById(source)?.textContent;
  if (text === null || text === undefined) return false;
  await navigator.clipboard.writeText(text);
  return true;
}

async function fileText(path: string): Promise<string | undefined> {
  const response = await fetch(path);
  return response.ok ? response.text() : undefined;
}
