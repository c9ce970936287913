/** What Pagefind keeps of a page in a file of its own. */
export interface Fragment {
  /** Without the base path. */
  readonly url: string;
  /** The page's text. */
  readonly content: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
}

/** What Pagefind writes in front of the JSON, and of its other packed files. */
export const signature = "pagefind_dcd";

/** Reads an unzipped fragment; throws when it is not of the form that we know. */
export function parseFragment(text: string): Fragment {
  if (!text.startsWith(signature)) throw new Error(`a fragment of the index begins with "${text.slice(0, 12)}"`);
  return JSON.parse(text.slice(signature.length));
}
