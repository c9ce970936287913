/** Which articles a map counts. */
export interface MapFilter {
  /** First and last year, inclusive; undated articles are left out once either is there. */
  readonly from?: number;
  readonly to?: number;
  /** By kind, the name that an article must name: `{ weapons: "Kalibr" }`. */
  readonly names: Readonly<Record<string, string>>;
}

/** Reads a filter from a URL's query; `kinds` are those that can be filtered by. */
export function parseFilter(query: string, kinds: readonly string[]): MapFilter {
  const parameters = new URLSearchParams(query);
  return makeFilter((key) => parameters.get(key) ?? "", kinds);
}

/** Makes a filter of what stands under each key: two years, and a name for each kind. */
export function makeFilter(valueOf: (key: string) => string, kinds: readonly string[]): MapFilter {
  const [from, to] = [parseYear(valueOf("from")), parseYear(valueOf("to"))];
  const names = kinds.map((kind) => [kind, valueOf(kind).trim()] as const).filter(([, name]) => name !== "");
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    names: Object.fromEntries(names),
  };
}

/** Writes a filter as a URL's query, "" when nothing is filtered; `parseFilter` reads it back. */
export function formatFilter({ from, to, names }: MapFilter): string {
  const parameters = new URLSearchParams(names);
  if (from !== undefined) parameters.set("from", String(from));
  if (to !== undefined) parameters.set("to", String(to));
  const query = parameters.toString();
  return query === "" ? "" : `?${query}`;
}

function parseYear(text: string): number | undefined {
  return /^\d{1,4}$/u.test(text) ? Number(text) : undefined;
}
