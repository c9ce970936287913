import { createServer } from "node:net";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import EleventyDevServer from "@11ty/eleventy-dev-server";
import { watch } from "chokidar";
import { ArchiveError } from "./error.ts";

/** What is served, and how it is made anew. */
export interface ServeOptions {
  /** The folder of the finished site. */
  readonly folder: string;
  /** Path under which the site is served: "/" or "/archive/". */
  readonly base: string;
  /** The port to try first; the next free one is taken. */
  readonly port: number;
  /** The folder of the user's text files. */
  readonly articles: string;
  /** Builds the site again. */
  readonly rebuild: () => Promise<void>;
  /** Told what went wrong in a build; serving goes on with the site as it was. */
  readonly onError: (error: unknown) => void;
}

/** A site that is being served and kept up to date. */
export interface Serving {
  /** "http://localhost:8080/archive/" */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const host = "localhost";
const portsTried = 20;

/** Milliseconds of silence after a change: an editor saves in several steps, and a folder is copied file by file. */
const settling = 150;

const root = fileURLToPath(new URL("..", import.meta.url));
const sources = ["_includes", "src/site", "src/client"].map((path) => `${root}${path}`);
const generated = `${root}src/site/generated`;

/** Serves a site to this machine alone, with live reload; builds it again when an article, template, style or script changes. */
export async function serveSite(options: ServeOptions): Promise<Serving> {
  const server = new EleventyDevServer("clipfile", relative("", options.folder) || ".", {
    pathPrefix: options.base,
    // Pages are put together at build time: a changed one is loaded, not patched.
    domDiff: false,
    messageOnStart: () => "",
    logger: quietLogger,
  });
  const port = await freePort(options.port);
  // Its own `serve` would listen on every network that this machine is on.
  server.server.listen({ port, host });
  await server.ready();
  const watcher = watch([options.articles, ...sources], {
    ignoreInitial: true,
    ignored: (path) => path === generated || /[\\/]\.[^\\/]*$/u.test(path),
  });
  const builds = oneAtATime(() => options.rebuild().then(() => server.reload(), options.onError));
  watcher.on("all", builds.request);
  await new Promise<void>((resolve) => watcher.on("ready", resolve));
  return {
    url: server.getServerUrl(host),
    close: async () => {
      await Promise.all([watcher.close(), server.close()]);
      await builds.close();
    },
  };
}

/** Runs something after each burst of requests, never two at once; a request during a run makes one more run. */
function oneAtATime(run: () => Promise<void>): { request: () => void; close: () => Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<void> = Promise.resolve();
  const start = () => {
    timer = undefined;
    last = last.then(run);
  };
  return {
    request: () => {
      clearTimeout(timer);
      timer = setTimeout(start, settling);
    },
    close: () => {
      clearTimeout(timer);
      return last;
    },
  };
}

/** The first free port from `port` on, of as many as `tries`. */
async function freePort(port: number, tries = portsTried): Promise<number> {
  if (tries === 0) throw new ArchiveError(`--port: ${port - portsTried} to ${port - 1} are all taken; name another`);
  return (await isFree(port)) ? port : freePort(port + 1, tries - 1);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host }, () => probe.close(() => resolve(true)));
  });
}

/** The command line says what there is to say; a missing page is the browser's to show. */
const quietLogger = { info: silent, log: silent, error: silent };

function silent(): void {}
