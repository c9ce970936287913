/** What words and signals add to the hidden units, in grains: the hidden layer's first half, worked out place by place. */

import { signalInputs, type Word } from "./features.ts";
import { addGrains, GRAIN, writeGrains } from "./grains.ts";
import { CENTRES, PART_SIZE, PARTS, type Lexicon } from "./lexicon.ts";
import { addInput, BEYOND_INPUT, SPAN, UNKNOWN_INPUT, VECTOR, type Network } from "./network.ts";
import { numberOf } from "./table.ts";

/** Gives the grains for the units at a place of the window; they are good until the next are asked for. */
export interface UnitSums {
  /** Of a word without signals. */
  readonly ofWord: (word: Word, place: number) => Int32Array;
  /** Of the signals of a token, less what a word without signals has for them. */
  readonly ofSignals: (gazetteer: number, casing: number, place: number) => Int32Array;
  /** Of a place beyond the edge. */
  readonly ofBeyond: (place: number) => Int32Array;
}

const NONE = 0;

/** Prepares the sums of a network. */
export function unitSums(network: Network, lexicon: Lexicon): UnitSums {
  const { units } = network;
  const centres = centreSums(network, lexicon);
  const sums = new Int32Array(units);
  const added = new Float32Array(units);
  const addInputs = (hashes: readonly number[], place: number): void => {
    for (const hash of hashes) addInput(network, numberOf(network.inputs, hash), place, added, 0);
  };
  const inGrains = (): Int32Array => {
    for (let unit = 0; unit < units; unit += 1) sums[unit] = Math.round(added[unit]! / GRAIN);
    return sums;
  };
  return {
    ofWord: ({ number, inputs }, place) => {
      added.fill(0);
      addInputs(inputs, place);
      addInputs(signalInputs(NONE, NONE), place);
      if (number === 0) {
        addInput(network, UNKNOWN_INPUT, place, added, 0);
        return inGrains();
      }
      inGrains();
      for (let part = 0; part < PARTS; part += 1) {
        const code = lexicon.codes[(number - 1) * PARTS + part]!;
        addGrains(centres.grains, centres.rowOf(place, part, code), sums);
      }
      return sums;
    },
    ofSignals: (gazetteer, casing, place) => {
      added.fill(0);
      addInputs(signalInputs(NONE, NONE), place);
      for (let unit = 0; unit < units; unit += 1) added[unit] = -added[unit]!;
      addInputs(signalInputs(gazetteer, casing), place);
      return inGrains();
    },
    ofBeyond: (place) => {
      added.fill(0);
      addInput(network, BEYOND_INPUT, place, added, 0);
      return inGrains();
    },
  };
}

/** What the centres of the parts of a vector add to the units, worked out as they are met. */
function centreSums({ units, vectors }: Network, { centres }: Lexicon): CentreSums {
  const grains = new Int16Array(SPAN * PARTS * CENTRES * units);
  const isKnown = new Uint8Array(SPAN * PARTS * CENTRES);
  const added = new Float64Array(units);
  const workOut = (place: number, part: number, code: number, at: number): void => {
    added.fill(0);
    for (let i = 0; i < PART_SIZE; i += 1) {
      const value = centres[(part * CENTRES + code) * PART_SIZE + i]! / GRAIN;
      const from = (place * VECTOR + part * PART_SIZE + i) * units;
      for (let unit = 0; unit < units; unit += 1) added[unit]! += value * vectors[from + unit]!;
    }
    writeGrains(added, grains, at);
  };
  const rowOf = (place: number, part: number, code: number): number => {
    const row = (place * PARTS + part) * CENTRES + code;
    if (isKnown[row] === 0) workOut(place, part, code, row * units);
    isKnown[row] = 1;
    return row * units;
  };
  return { grains, rowOf };
}

interface CentreSums {
  readonly grains: Int16Array;
  /** Where the grains begin that a centre of a part adds at a place. */
  readonly rowOf: (place: number, part: number, code: number) => number;
}
