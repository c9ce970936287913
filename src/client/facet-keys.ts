/** Lets keys do in a facet what the mouse does: arrows move, "-" excludes, Enter takes the first that fits. */
export function listenToKeys(
  fieldset: HTMLElement,
  { narrow, list }: { readonly narrow: HTMLInputElement; readonly list: HTMLElement },
): void {
  fieldset.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const doKey = target === narrow ? narrowKeys(narrow, list)[key] : undefined;
    const did = target === narrow ? doKey?.() : target instanceof HTMLElement && rowKey(list, target, key);
    if (did) event.preventDefault();
  });
}

/** What keys do while a reader types; true when they did something. */
function narrowKeys(narrow: HTMLInputElement, list: HTMLElement): Readonly<Record<string, () => boolean>> {
  const first = () => list.querySelector<HTMLInputElement>("li:not([class]) input") ?? list.querySelector("input");
  const clear = () => {
    narrow.value = "";
    narrow.dispatchEvent(new Event("input"));
  };
  return {
    ArrowDown: () => {
      first()?.focus();
      return true;
    },
    Enter: () => {
      if (narrow.value.trim() !== "") first()?.click();
      clear();
      return true;
    },
    Escape: () => {
      if (narrow.value === "") return false;
      clear();
      return true;
    },
  };
}

/** What keys do on a row of the list; true when they did something. */
function rowKey(list: HTMLElement, target: HTMLElement, key: string): boolean {
  const row = target.closest("li");
  if (!row || !list.contains(row)) return false;
  if (key === "-" || key === "Delete") row.querySelector("button")?.click();
  else if (key === "ArrowDown") sameControl(row.nextElementSibling, target)?.focus();
  else if (key === "ArrowUp") (sameControl(row.previousElementSibling, target) ?? narrowOf(list))?.focus();
  else if (key === "ArrowRight") row.querySelector("button")?.focus();
  else if (key === "ArrowLeft") row.querySelector("input")?.focus();
  else return false;
  return true;
}

function sameControl(row: Element | null, control: HTMLElement): HTMLElement | null {
  return row?.querySelector<HTMLElement>(control.localName) ?? null;
}

function narrowOf(list: HTMLElement): HTMLInputElement | null {
  return list.parentElement?.querySelector<HTMLInputElement>(".facet-narrow:not([hidden])") ?? null;
}
