import type { Page, PlainFile } from "../types.ts";
import { circleRadius, groupByCountry, placesShown } from "./circles.ts";
import { present, someOf } from "./data.ts";
import type { Filing } from "./filing.ts";
import { frameAround, type Frame } from "./frame.ts";
import { placeLabels, type Box, type Mark } from "./labels.ts";
import { landOf } from "./land.ts";
import { locatedEntities, type LocatedEntity } from "./located.ts";
import { filterKinds, mapData, placeFacts } from "./map-data.ts";
import { outlinePath } from "./outline.ts";

/** Units that coasts and borders may be off. */
const tolerance = 0.5;

/** How many units of the map's paper a pixel of a name, and of a circle, is before any script runs; the stylesheet agrees. */
const wide = { name: 1, circle: 1 };
const narrow = { name: 3, circle: 2 };

/** The page `/map/`: where everything lies whose position is known, drawn and listed. */
export function mapPage(filing: Filing): Page {
  const located = locatedEntities(filing.entities);
  const drawn = located.length === 0 ? {} : { ...drawing(located), ...filters(filing, located) };
  return {
    path: "map.md",
    data: present({ layout: "map.njk", title: "Map", permalink: "/map/", ...drawn }),
    body: "",
  };
}

/** What the page's script filters by: in which articles each place is named. */
export function* mapFiles(filing: Filing): Generator<PlainFile> {
  const located = locatedEntities(filing.entities);
  if (located.length === 0) return;
  yield { path: "map/places.json", text: `${JSON.stringify(mapData(filing, located, frameOf(located)))}\n` };
}

function frameOf(located: readonly LocatedEntity[]): Frame {
  return frameAround(located.map(({ longitude, latitude }) => [longitude, latitude]));
}

function filters(filing: Filing, located: readonly LocatedEntity[]) {
  const dates = filing.articles.flatMap(({ article: { date } }) => date ?? []);
  return {
    scripts: ["map.js"],
    filters: someOf(filterKinds(filing, located)),
    first: dates[0]?.slice(0, 4),
    last: dates.at(-1)?.slice(0, 4),
  };
}

function drawing(located: readonly LocatedEntity[]) {
  const frame = frameOf(located);
  const places = located.slice(0, placesShown);
  const most = places[0]?.filed.articles ?? 1;
  const circles = places.map((place) => ({
    ...placeFacts(place, frame),
    radius: circleRadius(place.filed.articles, most),
    articles: place.filed.articles,
  }));
  const { land, borders } = landOf({ tolerance: 0, isNear: () => true });
  const { width, height, projection } = frame;
  return {
    width,
    height,
    globe: outlinePath({ type: "Sphere" }, projection, tolerance),
    land: outlinePath(land, projection, tolerance),
    borders: outlinePath(borders, projection, tolerance),
    placeCount: located.length,
    indexes: [...new Set(located.map(({ filed }) => filed.kind.plural))],
    circles,
    labels: labels(circles, { left: 0, top: 0, right: width, bottom: height }),
    groups: groupByCountry(circles.map((circle, index) => ({ ...circle, index }))).map((group) => ({
      country: group.country,
      members: group.places.map(({ index }) => index),
    })),
  };
}

/** The names that have room before any script runs, on a wide screen and on a narrow one. */
function labels(marks: readonly Mark[], box: Box) {
  const onScreen = ({ name, circle }: typeof wide) =>
    placeLabels(
      marks.map((mark) => ({ ...mark, radius: (mark.radius * circle) / name })),
      { scale: name, box },
    );
  return { wide: onScreen(wide), narrow: onScreen(narrow) };
}
