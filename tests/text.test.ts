import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { foldText, isCapitals, slugify, splitSentences, uniqueSlugs } from "../src/text.ts";
import { processorSeconds } from "./time.ts";

const cut = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

/** "|" marks where a sentence ends. */
function assertSentences(marked: string) {
  const sentences = marked.split("|").map((sentence) => sentence.trim());
  assert.deepEqual(cut(sentences.join(" ")), sentences);
}

describe("splitSentences", () => {
  const cases = [
    "One fell. | Two rose! | Did three? | Yes.",
    "Gen. Jane Doe met Mr. Roe, Lt. Col. Poe and Sen. Moe on Jan. 3. | They ate.",
    "The U.S. Navy sent a ship. | It left the U.S. | The crew was glad.",
    "He lives in Oxford, N.C. | She lives in Bluefield, W.Va. | They write.",
    "W.Va. police found No. 3 of Nos. 1 to 9. | He said no. | Nobody came.",
    "J. R. Doe paid 3.5 million. | Jane Q. Public paid $2.",
    '“It is red.” | The mayor smiled. | "It runs." | Then he left.',
    "“Is it red?” he asked. | “It is!” she said.",
    "It began at 4.30 p.m. and ended at 9 a.m. | The next day was quiet.",
    "They used .50 calibre guns. | The guns jammed...",
    "They waited ... With more time they would have won. | So they said.",
    "1. The parties agree. | 2. The parties sign.",
    "Doe Corp. said so. | It is in Tenn. | They know.",
    "In Sept. the rain came. | It came on Sept. 11 too.",
    "(It was late.) | Nobody spoke.",
    "Он пришёл. | Она ушла.",
    "هل جاء؟ | نعم.",
  ];
  for (const marked of cases) it(`cuts ${marked.slice(0, 60)}`, () => assertSentences(marked));

  it("needs no space after Chinese and Japanese stops", () => {
    assert.deepEqual(cut("他来了。她走了。"), ["他来了。", "她走了。"]);
  });

  it("leaves out the white space around and between", () => {
    assert.deepEqual(splitSentences("  One.  Two. "), [
      { start: 2, end: 6 },
      { start: 8, end: 12 },
    ]);
    assert.deepEqual(splitSentences(" \n "), []);
  });

  it("takes time in proportion to the text", async () => {
    for (const piece of ["U.S. ", "....", '."")"', "A. ", "No. ", "Mr. ", " "]) {
      const text = piece.repeat(400_000 / piece.length);
      const seconds = await processorSeconds(() => splitSentences(text));
      assert.ok(seconds < 2, `${JSON.stringify(piece)} takes ${seconds} s`);
    }
  });
});

describe("foldText", () => {
  it("drops capitals, accents and letters of other alphabets' Latin", () => {
    assert.equal(
      foldText("ÉCOLE Straße Løvstrøm Łódź Ağrı İzmir Đà Nẵng Þór æœ"),
      "ecole strasse lovstrom lodz agri izmir da nang thor aeoe",
    );
  });

  it("keeps other scripts, without their vowel signs", () => {
    assert.equal(foldText("Київ Αθήνα عَلِيّ"), "киів αθηνα علي");
  });
});

describe("isCapitals", () => {
  it("wants a capital and no small letter", () => {
    assert.equal(isCapitals("IRAN REPORTS 5TH RAID"), true);
    assert.equal(isCapitals("IRAN reports"), false);
    assert.equal(isCapitals("1987"), false);
  });
});

describe("slugify", () => {
  const cases: readonly (readonly [string, string])[] = [
    ["Report: Russia Crashes Syria-Bound Missiles into Iran", "report-russia-crashes-syria-bound-missiles-into-iran"],
    ["Da’esh & Co. don't", "daesh-and-co-dont"],
    ["Российские ракеты", "rossiiskie-rakety"],
    ["Αθήνα", "athina"],
    ["قوات", "qwat"],
    ["東京", "article"],
    ["*** !!!", "article"],
    ["", "article"],
    ["CON", "con-article"],
    ["lpt1", "lpt1-article"],
    ["Index", "index-article"],
    ["404", "404-article"],
    ["1987", "1987-article"],
    ["..%2f..%2fetc", "2f-2fetc"],
    ["<script>{{ x }}", "script-x"],
  ];
  for (const [text, slug] of cases) it(`makes "${slug}" of "${text}"`, () => assert.equal(slugify(text), slug));

  it("cuts at a word and at 60 characters at most", () => {
    assert.equal(slugify("twelve letter ".repeat(9)), "twelve-letter-twelve-letter-twelve-letter-twelve-letter");
    assert.equal(slugify("a".repeat(300)).length, 60);
  });

  it("makes of a slug the same slug", () => {
    for (const [text] of cases) assert.equal(slugify(slugify(text)), slugify(text));
  });
});

describe("uniqueSlugs", () => {
  it("numbers what differs only in case, accents or nothing", () => {
    assert.deepEqual(uniqueSlugs(["Mosul", "MOSUL", "Mósul", "Basra"]), ["mosul", "mosul-2", "mosul-3", "basra"]);
  });

  it("leaves its natural slug to a name that ends in a number", () => {
    assert.deepEqual(uniqueSlugs(["Foo", "Foo", "Foo 2"]), ["foo", "foo-3", "foo-2"]);
  });

  it("keeps to 60 characters with the number", () => {
    const [, second = ""] = uniqueSlugs(["a".repeat(60), "a".repeat(60)]);
    assert.equal(second, `${"a".repeat(58)}-2`);
  });

  it("numbers twenty thousand equal titles in little time", async () => {
    const names = Array.from({ length: 20_000 }, () => "Same");
    assert.ok((await processorSeconds(() => uniqueSlugs(names))) < 2);
    assert.equal(new Set(uniqueSlugs(names)).size, 20_000);
  });
});
