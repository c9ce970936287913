import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { decode, encode } from "cborg";
import { signature } from "../fragment.ts";

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** A file of a Pagefind bundle: CBOR behind a signature, packed with gzip. */
export interface PackedFile {
  readonly folder: string;
  /** What all files of its sort begin with, as "pagefind."; "" for none. */
  readonly prefix: string;
  /** What other files call it: "en_8ca3f1b". */
  readonly name: string;
  /** With its full stop: ".pf_index". */
  readonly extension: string;
}

/** A name for some content; other content has another, so that a cache never gives the one for the other. */
export function contentName(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 10);
}

/** The text of a file that is unpacked, signature included. */
export async function readText(path: string): Promise<string> {
  return (await unzip(await readFile(path))).toString();
}

/** What a file says; `undefined` when it does not have the signature. */
export async function readPacked(file: PackedFile): Promise<unknown> {
  const bytes = await unzip(await readFile(pathOf(file)));
  const isSigned = bytes.subarray(0, signature.length).toString() === signature;
  return isSigned ? decode(bytes.subarray(signature.length)) : undefined;
}

/** Puts a file with other content, and thus another name, in the place of one; gives the name. */
export async function replacePacked(file: PackedFile, content: unknown): Promise<string> {
  const bytes = Buffer.concat([Buffer.from(signature), encode(content)]);
  const name = contentName(bytes);
  await rm(pathOf(file));
  await writeFile(pathOf({ ...file, name }), await zip(bytes, { level: 9 }));
  return name;
}

function pathOf({ folder, prefix, name, extension }: PackedFile): string {
  return join(folder, `${prefix}${name}${extension}`);
}
