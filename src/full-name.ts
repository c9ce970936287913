import type { Entity } from "./types.ts";

/** "Georgia (Texas)": the name, told from others like it. */
export function fullName({ name, distinction }: Pick<Entity, "name" | "distinction">): string {
  return distinction === undefined ? name : `${name} (${distinction})`;
}

/** The reverse: "Georgia (Texas)" is the name "Georgia" and the distinction "Texas". */
export function splitFullName(full: string): Pick<Entity, "name" | "distinction"> {
  // "John Smith (baker)": one pair of parentheses at the end, with something in front of it.
  const [, name, distinction] = /^(.*[^\s(]) \(([^()]+)\)$/u.exec(full) ?? [];
  return name === undefined || distinction === undefined ? { name: full } : { name, distinction };
}
