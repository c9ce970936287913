/** The development server ships no types: this is what we use of it. */
declare module "@11ty/eleventy-dev-server" {
  import type { Server } from "node:http";

  interface Logger {
    info(message: string): void;
    log(message: string): void;
    error(message: string): void;
  }

  interface Options {
    /** Path under which the folder is served: "/archive/". */
    readonly pathPrefix: string;
    /** Whether pages are patched in place instead of loaded again. */
    readonly domDiff: boolean;
    readonly messageOnStart: () => string;
    readonly logger: Logger;
  }

  export default class EleventyDevServer {
    /** The folder is relative to the working directory. */
    constructor(name: string, folder: string, options: Options);
    readonly server: Server;
    ready(): Promise<void>;
    /** Has every open page load again. */
    reload(): void;
    getServerUrl(host: string): string;
    close(): Promise<unknown>;
  }
}
