import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { PlainFile } from "../types.ts";

/** Files open at a time. */
const atOnce = 16;

/** Writes files into a folder, each only when its text has changed; gives their paths. */
export async function writeFiles(files: Iterable<PlainFile>, folder: string): Promise<string[]> {
  const paths: string[] = [];
  const folders = new Map<string, Promise<unknown>>();
  const queue = files[Symbol.iterator]();
  const writeNext = async () => {
    for await (const { path, text } of { [Symbol.iterator]: () => queue }) {
      const target = join(folder, path);
      paths.push(target);
      const parent = dirname(target);
      if (!folders.has(parent)) folders.set(parent, mkdir(parent, { recursive: true }));
      await folders.get(parent);
      await writeChanged(target, text);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, writeNext));
  return paths;
}

async function writeChanged(path: string, text: PlainFile["text"]): Promise<void> {
  // What comes in pieces is too long to be compared at once.
  if (typeof text !== "string") return writeFile(path, text);
  const old = await readFile(path, "utf8").catch(absent);
  if (old !== text) await writeFile(path, text);
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}
