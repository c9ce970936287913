/** Something that only the user can mend. The message says the place, the fact, the offending value and the remedy. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}

/** Whether an error comes from the file system and so has a code such as `ENOENT`. */
export function isFileSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}
