import type { NameRow } from "../page/names.ts";
import { readableCount } from "../site/filters.ts";
import { element, required } from "./dom.ts";
import { formatNameQuery, nameFinder, parseNameQuery, type NameQuery } from "./name-list.ts";

/** Names that are shown at first, and that each press of "Show more" adds. */
const shownAtOnce = 200;

const filter = document.querySelector(".names-filter");
if (filter instanceof HTMLFormElement) startNames(filter);

/** Filters all names of a kind as a reader types, and orders them; the plain list stands there until something is asked. */
function startNames(form: HTMLFormElement): void {
  const typed = required(form, "#names-typed", HTMLInputElement);
  const byCount = required(form, "[value=count]", HTMLInputElement);
  const byName = required(form, "[value=name]", HTMLInputElement);
  const list = startList(form.dataset["names"] ?? "");

  const fill = (query: NameQuery) => {
    typed.value = query.typed;
    (query.sort === "count" ? byCount : byName).checked = true;
    void list(query);
  };
  form.addEventListener("input", () => {
    const query: NameQuery = { typed: typed.value.trim(), sort: byCount.checked ? "count" : "name" };
    history.replaceState(null, "", location.pathname + location.search + formatNameQuery(query));
    void list(query);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", () => fill(parseNameQuery(location.hash)));
  form.classList.add("is-ready");
  if (formatNameQuery(parseNameQuery(location.hash)) !== "") fill(parseNameQuery(location.hash));
}

/** Gives what shows the names of a query; `folder` is the index's own address. */
function startList(folder: string): (query: NameQuery) => Promise<void> {
  const all = required(document, ".names-all", HTMLElement);
  const found = required(document, ".names-found", HTMLElement);
  const status = required(found, "[role=status]", HTMLElement);
  const list = required(found, "ul", HTMLUListElement);
  const more = required(found, ".names-more", HTMLButtonElement);
  let loading: Promise<ReturnType<typeof nameFinder>> | undefined;
  let asked: NameQuery | undefined;
  let rest: readonly NameRow[] = [];

  const showMore = () => {
    list.append(...rest.slice(0, shownAtOnce).map((row) => nameItem(row, folder)));
    rest = rest.slice(shownAtOnce);
    more.hidden = rest.length === 0;
  };
  more.addEventListener("click", showMore);
  return async (query) => {
    asked = query;
    const isAll = formatNameQuery(query) === "";
    [all.hidden, found.hidden] = [!isAll, isAll];
    if (isAll) return;
    loading ??= loadNames(folder);
    const find = await loading.catch(() => undefined);
    if (asked !== query) return;
    // The next letter tries again.
    if (!find) loading = undefined;
    rest = find?.(query) ?? [];
    status.textContent = find ? countMessage(rest.length) : "The names could not be loaded. Check the connection.";
    list.replaceChildren();
    showMore();
  };
}

async function loadNames(folder: string): Promise<ReturnType<typeof nameFinder>> {
  const response = await fetch(`${folder}names.json`);
  if (!response.ok) throw new Error(`names.json: ${response.status}`);
  return nameFinder(await response.json());
}

function countMessage(count: number): string {
  return count === 1 ? "1 name" : `${readableCount(count)} names`;
}

function nameItem([name, distinction, note, slug, articles]: NameRow, folder: string): HTMLLIElement {
  const link = element("a", { href: `${folder}${slug}/` }, element("bdi", {}, name));
  if (distinction !== "") link.append(" ", element("span", { class: "distinction" }, `(${distinction})`));
  const label = element("span", {}, link);
  if (note !== "") label.append(" ", element("span", { class: "note" }, note));
  return element("li", {}, label, " ", element("span", { class: "count" }, readableCount(articles)));
}
