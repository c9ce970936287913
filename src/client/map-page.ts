import { circleRadius, placesShown } from "../page/circles.ts";
import type { Mark } from "../page/labels.ts";
import type { MapData } from "../page/map-data.ts";
import { readableCount } from "../site/filters.ts";
import { base } from "./base.ts";
import { required } from "./dom.ts";
import { drawCircles, listPlaces, readMarks, showView } from "./map-drawing.ts";
import { formatFilter, type MapFilter } from "./map-filter.ts";
import { mapForm } from "./map-form.ts";
import { listenToGestures } from "./map-gestures.ts";
import { filterPlaces, type FilteredMap } from "./map-places.ts";
import { centreOf, magnifyView, moveView, restoredView, type View, viewAround } from "./map-view.ts";

/** Makes the map move, and count only the articles that a reader chooses. */
export function startMap(root: HTMLElement): void {
  const show = startMoving(root);
  startFiltering(root, show);
  pointFromList(root);
}

/** Lets the map be moved and magnified; gives what shows other circles, and brings them into sight. */
function startMoving(root: HTMLElement): (marks: readonly Mark[]) => void {
  const frame = required(root, "#map-frame", HTMLElement);
  const buttons = required(root, "#map-buttons", HTMLElement);
  const svg = required(root, "#map-drawing", SVGSVGElement);
  const { x, y, width, height } = svg.viewBox.baseVal;
  const whole: View = { x, y, width, height };
  let view = restoredView(history.state, whole) ?? whole;
  let marks: readonly Mark[] = readMarks(required(svg, "#map-circles", SVGGElement));
  let isWaiting = false;

  const show = (next: View) => {
    view = next;
    frame.classList.toggle("is-magnified", isMagnified());
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      showView(svg, view, marks);
    });
  };
  const isMagnified = () => view.width < whole.width * 0.999;
  const unitsPerPixel = () => view.width / (svg.clientWidth || view.width);
  listenToGestures(frame, buttons, {
    onMagnify: (factor, at) => {
      const { left, top } = svg.getBoundingClientRect();
      const units = unitsPerPixel();
      const point = at ? { x: view.x + (at.x - left) * units, y: view.y + (at.y - top) * units } : centreOf(view);
      show(magnifyView(view, whole, { factor, at: point }));
    },
    onMove: (pixels) => show(moveView(view, whole, { x: pixels.x * unitsPerPixel(), y: pixels.y * unitsPerPixel() })),
    onWhole: () => show(whole),
    isMagnified,
  });
  new ResizeObserver(() => show(view)).observe(svg);
  // For who comes back by the browser's own button.
  addEventListener("pagehide", () => {
    if (isMagnified()) history.replaceState({ view: [view.x, view.y, view.width] }, "");
  });
  frame.tabIndex = 0;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", "Map. Plus and minus magnify and reduce it, arrow keys move it, 0 shows the whole.");
  buttons.classList.add("is-ready");
  show(view);
  return (next) => {
    marks = next;
    show(viewAround(marks, whole));
  };
}

/** Lets the map be filtered; the address says how. */
function startFiltering(root: HTMLElement, show: (marks: readonly Mark[]) => void): void {
  const status = required(root, "#map-status", HTMLElement);
  const circles = required(root, "#map-circles", SVGGElement);
  const list = required(root, "#map-list", HTMLElement);
  const kinds = (root.dataset["kinds"] ?? "").trim().split(" ");
  const everything = status.textContent ?? "";
  let loading: Promise<MapData> | undefined;
  let asked: MapFilter | undefined;

  const load = () => {
    loading ??= loadMapData().catch((error: unknown) => {
      loading = undefined;
      status.textContent = "The numbers behind the map could not be loaded. Check the connection and try again.";
      throw error;
    });
    return loading;
  };
  const apply = async (filter: MapFilter) => {
    asked = filter;
    if (formatFilter(filter) === "" && !loading) return;
    const data = await load();
    if (asked !== filter) return;
    const filtered = filterPlaces(data, filter);
    const [most] = filtered.places;
    const shown = filtered.places
      .slice(0, placesShown)
      .map((place) => ({ ...place, radius: circleRadius(place.articles, most?.articles ?? 1) }));
    drawCircles(circles, shown, kinds);
    listPlaces(list, shown, kinds);
    show(shown);
    status.textContent = formatFilter(filter) === "" ? everything : filterMessage(filtered);
  };
  const form = mapForm(required(root, ".map-filter", HTMLFormElement), {
    onUse: async () => form.offerNames((await load()).names),
    onFilter: (filter) => {
      history.pushState(null, "", location.pathname + formatFilter(filter));
      void apply(filter);
    },
  });
  addEventListener("popstate", () => void apply(form.show(location.search)));
  void apply(form.show(location.search));
}

async function loadMapData(): Promise<MapData> {
  const response = await fetch(`${base}map/places.json`);
  if (!response.ok) throw new Error(`map/places.json: ${response.status}`);
  return response.json();
}

/** "12 places are named in 5 articles." */
export function filterMessage({ places, articles, unknown }: FilteredMap): string {
  const [name] = unknown;
  if (name !== undefined) return `“${name}” is not among the names that the map knows.`;
  if (places.length === 0) return "No place: no article fits.";
  const found = places.length === 1 ? "1 place is" : `${readableCount(places.length)} places are`;
  const drawn = places.length > placesShown ? `, of which the ${placesShown} most named are shown` : "";
  return `${found} named in ${readableCount(articles)} ${articles === 1 ? "article" : "articles"}${drawn}.`;
}

/** Pointing at a name in the list shows its circle. */
function pointFromList(root: HTMLElement): void {
  const circles = required(root, "#map-circles", SVGGElement);
  const point = ({ target }: Event) => {
    const href = target instanceof Element ? target.closest("a")?.getAttribute("href") : undefined;
    for (const link of circles.children) {
      link.classList.toggle("is-pointed", href !== undefined && link.getAttribute("href") === href);
    }
  };
  const list = required(root, "#map-list", HTMLElement);
  for (const type of ["pointerover", "focusin", "pointerleave", "focusout"]) list.addEventListener(type, point);
}
