/** The sides of a box on the screen, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The screen, and the height at which something is pointed at. */
interface Screen extends Size {
  readonly y?: number | undefined;
}

/** Pixels between a name and its card. */
const distance = 6;
/** Pixels between a card and the edge of the screen. */
const margin = 8;

/** Where a card stands so that it hides nothing of the name, whose lines are given: below it, or above it where there is more room. */
export function placeCard(lines: readonly Box[], card: Size, screen: Screen): { left: number; top: number } {
  const { y } = screen;
  const line = lines.find(({ top, bottom }) => y !== undefined && top <= y && y <= bottom) ?? lines[0];
  const bottom = Math.max(...lines.map((box) => box.bottom));
  const top = Math.min(...lines.map((box) => box.top));
  const roomBelow = screen.height - bottom - distance;
  const isAbove = roomBelow < card.height && top - distance > roomBelow;
  return {
    left: Math.max(margin, Math.min(line?.left ?? 0, screen.width - card.width - margin)),
    top: isAbove ? top - distance - card.height : bottom + distance,
  };
}
