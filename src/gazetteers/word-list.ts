import { readFileSync } from "node:fs";

/** Reads a plain list of this folder: one entry a line, `#` opens a comment. Entries come as they are spelt. */
export function loadWordList(file: string): ReadonlySet<string> {
  const lines = readFileSync(new URL(file, import.meta.url), "utf8").split("\n");
  return new Set(lines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#")));
}
