/** The labels of names, in the order of the model file. */
export const LABELS = ["PER", "LOC", "ORG", "MISC"] as const;

/** What a name is. */
export type Label = (typeof LABELS)[number];

/** The number of tags: outside, and for each label Begin, Inside, Last and Unit (BILOU: Ratinov and Roth 2009). */
export const TAGS = 1 + 4 * LABELS.length;

/** The tag of a token that is in no name. */
export const OUTSIDE = 0;

const BEGIN = 0;
const INSIDE = 1;
const LAST = 2;
const UNIT = 3;

/** A name in a row of tokens: the first one, the last one, its label. */
export interface Name {
  readonly first: number;
  readonly last: number;
  readonly label: number;
}

function tagOf(label: number, part: number): number {
  return 1 + label * 4 + part;
}

/** The label (0 to 3) that a tag other than OUTSIDE stands for. */
export function labelOf(tag: number): number {
  return (tag - 1) >> 2;
}

function partOf(tag: number): number {
  return (tag - 1) & 3;
}

function isOpen(tag: number): boolean {
  return tag !== OUTSIDE && partOf(tag) <= INSIDE;
}

/** Whether one tag may follow another. */
export function mayFollow(before: number, tag: number): boolean {
  const continues = tag !== OUTSIDE && (partOf(tag) === INSIDE || partOf(tag) === LAST);
  if (isOpen(before) !== continues) return false;
  return !continues || labelOf(before) === labelOf(tag);
}

/** Whether a row of tokens may begin with the tag. */
export function mayBegin(tag: number): boolean {
  return mayFollow(OUTSIDE, tag);
}

/** Whether a row of tokens may end with the tag. */
export function mayEnd(tag: number): boolean {
  return !isOpen(tag);
}

/** The tags of a row of tokens in which these names stand; of overlapping names the first counts. */
export function tagsOf(length: number, names: readonly Name[]): Uint8Array {
  const tags = new Uint8Array(length);
  for (const { first, last, label } of names) {
    if (tags.subarray(first, last + 1).some((tag) => tag !== OUTSIDE)) continue;
    tags.fill(tagOf(label, INSIDE), first, last + 1);
    tags[first] = tagOf(label, BEGIN);
    tags[last] = tagOf(label, first === last ? UNIT : LAST);
  }
  return tags;
}

/** The names that a legal row of tags spells. */
export function namesOf(tags: Uint8Array): Name[] {
  const names: Name[] = [];
  let first = 0;
  for (let i = 0; i < tags.length; i += 1) {
    const tag = tags[i]!;
    if (tag === OUTSIDE) continue;
    if (partOf(tag) === BEGIN || partOf(tag) === UNIT) first = i;
    if (partOf(tag) === LAST || partOf(tag) === UNIT) names.push({ first, last: i, label: labelOf(tag) });
  }
  return names;
}
