/** Something that only the user can mend. The message says the place, the fact, the offending value and the remedy. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}
