import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ArchiveError, isFileSystemError } from "../error.ts";
import { decode } from "./decode.ts";
import { normalise } from "./normalise.ts";

/** Reads a file that the user may keep beside the articles; empty when there is none. `longest` is in bytes. */
export async function readOwnFile(folder: string, file: string, longest: number): Promise<string> {
  try {
    const bytes = await readFile(join(folder, file));
    if (bytes.length > longest) throw new ArchiveError(`${file}: is too long; keep only what Clipfile knows of it`);
    const decoded = decode(bytes);
    if ("refusal" in decoded) throw new ArchiveError(`${file}: ${decoded.refusal}`);
    return normalise(decoded.text);
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    if (error.code === "ENOENT") return "";
    throw new ArchiveError(`${file}: cannot be read (${error.code}); check its permissions`);
  }
}
