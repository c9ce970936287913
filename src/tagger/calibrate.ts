/** Makes chances mean what they say: Platt, "Probabilistic outputs for support vector machines", 1999. */

/** The line that the log-odds of a chance go through. */
export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

/** A chance that was given, and whether what it was given to was right. */
interface Outcome {
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

/** The calibration under which the outcomes are likeliest, by Newton's method; no step is taken that makes them less likely. */
export function fitCalibration(outcomes: readonly Outcome[]): Calibration {
  let fit = uncalibrated;
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = newtonStep(fit, outcomes);
    const tries = [1, 0.5, 0.25, 0.125].map((share) => {
      return { slope: fit.slope + share * step.slope, offset: fit.offset + share * step.offset };
    });
    fit = tries.find((next) => lossOf(next, outcomes) < lossOf(fit, outcomes)) ?? fit;
  }
  return fit;
}

function lossOf(fit: Calibration, outcomes: readonly Outcome[]): number {
  return outcomes.reduce((sum, { chance, isRight }) => {
    const odds = fit.slope * logOdds(chance) + fit.offset;
    return sum + Math.log1p(Math.exp(isRight ? -odds : odds));
  }, 0);
}

function newtonStep({ slope, offset }: Calibration, outcomes: readonly Outcome[]): Calibration {
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
  return { slope: -(bb * a - ab * b) / area, offset: -(aa * b - ab * a) / area };
}
