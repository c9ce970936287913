import { readArchive } from "./build.ts";
import { readGold } from "./evaluate/gold.ts";
import { scoreTerms, type TermScores } from "./evaluate/terms.ts";
import type { Progress } from "./types.ts";

/** What is compared with what. */
export interface EvaluateOptions {
  /** Folder of the text files. */
  readonly articles: string;
  /** JSON Lines of hand-made index terms, one record per article. */
  readonly gold: string;
  readonly onProgress?: (progress: Progress) => void;
}

/** Reads an archive as a build would and scores its tags against index terms made by hand. */
export async function evaluateArchive({ gold, ...options }: EvaluateOptions): Promise<TermScores> {
  const archive = await readArchive(options);
  const plurals = archive.kinds.map(({ plural }) => plural);
  return scoreTerms(archive, archive.kinds, await readGold(gold, plurals));
}
