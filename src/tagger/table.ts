/** A set of signed 32-bit keys that numbers them; open addressing, never more than half full. */
export interface Table {
  /** For each slot a key and, from 1, its number; the slot is empty when that is 0. Side by side, they are read at once. */
  readonly slots: Int32Array;
}

/** An empty table for so many keys. */
export function createTable(size: number): Table {
  return { slots: new Int32Array(2 * 2 ** Math.ceil(Math.log2(Math.max(size, 8) * 2))) };
}

/** Where the slot begins that holds the key, or the empty one where it belongs. The top bits lead, so that sorted keys fill it from front to back. */
function slotOf(slots: Int32Array, key: number): number {
  const last = slots.length - 2;
  let slot = (key >>> (Math.clz32(last) & 31)) & ~1;
  while (slots[slot + 1] !== 0 && slots[slot] !== key) slot = (slot + 2) & last;
  return slot;
}

/** The key's number, from 1; 0 when it is not in the table. */
export function numberOf({ slots }: Table, key: number): number {
  return slots[slotOf(slots, key) + 1]!;
}

/** Gives a key its number, from 1. */
export function setNumber({ slots }: Table, key: number, number: number): void {
  const slot = slotOf(slots, key);
  slots[slot] = key;
  slots[slot + 1] = number;
}

/** All keys with their numbers, in no order that means anything. */
export function entriesOf({ slots }: Table): { readonly key: number; readonly number: number }[] {
  const entries: { readonly key: number; readonly number: number }[] = [];
  for (let slot = 0; slot < slots.length; slot += 2) {
    if (slots[slot + 1] !== 0) entries.push({ key: slots[slot]!, number: slots[slot + 1]! });
  }
  return entries;
}
