/** Numbers from 0 to 1 that look random and come in the same order in every run: the generator known as mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Gives what picks from a list as a language uses its words: the second half as often as the first, the third a third. */
export function zipfPicker<Item>(items: readonly Item[], random: () => number): () => Item {
  let sum = 0;
  const sums = items.map((_, rank) => (sum += 1 / (rank + 1)));
  return () => items[firstAbove(sums, random() * sum)]!;
}

/** The items in another order. */
export function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** Position of the first of some rising numbers that is above another. */
function firstAbove(rising: readonly number[], number: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! > number) high = middle;
    else low = middle + 1;
  }
  return low;
}
