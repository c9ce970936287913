/**
 * Every line of `fixtures/mentions/*.txt` is a test: `He carried an [AK-47](weapon) to [Mosul](place).`
 * A line is a whole article of one paragraph; all that is marked must be found, and nothing else of the kinds that
 * the file is about. `#` opens a comment. `[Kaliber](weapon Kalibr)` also says which entity it is.
 */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { linkEntities } from "../src/link.ts";
import { loadKinds } from "../src/kinds/index.ts";
import { loadReader, recogniseMentions } from "../src/recognise.ts";
import type { Article } from "../src/types.ts";

interface Mark {
  readonly text: string;
  readonly kind: string;
  readonly entity?: string;
}

// "Paris, US": the code of its country tells a place from its namesakes.
const countryPattern = /, [A-Z]{2}$/u;

const folder = new URL("./fixtures/mentions/", import.meta.url);
const reader = loadReader();
const kinds = loadKinds({}, reader.knowledge);

for (const file of readdirSync(folder).filter((name) => name.endsWith(".txt"))) {
  const subject = file.split(/[-.]/u)[0]!;
  for (const [i, line] of readFileSync(new URL(file, folder), "utf8").split("\n").entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    test(`${file}:${i + 1} ${line}`, () => {
      const { text, marks } = parseLine(line);
      const own = marks.filter((mark) => mark.kind === subject);
      assert.deepEqual(found(text, subject, own), own);
    });
  }
}

function parseLine(line: string): { text: string; marks: Mark[] } {
  const markPattern = /\[([^\]]+)\]\((\w+)(?: ([^)]+))?\)/gu;
  const marks = Array.from(line.matchAll(markPattern), ([, text = "", kind = "", entity]) =>
    entity === undefined ? { text, kind } : { text, kind, entity },
  );
  return { text: line.replace(markPattern, "$1"), marks };
}

/** What the program finds of one kind, in the form of the marks: the entity is said where the mark says it. */
function found(text: string, kind: string, marks: readonly Mark[]): Mark[] {
  const article: Article = {
    source: "line.txt",
    sha256: "",
    title: "",
    paragraphs: [text],
    trailers: [],
    furniture: [],
  };
  const mentions = recogniseMentions(article, kinds, reader);
  const { entities } = linkEntities([{ article, mentions }], kinds);
  return mentions
    .filter((mention) => mention.kind === kind)
    .map((mention, i) => {
      const entity = entities.find(({ occurrences }) => occurrences.some((o) => o.mention === mention));
      const mark = { text: mention.text, kind };
      const wanted = marks[i]?.entity;
      if (wanted === undefined) return mark;
      const name = entity?.name ?? "";
      return { ...mark, entity: countryPattern.test(wanted) ? `${name}, ${entity?.country ?? ""}` : name };
    });
}
