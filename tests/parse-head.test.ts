/** What stands above an article's text: its title, date, byline and dateline. */

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseArticle } from "../src/parse.ts";

function parse(text: string, path = "a.txt") {
  return parseArticle({ path, text, sha256: "0".repeat(64), bytes: text.length });
}

describe("parseArticle names an article without words", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["1980s/2015-10-08-kabul_blast.txt", "Kabul blast"],
    ["report-russia.crashes.TXT", "Report russia crashes"],
    ["CON.txt", "CON"],
    ["..%2f.txt", "2f"],
    ["---.txt", "Untitled"],
    ["2015-10-08.md", "2015 10 08"],
    ["žižkov.txt", "Žižkov"],
  ];
  for (const [path, title] of cases)
    it(`"${title}" after ${path}`, () => assert.equal(parse("* * *\n", path).article.title, title));
});

describe("parseArticle dates", () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ["by the year of a folder", "1987/a.txt", "1987-04-01"],
    ["by the year that opens the file's name", "1987-telecoms.txt", "1987-04-01"],
    ["not by another number in the file's name", "reuters-1938.txt", undefined],
    ["not by a decade", "1980s/a.txt", undefined],
    ["by the year alone of a day that does not exist", "2015-13-45-x.txt", "2015-04-01"],
  ];
  for (const [claim, path, date] of cases) {
    it(claim, () => assert.equal(parse("Harbour closed\n\nOSLO, April 1 - It closed.", path).article.date, date));
  }

  const lines: readonly (readonly [string, string | undefined])[] = [
    ["March 27, 2003", "2003-03-27"],
    ["Published: 8 October 2015 14:02 GMT", "2015-10-08"],
    ["2015-10-08T23:30:00-05:00", "2015-10-08"],
    ["Last modified on Thu 8 Oct 2015 15.00 BST", "2015-10-08"],
    ["Posted on Sept. 11, 2001 at 3 p.m.", "2001-09-11"],
    ["8.10.2015", "2015-10-08"],
    ["First published 8 October 2015, last updated 9 October 2015", "2015-10-08"],
    ["03/04/2003", undefined],
    ["8 Oct 15", undefined],
    ["Feb 30, 2003", undefined],
    ["October 2015", undefined],
    ["yesterday", undefined],
    ["Two days ago", undefined],
  ];
  for (const [line, date] of lines) {
    it(`${date ?? "nothing"} from "${line}"`, () =>
      assert.equal(parse(`Harbour closed\n\n${line}\n\nIt is.`).article.date, date));
  }
});

describe("parseArticle finds the byline", () => {
  const lines: readonly (readonly [string, string | undefined])[] = [
    ["By Donna Roe, Reuters", "Donna Roe, Reuters"],
    ["BY JANE O'NEILL AND JOHN MCROE", "Jane O'Neill AND John McRoe"],
    ["JANE DOE Associated Press Writer", "Jane Doe, Associated Press Writer"],
    ["By Jane van der Doe in Kabul", "Jane van der Doe in Kabul"],
    ["Story by Jane Doe | jane@example.org | The Example Post", "Jane Doe, The Example Post"],
    ["By JANE DOE OCT. 8, 2015", "Jane Doe"],
    ["REUTERS", "Reuters"],
    ["Reuters Staff", "Reuters Staff"],
    ["By the Associated Press", "The Associated Press"],
    ["BBC News, Kabul", "BBC News"],
    ["By Monday the harbour had closed", undefined],
    ["By noon, Reuters had left.", undefined],
    ["Old Harbour, New Harbour", undefined],
    ["JANE DOE", undefined],
    ["Jane Doe in Goma", "Jane Doe in Goma"],
    ["Rebels in Goma", undefined],
    ["Jane Doe spoke in Goma", undefined],
  ];
  for (const [line, byline] of lines) {
    it(`${byline ?? "not"} in "${line}"`, () =>
      assert.equal(parse(`Harbour closed\n\n${line}\n\nIt is.`).article.byline, byline));
  }
});

describe("parseArticle finds the dateline", () => {
  const openings: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ["ATHENS, March 27 - A ship", "ATHENS, March 27", "ATHENS"],
    ["KABUL, Afghanistan (AP) — A ship", "KABUL, Afghanistan (AP)", "KABUL, Afghanistan"],
    ["COLUMBIA, Ky. (WXYZ) -  A ship", "COLUMBIA, Ky. (WXYZ)", "COLUMBIA, Ky."],
    ["WEST POINT, N.Y. (AP) -- A ship", "WEST POINT, N.Y. (AP)", "WEST POINT, N.Y."],
    ["AUSTIN, Texas A ship", "AUSTIN, Texas", "AUSTIN, Texas"],
    ["BAGHDAD/ERBIL, Iraq (Reuters) - A ship", "BAGHDAD/ERBIL, Iraq (Reuters)", "BAGHDAD/ERBIL, Iraq"],
    ["N’DJAMENA — A ship", "N’DJAMENA", "N’DJAMENA"],
    ["DEIR al-ZOR, Syria – A ship", "DEIR al-ZOR, Syria", "DEIR al-ZOR, Syria"],
    ["GENEVA (8 October 2015) – A ship", "GENEVA (8 October 2015)", "GENEVA"],
    ["Tehran, April 8, IRNA – A ship", "Tehran, April 8, IRNA", "Tehran"],
    ["New Delhi, Oct 8 (PTI) A ship", "New Delhi, Oct 8 (PTI)", "New Delhi"],
    ["Moscow. Oct 8 (Interfax) - A ship", "Moscow. Oct 8 (Interfax)", "Moscow"],
    ["(CNN) — A ship", undefined, undefined],
    ["Washington — A ship", undefined, undefined],
    ["LONDON - a ship", undefined, undefined],
    ["MONDAY - A ship", undefined, undefined],
    ["Kurdistan Workers Party (PKK) — A ship", undefined, undefined],
    ["North Atlantic Treaty Organization (NATO) A ship", undefined, undefined],
    ["IRAN: A ship", undefined, undefined],
    ["The ship - A ship", undefined, undefined],
  ];
  for (const [opening, text, place] of openings) {
    it(`${text ?? "not"} in "${opening}"`, () => {
      const { dateline, paragraphs } = parse(`Harbour closed\n\n${opening} sank in the night.`).article;
      assert.equal(dateline?.text, text);
      assert.equal(dateline?.place, place);
      assert.ok(paragraphs[0]?.startsWith(text ?? ""));
    });
  }
});
