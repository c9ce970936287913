import { readFile } from "node:fs/promises";
import { ArchiveError } from "../error.ts";

/** One line of a JSON Lines file, parsed, and where it stands for messages: "gold.jsonl:12". */
export interface JsonLine {
  readonly value: unknown;
  readonly place: string;
}

/** Reads a JSON Lines file; empty lines are left out. `option` names the argument that gave the file: "--gold". */
export async function readJsonLines(file: string, option: string): Promise<JsonLine[]> {
  const lines = (await readText(file, option)).split("\n").map((line, i) => ({ line, place: `${file}:${i + 1}` }));
  return lines
    .filter(({ line }) => line.trim() !== "")
    .map(({ line, place }) => ({ value: parseJson(line, place), place }));
}

async function readText(file: string, option: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    throw new ArchiveError(`${file}: cannot be read (${String(error)}); give ${option} a JSON Lines file`);
  }
}

function parseJson(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new ArchiveError(`${place}: is not JSON (${String(error)}); write one record per line`);
  }
}

/** Whether a parsed value is an object, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
