/** Eleventy ships no types: this is what we use of it. */
declare module "@11ty/eleventy" {
  /** What a configuration file is handed. */
  export interface EleventyConfig {
    /** Globs, relative to the working directory. */
    readonly ignores: Set<string>;
    readonly benchmarkManager: { get(group: string): { setIsVerbose(isVerbose: boolean): void } };
    addFilter(name: string, filter: (...values: never[]) => unknown): void;
    addGlobalData(name: string, value: unknown): void;
    addTemplate(path: string, content: string): void;
    configureErrorReporting(options: { readonly allowMissingExtensions: boolean }): void;
    setDynamicPermalinks(enabled: boolean): void;
    setFrontMatterParsingOptions(options: { readonly engines: Readonly<Record<string, unknown>> }): void;
    setLibrary(name: "md", library: { render(text: string): string }): void;
    setTemplateFormats(formats: readonly string[]): void;
    setUseGitIgnore(enabled: boolean): void;
  }

  /** What a configuration file returns. */
  export interface EleventyChoices {
    readonly dir: { readonly input: string; readonly includes: string };
    readonly markdownTemplateEngine: string | false;
    readonly htmlTemplateEngine: string | false;
  }

  /** One run of Eleventy over a folder. */
  export class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        readonly configPath: string;
        readonly pathPrefix: string;
        readonly quietMode: boolean;
        readonly config: (config: EleventyConfig) => void;
      },
    );
    disableLogger(): void;
    write(): Promise<readonly [copied: unknown, rendered: readonly { readonly outputPath: string }[]]>;
  }
}
