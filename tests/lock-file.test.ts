import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

interface Lock {
  readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
}

const lock: Lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"));

test("the lock file has the binaries of every platform, without which `npm ci` refuses it", () => {
  const wanted = Object.values(lock.packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  const missing = wanted.filter(
    (name) => !Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`)),
  );
  assert.deepEqual(missing, [], "add an entry for each, copied from a neighbour, with its version, os and cpu");
});

test("every dependency is pinned to one version", () => {
  const file = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const versions = Object.entries<string>({ ...file.dependencies, ...file.devDependencies });
  assert.deepEqual(
    versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version)),
    [],
  );
});
