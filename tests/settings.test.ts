import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { ArchiveError } from "../src/error.ts";
import { readSettings } from "../src/settings.ts";

describe("readSettings", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "clipfile-settings-"));
  });
  after(() => rm(folder, { recursive: true }));

  async function read(yaml: string) {
    await writeFile(join(folder, "archive.yaml"), yaml);
    return readSettings(folder);
  }

  async function assertFaults(yaml: string, ...faults: readonly RegExp[]) {
    await assert.rejects(read(yaml), (error) => {
      assert.ok(error instanceof ArchiveError);
      const lines = error.message.split("\n");
      assert.equal(lines.length, faults.length, error.message);
      for (const [index, fault] of faults.entries()) assert.match(lines[index] ?? "", fault);
      return true;
    });
  }

  it("has a default for everything that must be there", async () => {
    assert.deepEqual(await readSettings(join(folder, "nowhere")), {
      title: "News archive",
      description: "",
      language: "en",
    });
    assert.deepEqual(await read("# only a comment\n"), { title: "News archive", description: "", language: "en" });
  });

  it("reads every key and puts addresses and languages into their normal form", async () => {
    const yaml = [
      "title: The Example Post since 1902",
      "description: >",
      "  All that the Post",
      "  has printed.",
      "url: HTTPS://Example.org/archive",
      "language: EN-gb",
      "home: Tallinn",
      "contact: desk@example.org",
    ];
    assert.deepEqual(await read(`\ufeff${yaml.join("\r\n")}`), {
      title: "The Example Post since 1902",
      description: "All that the Post has printed.",
      url: "https://example.org/archive/",
      language: "en-GB",
      home: "Tallinn",
      contact: "mailto:desk@example.org",
    });
  });

  it("takes a key without a value for one that is left out", async () => {
    assert.deepEqual(await read("title:\nurl:\n"), { title: "News archive", description: "", language: "en" });
  });

  it("takes an address to write to, of mail or of the web, and nothing that a browser would run", async () => {
    assert.equal((await read("contact: https://example.org/desk\n")).contact, "https://example.org/desk");
    for (const wrong of ["the desk", "javascript:alert(1)", "a@b.c?bcc=d@e.f"]) {
      await assertFaults(
        `contact: ${wrong}\n`,
        /^archive\.yaml:1: contact is ".+"; write an e-mail address or a web address$/u,
      );
    }
  });

  it("takes numbers as they are written", async () => {
    assert.equal((await read("title: 007\n")).title, "007");
  });

  it("names every fault at once, each with its line, its value and what to do", async () => {
    await assertFaults(
      "titel: Post\nurl: ftp://example.org/\nlanguage: english please\nhome: [Tallinn]\ncolour: red\n",
      /^archive\.yaml:1: "titel" is not a setting; did you mean "title"\?$/u,
      /^archive\.yaml:2: url is "ftp:\/\/example.org\/"; write .+$/u,
      /^archive\.yaml:3: language is "english please"; write .+$/u,
      /^archive\.yaml:4: home is a list or has keys of its own; write .+$/u,
      /^archive\.yaml:5: "colour" is not a setting; the keys are title, description, url, language, home, contact$/u,
    );
  });

  it("says which line is no YAML", async () => {
    await assertFaults("title: Post\ndescription: Post: the best\n", /^archive\.yaml:2: is not valid YAML/u);
    await assertFaults("title: a\ntitle: b\n", /^archive\.yaml:2: is not valid YAML \(Map keys must be unique\)/u);
  });

  it("refuses a list, prose and what is no text", async () => {
    await assertFaults("- title\n- url\n", /^archive\.yaml:1: has no keys; write/u);
    await assertFaults("just prose\n", /^archive\.yaml:1: has no keys; write/u);
    await assertFaults("x".repeat(200_000), /^archive\.yaml: is too long/u);
  });

  it("runs no tags and follows no aliases", async () => {
    await assertFaults("title: !!js/function 'x'\n", /^archive\.yaml:1: is not valid YAML \(Unresolved tag/u);
    await assertFaults("title: &a x\nhome: *a\n", /^archive\.yaml:2: home is a list or has keys/u);
  });
});
