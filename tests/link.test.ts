import assert from "node:assert/strict";
import { test } from "node:test";
import { groupEntity, groupMentions } from "../src/kinds/grouping.ts";
import { linkEntities, publishedFrom } from "../src/link.ts";
import type { Article, Kind, Mention, ReadArticle } from "../src/types.ts";

const ship: Kind = {
  name: "ship",
  plural: "ships",
  title: "Ships",
  recognise: () => [],
  link: (articles) =>
    groupMentions(articles, "ship", (mention) => mention.text).map(({ key, occurrences }) =>
      groupEntity("ship", { name: key, classes: [] }, occurrences),
    ),
};

/** An article that names the ship Vesta once for each confidence. */
function naming(source: string, ...confidences: readonly number[]): ReadArticle {
  const article: Article = { source, sha256: "", title: "", paragraphs: ["Vesta"], trailers: [], furniture: [] };
  const mentions = confidences.map((confidence): Mention => ({
    kind: "ship",
    paragraph: 1,
    start: 0,
    end: 5,
    text: "Vesta",
    foundBy: "test",
    confidence,
  }));
  return { article, mentions };
}

test("a tag is published when its surest mention in the article is sure enough", () => {
  const { entities, doubts } = linkEntities([naming("a.txt", 0.1, publishedFrom)], [ship]);
  assert.equal(entities[0]?.occurrences.length, 2);
  assert.deepEqual(doubts, []);
});

test("an unsure tag is kept back for review, and the entity stays in the articles that name it surely", () => {
  const { entities, doubts } = linkEntities([naming("a.txt", 0.9), naming("b.txt", 0.2, 0.3)], [ship]);
  assert.deepEqual(
    entities.map(({ occurrences }) => occurrences.map(({ source }) => source)),
    [["a.txt"]],
  );
  assert.deepEqual(
    doubts.map(({ name, source, mention }) => [name, source, mention.confidence]),
    [["Vesta", "b.txt", 0.3]],
  );
});

test("an entity that is sure in no article has no page", () => {
  const { entities, doubts } = linkEntities([naming("a.txt", 0.4)], [ship]);
  assert.deepEqual(entities, []);
  assert.equal(doubts.length, 1);
});
