import assert from "node:assert/strict";
import { test } from "node:test";
import { linkPeople } from "../src/kinds/people.ts";
import { loadPersonLists } from "../src/gazetteers/persons.ts";
import { isSameFullName, parsePersonalName } from "../src/names.ts";
import type { Article, Mention, ReadArticle } from "../src/types.ts";

const lists = loadPersonLists();

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
  const people = linkPeople(articles, lists);
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
    articleOf("a.txt", ["", "Max Kampelman"], "2015-10-08"),
    articleOf("b.txt", ["", "Kampelman"], "2016-01-01"),
  );
  assert.deepEqual(Object.keys(near), ["Max Kampelman"]);
  const far = linked(
    articleOf("a.txt", ["", "Max Kampelman"], "2015-10-08"),
    articleOf("b.txt", ["", "Kampelman"], "1979-01-01"),
  );
  assert.deepEqual(Object.keys(far), ["Kampelman", "Max Kampelman"]);
});

test("leaves a bare surname alone when two people of the archive bear it", () => {
  const people = linked(
    articleOf("a.txt", ["", "Hafez al-Assad"]),
    articleOf("b.txt", ["", "Bashar al-Assad"]),
    articleOf("c.txt", ["", "Assad"]),
  );
  assert.deepEqual(Object.keys(people), ["Assad", "Bashar al-Assad", "Hafez al-Assad"]);
});

/** An article of one paragraph in which `<Clinton>` is a mention of a person. */
function articleWith(marked: string, source = "a.txt"): ReadArticle {
  const mentions: Mention[] = [];
  let text = "";
  for (const part of marked.split(/(<[^>]+>)/u)) {
    const name = /^<(.+)>$/u.exec(part)?.[1];
    const start = text.length;
    text += name ?? part;
    if (name === undefined) continue;
    mentions.push({
      kind: "person",
      paragraph: 1,
      start,
      end: text.length,
      text: name,
      foundBy: "test",
      confidence: 1,
    });
  }
  const article: Article = { source, sha256: "", title: "", paragraphs: [text], trailers: [], furniture: [] };
  return { article, mentions };
}

test("tells husband and wife by their titles", () => {
  const people = linked(
    articleWith(
      "<Hillary Clinton> and <Bill Clinton> met Mrs. <Clinton>'s staff. Mr. <Clinton> left; <Hillary> stayed.",
    ),
  );
  assert.deepEqual(people, {
    "Bill Clinton": ["Bill Clinton", "Clinton"],
    "Hillary Clinton": ["Hillary Clinton", "Clinton", "Hillary"],
  });
});

test("takes a title of the other sex for somebody else", () => {
  const people = linked(articleWith("<Edna Pattison> was alone. Mr <Pattison> died in May, Mrs <Pattison> said."));
  assert.deepEqual(people, { "Edna Pattison": ["Edna Pattison", "Pattison"], Pattison: ["Pattison"] });
});

test("leaves a surname with the one known by it when a relative is only introduced", () => {
  const people = linked(
    articleWith("<Park Geun-hye> spoke. <Park>, the daughter of <Park Chung-hee>, wept. Ms <Park> will resign."),
  );
  assert.deepEqual(people, {
    "Park Chung-hee": ["Park Chung-hee"],
    "Park Geun-hye": ["Park Geun-hye", "Park", "Park"],
  });
});

test("links a given name that comes before the full name, but not a surname behind a title", () => {
  assert.deepEqual(linked(articleWith("Her husband <Marc> wept. <Marc Deschamps> said so.")), {
    "Marc Deschamps": ["Marc", "Marc Deschamps"],
  });
  assert.deepEqual(linked(articleWith("Gen. <Hussein> spoke. <Hussein Ali> listened.")), {
    Hussein: ["Hussein"],
    "Hussein Ali": ["Hussein Ali"],
  });
});

test("links Sir Alan to the given name", () => {
  const people = linked(articleWith("<Alan Duncan> met <Woody Alan>. Sir <Alan> said no."));
  assert.deepEqual(people["Alan Duncan"], ["Alan Duncan", "Alan"]);
});

test("links compound surnames and nicknames in quotation marks", () => {
  assert.deepEqual(
    linked(articleWith('<Javier Perez de Cuellar>, <Perez de Cuellar>, <Ernesto "Che" Guevara>, <Che>, <Che Guevara>')),
    {
      'Ernesto "Che" Guevara': ['Ernesto "Che" Guevara', "Che", "Che Guevara"],
      "Javier Perez de Cuellar": ["Javier Perez de Cuellar", "Perez de Cuellar"],
    },
  );
});

test("unites over articles what is spelt, hyphenated or shortened otherwise", () => {
  for (const [a, b] of [
    ["Moammar Gadhafi", "Muammar al-Qaddafi"],
    ["Mao Tse-tung", "Mao Zedong"],
    ["Kim Jong Un", "Kim Jong-un"],
    ["Xi Jin-ping", "Xi Jinping"],
    ["Fidel Castro", "Fidel Castro Ruz"],
    ["Carlos Salinas", "Carlos Salinas de Gortari"],
    ["Andrés Manuel López Obrador", "Lopez Obrador"],
    ["Abdel Fattah el-Sisi", "Abdul Fattah al-Sisi"],
    ["Wojciech Jaruzelski", "W. Jaruzelski"],
    ["Lech Wałęsa", "Lech Walesa"],
  ] as const) {
    assert.equal(linkPeople([articleOf("a.txt", ["", a]), articleOf("b.txt", ["", b])], lists).length, 1, `${a}, ${b}`);
  }
});

test("keeps apart over articles what only begins or ends alike", () => {
  for (const [a, b] of [
    ["Muhammad Ali", "Muhammad Ali Jinnah"],
    ["Ali Saleh", "Ahmed Ali Saleh"],
    ["Kim Jong-il", "Kim Jong-un"],
    ["Bill Clinton", "Hillary Clinton"],
    ["Rajiv Gandhi", "Sonia Gandhi"],
    ["Park Chung-hee", "Park Geun-hye"],
    ["George W. Bush", "George H.W. Bush"],
    ["Raul Castro", "Castro Raul Ruz"],
  ] as const) {
    assert.equal(linkPeople([articleOf("a.txt", ["", a]), articleOf("b.txt", ["", b])], lists).length, 2, `${a}, ${b}`);
  }
});

test("gives a common surname of another article to nobody without evidence", () => {
  const first = articleWith("President <John Smith> spoke.", "a.txt");
  assert.equal(linkPeople([first, articleWith("<Smith> was late.", "b.txt")], lists).length, 2);
  assert.equal(linkPeople([first, articleWith("President <Smith> was late.", "b.txt")], lists).length, 1);
  const known = articleWith("<John Smith> sang.", "c.txt");
  assert.equal(linkPeople([first, known, articleWith("<Smith> was late.", "b.txt")], lists).length, 1);
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
    assert.equal(linkPeople([articleOf("a.txt", ["", name])], lists).length, 1);
  }
});
