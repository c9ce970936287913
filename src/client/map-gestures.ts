/** What a reader does to a map with buttons, keys, wheel, mouse and fingers. */
export interface MapGestures {
  /** Magnify by a factor around a point of the window; around the middle when there is none. */
  readonly onMagnify: (factor: number, at?: WindowPoint) => void;
  /** Move what is in sight by so many pixels. */
  readonly onMove: (pixels: WindowPoint) => void;
  readonly onWhole: () => void;
  readonly isMagnified: () => boolean;
}

/** A point of the window, or a way in it, in CSS pixels. */
export interface WindowPoint {
  readonly x: number;
  readonly y: number;
}

const buttonFactor = 1.6;
const keyStep = 60;
/** Pixels that a pointer may tremble and still click. */
const tremble = 4;

const arrows: Readonly<Record<string, WindowPoint>> = {
  ArrowLeft: { x: -keyStep, y: 0 },
  ArrowRight: { x: keyStep, y: 0 },
  ArrowUp: { x: 0, y: -keyStep },
  ArrowDown: { x: 0, y: keyStep },
};

/** Listens to everything that can move or magnify a map. */
export function listenToGestures(frame: HTMLElement, buttons: HTMLElement, gestures: MapGestures): void {
  buttons.addEventListener("click", ({ target }) => {
    if (target instanceof HTMLButtonElement) pressButton(target.value, gestures);
  });
  frame.addEventListener("keydown", (event) => pressKey(event, gestures));
  frame.addEventListener("wheel", (event) => turnWheel(event, gestures), { passive: false });
  listenToPointers(frame, gestures);
}

function pressButton(value: string, { onMagnify, onWhole }: MapGestures): void {
  if (value === "in") onMagnify(buttonFactor);
  if (value === "out") onMagnify(1 / buttonFactor);
  if (value === "whole") onWhole();
}

function pressKey(event: KeyboardEvent, { onMagnify, onMove, onWhole, isMagnified }: MapGestures): void {
  // Those are the browser's own: Ctrl and "+" magnify the page.
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const arrow = arrows[event.key];
  if (arrow) {
    // The whole map cannot move: let the page scroll.
    if (!isMagnified()) return;
    onMove(arrow);
  } else if (event.key === "+" || event.key === "=") onMagnify(buttonFactor);
  else if (event.key === "-") onMagnify(1 / buttonFactor);
  else if (event.key === "0") onWhole();
  else return;
  event.preventDefault();
}

// A wheel alone scrolls the page; browsers also report two fingers on a touchpad as Ctrl and wheel.
function turnWheel(event: WheelEvent, { onMagnify }: MapGestures): void {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  onMagnify(Math.exp(-Math.max(-50, Math.min(50, event.deltaY)) / 100), { x: event.clientX, y: event.clientY });
}

/** One pointer drags, two pinch; on the whole map one finger scrolls the page. */
function listenToPointers(frame: HTMLElement, gestures: MapGestures): void {
  const pointers = new Map<number, WindowPoint>();
  let isDragging = false;

  frame.addEventListener("pointerdown", ({ pointerId, clientX, clientY }) => {
    if (pointers.size === 0) isDragging = false;
    pointers.set(pointerId, { x: clientX, y: clientY });
  });
  frame.addEventListener("pointermove", ({ pointerId, clientX, clientY }) => {
    const before = pointers.get(pointerId);
    const now = { x: clientX, y: clientY };
    if (!before || (!isDragging && distance(before, now) < tremble)) return;
    if (!isDragging) frame.setPointerCapture(pointerId);
    isDragging = true;
    const other = [...pointers].find(([id]) => id !== pointerId)?.[1];
    pointers.set(pointerId, now);
    if (other) pinch({ before, now, other }, gestures);
    else gestures.onMove({ x: before.x - now.x, y: before.y - now.y });
  });
  for (const type of ["pointerup", "pointercancel"] as const) {
    frame.addEventListener(type, ({ pointerId }) => pointers.delete(pointerId));
  }
  // The end of a drag is no click on the circle below.
  frame.addEventListener("click", (event) => isDragging && event.preventDefault(), { capture: true });
  frame.addEventListener("dragstart", (event) => event.preventDefault());
}

interface Fingers {
  readonly before: WindowPoint;
  readonly now: WindowPoint;
  readonly other: WindowPoint;
}

function pinch({ before, now, other }: Fingers, { onMagnify, onMove }: MapGestures): void {
  const [from, to] = [middle(before, other), middle(now, other)];
  const factor = distance(now, other) / Math.max(1, distance(before, other));
  if (factor > 0) onMagnify(factor, to);
  onMove({ x: from.x - to.x, y: from.y - to.y });
}

function middle(a: WindowPoint, b: WindowPoint): WindowPoint {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function distance(a: WindowPoint, b: WindowPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
