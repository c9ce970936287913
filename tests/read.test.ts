import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { ArchiveError } from "../src/error.ts";
import { readSources } from "../src/read.ts";
import { processorSeconds } from "./time.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "clipfile-read-"));
});
afterEach(() => rm(folder, { recursive: true }));

function write(path: string, content: string | Uint8Array) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

async function readOne(content: string | Uint8Array) {
  write("a.txt", content);
  const { files, warnings } = await readSources(folder);
  return { text: files[0]?.text, warnings: warnings.map(({ message }) => message) };
}

const paths = async () => (await readSources(folder)).files.map(({ path }) => path);

describe("readSources finds files", () => {
  it("at any depth, of both endings in any case, sorted by code unit", async () => {
    for (const path of ["b.txt", "B.TXT", "a/z/deep.Md", "a.txt", "é.txt", "..%2f.txt", "CON.txt", "index.txt"]) {
      write(path, path);
    }
    assert.deepEqual(await paths(), ["B.TXT", "CON.txt", "a.txt", "a/z/deep.Md", "b.txt", "index.txt", "é.txt"]);
  });

  it("and passes over settings, other endings and names with a leading dot without a word", async () => {
    for (const path of ["archive.yaml", "authority.yaml", "photo.jpg", ".hidden.txt", ".git/a.txt", "a.txt.bak"]) {
      write(path, "x");
    }
    assert.deepEqual(await readSources(folder), { files: [], warnings: [] });
  });

  it("through links, but not in circles", async () => {
    write("real/a.txt", "x");
    await symlink(join(folder, "real"), join(folder, "link"));
    await symlink(folder, join(folder, "real/loop"));
    await symlink(join(folder, "real/a.txt"), join(folder, "again.txt"));
    await symlink(join(folder, "nowhere"), join(folder, "broken.txt"));
    await symlink("self.txt", join(folder, "self.txt"));
    const { files, warnings } = await readSources(folder);
    assert.deepEqual(
      files.map(({ path }) => path),
      ["again.txt", "real/a.txt"],
    );
    assert.deepEqual(warnings.map(({ file }) => file).toSorted(), ["broken.txt", "link", "real/loop", "self.txt"]);
  });

  it("that are linked from elsewhere", async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), "clipfile-elsewhere-"));
    await writeFile(join(elsewhere, "a.txt"), "x");
    await symlink(elsewhere, join(folder, "link"));
    assert.deepEqual(await paths(), ["link/a.txt"]);
    await rm(elsewhere, { recursive: true });
  });

  it("and tells the user when there is no folder", async () => {
    await assert.rejects(readSources(join(folder, "nowhere")), ArchiveError);
    write("a.txt", "x");
    await assert.rejects(readSources(join(folder, "a.txt")), /is a file; make the folder/u);
  });

  it("and writes nothing", async () => {
    write("a.txt", "x");
    await readSources(folder);
    assert.deepEqual(await readdir(folder), ["a.txt"]);
  });
});

describe("readSources says of a file", () => {
  it("its length and the SHA-256 of its bytes", async () => {
    const bytes = Buffer.from("\ufeffTitle\r\n\r\nText", "utf8");
    write("a.txt", bytes);
    const [file] = (await readSources(folder)).files;
    assert.equal(file?.bytes, bytes.length);
    assert.equal(file?.sha256, createHash("sha256").update(bytes).digest("hex"));
  });

  it("that it is empty, binary or no text, and reads the others", async () => {
    write("empty.txt", "");
    write("blank.txt", " \n\u200b\n");
    write("pdf.txt", "%PDF-1.7 …");
    write("word.txt", Buffer.from("PK\x03\x04abc", "latin1"));
    write("noise.txt", Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 167 + (index >> 3)) % 256)));
    write("utf32.txt", Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]));
    write("good.txt", "Title");
    const { files, warnings } = await readSources(folder);
    assert.deepEqual(
      files.map(({ path }) => path),
      ["good.txt"],
    );
    assert.deepEqual(
      warnings.map(({ file }) => file),
      ["blank.txt", "empty.txt", "noise.txt", "pdf.txt", "utf32.txt", "word.txt"],
    );
    for (const { message } of warnings) assert.match(message, /was left out; \w/u);
  });

  it("that it is very long, and reads it", async () => {
    write("long.txt", "Nothing happened in the harbour.\n".repeat(310_000));
    assert.ok((await processorSeconds(() => readSources(folder))) < 5);
    const { files, warnings } = await readSources(folder);
    assert.equal(files.length, 1);
    assert.match(warnings[0]?.message ?? "", /10\.2 MB long; split it/u);
  });
});

describe("readSources decodes", () => {
  const text = "Général Müller’s café – “quoted”";

  it("UTF-8 with and without a byte-order mark", async () => {
    assert.deepEqual(await readOne(text), { text, warnings: [] });
    assert.deepEqual(await readOne(`\ufeff${text}`), { text, warnings: [] });
  });

  it("UTF-16 of both orders with a byte-order mark", async () => {
    const little = Buffer.from(`\ufeff${text}`, "utf16le");
    assert.deepEqual(await readOne(little), { text, warnings: [] });
    assert.deepEqual(await readOne(Buffer.from(little).swap16()), { text, warnings: [] });
  });

  const unmarked = [text, "Ракеты «Калибр» упали в Иране, сообщил канал.", "سقطت صواريخ في إيران، حسب القناة."];
  for (const written of unmarked) {
    it(`UTF-16 of both orders without a byte-order mark: ${written}`, async () => {
      const little = Buffer.from(written, "utf16le");
      assert.deepEqual(await readOne(little), { text: written, warnings: [] });
      assert.deepEqual(await readOne(Buffer.from(little).swap16()), { text: written, warnings: [] });
    });
  }

  it("Windows-1252 and Latin-1", async () => {
    const western = Buffer.from("The general\x92s caf\xe9 \x96 \x93quoted\x94, said M\xfcller", "latin1");
    assert.equal((await readOne(western)).text, "The general’s café – “quoted”, said Müller");
    assert.equal((await readOne(Buffer.from("A caf\xe9.", "latin1"))).text, "A café.");
    assert.equal(
      (await readOne(Buffer.from("El se\xf1or habl\xf3 en Bogot\xe1", "latin1"))).text,
      "El señor habló en Bogotá",
    );
  });

  it("older encodings of other scripts", async () => {
    // "Ракеты упали в Иране" in Windows-1251 and KOI8-R.
    const cyrillic = [
      0xd0, 0xe0, 0xea, 0xe5, 0xf2, 0xfb, 0x20, 0xf3, 0xef, 0xe0, 0xeb, 0xe8, 0x20, 0xe2, 0x20, 0xc8, 0xf0, 0xe0, 0xed,
      0xe5,
    ];
    const koi = [
      0xf2, 0xc1, 0xcb, 0xc5, 0xd4, 0xd9, 0x20, 0xd5, 0xd0, 0xc1, 0xcc, 0xc9, 0x20, 0xd7, 0x20, 0xe9, 0xd2, 0xc1, 0xce,
      0xc5,
    ];
    assert.equal((await readOne(Buffer.from(cyrillic))).text, "Ракеты упали в Иране");
    assert.equal((await readOne(Buffer.from(koi))).text, "Ракеты упали в Иране");
  });

  it("UTF-8 with a few broken bytes as UTF-8, with a warning", async () => {
    const bytes = Buffer.concat([Buffer.from("Général Müller était à l’école. "), Buffer.from([0xc3])]);
    const { text: read, warnings } = await readOne(bytes);
    assert.equal(read, "Général Müller était à l’école. \ufffd");
    assert.match(warnings[0] ?? "", /1 broken character/u);
  });
});

describe("readSources makes uniform", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["line ends", "a\r\nb\rc\u2028d\u0085e\vf", "a\nb\nc\nd\ne\nf"],
    ["page breaks, which end a paragraph", "a\fb\u2029c", "a\n\nb\n\nc"],
    ["NUL and other control characters", "a\0b\u0007c\u001bd\u009fe", "abcde"],
    ["zero-width characters and soft hyphens", "Mo\u200bsul infor\u00admation \ufeffx\u2060y", "Mosul information xy"],
    ["words broken by a soft hyphen", "infor\u00ad\n  mation", "information"],
    ["direction controls", "\u202etxt.exe\u202c \u2066a\u2069 Minister\u200e x", "txt.exe a Minister x"],
    [
      "joiners, except where they matter",
      "a\u200db می\u200cخواهم क्\u200dष 👩\u200d🚀",
      "ab می\u200cخواهم क्\u200dष 👩\u200d🚀",
    ],
    ["spaces", "30\u00a0km\u2009x\u3000y\u202fz", "30 km x y z"],
    ["accents, which are composed", "Ge\u0301ne\u0301ral", "Général"],
  ];
  for (const [what, raw, text] of cases) {
    it(what, async () => assert.equal((await readOne(`${raw} and so on`)).text, `${text} and so on`));
  }

  it("and leaves alone what is not its business", async () => {
    const text = "{{ x }} <b> \ufffd T\u201172 \t 🎉\n---\n";
    assert.equal((await readOne(text)).text, text);
  });
});
