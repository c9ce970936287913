import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type OutputFile } from "esbuild";

/** URL of each asset, without the base path, by the name it has in the source: `site.js` is at `/assets/site.1f3a….js`. */
export type Assets = Readonly<Record<string, string>>;

const root = fileURLToPath(new URL("..", import.meta.url));
const scripts = ["site", "article", "names", "search", "export", "map", "timeline"];
const entryPoints = [...scripts.map((name) => `src/client/${name}.ts`), "src/site/style.css"];

/** Bundles scripts and stylesheet into `<outputFolder>/assets`, named by their content so that they can be cached for ever. */
export async function bundleAssets(outputFolder: string): Promise<Assets> {
  const folder = join(outputFolder, "assets");
  const bundle = await build({
    absWorkingDir: root,
    entryPoints,
    outdir: folder,
    entryNames: "[name]",
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    write: false,
    logLevel: "silent",
  });
  await mkdir(folder, { recursive: true });
  const assets = await Promise.all(bundle.outputFiles.map((file) => writeAsset(folder, file)));
  return Object.fromEntries(assets);
}

async function writeAsset(folder: string, { path, contents }: OutputFile): Promise<[string, string]> {
  const name = basename(path);
  const extension = extname(name);
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 10);
  const hashed = `${basename(name, extension)}.${hash}${extension}`;
  await writeFile(join(folder, hashed), contents);
  return [name, `/assets/${hashed}`];
}
