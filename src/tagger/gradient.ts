import { addStepChances, chanceAt, stepsOf, sumChances } from "./chances.ts";
import type { Scores } from "./decode.ts";
import { TAGS } from "./labels.ts";

/** How the loss of a row of tokens changes with its scores. */
interface Gradient {
  /** `TAGS` a token. */
  readonly emissions: Float32Array;
  /** `TAGS` × `TAGS`. */
  readonly transitions: Float32Array;
}

/** The gradient of the negative log-likelihood of the gold tags: what is expected, less what is right. */
export function gradientOf(scores: Scores, gold: Uint8Array): Gradient {
  const chances = sumChances(scores, stepsOf(scores.transitions));
  const emissions = new Float32Array(scores.length * TAGS);
  const transitions = new Float32Array(TAGS * TAGS);
  for (let i = 0; i < scores.length; i += 1) {
    chanceAt(chances, i, emissions);
    emissions[i * TAGS + gold[i]!]! -= 1;
    if (i === 0) continue;
    addStepChances(chances, i, transitions);
    transitions[gold[i - 1]! * TAGS + gold[i]!]! -= 1;
  }
  return { emissions, transitions };
}
