/** A small map that shows where in the world a place lies, for the place's own page. */

import { geoAzimuthalEqualArea, geoDistance } from "d3-geo";
import { isOnEarth } from "./located.ts";
import { landOf, type Bounds } from "./land.ts";
import { outlinePath } from "./outline.ts";

const width = 320;
const height = 240;
/** Units per radian: some 40 degrees from edge to edge. */
const scale = 460;
/** Half the diagonal of the map in radians, and a little more. */
const reach = 0.5;
/** Units that a line may be off. */
const tolerance = 1;
/** The same in degrees, and a little less. */
const landTolerance = 0.08;
/** Degrees: all places around one crossing of this grid share one drawing of the land. */
const grid = 10;

const drawings = new Map<string, string>();

/** An SVG of the lands around a place, some 40 degrees wide, with a ring at the place; "" when there is no such place on Earth. */
export function locatorMap(latitude: number, longitude: number): string {
  if (!isOnEarth(latitude, longitude)) return "";
  const [x, y] = projectionAround(latitude, longitude)([longitude, latitude]) ?? [width / 2, height / 2];
  const at = `cx="${x.toFixed(1)}" cy="${y.toFixed(1)}"`;
  return (
    `<svg class="locator" viewBox="0 0 ${width} ${height}" aria-hidden="true" focusable="false">` +
    landAround(latitude, longitude) +
    `<circle class="locator-ring" ${at} r="11"/><circle class="locator-dot" ${at} r="3.5"/></svg>`
  );
}

function landAround(latitude: number, longitude: number): string {
  const key = `${snap(latitude)} ${snap(longitude)}`;
  const drawing = drawings.get(key) ?? drawLand(latitude, longitude);
  drawings.set(key, drawing);
  return drawing;
}

function drawLand(latitude: number, longitude: number): string {
  const projection = projectionAround(latitude, longitude);
  const { land, borders } = landOf({
    tolerance: landTolerance,
    isNear: (bounds) => isNear(bounds, [snap(longitude), snap(latitude)]),
  });
  return (
    `<path class="map-land" transform="scale(.1)" d="${outlinePath(land, projection, tolerance)}"/>` +
    `<path class="map-borders" transform="scale(.1)" d="${outlinePath(borders, projection, tolerance)}"/>`
  );
}

function projectionAround(latitude: number, longitude: number) {
  return geoAzimuthalEqualArea()
    .rotate([-snap(longitude), -snap(latitude)])
    .scale(scale)
    .precision(0)
    .translate([width / 2, height / 2])
    .clipAngle((reach * 180) / Math.PI)
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
}

function snap(degrees: number): number {
  return Math.round(degrees / grid) * grid;
}

/** Whether some of a country may be in view; a country that only seems to be is clipped away later. */
function isNear({ west, south, east, north }: Bounds, [longitude, latitude]: readonly [number, number]): boolean {
  const isBetween = west <= east ? west <= longitude && longitude <= east : west <= longitude || longitude <= east;
  const nearestNorth = Math.min(north, Math.max(south, latitude));
  if (isBetween) return geoDistance([longitude, latitude], [longitude, nearestNorth]) < reach;
  // Meridians draw together towards the poles: the nearest point of a side is at some latitude of it, so ask a few.
  return [west, east].some((side) =>
    [south, nearestNorth, north, (south + north) / 2].some(
      (parallel) => geoDistance([longitude, latitude], [side, parallel]) < reach,
    ),
  );
}
