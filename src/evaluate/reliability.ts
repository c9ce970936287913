/** A guess with the confidence that it was made with. */
export interface Guess {
  readonly confidence: number;
  readonly isRight: boolean;
}

/** How many guesses of about one confidence are right. */
export interface Reliability {
  /** The least confidence of these guesses; the next row's is above them. */
  readonly from: number;
  readonly right: number;
  readonly total: number;
}

const steps = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95] as const;

/** Sorts guesses by confidence: when it means what it says, of those at 0.9 nine in ten are right. Empty rows are left out. */
export function reliabilityOf(guesses: readonly Guess[]): Reliability[] {
  const rows = steps.map((from, i) => {
    const own = guesses.filter(({ confidence }) => confidence >= from && confidence < (steps[i + 1] ?? Infinity));
    return { from, right: own.filter(({ isRight }) => isRight).length, total: own.length };
  });
  return rows.filter(({ total }) => total > 0);
}
