import { readFile, stat } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** A site that is being served on this machine. */
export interface ServedSite {
  /** Where its home page is, base path included: "http://127.0.0.1:40123/archive/". */
  readonly url: string;
  /** Bytes that went out so far: what was asked for, as it was packed, and its headers. */
  readonly sent: () => number;
  readonly close: () => Promise<void>;
}

interface HeaderRule {
  readonly pattern: RegExp;
  readonly headers: ReadonlyArray<readonly [string, string]>;
}

/** Files that a host packs on the way. */
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};

const pack = promisify(gzip);

/**
 * Serves a built site as a static host does, under its base path, with its `_headers` in force and its `404.html`.
 * `onRequest` is told each path before it is answered.
 */
export async function serveFolder(
  folder: string,
  base: string,
  onRequest: (path: string) => void = () => undefined,
): Promise<ServedSite> {
  const rules = parseHeaders(await readFile(join(folder, "_headers"), "utf8"));
  const sockets: Socket[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    onRequest(pathname);
    for (const [name, value] of headersFor(rules, pathname)) response.setHeader(name, value);
    respond(response, folder, pathname.startsWith(base) ? pathname.slice(base.length) : undefined).catch((error) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.on("connection", (socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the test server has no port");
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    sent: () => sockets.reduce((sum, socket) => sum + socket.bytesWritten, 0),
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

async function respond(response: ServerResponse, folder: string, path: string | undefined): Promise<void> {
  const file = path === undefined ? undefined : await findFile(folder, decodeURIComponent(path));
  const found = file ?? join(folder, "404.html");
  const content = await readFile(found);
  const type = types[extname(found)];
  response.writeHead(file === undefined ? 404 : 200, {
    "content-type": type ?? "application/octet-stream",
    ...(type !== undefined && { "content-encoding": "gzip" }),
  });
  response.end(type === undefined ? content : await pack(content));
}

async function findFile(folder: string, path: string): Promise<string | undefined> {
  const file = join(folder, normalize(path === "" || path.endsWith("/") ? `${path}index.html` : path));
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? file : undefined;
}

// "/assets/*" on a line of its own, then "  Cache-Control: …" lines: the form of Netlify and Cloudflare Pages.
function parseHeaders(text: string): HeaderRule[] {
  const blocks = text.split(/^(?=\/)/mu).filter((block) => block.startsWith("/"));
  return blocks.map((block) => {
    const [path = "", ...lines] = block.split("\n").map((line) => line.trim());
    const source = path.split("*").map(escapeRegExp).join(".*");
    const headers = lines.filter((line) => line.includes(":")).map((line) => splitAt(line, line.indexOf(":")));
    return { pattern: new RegExp(`^${source}$`, "u"), headers };
  });
}

function headersFor(rules: readonly HeaderRule[], pathname: string): Array<readonly [string, string]> {
  return rules.filter((rule) => rule.pattern.test(pathname)).flatMap((rule) => rule.headers);
}

function splitAt(line: string, colon: number): readonly [string, string] {
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
}
