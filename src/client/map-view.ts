/** The part of a map in sight, and how it moves; in units of the map's drawing, y growing downwards. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A point of the drawing. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far a map can be magnified: beyond that, coasts are straight lines. */
const mostMagnified = 16;
/** How far it is magnified by itself: the reader should still see where on the map that is. */
const mostFitted = 6;
const roomAround = 1.35;

/** Magnifies by a factor, or reduces by one below 1, and leaves one point where it is. */
export function magnifyView(view: View, whole: View, { factor, at }: { factor: number; at: Point }): View {
  const width = clamp(view.width / factor, whole.width / mostMagnified, whole.width);
  const change = width / view.width;
  return insideWhole(
    {
      x: at.x - (at.x - view.x) * change,
      y: at.y - (at.y - view.y) * change,
      width,
      height: (width / whole.width) * whole.height,
    },
    whole,
  );
}

/** Moves the view over the drawing, not beyond its edges. */
export function moveView(view: View, whole: View, { x, y }: Point): View {
  return insideWhole({ ...view, x: view.x + x, y: view.y + y }, whole);
}

/** The closest view that holds some points with room around them; the whole map when there are none. */
export function viewAround(points: readonly Point[], whole: View): View {
  if (points.length === 0) return whole;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right] = [leastOf(xs), -leastOf(xs.map((x) => -x))];
  const [top, bottom] = [leastOf(ys), -leastOf(ys.map((y) => -y))];
  const wanted = Math.max(right - left, ((bottom - top) / whole.height) * whole.width, whole.width / mostFitted);
  const at = { x: (left + right) / 2, y: (top + bottom) / 2 };
  const width = Math.min(whole.width, wanted * roomAround);
  const height = (width / whole.width) * whole.height;
  return insideWhole({ x: at.x - width / 2, y: at.y - height / 2, width, height }, whole);
}

/** The middle of what is in sight. */
export function centreOf({ x, y, width, height }: View): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** How many units of the drawing a pixel of a name, and of a circle, takes, when the view is so many pixels wide. */
export function pixelSizes(view: View, pixels: number): { readonly name: number; readonly circle: number } {
  const name = view.width / pixels;
  // On a phone circles are smaller, for the map is.
  return { name, circle: name * (0.55 + 0.45 * Math.min(1, pixels / 1100)) };
}

/** Reads what an earlier visit left in the history; nothing when that is no view of this map. */
export function restoredView(state: unknown, whole: View): View | undefined {
  if (typeof state !== "object" || state === null || !("view" in state) || !Array.isArray(state.view)) return undefined;
  const [x, y, width] = state.view.map(Number);
  if (x === undefined || y === undefined || !width || !Number.isFinite(x + y + width)) return undefined;
  const at = { x, y };
  return moveView(magnifyView({ ...whole, ...at }, whole, { factor: whole.width / width, at }), whole, { x: 0, y: 0 });
}

function leastOf(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

function insideWhole(view: View, whole: View): View {
  return {
    ...view,
    x: clamp(view.x, whole.x, whole.x + whole.width - view.width),
    y: clamp(view.y, whole.y, whole.y + whole.height - view.height),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}
