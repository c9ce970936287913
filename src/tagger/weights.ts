/** Weights while they are learnt, by AdaGrad, with the sum that their average is made of. */
export interface Weights {
  readonly now: Float32Array;
  /** Sums of the squares of each weight's gradients. */
  readonly squares: Float32Array;
  readonly sums: Float32Array;
}

/** So many weights, zero unless a start is given. */
export function createWeights(length: number, start: () => number = () => 0): Weights {
  const now = new Float32Array(length);
  for (let i = 0; i < length; i += 1) now[i] = start();
  return { now, squares: new Float32Array(length), sums: new Float32Array(length) };
}

/** Moves all weights against their gradient; where it is 0 nothing happens. */
export function descend(weights: Weights, gradient: Float32Array, rate: number): void {
  descendRow(weights, 0, gradient, rate);
}

/** Moves the weights from `at` on against their gradient, which is `scale` times what is given. */
export function descendRow(
  { now, squares }: Weights,
  at: number,
  gradient: Float32Array,
  rate: number,
  scale = 1,
): void {
  for (let i = 0; i < gradient.length; i += 1) {
    const slope = gradient[i]! * scale;
    if (slope === 0) continue;
    squares[at + i]! += slope * slope;
    now[at + i]! -= (rate * slope) / (Math.sqrt(squares[at + i]!) + 1e-6);
  }
}

/** Counts the weights as they are for the average. */
export function remember({ now, sums }: Weights): void {
  for (let i = 0; i < now.length; i += 1) sums[i]! += now[i]!;
}

/** The average of the weights that were remembered so many times. */
export function averageOf({ sums }: Weights, count: number): Float32Array {
  return sums.map((sum) => sum / count);
}
