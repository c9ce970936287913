/** How much of the globe a map shows, and where on the paper each place of it lies. */

import { geoEqualEarth, type GeoProjection } from "d3-geo";

/** Degrees east and north, in d3's order. */
export type Position = readonly [longitude: number, latitude: number];

/** A map's paper, in units that are pixels when the map is as wide as the page. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly projection: GeoProjection;
}

const width = 1100;
const leastHeight = 480;
const mostHeight = 680;
/** Units kept free of places on every side: a name needs room. */
const margin = 70;
/** Units per radian: an archive of one town is still shown with the country around it. */
const largestScale = 3000;

/** A frame that holds all the positions with a margin, in the Equal Earth projection turned to face them. */
export function frameAround(positions: readonly Position[]): Frame {
  const projection = geoEqualEarth()
    .rotate([-middleLongitude(positions), 0])
    .scale(1)
    .translate([0, 0]);
  const [left, right, top, bottom] = extent(
    positions.map(([longitude, latitude]) => project(projection, [longitude, latitude])),
  );
  const [across, down] = [right - left, bottom - top];
  const scale = Math.min((width - 2 * margin) / across, (mostHeight - 2 * margin) / down, largestScale);
  const height = Math.round(Math.max(leastHeight, Math.min(mostHeight, down * scale + 2 * margin)));
  projection
    .scale(scale)
    .translate([width / 2 - ((left + right) / 2) * scale, height / 2 - ((top + bottom) / 2) * scale])
    .clipExtent([
      [-1, -1],
      [width + 1, height + 1],
    ]);
  return { width, height, projection };
}

/** Where a position lies on the paper. */
export function project(projection: GeoProjection, [longitude, latitude]: Position): readonly [x: number, y: number] {
  return projection([longitude, latitude]) ?? [0, 0];
}

/** The middle of the arc that holds all the longitudes, which is opposite the middle of the widest gap between them. */
function middleLongitude(positions: readonly Position[]): number {
  const longitudes = positions.map(([longitude]) => longitude).toSorted((a, b) => a - b);
  const [first = 0] = longitudes;
  let widest = { end: first, gap: 0 };
  for (const [index, longitude] of longitudes.entries()) {
    const next = longitudes[index + 1] ?? first + 360;
    if (next - longitude > widest.gap) widest = { end: next, gap: next - longitude };
  }
  const middle = widest.end + (360 - widest.gap) / 2;
  return middle > 180 ? middle - 360 : middle;
}

function extent(points: readonly (readonly [x: number, y: number])[]): [number, number, number, number] {
  if (points.length === 0) return [0, 0, 0, 0];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return [left, right, top, bottom];
}
