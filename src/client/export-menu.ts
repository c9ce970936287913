import { readableCount } from "../site/filters.ts";
import { base } from "./base.ts";
import { element, required } from "./dom.ts";
import type { ArticleRecord } from "./export.ts";
import { once } from "./once.ts";
import { plainWords } from "./phrase.ts";

/** What is to be exported when a reader asks for it. */
export interface Exportable {
  /** Numbers of the articles, in the order in which they are listed. */
  readonly numbers: () => Promise<readonly number[]>;
  readonly count: number;
  /** What was searched for: it names the file. */
  readonly words: string;
}

/** The menu that exports the whole list of results. */
export interface ExportMenu {
  readonly offer: (exportable: Exportable) => void;
}

const longestName = 40;

/** Listens to the menu's buttons. */
export function exportMenu(root: HTMLElement): ExportMenu {
  const menu = required(root, "#search-export", HTMLDetailsElement);
  const what = required(menu, "#search-export-what", HTMLElement);
  const status = required(menu, "[role=status]", HTMLElement);
  const archive = root.dataset["title"] ?? "";
  const loadRecords = once(loadArticleRecords);
  let offered: Exportable | undefined;

  const save = async (format: string) => {
    if (!offered) return;
    const { exportFormats }: typeof import("./export.ts") = await import(root.dataset["export"] ?? "");
    const [records, numbers] = await Promise.all([loadRecords(), offered.numbers()]);
    const chosen = numbers.map((number) => records[number]).filter((record) => record !== undefined);
    const { type, write } = exportFormats[format] ?? {};
    if (!type || !write) return;
    download(new Blob([...write(chosen, archive)], { type: `${type};charset=utf-8` }), fileName(offered.words, format));
  };
  menu.addEventListener("click", async ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (!button) return;
    status.textContent = "Preparing …";
    try {
      await save(button.value);
      status.textContent = `${button.textContent} saved`;
    } catch (error) {
      status.textContent = "The archive’s data could not be loaded. Check the connection and try again.";
      throw error;
    }
  });
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  return {
    offer: (exportable) => {
      offered = exportable;
      menu.hidden = exportable.count === 0;
      status.textContent = "";
      const { count } = exportable;
      what.textContent = count === 1 ? "The article" : `All ${readableCount(count)} articles`;
    },
  };
}

async function loadArticleRecords(): Promise<readonly ArticleRecord[]> {
  const response = await fetch(`${base}data/articles.json`, { cache: "no-cache" });
  if (!response.ok) throw new Error(`data/articles.json: ${response.status}`);
  return response.json();
}

/** "kalibr-mosul.csv" */
function fileName(words: string, format: string): string {
  const name = plainWords(words, " ").slice(0, longestName).trim().replaceAll(" ", "-");
  return `${name === "" ? "articles" : name}.${format}`;
}

function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  element("a", { href: url, download: name }).click();
  // The browser has it by then; what is not given back stays in memory.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
