/**
 * Measures loading and recognising on one core: `npm run bench -- DIR`. The articles of DIR are read again and again,
 * each time as other files, until there are 2 MB of text.
 */

import { linkEntities } from "../src/link.ts";
import { loadKinds } from "../src/kinds/index.ts";
import { parseArticle } from "../src/parse.ts";
import { readSources } from "../src/read.ts";
import { loadReader, recogniseMentions } from "../src/recognise.ts";

const enough = 2_000_000;
const folder = process.argv[2] ?? "articles";

/** Seconds of processor time, so that what else the machine does hardly matters. */
function timed<T>(run: () => T): { value: T; seconds: number } {
  const started = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(started);
  return { value, seconds: (user + system) / 1e6 };
}

const loaded = timed(() => {
  const reader = loadReader();
  return { reader, kinds: loadKinds({}, reader.knowledge.places) };
});
const { reader, kinds } = loaded.value;

const { files } = await readSources(folder);
const length = files.reduce((sum, file) => sum + file.text.length, 0);
const copies = Array.from({ length: Math.ceil(enough / length) }, (_, copy) =>
  files.map((file) => ({ ...file, path: `${copy}/${file.path}` })),
).flat();
const characters = copies.reduce((sum, file) => sum + file.text.length, 0);

const parsed = timed(() => copies.map((file) => parseArticle(file).article));
const recognised = timed(() =>
  parsed.value.map((article) => ({ article, mentions: recogniseMentions(article, kinds, reader) })),
);
const linked = timed(() => linkEntities(recognised.value, kinds));

const rate = (seconds: number): string => `${(characters / 1_000_000 / seconds).toFixed(2)} MB/s`;
process.stdout.write(`load        ${loaded.seconds.toFixed(2)} s
parse       ${rate(parsed.seconds)}
recognise   ${rate(recognised.seconds)}
link        ${rate(linked.seconds)}
both        ${rate(recognised.seconds + linked.seconds)}  (${copies.length} articles, ${linked.value.entities.length} entities)
`);
