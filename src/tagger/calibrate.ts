/** Makes chances mean what they say: Platt, "Probabilistic outputs for support vector machines", 1999. */

/** The line that the log-odds of a chance go through. */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

/** A chance that was given, and whether what it was given to was right. */
export interface Outcome {
  readonly chance: number;
  readonly isRight: boolean;
}

/** Leaves chances as they are. */
export const uncalibrated: Calibration = { slope: 1, offset: 0 };

/** Nothing is surer than this. */
const SUREST = 0.999;
const ROUNDS = 30;

/** The chance after calibration. */
export function calibrate(chance: number, { slope, offset }: Calibration): number {
  return Math.min(SUREST, 1 / (1 + Math.exp(-(slope * logOdds(chance) + offset))));
}

function logOdds(chance: number): number {
  const within = Math.min(SUREST, Math.max(1 - SUREST, chance));
  return Math.log(within / (1 - within));
}

/** The calibration under which the outcomes are likeliest, by Newton's method. */
export function fitCalibration(outcomes: readonly Outcome[]): Calibration {
  let fit = uncalibrated;
  for (let round = 0; round < ROUNDS; round += 1) fit = improve(fit, outcomes);
  return fit;
}

function improve({ slope, offset }: Calibration, outcomes: readonly Outcome[]): Calibration {
  // A little of the identity keeps the curvature from vanishing when all outcomes are right.
  let [aa, ab, bb, a, b] = [1e-3, 0, 1e-3, 0, 0];
  for (const { chance, isRight } of outcomes) {
    const odds = logOdds(chance);
    const guess = 1 / (1 + Math.exp(-(slope * odds + offset)));
    const miss = guess - (isRight ? 1 : 0);
    const weight = guess * (1 - guess);
    a += miss * odds;
    b += miss;
    aa += weight * odds * odds;
    ab += weight * odds;
    bb += weight;
  }
  const area = aa * bb - ab * ab;
  return { slope: slope - (bb * a - ab * b) / area, offset: offset - (aa * b - ab * a) / area };
}
