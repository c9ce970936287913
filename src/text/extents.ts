import type { Extent } from "./sentences.ts";

/** The extents of an ordered, disjoint list that share a character with the one given; logarithmic. */
export function overlapping<T extends Extent>(list: readonly T[], { start, end }: Extent): T[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]!.end > start) high = middle;
    else low = middle + 1;
  }
  const found: T[] = [];
  for (let i = low; i < list.length && list[i]!.start < end; i++) found.push(list[i]!);
  return found;
}
