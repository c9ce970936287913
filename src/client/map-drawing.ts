import { type CountryGroup, groupByCountry } from "../page/circles.ts";
import { type Label, type Mark, placeLabels } from "../page/labels.ts";
import { readableCount } from "../site/filters.ts";
import { base } from "./base.ts";
import { element } from "./dom.ts";
import type { CountedPlace } from "./map-places.ts";
import { pixelSizes, type View } from "./map-view.ts";

/** A place as the map shows it. */
export interface ShownPlace extends CountedPlace {
  /** Pixels. */
  readonly radius: number;
}

const svgNamespace = "http://www.w3.org/2000/svg";

/** What the page's template has drawn, as marks that can be named. */
export function readMarks(circles: SVGGElement): Mark[] {
  return [...circles.querySelectorAll("circle")].map((circle) => ({
    // "Iraq: 12 articles"
    name: circle.parentElement?.querySelector("title")?.textContent?.replace(/: [\d,]+ articles?$/u, "") ?? "",
    x: circle.cx.baseVal.value,
    y: circle.cy.baseVal.value,
    radius: circle.r.baseVal.value,
  }));
}

/** Draws a circle for each place, the largest below the others; `kinds` are the archive's, in order. */
export function drawCircles(group: SVGGElement, places: readonly ShownPlace[], kinds: readonly string[]): void {
  const links = places.map(({ name, url, kind, x, y, articles, radius }) => {
    const circle = svgElement("circle", { cx: x, cy: y, r: radius });
    const title = svgElement("title", {});
    title.textContent = `${name}: ${readableCount(articles)} ${articles === 1 ? "article" : "articles"}`;
    const link = svgElement("a", { class: kindClass(kind, kinds), href: addressOf(url), tabindex: -1 });
    link.append(title, circle);
    return link;
  });
  group.replaceChildren(...links);
}

/** Shows a part of the map: circles and names keep their size in pixels, and as many names are there as have room. */
export function showView(svg: SVGSVGElement, view: View, marks: readonly Mark[]): void {
  const { name, circle } = pixelSizes(view, svg.clientWidth || view.width);
  svg.setAttribute("viewBox", [view.x, view.y, view.width, view.height].map((value) => value.toFixed(2)).join(" "));
  svg.style.setProperty("--name", String(name));
  svg.style.setProperty("--circle", String(circle));
  const box = { left: view.x, top: view.y, right: view.x + view.width, bottom: view.y + view.height };
  const sized = marks.map((mark) => ({ ...mark, radius: (mark.radius * circle) / name }));
  const labels = placeLabels(sized, { scale: name, box });
  svg.querySelector("#map-labels")?.replaceChildren(...labels.map(labelElement));
}

/** Lists places under their countries, as the template does. */
export function listPlaces(list: HTMLElement, places: readonly ShownPlace[], kinds: readonly string[]): void {
  const nowhere = list.dataset["nowhere"] ?? "";
  list.replaceChildren(...groupByCountry(places).map((group) => countrySection(group, { nowhere, kinds })));
}

function countrySection(
  { country, places }: CountryGroup<ShownPlace>,
  { nowhere, kinds }: { readonly nowhere: string; readonly kinds: readonly string[] },
): HTMLElement {
  const items = places.map(({ name, url, kind, articles }) => {
    const link = element("a", { href: addressOf(url) }, element("bdi", {}, name));
    const count = element("span", { class: "count" }, readableCount(articles));
    return element("li", { class: kindClass(kind, kinds) }, link, " ", count);
  });
  const heading = element("h3", { class: "label" }, country || nowhere);
  return element("section", { class: "map-country" }, heading, element("ul", { class: "leaders" }, ...items));
}

function labelElement({ name, x, y, dx, dy, anchor }: Label): SVGElement {
  const text = svgElement("text", { x: dx, y: dy, "text-anchor": anchor });
  text.textContent = name;
  const group = svgElement("g", { transform: `translate(${x} ${y})` });
  group.append(text);
  return group;
}

function kindClass(kind: string, kinds: readonly string[]): string {
  return `kind-${kinds.indexOf(kind) + 1}`;
}

function addressOf(url: string): string {
  return base + url.slice(1);
}

function svgElement(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(svgNamespace, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}
