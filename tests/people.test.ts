import assert from "node:assert/strict";
import { test } from "node:test";
import { linkPeople } from "../src/kinds/people.ts";
import { isSameFullName, parsePersonalName } from "../src/names.ts";
import type { Article, ReadArticle } from "../src/types.ts";

/** An article whose paragraphs are the given names, each a mention of a person; the first is the title. */
function articleOf(source: string, names: readonly string[], date?: string): ReadArticle {
  const base: Article = {
    source,
    sha256: "",
    title: names[0] ?? "",
    paragraphs: names.slice(1),
    trailers: [],
    furniture: [],
  };
  const mentions = names.map((text, paragraph) => ({
    kind: "person",
    paragraph,
    start: 0,
    end: text.length,
    text,
    foundBy: "test",
    confidence: 1,
  }));
  return {
    article: date === undefined ? base : { ...base, date },
    mentions: mentions.filter(({ text }) => text !== ""),
  };
}

/** Canonical name of each person, with the surface forms of their mentions in order. */
function linked(...articles: readonly ReadArticle[]): Record<string, string[]> {
  const people = linkPeople(articles);
  return Object.fromEntries(people.map(({ name, occurrences }) => [name, occurrences.map((o) => o.mention.text)]));
}

const isSame = (a: string, b: string): boolean => isSameFullName(parsePersonalName(a), parsePersonalName(b));

test("takes a middle initial, a nickname, an article and a romanisation for the same name", () => {
  assert.ok(isSame("Charles H. Keating IV", "Charles Keating"));
  assert.ok(isSame("Ash Carter", "Ashton Carter"));
  assert.ok(isSame("Bashar al-Assad", "Bashar Asad"));
  assert.ok(isSame("Muammar Gaddafi", "Moammar Qadhafi"));
  assert.ok(isSame("Bill Clinton", "William J. Clinton"));
  assert.ok(isSame("Abu Jandal", "Abu Jandal al-Kuwaiti"));
});

test("keeps apart what may be two people", () => {
  assert.ok(!isSame("George W. Bush", "George H. W. Bush Sr."));
  assert.ok(!isSame("Jerome Faulkner", "Dora Faulkner"));
  assert.ok(!isSame("John Doe Jr.", "John Doe Sr."));
  assert.ok(!isSame("Edward Campbell", "Eric Campbell"));
  assert.ok(!isSame("Hafez al-Assad", "Bashar al-Assad"));
});

test("gives a bare surname to the person of that name spoken of last", () => {
  const article = articleOf("a.txt", ["", "Eric Campbell", "Edward Campbell", "Campbell", "Eric Campbell", "Campbell"]);
  assert.deepEqual(linked(article), {
    "Edward Campbell": ["Edward Campbell", "Campbell"],
    "Eric Campbell": ["Eric Campbell", "Eric Campbell", "Campbell"],
  });
});

test("links a surname of the title, and one before the full name, to the full name", () => {
  assert.deepEqual(linked(articleOf("a.txt", ["ABE", "Abe", "Shintaro Abe"])), {
    "Shintaro Abe": ["ABE", "Abe", "Shintaro Abe"],
  });
});

test("links a first name within an article only", () => {
  const people = linked(articleOf("a.txt", ["", "Lucy Lau", "Lucy"]), articleOf("b.txt", ["", "Lucy"]));
  assert.deepEqual(people, { Lucy: ["Lucy"], "Lucy Lau": ["Lucy Lau", "Lucy"] });
});

test("unites full names over articles and shows the one that most articles use", () => {
  const people = linked(
    articleOf("a.txt", ["", "Bashar al-Assad"]),
    articleOf("b.txt", ["", "Bashar Assad", "Assad"]),
    articleOf("c.txt", ["", "Bashar al-Assad"]),
  );
  assert.deepEqual(Object.keys(people), ["Bashar al-Assad"]);
});

test("gives a bare surname to the archive's only person of that name unless years lie between", () => {
  const near = linked(
    articleOf("a.txt", ["", "Ashton Carter"], "2015-10-08"),
    articleOf("b.txt", ["", "Carter"], "2016-01-01"),
  );
  assert.deepEqual(Object.keys(near), ["Ashton Carter"]);
  const far = linked(
    articleOf("a.txt", ["", "Ashton Carter"], "2015-10-08"),
    articleOf("b.txt", ["", "Carter"], "1979-01-01"),
  );
  assert.deepEqual(Object.keys(far), ["Ashton Carter", "Carter"]);
});

test("leaves a bare surname alone when two people of the archive bear it", () => {
  const people = linked(
    articleOf("a.txt", ["", "Hafez al-Assad"]),
    articleOf("b.txt", ["", "Bashar al-Assad"]),
    articleOf("c.txt", ["", "Assad"]),
  );
  assert.deepEqual(Object.keys(people), ["Assad", "Bashar al-Assad", "Hafez al-Assad"]);
});

test("links the same way in any order of articles", () => {
  const articles = [
    articleOf("a.txt", ["", "John A. Smith", "Smith"]),
    articleOf("b.txt", ["", "John Smith"]),
    articleOf("c.txt", ["", "John B. Smith"]),
    articleOf("d.txt", ["", "Smith"]),
  ];
  assert.deepEqual(linked(...articles), linked(...articles.toReversed()));
});

test("never fails on strange names", () => {
  for (const name of ["-", "'", "al-", "al al al", "Jr.", "É", "x".repeat(10_000), "a ".repeat(2_000)]) {
    assert.equal(linkPeople([articleOf("a.txt", ["", name])]).length, 1);
  }
});
