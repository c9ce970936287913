import { parseMonth } from "./months.ts";

/** Orders in which articles can be listed. */
export const sortOrders = ["relevance", "newest", "oldest"] as const;

/** An order in which articles are listed. */
export type SortOrder = (typeof sortOrders)[number];

/** Values by facet, in the order of choice; a facet without any has no key. */
export type Choice = Readonly<Record<string, readonly string[]>>;

/** What is being searched for: all that the address of a search page says. */
export interface SearchState {
  readonly words: string;
  readonly sort: SortOrder;
  /** An article must carry one of the values of each facet here. */
  readonly chosen: Choice;
  /** An article must carry none of these. */
  readonly excluded: Choice;
  /** First and last month, "1991-03", inclusive; undated articles are left out once either is there. */
  readonly from?: string;
  readonly to?: string;
}

/** How a value of a facet is marked. */
export type Mark = "chosen" | "excluded" | undefined;

/** A value of a facet: "Iran" of "places". */
export interface FacetValue {
  readonly facet: string;
  readonly value: string;
}

/** The search for everything. */
export const noSearch: SearchState = { words: "", sort: "relevance", chosen: {}, excluded: {} };

/** Key of an address under which values of a facet are excluded: "-people". */
const excludedKey = (facet: string) => `-${facet}`;

/** Reads a search from a URL's query, ignoring what is no facet, no order and no month. */
export function parseState(query: string, facets: readonly string[]): SearchState {
  const parameters = new URLSearchParams(query);
  const chosen = readChoice(facets, (facet) => parameters.getAll(facet));
  const excluded = readChoice(facets, (facet) =>
    parameters.getAll(excludedKey(facet)).filter((value) => !chosen[facet]?.includes(value)),
  );
  const from = parseMonth(parameters.get("from") ?? "", "from");
  const to = parseMonth(parameters.get("to") ?? "", "to");
  return {
    words: (parameters.get("q") ?? "").trim(),
    sort: sortOrders.find((order) => order === parameters.get("sort")) ?? "relevance",
    chosen,
    excluded,
    ...monthRange(from, to),
  };
}

/** Writes a search, or a part of one, as a URL's query, "" when it is empty; `parseState` reads it back. */
export function formatState(state: Partial<SearchState>): string {
  const { words, sort, chosen, excluded, from, to } = { ...noSearch, ...state };
  const parameters = new URLSearchParams();
  if (words !== "") parameters.set("q", words);
  appendChoice(parameters, chosen, (facet) => facet);
  appendChoice(parameters, excluded, excludedKey);
  if (from !== undefined) parameters.set("from", from);
  if (to !== undefined) parameters.set("to", to);
  if (sort !== "relevance") parameters.set("sort", sort);
  const query = parameters.toString();
  return query === "" ? "" : `?${query}`;
}

/** Marks a value of a facet, or takes its mark away. */
export function markValue(state: SearchState, { facet, value }: FacetValue, mark: Mark): SearchState {
  const marked = (choice: Choice, isMarked: boolean) => withValue(choice, { facet, value }, isMarked);
  return {
    ...state,
    chosen: marked(state.chosen, mark === "chosen"),
    excluded: marked(state.excluded, mark === "excluded"),
  };
}

/** The same search in another range of months; two that stand the wrong way round are turned. */
export function withMonths(state: SearchState, from: string | undefined, to: string | undefined): SearchState {
  const { from: _from, to: _to, ...others } = state;
  return { ...others, ...monthRange(from, to) };
}

/** The same search of words alone. */
export function withoutConditions({ words, sort }: SearchState): SearchState {
  return { ...noSearch, words, sort };
}

/** Something beside the words that an article must fulfil. */
export interface Condition {
  /** What is marked; absent for the months. */
  readonly marked?: FacetValue & { readonly mark: Exclude<Mark, undefined> };
  /** The search without it. */
  readonly without: SearchState;
}

/** Every condition of a search, so that each can be shown and taken away by itself. */
export function conditionsOf(state: SearchState): Condition[] {
  const ofChoice = (mark: "chosen" | "excluded") =>
    Object.entries(state[mark]).flatMap(([facet, values]) =>
      values.map((value): Condition => ({
        marked: { facet, value, mark },
        without: markValue(state, { facet, value }, undefined),
      })),
    );
  const hasMonths = state.from !== undefined || state.to !== undefined;
  const months = hasMonths ? [{ without: withMonths(state, undefined, undefined) }] : [];
  return [...months, ...ofChoice("chosen"), ...ofChoice("excluded")];
}

/** The facets by which a search asks for something. */
export function facetsAsked({ chosen, excluded }: SearchState): string[] {
  return [...new Set([...Object.keys(chosen), ...Object.keys(excluded)])];
}

/** The values by which a search asks for something in one facet. */
export function valuesAsked({ chosen, excluded }: SearchState, key: string): string[] {
  return [...(chosen[key] ?? []), ...(excluded[key] ?? [])];
}

/** The order in which articles are really listed: without words nothing is more relevant, and the newest come first. */
export function listedOrder({ words, sort }: SearchState): SortOrder {
  return words === "" && sort === "relevance" ? "newest" : sort;
}

function readChoice(facets: readonly string[], valuesOf: (facet: string) => readonly string[]): Choice {
  const entries = facets.map((facet) => [facet, [...new Set(valuesOf(facet))]] as const);
  return Object.fromEntries(entries.filter(([, values]) => values.length > 0));
}

function appendChoice(parameters: URLSearchParams, choice: Choice, keyOf: (facet: string) => string): void {
  for (const [facet, values] of Object.entries(choice)) {
    for (const value of values) parameters.append(keyOf(facet), value);
  }
}

function withValue(choice: Choice, { facet, value }: FacetValue, isIn: boolean): Choice {
  const before = choice[facet] ?? [];
  if (before.includes(value) === isIn) return choice;
  const after = isIn ? [...before, value] : before.filter((other) => other !== value);
  const { [facet]: _, ...others } = choice;
  return after.length === 0 ? others : { ...choice, [facet]: after };
}

function monthRange(from?: string, to?: string): Pick<SearchState, "from" | "to"> {
  const [first, last] = from !== undefined && to !== undefined && to < from ? [to, from] : [from, to];
  return { ...(first !== undefined && { from: first }), ...(last !== undefined && { to: last }) };
}
