/** Numbers of articles as text: an archive's articles are numbered from 0, oldest first, undated ones last. */

import type { FiledEntity, Filing } from "./filing.ts";

/** "3 1 12" for 3, 4 and 16: the steps from one to the next are short, and compress well. */
export function formatSteps(numbers: readonly number[]): string {
  return numbers.map((number, index) => number - (numbers[index - 1] ?? 0)).join(" ");
}

/** 3, 4 and 16 for "3 1 12". */
export function parseSteps(steps: string): number[] {
  let number = 0;
  return steps === "" ? [] : steps.split(" ").map((step) => (number += Number(step)));
}

/** In which articles each entity is named. */
export function articleNumbers({ articles }: Filing): Map<FiledEntity, number[]> {
  const numbers = new Map<FiledEntity, number[]>();
  for (const [number, { tags }] of articles.entries()) {
    for (const { filed } of tags) {
      const known = numbers.get(filed);
      if (known) known.push(number);
      else numbers.set(filed, [number]);
    }
  }
  return numbers;
}
