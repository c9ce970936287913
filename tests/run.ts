/** `npm test`: runs the test files named, or all of them. Node 20 cannot load a TypeScript reporter by its command line. */

import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { run } from "node:test";
import { fileURLToPath } from "node:url";
import { report } from "./reporter.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));
const all = readdirSync(folder).filter((name) => name.endsWith(".test.ts"));
const named = process.argv.slice(2);

// Longer than a whole file takes on a slow machine; a test that waits for ever must still fail.
const timeout = 10 * 60 * 1000;

const events = run({
  timeout,
  files: named.length > 0 ? named : all.toSorted().map((name) => `${folder}${name}`),
  concurrency: availableParallelism(),
});
events.on("test:fail", () => {
  process.exitCode = 1;
});
for await (const line of report(events)) process.stdout.write(line);
