/**
 * Scores in whole grains of sixteen bits, side by side in one store: what some thousand words add then stays in the
 * processor's cache, and sums are the same in any order.
 */

/** What one grain stands for; scores lie between -32 and 32. */
export const GRAIN = 1 / 1024;

const MOST = 32_767;

/** Rows of grains, one behind the other. */
export interface Store {
  grains: Int16Array;
  used: number;
}

/** An empty store, with room for so many grains before it has to grow. */
export function createStore(room: number): Store {
  return { grains: new Int16Array(room), used: 0 };
}

/** Makes room for so many grains; gives where they begin. */
export function reserve(store: Store, length: number): number {
  const start = store.used;
  store.used += length;
  if (store.used > store.grains.length) {
    const larger = new Int16Array(2 * store.used);
    larger.set(store.grains);
    store.grains = larger;
  }
  return start;
}

/** Writes a row of grains, rounded, from `at` on; what is beyond the range is cut off. */
export function writeGrains(row: Float32Array | Float64Array | Int32Array, grains: Int16Array, at: number): void {
  for (let i = 0; i < row.length; i += 1) grains[at + i] = Math.max(-MOST, Math.min(MOST, Math.round(row[i]!)));
}

/** Adds `sums.length` grains that begin at `at` to sums of grains. */
export function addGrains(grains: Int16Array, at: number, sums: Int32Array): void {
  const length = sums.length;
  let i = 0;
  // Four at a time, which takes a quarter of the steps.
  for (; i + 3 < length; i += 4) {
    sums[i] = (sums[i]! + grains[at + i]!) | 0;
    sums[i + 1] = (sums[i + 1]! + grains[at + i + 1]!) | 0;
    sums[i + 2] = (sums[i + 2]! + grains[at + i + 2]!) | 0;
    sums[i + 3] = (sums[i + 3]! + grains[at + i + 3]!) | 0;
  }
  for (; i < length; i += 1) sums[i] = (sums[i]! + grains[at + i]!) | 0;
}
