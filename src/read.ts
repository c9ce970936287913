/** Reads the folder of articles: bytes to text. Nothing here ever writes to it. */
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { isFileSystemError } from "./error.ts";
import { decode } from "./read/decode.ts";
import { findTextFiles } from "./read/find.ts";
import { normalise } from "./read/normalise.ts";
import type { SourceFile, Warning } from "./types.ts";

/** What a folder of articles holds: the readable files, sorted by path, and what is wrong with the others. */
export interface Sources {
  readonly files: readonly SourceFile[];
  readonly warnings: readonly Warning[];
}

interface Reading {
  readonly file?: SourceFile;
  readonly warnings: readonly Warning[];
}

/** Files read at one time: enough to keep the disk busy, few enough to hold only their bytes in memory. */
const AT_ONCE = 16;
/** A long novel has 2 MB; from here on a file is more likely an export of many articles. */
const LONG = 5_000_000;
/** Beyond this a file is left out: its text alone would fill the memory of a small machine. */
const TOO_LONG = 200_000_000;

/** Reads every `.txt` and `.md` file below `folder`; files that cannot be an article become warnings. */
export async function readSources(folder: string): Promise<Sources> {
  const found = findTextFiles(folder);
  const readings: Reading[] = [];
  const waiting = found.paths.entries();
  async function readWaiting() {
    // oxlint-disable-next-line no-await-in-loop -- many of these loops run at a time
    for (const [index, path] of waiting) readings[index] = await readSource(folder, path);
  }
  await Promise.all(Array.from({ length: AT_ONCE }, readWaiting));
  return {
    files: readings.flatMap((reading) => reading.file ?? []),
    warnings: [...found.warnings, ...readings.flatMap((reading) => reading.warnings)],
  };
}

async function readSource(folder: string, path: string): Promise<Reading> {
  try {
    const { size } = await stat(join(folder, path));
    if (size > TOO_LONG) return refuse(path, `is ${megabytes(size)} long and was left out; split it into articles`);
    return decodeSource(path, await readFile(join(folder, path)));
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return refuse(path, `cannot be read (${error.code}) and was left out; check its permissions or remove it`);
  }
}

function decodeSource(path: string, bytes: Uint8Array): Reading {
  const decoded = decode(bytes);
  if ("refusal" in decoded) return refuse(path, decoded.refusal);
  const text = normalise(decoded.text);
  if (text.trim() === "") return refuse(path, "is empty and was left out; write an article into it or remove it");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const warnings = decoded.doubt === undefined ? [] : [{ file: path, message: decoded.doubt }];
  if (bytes.length >= LONG) {
    warnings.push({ file: path, message: `is ${megabytes(bytes.length)} long; split it if it holds several articles` });
  }
  return { file: { path, text, sha256, bytes: bytes.length }, warnings };
}

function refuse(file: string, message: string): Reading {
  return { warnings: [{ file, message }] };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
