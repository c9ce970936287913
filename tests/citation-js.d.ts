/** citation-js ships no types: this is what we use of it. */
declare module "@citation-js/core" {
  /** A name as CSL-JSON has it. */
  export interface CslName {
    readonly family?: string;
    readonly literal?: string;
  }

  /** What `input.chain` makes of a text: CSL-JSON. */
  export interface CslItem {
    readonly type?: string;
    readonly title?: string;
    readonly author?: readonly CslName[];
    readonly reporter?: readonly string[];
    readonly issued?: unknown;
    readonly "container-title"?: string;
  }

  export const plugins: {
    readonly input: {
      chain(text: string, options: { readonly forceType: string; readonly generateGraph: boolean }): CslItem[];
    };
  };
}

declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
