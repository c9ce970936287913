import { required } from "./dom.ts";
import { makeRange, parseYearCounts, rangeMessage, searchQuery, type YearRange } from "./timeline-range.ts";

/** Pixels that a pointer may tremble and still click. */
const tremble = 4;

/** Lets a reader choose some years, in two fields or by drawing over the bars, and search them. */
export function startTimeline(root: HTMLElement): void {
  const years = parseYearCounts(root.dataset["years"] ?? "");
  const bars = required(root, "#timeline-bars", HTMLElement);
  const form = required(root, "#timeline-range", HTMLFormElement);
  const from = required(form, "[name=from]", HTMLInputElement);
  const to = required(form, "[name=to]", HTMLInputElement);
  const output = required(form, "output", HTMLElement);
  const all = makeRange(years, Number.NaN, Number.NaN);
  let range = all;

  const show = (next: YearRange) => {
    range = next;
    const isAll = range.from === all.from && range.to === all.to;
    markBars(bars, range, isAll);
    output.textContent = rangeMessage(years, range);
    history.replaceState(null, "", isAll ? location.pathname : `?from=${range.from}&to=${range.to}`);
  };
  const showDrawn = (drawn: YearRange) => {
    const next = makeRange(years, drawn.from, drawn.to);
    [from.value, to.value] = [String(next.from), String(next.to)];
    show(next);
  };
  form.addEventListener("input", () => show(makeRange(years, from.valueAsNumber, to.valueAsNumber)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign((root.dataset["search"] ?? "") + searchQuery(years, range));
  });
  listenToDrawing(bars, showDrawn);
  form.classList.add("is-ready");
  const asked = new URLSearchParams(location.search);
  const yearOf = (key: string) => Number.parseInt(asked.get(key) ?? "", 10);
  showDrawn({ from: yearOf("from"), to: yearOf("to") });
}

function markBars(bars: HTMLElement, range: YearRange, isAll: boolean): void {
  bars.classList.toggle("has-range", !isAll);
  for (const bar of bars.children) {
    const { from, to } = yearsOf(bar);
    bar.classList.toggle("is-chosen", !isAll && to >= range.from && from <= range.to);
  }
}

function listenToDrawing(bars: HTMLElement, onDraw: (range: YearRange) => void): void {
  let start: PointerEvent | undefined;
  let isDrawing = false;

  bars.addEventListener("pointerdown", (event) => {
    start = event;
    isDrawing = false;
  });
  bars.addEventListener("pointermove", (event) => {
    if (!start || (!isDrawing && Math.abs(event.clientX - start.clientX) < tremble)) return;
    if (!isDrawing) bars.setPointerCapture(event.pointerId);
    isDrawing = true;
    const ends = [yearsAt(bars, start.clientX), yearsAt(bars, event.clientX)].toSorted((a, b) => a.from - b.from);
    onDraw({ from: ends[0]?.from ?? Number.NaN, to: ends[1]?.to ?? Number.NaN });
  });
  for (const type of ["pointerup", "pointercancel"]) bars.addEventListener(type, () => (start = undefined));
  // The end of a drawing is no click on the bar below.
  bars.addEventListener("click", (event) => isDrawing && event.preventDefault(), { capture: true });
  bars.addEventListener("dragstart", (event) => event.preventDefault());
}

/** The years of the bar nearest to a place across the window. */
function yearsAt(bars: HTMLElement, x: number): YearRange {
  const items = [...bars.children];
  const bar = items.find((item) => item.getBoundingClientRect().right > x) ?? items.at(-1);
  return bar ? yearsOf(bar) : { from: Number.NaN, to: Number.NaN };
}

function yearsOf(bar: Element): YearRange {
  return { from: Number(bar.getAttribute("data-from")), to: Number(bar.getAttribute("data-to")) };
}
