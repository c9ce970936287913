import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { parseAuthority } from "../src/authority.ts";
import { ArchiveError } from "../src/error.ts";
import { kinds } from "./archive.ts";

const parse = (...lines: readonly string[]) => parseAuthority(lines.join("\n"), kinds);

function assertFaults(lines: readonly string[], ...faults: readonly RegExp[]): void {
  assert.throws(
    () => parse(...lines),
    (error) => {
      assert.ok(error instanceof ArchiveError);
      const found = error.message.split("\n");
      assert.equal(found.length, faults.length, error.message);
      for (const [index, fault] of faults.entries()) assert.match(found[index] ?? "", fault);
      return true;
    },
  );
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

describe("the documentation of corrections", () => {
  it("has examples that can be copied", () => {
    for (const file of ["../README.md", "../docs/corrections.md"]) {
      // A block of indented lines that begins with a section.
      const [example = ""] = /^ {4}people:\n(?: {4}.*\n)+/mu.exec(read(file)) ?? [];
      assert.ok(parse(example.replace(/^ {4}/gmu, "")).length >= 5, file);
    }
    const commented = read("../articles/authority.yaml").split("\n").slice(1).join("\n");
    assert.ok(parse(commented.replace(/^# ?/gmu, "")).length >= 5);
    assert.deepEqual(parse(read("../articles/authority.yaml")), []);
  });

  it("has a line for each wrong that works as it stands", () => {
    const lines = [
      ...read("../docs/corrections.md").matchAll(/^\| [^|`]+(?:`--doubts`[^|]*)?\| `([^`]+: [^`]+)` +\|$/gmu),
    ];
    assert.ok(lines.length >= 10);
    for (const [, line = ""] of lines) assert.ok(parse("people:", `  ${line}`).length > 0, line);
  });
});

describe("authority.yaml", () => {
  it("may be empty, a comment, or sections without corrections", () => {
    for (const text of ["", "# Nothing yet", "people:", "people:\n\nplaces: # later\n"])
      assert.deepEqual(parse(text), []);
  });

  it("says on one line that a name is another, is right, or is none", () => {
    const short = { find: [], facts: {} };
    assert.deepEqual(
      parse("people:", "  Mikhael Gorbachev: Mikhail Gorbachev", "  Hunter: false", "places:", "  Sadah: true"),
      [
        { line: 2, kind: "person", name: "Mikhael Gorbachev", is: "Mikhail Gorbachev", ...short },
        { line: 3, kind: "person", name: "Hunter", is: false, ...short },
        { line: 5, kind: "place", name: "Sadah", is: true, ...short },
      ],
    );
  });

  it("takes no and yes for what everybody means by them, and numbers for names", () => {
    assert.deepEqual(
      parse("people:", "  Hunter: no", "  Ali: Yes", "weapons:", "  9729: 9M729", "  A: 0072").map(({ name, is }) => [
        name,
        is,
      ]),
      [
        ["Hunter", false],
        ["Ali", true],
        ["9729", "9M729"],
        ["A", "0072"],
      ],
    );
  });

  it("has a long form, of which a name can have one for each article", () => {
    const lines = [
      "people:",
      "  Bush:",
      "    - { is: George H. W. Bush, in: gulf/1991.txt }",
      "    - { is: George W. Bush, in: [a.txt, b.txt] }",
      "places:",
      "  Sadah: { at: [34.25, -40.9], country: IQ, class: city }",
      "weapons:",
      "  9M729: { find: [SSC-8, Novator 9M729], class: [missile, cruise missile] }",
    ];
    assert.deepEqual(parse(...lines), [
      { line: 3, kind: "person", name: "Bush", is: "George H. W. Bush", in: ["gulf/1991.txt"], find: [], facts: {} },
      { line: 4, kind: "person", name: "Bush", is: "George W. Bush", in: ["a.txt", "b.txt"], find: [], facts: {} },
      {
        line: 6,
        kind: "place",
        name: "Sadah",
        find: [],
        facts: { latitude: 34.25, longitude: -40.9, country: "IQ", classes: ["city"] },
      },
      {
        line: 8,
        kind: "weapon",
        name: "9M729",
        find: ["SSC-8", "Novator 9M729"],
        facts: { classes: ["missile", "cruise missile"] },
      },
    ]);
  });

  it("names every fault at once, each with its line, its value and what to do", () => {
    assertFaults(
      ["places:", "  Mosul: false", "  Basra: true", "  Mosul: Mossul", "peopel:", "  A: B", "ships:", "  C: D"],
      /^authority\.yaml:4: "Mosul" is listed twice; remove one$/u,
      /^authority\.yaml:5: "peopel" is no section; did you mean "people"\?$/u,
      /^authority\.yaml:7: "ships" is no section; the sections are people, places, weapons$/u,
    );
    assertFaults(["people: {}", "people: {}"], /^authority\.yaml:2: "people" is listed twice; remove one$/u);
  });

  it("says what is wrong with a correction", () => {
    const faults: readonly (readonly [string, RegExp])[] = [
      ["A:", /^authority\.yaml:2: "A" says nothing; write the name that it should have, true, or false$/u],
      ["A: { in: a.txt }", /:2: "A" says only where; write/u],
      ["A: { is: false, at: [1, 2] }", /:2: "A" is false, .+; remove what else is said of it$/u],
      ["A: { at: [1, 2], in: a.txt }", /:2: "A" has at, country or class for some articles; remove in/u],
      ["A: { at: [91, 2] }", /:2: at is not understood; write degrees north and east/u],
      ["A: { at: 36 }", /:2: at is not understood/u],
      ["A: { country: Iraq }", /:2: country is not understood; write the two capitals/u],
      ["A: { find: [] }", /:2: find is not understood/u],
      ["A: { find: [[B]] }", /:2: find is not understood/u],
      ["A: { name: B }", /:2: "name" is not known; the keys are is, in, find, at, country, class$/u],
      ["A: { fnd: B }", /:2: "fnd" is not known; did you mean "find"\?$/u],
      ["A: { is: B, is: C }", /:2: "is" is listed twice; remove one$/u],
      ["A: [B, C]", /:2: "A" has a list of something else; write \{ is: …, in: … \} for each article$/u],
      ["A: *b", /:2: /u],
      ['"": B', /:2: a correction has no name; write it in front of the colon$/u],
    ];
    for (const [line, fault] of faults) {
      assert.throws(() => parse("people:", `  ${line}`), { name: "ArchiveError", message: fault }, line);
    }
  });

  it("refuses what is no list of sections, no YAML, or nested without end", () => {
    assertFaults(["just prose"], /^authority\.yaml:1: has no sections; write people:, places: or weapons: on a line/u);
    assertFaults(["people:", "  - Hunter"], /^authority\.yaml:1: people has no corrections; write below it, indented/u);
    assertFaults(["people:", "  A: B: C"], /^authority\.yaml:2: is not valid YAML/u);
    assertFaults(["people:", `  A: ${"[".repeat(100_000)}`], /^authority\.yaml: has too many brackets/u);
  });
});
