import { required } from "./dom.ts";
import { makeRange, parseMonthCounts, rangeEnd, rangeMessage, rangeQuery, type MonthRange } from "./timeline-range.ts";

/** Pixels that a pointer may tremble and still click. */
const tremble = 4;

/** Lets a reader choose some months, in two fields or by drawing over the bars, and search them. */
export function startTimeline(root: HTMLElement): void {
  const months = parseMonthCounts(root.dataset["months"] ?? "");
  const bars = required(root, "#timeline-bars", HTMLElement);
  const form = required(root, "#timeline-range", HTMLFormElement);
  const from = required(form, "[name=from]", HTMLInputElement);
  const to = required(form, "[name=to]", HTMLInputElement);
  const output = required(form, "output", HTMLElement);
  const all = makeRange(months, { from: "", to: "" });
  let range = all;

  const show = (next: MonthRange) => {
    range = next;
    const isAll = range.from === all.from && range.to === all.to;
    markBars(bars, range, isAll);
    output.textContent = rangeMessage(months, range);
    history.replaceState(null, "", isAll ? location.pathname : rangeQuery(range));
  };
  const fill = (next: MonthRange) => {
    [from.value, to.value] = [rangeEnd(next, "from"), rangeEnd(next, "to")];
    show(next);
  };
  form.addEventListener("input", () => show(makeRange(months, { from: from.value, to: to.value })));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign((root.dataset["search"] ?? "") + rangeQuery(range, { sort: "oldest" }));
  });
  listenToDrawing(bars, (drawn) => fill(makeRange(months, drawn)));
  form.classList.add("is-ready");
  const asked = new URLSearchParams(location.search);
  fill(makeRange(months, { from: asked.get("from") ?? "", to: asked.get("to") ?? "" }));
}

function markBars(bars: HTMLElement, range: MonthRange, isAll: boolean): void {
  bars.classList.toggle("has-range", !isAll);
  for (const bar of bars.children) {
    const { from, to } = monthsOf(bar);
    bar.classList.toggle("is-chosen", !isAll && to >= range.from && from <= range.to);
  }
}

function listenToDrawing(bars: HTMLElement, onDraw: (range: MonthRange) => void): void {
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
    const [left, right] = [start.clientX, event.clientX].toSorted((a, b) => a - b).map((x) => monthsAt(bars, x));
    onDraw({ from: left?.from ?? "", to: right?.to ?? "" });
  });
  for (const type of ["pointerup", "pointercancel"]) bars.addEventListener(type, () => (start = undefined));
  // The end of a drawing is no click on the bar below.
  bars.addEventListener("click", (event) => isDrawing && event.preventDefault(), { capture: true });
  bars.addEventListener("dragstart", (event) => event.preventDefault());
}

/** The months of the bar nearest to a place across the window. */
function monthsAt(bars: HTMLElement, x: number): MonthRange {
  const items = [...bars.children];
  const bar = items.find((item) => item.getBoundingClientRect().right > x) ?? items.at(-1);
  return bar ? monthsOf(bar) : { from: "", to: "" };
}

function monthsOf(bar: Element): MonthRange {
  return { from: bar.getAttribute("data-from") ?? "", to: bar.getAttribute("data-to") ?? "" };
}
