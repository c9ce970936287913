/** Which circles of a map get a name beside them, and on which side: no name lies on another. Also used in the browser. */

/** A circle that may get a name; the most important ones come first. */
export interface Mark {
  readonly name: string;
  /** Centre, in units of the map. */
  readonly x: number;
  readonly y: number;
  /** In pixels, as names are measured: neither grows when the map is magnified. */
  readonly radius: number;
}

/** How a map is being looked at. */
export interface Sight {
  /** Units of the map in a pixel. */
  readonly scale: number;
  /** The part of the map in sight, in its units. */
  readonly box: Box;
}

/** A rectangle; y grows downwards. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A name that has found its place. */
export interface Label {
  readonly name: string;
  /** Centre of its circle, in units of the map. */
  readonly x: number;
  readonly y: number;
  /** From there to the anchor of the text's base line, in pixels. */
  readonly dx: number;
  readonly dy: number;
  /** SVG's `text-anchor`. */
  readonly anchor: "start" | "middle" | "end";
}

/** Pixels; the stylesheet sets the same size. */
const fontSize = 12;
const gap = 3;
/** A longer name would hide too much of the map. */
const longestName = 180;
const sides = ["right", "left", "above", "below"] as const;

type Side = (typeof sides)[number];

/**
 * Puts names beside the first marks that have room for them: greedily, so what is named more often is named first.
 * A name keeps off other circles where it can, and off their middles in any case.
 */
export function placeLabels(marks: readonly Mark[], sight: Sight): Label[] {
  const inSight = marks.filter(({ x, y }) => isInside({ left: x, top: y, right: x, bottom: y }, sight.box));
  const circles = inSight.map((mark) => ({
    mark,
    whole: wholeBox(mark, sight.scale),
    centre: centreBox(mark, sight.scale),
  }));
  const taken: Box[] = [];
  return inSight.flatMap((mark) => {
    const textWidth = widthOf(mark.name);
    if (textWidth > longestName) return [];
    const free = sides
      .map((side) => ({ side, box: labelBox(mark, { side, textWidth, scale: sight.scale }) }))
      .filter(({ box }) => isInside(box, sight.box) && !taken.some((other) => isOverlap(box, other)));
    const others = circles.filter((circle) => circle.mark !== mark);
    const found =
      free.find(({ box }) => !others.some(({ whole }) => isOverlap(box, whole))) ??
      free.find(({ box }) => !others.some(({ centre }) => isOverlap(box, centre)));
    if (!found) return [];
    taken.push(found.box);
    return [{ name: mark.name, x: mark.x, y: mark.y, ...offset(mark.radius, found.side) }];
  });
}

/** Where the text stands from the centre of its circle, in pixels. */
function offset(radius: number, side: Side): Pick<Label, "dx" | "dy" | "anchor"> {
  const distance = round(radius + gap);
  if (side === "right") return { dx: distance, dy: 4, anchor: "start" };
  if (side === "left") return { dx: -distance, dy: 4, anchor: "end" };
  // The base line of a text above leaves room for a "g", that of a text below for a capital.
  return side === "above"
    ? { dx: 0, dy: -distance - 1, anchor: "middle" }
    : { dx: 0, dy: distance + 8, anchor: "middle" };
}

interface Wish {
  readonly side: Side;
  /** In pixels. */
  readonly textWidth: number;
  readonly scale: number;
}

function labelBox({ x, y, radius }: Mark, { side, textWidth, scale }: Wish): Box {
  const { dx, dy, anchor } = offset(radius, side);
  const left = { start: dx, middle: dx - textWidth / 2, end: dx - textWidth }[anchor];
  return {
    left: x + left * scale,
    right: x + (left + textWidth) * scale,
    top: y + (dy - fontSize * 0.85) * scale,
    bottom: y + (dy + fontSize * 0.25) * scale,
  };
}

/** What of a circle no name may hide: all of a small one, the middle of a large one. */
function centreBox(mark: Mark, scale: number): Box {
  return boxAround(mark, Math.min(mark.radius, 3) * scale);
}

/** A circle's box but for its empty corners. */
function wholeBox(mark: Mark, scale: number): Box {
  return boxAround(mark, mark.radius * 0.85 * scale);
}

function boxAround({ x, y }: Mark, half: number): Box {
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

function isOverlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom
  );
}

/** Roughly: fonts differ, and the build has none. */
function widthOf(name: string): number {
  let width = 0;
  for (const character of name) width += widthOfCharacter(character);
  return width * fontSize;
}

function widthOfCharacter(character: string): number {
  if (/[fijlrt.,'’()\s-]/u.test(character)) return 0.4;
  // "漢", "한", "あ": as wide as high.
  if (character >= "\u1100" && !/\p{Script=Latin}/u.test(character)) return 1;
  return /[\p{Lu}mw\d]/u.test(character) ? 0.76 : 0.62;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
