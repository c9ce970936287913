/** A set of 32-bit keys that numbers them; open addressing, never more than half full. */
export interface Table {
  /** Key in each slot; a slot is empty when its number is 0. */
  readonly keys: Uint32Array;
  /** Number of the slot's key, from 1. */
  readonly numbers: Uint32Array;
}

/** An empty table for so many keys. */
export function createTable(size: number): Table {
  const slots = 2 ** Math.ceil(Math.log2(Math.max(size, 8) * 2));
  return { keys: new Uint32Array(slots), numbers: new Uint32Array(slots) };
}

/** The slot that holds the key, or the empty one where it belongs. The top bits lead, so that sorted keys fill it from front to back. */
export function slotOf({ keys, numbers }: Table, key: number): number {
  const last = keys.length - 1;
  let slot = key >>> (Math.clz32(last) & 31);
  while (numbers[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & last;
  return slot;
}

/** The key's number, from 1; 0 when it is not in the table. */
export function numberOf(table: Table, key: number): number {
  return table.numbers[slotOf(table, key)]!;
}

/** Gives a key its number, from 1. */
export function setNumber(table: Table, key: number, number: number): void {
  const slot = slotOf(table, key);
  table.keys[slot] = key;
  table.numbers[slot] = number;
}
