/** Shapes on the globe as SVG paths that are as short as a drawing of their size allows. */

import { geoPath, type GeoPermissibleObjects, type GeoProjection } from "d3-geo";

/** A point of a line on paper. */
export type Point = readonly [x: number, y: number];

interface Line {
  readonly points: Point[];
  isClosed: boolean;
}

/** Paths are in tenths of a unit, as whole numbers: draw them with `transform="scale(.1)"`. */
export const pathScale = 10;

/** The path of a shape without the points that lie within `tolerance` units of the line; "" when none of it is in view. */
export function outlinePath(shape: GeoPermissibleObjects, projection: GeoProjection, tolerance: number): string {
  return projectedLines(shape, projection)
    .map(({ points, isClosed }) => linePath(simplifyLine(points, tolerance), isClosed))
    .join("");
}

function projectedLines(shape: GeoPermissibleObjects, projection: GeoProjection): readonly Line[] {
  const lines: Line[] = [];
  geoPath(projection, {
    beginPath: () => undefined,
    arc: () => undefined,
    moveTo: (x, y) => lines.push({ points: [[x, y]], isClosed: false }),
    lineTo: (x, y) => lines.at(-1)?.points.push([x, y]),
    closePath: () => {
      const line = lines.at(-1);
      if (!line?.points[0]) return;
      line.points.push(line.points[0]);
      line.isClosed = true;
    },
  })(shape);
  return lines;
}

/** Leaves out points within `tolerance` of the line: Douglas and Peucker, "Algorithms for the reduction of points", 1973. */
export function simplifyLine(points: readonly Point[], tolerance: number): Point[] {
  const kept = new Set([0, points.length - 1]);
  const open: (readonly [first: number, last: number])[] = [[0, points.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const { index, distance } = farthestPoint(points, part);
    if (distance <= tolerance) continue;
    kept.add(index);
    open.push([part[0], index], [index, part[1]]);
  }
  return points.filter((_, index) => kept.has(index));
}

function farthestPoint(points: readonly Point[], [first, last]: readonly [first: number, last: number]) {
  let farthest = { index: first, distance: 0 };
  const [from, to] = [points[first], points[last]];
  if (!from || !to) return farthest;
  for (let index = first + 1; index < last; index += 1) {
    const distance = distanceToSegment(points[index] ?? from, from, to);
    if (distance > farthest.distance) farthest = { index, distance };
  }
  return farthest;
}

function distanceToSegment([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  // A ring begins and ends in one point.
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}

/** "M4802 2113l12-7 3 4z": from the first point on, each point as its distance from the one before. */
function linePath(points: readonly Point[], isClosed: boolean): string {
  const tenths = points.map(([x, y]) => [Math.round(x * pathScale), Math.round(y * pathScale)] as const);
  const steps = tenths.slice(1).flatMap(([x, y], index) => {
    const [x0, y0] = tenths[index] ?? [0, 0];
    return x === x0 && y === y0 ? [] : [x - x0, y - y0];
  });
  // An island of one or two points has no area.
  if (steps.length < (isClosed ? 6 : 2)) return "";
  // "z" draws the last step.
  const drawn = isClosed ? steps.slice(0, -2) : steps;
  return `M${tenths[0]?.join(" ")}l${joinNumbers(drawn)}${isClosed ? "z" : ""}`;
}

function joinNumbers(numbers: readonly number[]): string {
  return numbers.join(" ").replaceAll(" -", "-");
}
