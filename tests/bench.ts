/**
 * Measures loading and recognising on one core: `npm run bench -- DIR`. The articles of DIR are read again and again,
 * each time as other files: 2 MB of text while Node still compiles the program, then 10 MB as a large archive is read.
 */

import { linkEntities } from "../src/link.ts";
import { loadKinds } from "../src/kinds/index.ts";
import { parseArticle } from "../src/parse.ts";
import { readSources } from "../src/read.ts";
import { loadReader, recogniseMentions } from "../src/recognise.ts";
import type { Article } from "../src/types.ts";

const folder = process.argv[2] ?? "articles";
const [warmUp, enough] = [2_000_000, 10_000_000];

/** Seconds of processor time, so that what else the machine does hardly matters. */
function timed<T>(run: () => T): { value: T; seconds: number } {
  const started = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(started);
  return { value, seconds: (user + system) / 1e6 };
}

const loaded = timed(() => {
  const reader = loadReader();
  return { reader, kinds: loadKinds({}, reader.knowledge) };
});
const { reader, kinds } = loaded.value;
const { files } = await readSources(folder);
const folderLength = files.reduce((sum, file) => sum + file.text.length, 0);

print("load", `${loaded.seconds.toFixed(2)} s`);
measure(warmUp);
measure(enough);

function measure(length: number): void {
  const times = Math.ceil(length / folderLength);
  const copies = Array.from({ length: times }, (_, copy) =>
    files.map((file) => ({ ...file, path: `${copy}/${file.path}` })),
  ).flat();
  const megabytes = (times * folderLength) / 1e6;
  const rate = (seconds: number): string => `${(megabytes / seconds).toFixed(2)} MB/s`;
  const parsed = timed(() => copies.map((file) => parseArticle(file).article));
  const recognised = timed(() => parsed.value.map(read));
  const linked = timed(() => linkEntities(recognised.value, kinds));
  print("");
  print(`${megabytes.toFixed(1)} MB`, `${copies.length} articles, ${linked.value.entities.length} entities`);
  print("parse", rate(parsed.seconds));
  print("recognise", rate(recognised.seconds));
  print("link", rate(linked.seconds));
  print("both", rate(recognised.seconds + linked.seconds));
}

function read(article: Article) {
  return { article, mentions: recogniseMentions(article, kinds, reader) };
}

function print(name: string, value = ""): void {
  process.stdout.write(`${name.padEnd(12)}${value}`.trimEnd() + "\n");
}
