import assert from "node:assert/strict";
import { test } from "node:test";
import { readWeaponLines, type WeaponLine } from "../src/gazetteers/weapons.ts";
import { foldText } from "../src/text.ts";

const lines = readWeaponLines();
const records = lines.filter(({ aliases }) => aliases[0]?.record !== undefined);

/** One message for each line that breaks a rule, so that all can be mended at once. */
function complaints(rule: (line: WeaponLine) => string | undefined): string[] {
  return lines.flatMap((line) => {
    const complaint = rule(line);
    return complaint === undefined ? [] : [`src/gazetteers/weapons/${line.file}:${line.line}: ${complaint}`];
  });
}

test("the authority has 800 weapons in 30 classes, beside the class nouns", () => {
  const names = new Set(
    records
      .map(({ aliases }) => aliases[0]!.record!)
      .filter((r) => !r.isClassNoun)
      .map((r) => r.name),
  );
  const classes = new Set(records.map(({ aliases }) => aliases[0]!.record!.classes.join(" > ")));
  assert.ok(names.size >= 800, `${names.size} named weapons`);
  assert.ok(classes.size >= 30, `${classes.size} classes`);
});

test("each record belongs to a class", () => {
  assert.deepEqual(
    complaints(({ aliases }) =>
      aliases[0]?.record?.classes[0] === ""
        ? "stands above the first class; put a line `## class` before it"
        : undefined,
    ),
    [],
  );
});

test("no name is listed twice", () => {
  const seen = new Map<string, string>();
  assert.deepEqual(
    complaints(({ aliases, file, line }) => {
      const name = aliases[0]?.record?.name;
      if (name === undefined) return undefined;
      const before = seen.get(foldText(name));
      seen.set(foldText(name), `${file}:${line}`);
      return before && `"${name}" is listed at ${before} already; join the two lines`;
    }),
    [],
  );
});

test("a spelling that stands for two weapons is ambiguous in both", () => {
  const owners = new Map<string, { name: string; isPlain: boolean }>();
  assert.deepEqual(
    complaints(({ aliases }) => {
      for (const { spelling, record, needs, isShort } of aliases) {
        if (!record || isShort) continue;
        const owner = owners.get(spelling);
        const isPlain = needs.length === 0;
        if (owner && owner.name !== record.name && (owner.isPlain || isPlain)) {
          return `"${spelling}" also stands for "${owner.name}"; add " ? context, words" to both, or remove one`;
        }
        owners.set(spelling, { name: record.name, isPlain });
      }
      return undefined;
    }),
    [],
  );
});

test("every spelling has letters or digits, and no separator is left in it", () => {
  assert.deepEqual(
    complaints(({ aliases }) => {
      const wrong = aliases.find(({ spelling }) => !/[\p{L}\p{N}]/u.test(spelling) || /[|?;]/u.test(spelling));
      return wrong && `"${wrong.spelling}" is no spelling; separate spellings by " | " and context by " ? "`;
    }),
    [],
  );
});

test("context words are the beginnings of single words", () => {
  assert.deepEqual(
    complaints(({ aliases }) => {
      const wrong = aliases
        .flatMap(({ needs, spoils }) => [...needs, ...spoils])
        .find((word) => /[^\p{L}\p{N}]/u.test(word));
      return wrong && `the context "${wrong}" is no single word; use one word, as "missile"`;
    }),
    [],
  );
});
