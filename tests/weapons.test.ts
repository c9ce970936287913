import assert from "node:assert/strict";
import { test } from "node:test";
import { linkEntities } from "../src/link.ts";
import { loadKinds } from "../src/kinds/index.ts";
import { loadReader, recogniseMentions } from "../src/recognise.ts";

const reader = loadReader();
const kinds = loadKinds({}, reader.knowledge);

/** The weapons of an article of these paragraphs, with their classes, sorted. */
function weaponsOf(...paragraphs: string[]): string[] {
  const article = { source: "a.txt", sha256: "", title: "", paragraphs, trailers: [], furniture: [] };
  const { entities } = linkEntities([{ article, mentions: recogniseMentions(article, kinds, reader) }], kinds);
  return entities.filter(({ kind }) => kind === "weapon").map(({ name, classes }) => `${name}: ${classes.join(" > ")}`);
}

test("a rocket is none where a sentence before speaks of a satellite", () => {
  assert.deepEqual(
    weaponsOf("A rocket with a weather satellite blew up at Kourou.", "The rocket had been due to lift off at noon."),
    [],
  );
});

test("a civil use by its usual name says what the bare noun is", () => {
  assert.deepEqual(weaponsOf("A SpaceX rocket stood on the pad.", "The rocket was being fuelled."), []);
});

test("a rocket stays one beside other weapons of war", () => {
  assert.deepEqual(weaponsOf("The country puts satellites in orbit.", "Its army has rockets and howitzers."), [
    "howitzer: artillery > howitzer",
    "rocket: rocket",
  ]);
});

test("warheads are nuclear ones where the article speaks of nuclear warheads", () => {
  assert.deepEqual(weaponsOf("Each side keeps 100 warheads.", "The nuclear warheads are stored in Kansas."), [
    "nuclear warhead: nuclear weapon",
  ]);
  assert.deepEqual(weaponsOf("The warhead did not go off."), ["warhead: ammunition"]);
});

test("a thing by an ambiguous name counts where two other weapons of war are named", () => {
  const quote = '"A Lancet found us on Monday," he said.';
  assert.deepEqual(weaponsOf("They had two howitzers and a tank.", quote), [
    "ZALA Lancet: drone > loitering munition",
    "howitzer: artillery > howitzer",
    "tank: armoured vehicle > tank",
  ]);
  assert.deepEqual(weaponsOf(quote), []);
});

test("a helicopter is an army's where the article names a weapon of war, and not where somebody is rescued", () => {
  const helicopter = "A helicopter circled over the bay.";
  assert.deepEqual(weaponsOf(helicopter), []);
  assert.equal(weaponsOf(helicopter, "The frigate sailed at dawn.").length, 2);
  assert.equal(weaponsOf(helicopter, "The frigate sailed at dawn.", "Climbers were rescued.").length, 1);
});

test("a ship that no list knows is told by its prefix", () => {
  assert.deepEqual(weaponsOf("The USS Reuben James escorted three tankers, and HMS Broadsword's crew watched."), [
    "HMS Broadsword: warship",
    "USS Reuben James: warship",
  ]);
});

test("a text of nothing but capitals or hyphens is read in linear time", () => {
  const started = process.cpuUsage();
  weaponsOf("MISSILE-".repeat(40_000), "A-10 T-72 and ".repeat(20_000));
  assert.ok(process.cpuUsage(started).user < 20_000_000);
});
